/** Where the tabs are wider than the screen, the one of this page is the one that is seen. */
export function showTab(): void {
  const tabs = document.querySelector<HTMLElement>('nav.tabs');
  const here = tabs?.querySelector<HTMLElement>('[aria-current="page"]');
  if (tabs && here) {
    tabs.scrollLeft += here.getBoundingClientRect().left - tabs.getBoundingClientRect().left - (tabs.clientWidth - here.offsetWidth) / 2;
  }
}
