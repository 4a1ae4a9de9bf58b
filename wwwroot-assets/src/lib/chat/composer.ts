// The field messages are written in. Enter sends, Shift+Enter breaks the line, and the Enter that ends an input method's word does neither.
import { forget } from '../keep';
import { uuid7 } from '../uuid';
import { Mentions } from './mentions';
import type { Outbox } from './outbox';

const tallest = 180;

export class Composer {
  private readonly field: HTMLTextAreaElement;
  private readonly mentions: Mentions;
  private readonly stopped = new AbortController();

  constructor(form: HTMLFormElement, private readonly conversation: string, texts: DOMStringMap, private readonly outbox: Outbox, private readonly onSent: () => void) {
    const { signal } = this.stopped;
    this.field = form.querySelector('textarea')!;
    this.mentions = new Mentions(this.field, form, conversation, texts);
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.send();
    }, { signal });
    this.field.addEventListener('keydown', event => this.key(event), { signal });
    this.field.addEventListener('input', () => {
      this.grow();
      void this.mentions.typed();
    }, { signal });
    form.querySelector('[data-mention]')?.addEventListener('click', () => this.at(), { signal });
    this.field.readOnly = false;
    this.grow();
    if (matchMedia('(hover: hover)').matches) {
      this.field.focus({ preventScroll: true });
    }
  }

  stop(): void {
    this.stopped.abort();
  }

  private key(event: KeyboardEvent): void {
    // 229 is what some browsers give while an input method is at work.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (this.mentions.key(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.send();
    }
  }

  private send(): void {
    const body = this.field.value.trim();
    if (body === '') {
      this.field.focus();
      return;
    }
    this.outbox.add({ id: uuid7(), conversation: this.conversation, body, mentioned: this.mentions.in(body) });
    this.field.value = '';
    forget(this.field);
    this.mentions.close();
    this.grow();
    this.field.focus();
    this.onSent();
  }

  private at(): void {
    const { selectionStart, value } = this.field;
    const apart = selectionStart > 0 && /[A-Za-z0-9]/.test(value[selectionStart - 1] ?? '') ? ' @' : '@';
    this.field.setRangeText(apart, selectionStart, this.field.selectionEnd, 'end');
    this.field.focus();
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private grow(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, tallest)}px`;
  }
}
