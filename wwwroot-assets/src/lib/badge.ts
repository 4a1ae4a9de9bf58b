// The unread total on the rail and in the page's title.
const settle = 600;
let total = 0;
let shown = 0;
let base = '';
let timer = 0;

/** Shows a total; a rise waits a moment, for what is read at once shall not blink. */
export function showTotal(next: number): void {
  total = next;
  window.clearTimeout(timer);
  if (total <= shown) {
    draw();
  } else {
    timer = window.setTimeout(draw, settle);
  }
}

/** The page's own title, without the count. */
export function setTitle(title: string): void {
  base = title;
  draw();
}

/** After a page change: the rail and the title are new. */
export function redrawBadge(): void {
  base = withoutCount(document.title);
  draw();
}

function draw(): void {
  shown = total;
  base ||= withoutCount(document.title);
  document.title = total > 0 ? `(${total > 99 ? '99+' : total}) ${base}` : base;
  const entry = document.querySelector<HTMLElement>('.rail a[data-badge="Chat"]');
  if (!entry) {
    return;
  }
  let dot = entry.querySelector<HTMLElement>('.dot');
  if (!dot) {
    dot = document.createElement('span');
    dot.className = 'dot';
    entry.append(dot);
  }
  dot.replaceChildren();
  if (total > 0) {
    const words = document.createElement('span');
    words.className = 'sr';
    words.textContent = (document.getElementById('ring')?.dataset.unread ?? '{0}').replace('{0}', String(total));
    const figure = document.createElement('span');
    figure.ariaHidden = 'true';
    figure.textContent = total > 99 ? '99+' : String(total);
    dot.append(figure, words);
  }
}

function withoutCount(title: string): string {
  return title.replace(/^\(\d+\+?\) /, '');
}
