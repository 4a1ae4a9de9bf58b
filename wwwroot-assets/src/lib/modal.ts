/** Opens or closes a dialog the browser's way: focus stays inside and returns where it came from. */
export function modal(dialog: HTMLDialogElement | null, open: boolean): void {
  if (!dialog || dialog.open === open) {
    return;
  }
  if (open) {
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.dlg-body input, .dlg-body textarea, .dlg-body select')?.focus();
  } else {
    dialog.close();
  }
}
