/** Keys a live list answers itself (data-keys="ArrowDown Home …") no longer scroll the page or move the caret. */
export function holdKeys(): void {
  document.addEventListener('keydown', event => {
    const holder = (event.target as Element).closest<HTMLElement>('[data-keys]');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (holder && isPlain && holder.dataset.keys!.split(' ').includes(event.key)) {
      event.preventDefault();
    }
  });
  // An option chosen by key scrolls into view once it is marked.
  new MutationObserver(changes => {
    for (const change of changes) {
      const field = change.target as HTMLElement;
      const id = field.getAttribute('aria-activedescendant');
      if (id && field.getAttribute('role') === 'combobox') {
        document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
      }
    }
  }).observe(document.body, { subtree: true, attributeFilter: ['aria-activedescendant'] });
}

/** Scrolls a virtual list so far that the row of that number is seen, drawn yet or not. */
export function showRow(list: HTMLElement | null, at: number, count: number): void {
  if (!list || count === 0) {
    return;
  }
  const height = list.querySelector<HTMLElement>('[role="treeitem"]')?.offsetHeight ?? list.scrollHeight / count;
  const top = at * height;
  const above = list.scrollTop - top;
  const below = top + height - list.scrollTop - list.clientHeight;
  if (above > 3 * height || below > 3 * height) {
    list.scrollTop = top - list.clientHeight / 3;
  } else if (above > 0) {
    list.scrollTop = top - height;
  } else if (below > 0) {
    list.scrollTop += below + height;
  }
}
