// The search over the rendered tiles: found while one types, by name, pinyin or initials, as ApplicationSearch.cs finds.
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

let timer = 0;

/** Hides the tiles that do not fit what is typed, and the headings left without any. */
export function wireLauncher(): void {
  document.addEventListener('input', event => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-app-filter]');
    if (form && event.target instanceof HTMLInputElement) {
      if (form.dataset.appFilter === 'server') {
        // Only what was searched for is on the page: the server knows the rest.
        window.clearTimeout(timer);
        timer = window.setTimeout(() => form.requestSubmit(), 250);
      } else {
        filter(form, event.target.value);
      }
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    const hits = form.matches('form[data-app-filter="here"]') ? shownTiles() : [];
    if (hits.length > 0) {
      // Everything is on the page already: Enter goes to the first hit.
      event.preventDefault();
      event.stopImmediatePropagation();
      hits[0]?.querySelector<HTMLAnchorElement>('a.tile')?.focus();
    }
  }, { capture: true });
}

function shownTiles(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-app-list] .app-tile')].filter(tile => tile.offsetParent !== null);
}

function filter(form: HTMLFormElement, typed: string): void {
  const term = plain(typed).replace(/\s+/g, '');
  const found = new Set<string>();
  for (const group of document.querySelectorAll<HTMLElement>('[data-app-list] .app-group')) {
    let left = 0;
    for (const tile of group.querySelectorAll<HTMLElement>('.app-tile')) {
      tile.hidden = !fits(tile.dataset.app ?? '', term);
      if (!tile.hidden) {
        left++;
        found.add(tile.dataset.app ?? '');
      }
    }
    group.hidden = left === 0;
  }
  toggle('.app-jump', term !== '');
  toggle('[data-app-none]', found.size > 0);
  const count = document.querySelector<HTMLElement>('[data-app-count]');
  if (count) {
    count.textContent = term === '' ? '' : (form.dataset.found ?? '').replace('{0}', String(found.size));
  }
}

// "name full-pinyin initials": the name may hold spaces, the other two do not.
function fits(words: string, term: string): boolean {
  const parts = words.split(' ');
  const initials = parts.pop() ?? '';
  const full = parts.pop() ?? '';
  return term === '' || plain(parts.join('')).includes(term) || full.includes(term) || initials.includes(term);
}

function toggle(selector: string, hidden: boolean): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) {
    element.hidden = hidden;
  }
}
