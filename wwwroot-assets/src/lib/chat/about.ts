// The bar over the field that says what is being written: an answer to a message, or a message worded anew.
export class About {
  private readonly bar: HTMLElement;
  private readonly text: HTMLElement;
  answering: number | null = null;
  editing: number | null = null;
  /** What stood in the field before an edit. */
  before: string | null = null;

  constructor(form: HTMLElement, private readonly onEnd: () => void) {
    this.bar = form.querySelector<HTMLElement>('[data-about]')!;
    this.text = form.querySelector<HTMLElement>('[data-about-text]')!;
    form.querySelector('[data-about-end]')!.addEventListener('click', () => this.end());
  }

  get is(): boolean {
    return !this.bar.hidden;
  }

  reply(seq: number, name: string): void {
    this.end();
    this.answering = seq;
    this.show((this.bar.dataset.replying ?? '').replace('{0}', name));
  }

  edit(seq: number, before: string): void {
    this.end();
    this.editing = seq;
    this.before = before;
    this.show(this.bar.dataset.editing ?? '');
  }

  end(): void {
    if (!this.is) {
      return;
    }
    this.bar.hidden = true;
    this.answering = null;
    this.editing = null;
    this.onEnd();
    this.before = null;
  }

  private show(words: string): void {
    this.text.textContent = words;
    this.bar.hidden = false;
  }
}
