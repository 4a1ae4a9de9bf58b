// Shows what is on its way at the end of the list, until the same message comes back from the server.
import type { Outbox, Waiting } from './outbox';

const longestEcho = 10_000;

export class Echo {
  private readonly box: HTMLElement;

  constructor(private readonly list: HTMLElement, private readonly outbox: Outbox, private readonly texts: DOMStringMap, private readonly conversation: string) {
    this.box = list.querySelector<HTMLElement>('[data-outbox]')!;
    this.box.replaceChildren();
    outbox.of(conversation).forEach(message => this.add(message));
    outbox.onChange = (message, state) => this.change(message, state);
  }

  /** The server's own row has come: ours goes, in the same frame. */
  settle(): void {
    for (const mine of this.box.querySelectorAll<HTMLElement>('[data-waiting]')) {
      if (this.list.querySelector(`[data-client="${mine.dataset.waiting}"]`)) {
        mine.remove();
      }
    }
  }

  private change(message: Waiting, state: string): void {
    if (message.conversation !== this.conversation) {
      return;
    }
    const shown = this.find(message.id);
    if (state === 'added') {
      this.add(message);
    } else if (shown && state === 'sent') {
      shown.querySelector('.rd')!.textContent = '';
      window.setTimeout(() => shown.remove(), longestEcho);
    } else if (shown) {
      this.mark(shown, message);
    }
  }

  private add(message: Waiting): void {
    if (this.list.querySelector(`[data-client="${message.id}"]`)) {
      return;
    }
    const row = document.createElement('div');
    row.className = 'm own pending';
    row.dataset.waiting = message.id;
    const body = document.createElement('div');
    const bubble = document.createElement('div');
    bubble.className = 'b';
    bubble.textContent = message.body;
    const state = document.createElement('div');
    state.className = 'rd';
    body.append(bubble, state);
    row.append(document.createElement('span'), body);
    this.box.append(row);
    this.mark(row, message);
  }

  private mark(row: HTMLElement, message: Waiting): void {
    const state = row.querySelector<HTMLElement>('.rd')!;
    row.classList.toggle('failed-send', message.failed !== undefined);
    state.replaceChildren();
    if (message.failed === undefined) {
      // Said only when it takes a while.
      window.setTimeout(() => {
        if (row.isConnected && state.childElementCount === 0 && this.outbox.of(this.conversation).some(one => one.id === message.id)) {
          state.textContent = this.texts.sending ?? '';
        }
      }, 800);
      return;
    }
    const why = document.createElement('span');
    why.textContent = message.failed;
    state.append(why, this.button(this.texts.retry, () => this.outbox.retry(message.id)), this.button(this.texts.delete, () => {
      this.outbox.remove(message.id);
      row.remove();
    }));
  }

  private button(words: string | undefined, act: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link';
    made.textContent = words ?? '';
    made.addEventListener('click', act);
    return made;
  }

  private find(id: string): HTMLElement | null {
    return this.box.querySelector<HTMLElement>(`[data-waiting="${id}"]`);
  }
}
