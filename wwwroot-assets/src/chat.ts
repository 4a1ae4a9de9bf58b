// The browser's side of the conversations page: switching, reading, writing. Messages are sent over the live connection, not over
// the page's circuit, so that a lost circuit loses nothing.
import { setTitle } from './lib/badge';
import { isAway } from './lib/connection';
import { Composer } from './lib/chat/composer';
import { Echo } from './lib/chat/echo';
import { Outbox } from './lib/chat/outbox';
import { Reader } from './lib/chat/reader';
import { Tools } from './lib/chat/tools';
import type { DotNet } from './lib/chat/types';

class Talk {
  private readonly reader: Reader;
  private readonly composer: Composer | null;
  private readonly tools: Tools;

  constructor(talk: HTMLElement, pane: DotNet, conversation: string, texts: DOMStringMap, outbox: Outbox) {
    const list = talk.querySelector<HTMLElement>('[data-messages]')!;
    const form = talk.querySelector<HTMLFormElement>('[data-composer]');
    const echo = new Echo(list, outbox, texts, conversation);
    this.reader = new Reader(list, talk, pane, texts, () => echo.settle());
    this.composer = form ? new Composer(form, conversation, texts, outbox, () => void this.reader.toNewest(), () => this.tools.editLast()) : null;
    this.tools = new Tools(talk, list, conversation, pane, texts, () => this.composer);
  }

  toUnread(): void {
    this.reader.toUnread();
  }

  detach(): void {
    this.reader.stop();
    this.composer?.stop();
    this.tools.stop();
  }
}

class Page {
  private readonly outbox: Outbox;
  private readonly stopped = new AbortController();
  private readonly seen: IntersectionObserver;
  private readonly added: MutationObserver;

  constructor(private readonly root: HTMLElement, private readonly page: DotNet) {
    const { signal } = this.stopped;
    this.outbox = new Outbox(root.dataset.me ?? '', root.dataset.unsent ?? '');
    root.addEventListener('click', event => this.click(event), { signal });
    window.addEventListener('popstate', this.follow, { signal });
    document.addEventListener('hzt:connected', this.follow, { signal });
    window.Blazor.addEventListener('enhancedload', this.follow);
    this.seen = new IntersectionObserver(found => found.filter(one => one.isIntersecting).forEach(one => (one.target as HTMLElement).click()));
    this.added = new MutationObserver(() => this.watchMore());
    this.added.observe(root, { childList: true, subtree: true });
    this.watchMore();
  }

  /** Null: the reader has gone on to another conversation already. */
  attach(talk: HTMLElement | null, pane: DotNet, conversation: string, title: string): Talk | null {
    if (!talk) {
      return null;
    }
    this.titled(title);
    return new Talk(talk, pane, conversation, this.root.dataset, this.outbox);
  }

  /** The page opened something by itself: the address follows, as a new step back or in place of this one. */
  address(conversation: string | null, asNew: boolean): void {
    const wanted = conversation ? `/chat/${conversation}` : '/chat';
    if (location.pathname !== wanted) {
      if (asNew) {
        history.pushState(null, '', wanted);
      } else {
        history.replaceState(history.state, '', wanted);
      }
    }
    if (!conversation) {
      this.titled(null);
    }
  }

  /** The conversation with the person of the address is this one. An address the reader clicked since then stays. */
  settle(conversation: string | null): void {
    if (location.pathname.startsWith('/chat/with/')) {
      this.address(conversation, false);
    }
  }

  stop(): void {
    this.stopped.abort();
    window.Blazor.removeEventListener('enhancedload', this.follow);
    this.outbox.stop();
    this.seen.disconnect();
    this.added.disconnect();
  }

  private click(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-conversation]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    if (location.pathname !== link.pathname) {
      history.pushState(null, '', link.pathname);
    }
    void this.follow();
  }

  // The page shows what the address names. While its connection is away that waits; without any circuit a new page can.
  private readonly follow = async (): Promise<void> => {
    const found = /^\/chat(?:\/(with\/)?([0-9a-f-]{36}))?$/i.exec(location.pathname);
    if (!found) {
      return;
    }
    const [, withPerson, id] = found;
    try {
      await this.page.invokeMethodAsync(withPerson ? 'OpenWithAsync' : 'OpenAsync', id ?? null);
      if (!id) {
        this.titled(null);
      }
    } catch {
      if (!isAway()) {
        location.reload();
      }
    }
  };

  private titled(title: string | null): void {
    const product = this.root.dataset.product ?? '';
    setTitle(title ? `${title} · ${product}` : `${this.root.dataset.title ?? ''} · ${product}`);
  }

  private watchMore(): void {
    this.seen.disconnect();
    this.root.querySelectorAll('[data-auto]').forEach(button => this.seen.observe(button));
  }
}

/** Null: the reader has left the page already. */
export function start(root: HTMLElement | null, page: DotNet): Page | null {
  return root && new Page(root, page);
}
