let path = location.pathname;

/** After going to another page the keyboard goes on from its content, unless it is there already (a list whose detail changed). */
export function moveFocus(): void {
  if (location.pathname === path) {
    return;
  }
  path = location.pathname;
  const main = document.getElementById('main');
  if (main && !main.contains(document.activeElement)) {
    (main.querySelector<HTMLElement>('[autofocus]') ?? main).focus({ preventScroll: true });
  }
}
