// The small menus behind the tools of a message: one open at a time, closed by Escape, by a click elsewhere, by a choice.
export class Pops {
  private readonly all: HTMLElement[];
  private readonly stopped = new AbortController();
  private opened: HTMLElement | null = null;

  constructor(private readonly talk: HTMLElement, private readonly onLeave: () => void) {
    const { signal } = this.stopped;
    this.all = [...talk.querySelectorAll<HTMLElement>('[data-pop]')];
    document.addEventListener('keydown', event => this.key(event), { signal });
    document.addEventListener('pointerdown', event => {
      if (this.opened && !talk.contains(event.target as Node)) {
        this.close();
      }
    }, { signal });
  }

  get isOpen(): boolean {
    return this.opened !== null;
  }

  stop(): void {
    this.stopped.abort();
  }

  open(name: string, beside: HTMLElement): void {
    const same = this.opened?.dataset.pop === name;
    this.close();
    const pop = this.all.find(one => one.dataset.pop === name);
    if (!pop || same) {
      return;
    }
    pop.hidden = false;
    const at = beside.getBoundingClientRect();
    const frame = this.talk.getBoundingClientRect();
    const below = at.bottom - frame.top + 4;
    pop.style.left = `${Math.max(8, Math.min(at.left - frame.left, frame.width - pop.offsetWidth - 8))}px`;
    pop.style.top = `${Math.max(4, below + pop.offsetHeight > frame.height ? at.top - frame.top - pop.offsetHeight - 4 : below)}px`;
    this.opened = pop;
    (pop.querySelector<HTMLElement>('button:not([hidden])') ?? pop).focus();
  }

  /** A list of texts, each with its small print. */
  list(name: string, beside: HTMLElement, lines: [string, string][]): void {
    const pop = this.all.find(one => one.dataset.pop === name);
    pop?.replaceChildren(...lines.map(([text, small]) => {
      const line = document.createElement('p');
      const when = document.createElement('small');
      line.textContent = text;
      when.textContent = small;
      line.append(when);
      return line;
    }));
    this.open(name, beside);
  }

  show(act: string, shown: boolean): void {
    this.all.forEach(pop => pop.querySelectorAll<HTMLElement>(`[data-do="${act}"]`).forEach(button => { button.hidden = !shown; }));
  }

  close(): void {
    if (this.opened) {
      this.opened.hidden = true;
      this.opened = null;
    }
  }

  private key(event: KeyboardEvent): void {
    if (!this.opened) {
      return;
    }
    const buttons = [...this.opened.querySelectorAll<HTMLElement>('button:not([hidden])')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
      this.onLeave();
    } else if (['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'].includes(event.key) && buttons.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1;
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
  }
}
