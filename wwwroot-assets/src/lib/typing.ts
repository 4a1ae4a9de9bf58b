/** Fields with data-wait="120" tell the server only after so many milliseconds of silence, and never half a composed character. */
export function waitForPause(): void {
  const timers = new WeakMap<EventTarget, number>();
  let passing = false;

  const later = (field: HTMLInputElement): void => {
    clearTimeout(timers.get(field));
    timers.set(field, window.setTimeout(() => {
      passing = true;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      passing = false;
    }, Number(field.dataset.wait)));
  };

  const waits = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement && !!target.dataset.wait;

  document.addEventListener('input', event => {
    if (passing || !waits(event.target)) {
      return;
    }
    event.stopImmediatePropagation();
    if (!(event as InputEvent).isComposing) {
      later(event.target);
    }
  }, { capture: true });
  document.addEventListener('compositionend', event => {
    if (waits(event.target)) {
      later(event.target);
    }
  }, { capture: true });
}
