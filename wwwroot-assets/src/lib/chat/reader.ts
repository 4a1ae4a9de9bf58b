// Keeps the reader's place: at the end when the reader is at the end, else on the same message whatever comes above or below.
import type { DotNet } from './types';

const nearEnd = 48;
const farFromEnd = 320;

export class Reader {
  private readonly jump: HTMLButtonElement;
  private readonly changes = new MutationObserver(() => this.changed());
  private readonly sizes = new ResizeObserver(() => this.keepPlace());
  private readonly edges: IntersectionObserver;
  private readonly stopped = new AbortController();
  private atEnd = true;
  private anchor: { row: HTMLElement; top: number } | null = null;
  private seen = 0;
  private looking: boolean | null = null;
  private loading = false;

  constructor(private readonly list: HTMLElement, talk: HTMLElement, private readonly pane: DotNet, private readonly texts: DOMStringMap, private readonly onChange: () => void) {
    const { signal } = this.stopped;
    this.jump = talk.querySelector<HTMLButtonElement>('[data-jump]')!;
    this.edges = new IntersectionObserver(found => this.reach(found), { root: list, rootMargin: '300px 0px' });
    const line = list.querySelector<HTMLElement>('[data-unread]');
    if (line && list.scrollHeight > list.clientHeight) {
      this.atEnd = false;
      list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - 24;
    } else {
      this.toEnd();
    }
    this.scrolled();
    list.addEventListener('scroll', () => this.scrolled(), { passive: true, signal });
    window.addEventListener('focus', () => this.look(), { signal });
    window.addEventListener('blur', () => this.look(), { signal });
    document.addEventListener('visibilitychange', () => this.look(), { signal });
    document.addEventListener('hzt:connected', () => { this.looking = null; this.look(); }, { signal });
    this.jump.addEventListener('click', () => void this.toNewest(), { signal });
    this.changes.observe(list, { childList: true, subtree: true });
    this.sizes.observe(list);
    this.watchEdges();
  }

  async toNewest(): Promise<void> {
    this.atEnd = true;
    if (this.hasNewer()) {
      await this.pane.invokeMethodAsync('NewestAsync');
    }
    this.toEnd();
    this.scrolled();
  }

  toUnread(): void {
    this.atEnd = false;
    this.anchor = null;
    this.list.querySelector('[data-unread]')?.scrollIntoView({ block: 'start' });
    this.scrolled();
  }

  stop(): void {
    this.stopped.abort();
    this.changes.disconnect();
    this.sizes.disconnect();
    this.edges.disconnect();
  }

  private changed(): void {
    this.onChange();
    this.keepPlace();
    this.watchEdges();
  }

  private keepPlace(): void {
    if (this.atEnd && !this.hasNewer()) {
      this.toEnd();
    } else if (this.anchor?.row.isConnected) {
      this.list.scrollTop += this.anchor.row.getBoundingClientRect().top - this.anchor.top;
    }
    this.scrolled();
  }

  private scrolled(): void {
    const below = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight;
    this.atEnd = below < nearEnd && !this.hasNewer();
    const rows = this.rows();
    const top = this.list.getBoundingClientRect().top;
    const row = rows.find(one => one.getBoundingClientRect().bottom > top);
    this.anchor = row ? { row, top: row.getBoundingClientRect().top } : null;
    if (this.atEnd) {
      this.seen = seqOf(rows.at(-1));
    }
    const fresh = rows.filter(one => seqOf(one) > this.seen).length;
    this.jump.hidden = this.atEnd || (below < farFromEnd && fresh === 0 && !this.hasNewer());
    this.jump.querySelector('[data-jump-text]')!.textContent = fresh > 0 ? (this.texts.new ?? '').replace('{0}', String(fresh)) : '';
    this.look();
  }

  private look(): void {
    const now = this.atEnd && document.visibilityState === 'visible' && document.hasFocus();
    if (now !== this.looking) {
      this.looking = now;
      void this.pane.invokeMethodAsync('LookAsync', now).catch(() => { this.looking = null; });
    }
  }

  private async reach(found: IntersectionObserverEntry[]): Promise<void> {
    const edge = found.find(entry => entry.isIntersecting)?.target as HTMLElement | undefined;
    if (!edge || this.loading) {
      return;
    }
    this.loading = true;
    try {
      await this.pane.invokeMethodAsync(edge.dataset.load === 'older' ? 'OlderAsync' : 'NewerAsync');
    } catch {
      // The connection is away; reaching the edge again asks again.
    } finally {
      this.loading = false;
    }
  }

  // Observing anew asks again where the edges are.
  private watchEdges(): void {
    this.edges.disconnect();
    this.list.querySelectorAll('[data-load]').forEach(edge => this.edges.observe(edge));
  }

  private hasNewer(): boolean {
    return this.list.dataset.newer === 'true';
  }

  private toEnd(): void {
    this.list.scrollTop = this.list.scrollHeight;
  }

  private rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[data-seq]')];
  }
}

function seqOf(row: HTMLElement | undefined): number {
  return Number(row?.dataset.seq ?? 0);
}
