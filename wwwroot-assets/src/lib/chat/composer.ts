// The field messages are written in. Enter sends, Shift+Enter breaks the line, and the Enter that ends an input method's word does neither.
import { forget } from '../keep';
import { invoke, type Answer } from '../live';
import { toast } from '../toast';
import { uuid7 } from '../uuid';
import { About } from './about';
import { Mentions } from './mentions';
import type { Outbox } from './outbox';

const tallest = 180;

export class Composer {
  private readonly field: HTMLTextAreaElement;
  private readonly mentions: Mentions;
  private readonly about: About;
  private readonly stopped = new AbortController();

  constructor(form: HTMLFormElement, private readonly conversation: string, private readonly texts: DOMStringMap, private readonly outbox: Outbox, private readonly onSent: () => void, private readonly onEditLast: () => void) {
    const { signal } = this.stopped;
    this.field = form.querySelector('textarea')!;
    this.about = new About(form, () => this.leave());
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
    this.about.end();
    this.stopped.abort();
  }

  /** What is written next answers this message. */
  reply(seq: number, name: string): void {
    this.about.reply(seq, name);
    this.field.focus();
  }

  /** An own message is worded anew; what was being written comes back afterwards. */
  edit(seq: number, body: string): void {
    this.about.edit(seq, this.field.value);
    this.put(body);
  }

  /** Words to be sent again. */
  write(body: string): void {
    this.put(this.field.value === '' ? body : `${this.field.value}\n${body}`);
  }

  private key(event: KeyboardEvent): void {
    // 229 is what some browsers give while an input method is at work.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (this.mentions.key(event)) {
      event.preventDefault();
    } else if (event.key === 'Escape' && this.about.is) {
      event.preventDefault();
      this.about.end();
    } else if (event.key === 'ArrowUp' && this.field.value === '' && !this.about.is) {
      event.preventDefault();
      this.onEditLast();
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
    if (this.about.editing !== null) {
      void this.reword(this.about.editing, body);
      return;
    }
    const replyTo = this.about.answering ?? undefined;
    this.outbox.add({ id: uuid7(), conversation: this.conversation, body, mentioned: this.mentions.in(body), replyTo });
    this.about.end();
    this.put('');
    this.onSent();
  }

  // A refused wording stays in the field.
  private async reword(seq: number, body: string): Promise<void> {
    try {
      const answer = await invoke<Answer<object>>('Edit', this.conversation, seq, body);
      if (answer.code) {
        toast(answer.text ?? '', true);
      } else {
        this.about.end();
      }
    } catch {
      toast(this.texts.away ?? '', true);
    }
  }

  // After an edit what was being written before comes back.
  private leave(): void {
    const before = this.about.before;
    if (before !== null) {
      this.put(before);
    }
  }

  private put(body: string): void {
    this.field.value = body;
    if (body === '') {
      forget(this.field);
    } else if (this.about.editing === null) {
      this.field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.mentions.close();
    this.grow();
    this.field.focus();
    this.field.setSelectionRange(body.length, body.length);
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
