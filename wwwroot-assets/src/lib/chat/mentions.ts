// The list of members that opens behind an @.
import { invoke, type Answer } from '../live';

interface Member { id: string; name: string; pinyin: string; unit: string; title: string; }

const mostShown = 8;

export class Mentions {
  private readonly box: HTMLElement;
  private readonly picked = new Map<string, string>();
  private members: Promise<Member[]> | null = null;
  private found: (Member | null)[] = [];
  private at = 0;

  constructor(private readonly field: HTMLTextAreaElement, form: HTMLElement, private readonly conversation: string, private readonly texts: DOMStringMap) {
    this.box = form.querySelector<HTMLElement>('[data-mention-list]')!;
    this.box.addEventListener('pointerdown', event => {
      const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
      if (option) {
        event.preventDefault();
        this.take(Number(option.dataset.at));
      }
    });
    field.addEventListener('blur', () => this.close());
  }

  /** Who was picked and still stands in the text. */
  in(text: string): string[] {
    return [...this.picked].filter(([, name]) => text.includes(`@${name}`)).map(([id]) => id);
  }

  /** After each change of the text. */
  async typed(): Promise<void> {
    const term = this.term();
    if (term === null) {
      this.close();
      return;
    }
    const members = await this.load();
    if (term !== this.term()) {
      return;
    }
    const fits = members.filter(member => matches(member, term)).slice(0, mostShown);
    const everyone = this.texts.everyone ?? '';
    this.found = everyone.toLowerCase().includes(term.toLowerCase()) && members.length > 0 ? [null, ...fits] : fits;
    this.at = 0;
    this.draw();
  }

  /** True: the key was for this list. */
  key(event: KeyboardEvent): boolean {
    if (this.box.hidden) {
      return false;
    }
    switch (event.key) {
      case 'ArrowDown':
        this.at = (this.at + 1) % Math.max(1, this.found.length);
        break;
      case 'ArrowUp':
        this.at = (this.at + this.found.length - 1) % Math.max(1, this.found.length);
        break;
      case 'Enter':
      case 'Tab':
        if (this.found.length === 0) {
          return false;
        }
        this.take(this.at);
        return true;
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
    this.draw();
    return true;
  }

  close(): void {
    this.box.hidden = true;
    this.field.removeAttribute('aria-activedescendant');
  }

  private term(): string | null {
    const before = this.field.value.slice(0, this.field.selectionStart);
    return /(?:^|[^A-Za-z0-9])@([^\s@]{0,20})$/.exec(before)?.[1] ?? null;
  }

  private load(): Promise<Member[]> {
    this.members ??= invoke<Answer<Member[]>>('Members', this.conversation).then(answer => answer.value ?? []);
    this.members.catch(() => { this.members = null; });
    return this.members.catch(() => []);
  }

  private take(place: number): void {
    const member = this.found[place];
    if (member === undefined) {
      return;
    }
    const name = member?.name ?? this.texts.everyone ?? '';
    const end = this.field.selectionStart;
    const start = end - (this.term()?.length ?? 0);
    this.field.setRangeText(`${name} `, start, end, 'end');
    if (member) {
      this.picked.set(member.id, member.name);
    }
    this.close();
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
    this.field.focus();
  }

  private draw(): void {
    this.box.replaceChildren(...this.found.map((member, place) => this.option(member, place)));
    if (this.found.length === 0) {
      const nobody = document.createElement('p');
      nobody.className = 'sub';
      nobody.textContent = this.texts.nobody ?? '';
      this.box.append(nobody);
    }
    this.box.hidden = false;
    this.field.setAttribute('aria-activedescendant', `${this.box.id}-${this.at}`);
    this.box.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private option(member: Member | null, place: number): HTMLElement {
    const row = document.createElement('div');
    row.role = 'option';
    row.id = `${this.box.id}-${place}`;
    row.dataset.at = String(place);
    row.ariaSelected = String(place === this.at);
    const name = document.createElement('b');
    name.textContent = member?.name ?? this.texts.everyone ?? '';
    const unit = document.createElement('span');
    unit.textContent = member ? `${member.unit} ${member.title}`.trim() : this.texts.everyoneHint ?? '';
    row.append(name, unit);
    return row;
  }
}

function matches(member: Member, term: string): boolean {
  const wanted = term.toLowerCase();
  const syllables = member.pinyin.split(' ');
  return member.name.includes(term)
    || syllables.join('').startsWith(wanted)
    || syllables.map(one => one[0] ?? '').join('').startsWith(wanted);
}
