let looks: HTMLLinkElement | undefined;
let code: Promise<void> | undefined;

/** Brings MudBlazor's looks and script with the first page that needs them; answers whether the theme is dark now. */
export async function loadMud(css: string, js: string): Promise<boolean> {
  code ??= script(js);
  await Promise.all([code, style(css)]);
  return isDark();
}

/** Enhanced navigation takes away what the new page's head does not name; put the looks back at once. */
export function keepMud(): void {
  if (looks && !looks.isConnected) {
    place(looks);
  }
}

export function isDark(): boolean {
  const theme = document.documentElement.dataset.theme;
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function style(href: string): Promise<void> {
  if (looks?.isConnected) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    looks = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: () => resolve(), onerror: reject });
    place(looks);
  });
}

// Before our own, so that ours has the last word.
function place(link: HTMLLinkElement): void {
  document.head.insertBefore(link, document.getElementById('app-css'));
}

function script(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement('script'), { src, onload: () => resolve(), onerror: reject }));
  });
}
