// What can be done with a message: tools that stand beside the one pointed at or focused, and the buttons inside messages.
import { invoke, type Answer } from '../live';
import { toast } from '../toast';
import type { Composer } from './composer';
import { Pops } from './pops';
import type { DotNet } from './types';

interface OneMessage { message: { body: string; senderName: string }; recalled: string | null; }
interface Wording { body: string; at: string; }

export class Tools {
  private readonly bar: HTMLElement;
  private readonly pops: Pops;
  private readonly stopped = new AbortController();
  private row: HTMLElement | null = null;

  constructor(
    private readonly talk: HTMLElement, private readonly list: HTMLElement, private readonly conversation: string,
    private readonly pane: DotNet, private readonly texts: DOMStringMap, private readonly composer: () => Composer | null) {
    const { signal } = this.stopped;
    this.bar = talk.querySelector<HTMLElement>('[data-tools]')!;
    this.pops = new Pops(talk, () => this.row?.focus());
    list.addEventListener('pointerover', event => event.pointerType === 'mouse' && this.point(event.target as Element), { signal });
    list.addEventListener('focusin', event => this.point(event.target as Element), { signal });
    list.addEventListener('keydown', event => this.key(event), { signal });
    list.addEventListener('scroll', () => this.hide(), { passive: true, signal });
    talk.addEventListener('click', event => this.click(event), { signal });
    talk.addEventListener('mouseleave', () => this.pops.isOpen || this.hide(), { signal });
  }

  stop(): void {
    this.stopped.abort();
    this.pops.stop();
  }

  /** The last own message that can be worded anew. */
  editLast(): void {
    const own = this.rows().filter(row => row.classList.contains('own') && row.dataset.kind === 'text').at(-1);
    if (own) {
      this.row = own;
      void this.edit();
    }
  }

  private rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('.m[data-seq]')];
  }

  private point(target: Element): void {
    const row = target.closest<HTMLElement>('.m[data-seq]');
    if (!row || this.pops.isOpen || this.composer() === null) {
      return;
    }
    this.row = row;
    this.bar.hidden = false;
    const body = (row.querySelector('.b') ?? row).getBoundingClientRect();
    const frame = this.talk.getBoundingClientRect();
    const left = row.classList.contains('own') ? body.left - frame.left : body.right - frame.left - this.bar.offsetWidth;
    this.bar.style.left = `${Math.max(8, Math.min(left, frame.width - this.bar.offsetWidth - 8))}px`;
    const top = (row.querySelector('.quote') ?? row.querySelector('.b') ?? row).getBoundingClientRect().top;
    this.bar.style.top = `${Math.max(4, top - frame.top - this.bar.offsetHeight + 4)}px`;
  }

  private hide(): void {
    this.bar.hidden = true;
    this.pops.close();
  }

  // Up and down go from message to message, Enter goes to the tools.
  private key(event: KeyboardEvent): void {
    const at = (event.target as Element).closest<HTMLElement>('.m[data-seq]');
    const rows = this.rows();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = at ? rows[rows.indexOf(at) + (event.key === 'ArrowUp' ? -1 : 1)] : rows.at(-1);
      if (next) {
        event.preventDefault();
        next.tabIndex = -1;
        next.focus();
      }
    } else if (event.key === 'Enter' && at === event.target) {
      event.preventDefault();
      this.bar.querySelector('button')?.focus();
    }
  }

  private click(event: MouseEvent): void {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('[data-do]');
    if (!button) {
      this.pops.close();
      this.point(target);
      return;
    }
    const inside = button.closest<HTMLElement>('[data-seq]');
    if (inside) {
      this.row = inside;
    }
    void this.act(button).catch(() => toast(this.texts.away ?? '', true));
  }

  private async act(button: HTMLElement): Promise<void> {
    switch (button.dataset.do) {
      case 'signs':
      case 'more':
        this.mayOnly();
        this.pops.open(button.dataset.do, button);
        return;
      case 'go':
        await this.go(Number(button.dataset.to));
        return;
      case 'wordings':
        await this.wordings(button);
        return;
    }
    this.hide();
    switch (button.dataset.do) {
      case 'reply':
        this.composer()?.reply(this.seq(), this.row?.dataset.name ?? '');
        break;
      case 'react':
        await this.ask('React', button.dataset.sign, button.getAttribute('aria-pressed') !== 'true');
        break;
      case 'copy':
        await this.copy();
        break;
      case 'edit':
        await this.edit();
        break;
      case 'recall':
        await this.ask('Recall');
        break;
      case 'again':
        this.composer()?.write((await this.read())?.recalled ?? '');
        break;
    }
  }

  // What this message does not allow is not offered; the server decides all the same.
  private mayOnly(): void {
    const own = this.row?.classList.contains('own') ?? false;
    const text = this.row?.dataset.kind === 'text';
    this.pops.show('edit', own && text);
    this.pops.show('copy', text);
    this.pops.show('recall', text && (own || this.list.dataset.keeps === 'true'));
  }

  private async edit(): Promise<void> {
    const found = await this.read();
    if (found) {
      this.composer()?.edit(this.seq(), found.message.body);
    }
  }

  private async copy(): Promise<void> {
    const found = await this.read();
    if (found) {
      await navigator.clipboard.writeText(found.message.body);
      toast(this.texts.copied ?? '');
    }
  }

  private async wordings(button: HTMLElement): Promise<void> {
    const answer = await this.ask<{ wordings: Wording[] }>('Wordings');
    if (answer) {
      this.pops.list('wordings', button, answer.wordings.map(one => [one.body, new Date(one.at).toLocaleString(document.documentElement.lang)]));
    }
  }

  private async go(seq: number): Promise<void> {
    const find = () => this.list.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
    if (!find()) {
      await this.pane.invokeMethodAsync('AroundAsync', seq);
    }
    const row = find();
    row?.scrollIntoView({ block: 'center' });
    row?.classList.add('flash');
    row?.addEventListener('animationend', () => row.classList.remove('flash'), { once: true });
  }

  private async read(): Promise<OneMessage | null> {
    return this.ask<OneMessage>('Message');
  }

  private async ask<T>(method: string, ...more: unknown[]): Promise<T | null> {
    const answer = await invoke<Answer<T>>(method, this.conversation, this.seq(), ...more);
    if (answer.code) {
      toast(answer.text ?? '', true);
    }
    return answer.value;
  }

  private seq(): number {
    return Number(this.row?.dataset.seq ?? 0);
  }
}
