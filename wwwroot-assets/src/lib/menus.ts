// <details class="menu"> opens without script; with it, Escape, a click elsewhere and a chosen entry close it.
export function wireMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');
  document.addEventListener('click', event => {
    const target = event.target as Element;
    open().forEach(menu => {
      if (!menu.contains(target) || target.closest('.menu-box a, .menu-box button')) {
        menu.open = false;
      }
    });
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      open().forEach(menu => {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      });
    }
  });
}
