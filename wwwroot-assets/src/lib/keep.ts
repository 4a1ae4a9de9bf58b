// Text in fields marked data-keep="KEY" outlives a lost connection, a reload and a change of conversation.
type Field = HTMLTextAreaElement | HTMLInputElement;

const name = (key: string) => `hzt.keep:${key}`;
const keyOf = (field: Field) => field.dataset.keep || location.pathname;
const fields = () => document.querySelectorAll<Field>('[data-keep]');

/** Forgets what was kept for a field, for instance because it was sent. */
export function forget(field: Field): void {
  sessionStorage.removeItem(name(keyOf(field)));
}

export function saveTyped(): void {
  fields().forEach(save);
}

/** Whether something is typed outside the kept fields that a reload would lose. */
export function hasUnkeptText(): boolean {
  const open = document.querySelectorAll<Field>('textarea:not([data-keep]), input:not([data-keep]):not([type]), input[type="text"]:not([data-keep])');
  return [...open].some(field => !field.readOnly && !field.closest('.search') && field.value.trim() !== '' && field.value !== field.defaultValue);
}

export function keepTyped(): void {
  document.addEventListener('input', event => {
    const field = event.target as Field;
    if (field.dataset?.keep !== undefined) {
      save(field);
    }
  });
  window.addEventListener('pagehide', saveTyped);
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'attributes') {
        const field = change.target as Field;
        field.value = '';
        putBack(field);
      }
      change.addedNodes.forEach(node => {
        if (node instanceof Element) {
          (node.matches('[data-keep]') ? [node as Field] : [...node.querySelectorAll<Field>('[data-keep]')]).forEach(putBack);
        }
      });
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-keep'] });
  fields().forEach(putBack);
}

function save(field: Field): void {
  try {
    if (field.value === '') {
      forget(field);
    } else {
      sessionStorage.setItem(name(keyOf(field)), field.value);
    }
  } catch {
    // A full or forbidden store loses the convenience, never the page.
  }
}

function putBack(field: Field): void {
  const kept = sessionStorage.getItem(name(keyOf(field)));
  if (kept && field.value === '') {
    field.value = kept;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
