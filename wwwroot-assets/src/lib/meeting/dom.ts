/** The one element a selector finds; the page is ours, so a missing one is a bug. */
export function get<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) {
    throw new Error(`No ${selector} in the page.`);
  }
  return found;
}

/** The only child of a copy of a template in the page. */
export function copyOf(template: string): HTMLElement {
  return get<HTMLTemplateElement>(`template#${template}`).content.firstElementChild!.cloneNode(true) as HTMLElement;
}

/** Shows a media track in an element; the same track again changes nothing, so that the picture does not blink. */
export function play(element: HTMLMediaElement, tracks: (MediaStreamTrack | null | undefined)[]): void {
  const wanted = tracks.filter(track => track != null);
  const shown = element.srcObject instanceof MediaStream ? element.srcObject.getTracks() : [];
  if (wanted.length === shown.length && wanted.every(track => shown.includes(track))) {
    return;
  }
  element.srcObject = wanted.length > 0 ? new MediaStream(wanted) : null;
  if (element.srcObject) {
    void element.play().catch(() => element.dispatchEvent(new CustomEvent('hzt:blocked', { bubbles: true })));
  }
}
