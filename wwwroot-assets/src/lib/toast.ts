/** A sentence at the foot of the page that goes away by itself. */
export function toast(text: string, bad = false): void {
  const box = document.getElementById('toasts');
  if (!box) {
    return;
  }
  const item = document.createElement('div');
  item.className = bad ? 'toast bad' : 'toast';
  item.textContent = text;
  box.append(item);
  window.setTimeout(() => item.remove(), bad ? 7_000 : 3_500);
  while (box.childElementCount > 3) {
    box.firstElementChild?.remove();
  }
}
