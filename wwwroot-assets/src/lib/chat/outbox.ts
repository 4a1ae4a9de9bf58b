// What was sent but is not yet known to be kept. It lives in the browser's store with its client id, so that a lost
// connection, a reload or a second tab sends it once and never twice: the server knows a message by that id.
import { invoke, isUp, onUp, type Answer } from '../live';

export interface Waiting {
  id: string;
  conversation: string;
  body: string;
  mentioned: string[];
  /** The place of the message this one answers. */
  replyTo?: number;
  /** Why it was refused; undefined while it is on its way. */
  failed?: string;
}

type Change = (message: Waiting, state: 'added' | 'sent' | 'failed' | 'again') => void;

const mostAttempts = 5;

export class Outbox {
  private readonly key: string;
  private readonly attempts = new Map<string, number>();
  private readonly forgetUp: () => void;
  private waiting: Waiting[];
  private sending = false;
  private timer = 0;
  onChange: Change = () => undefined;

  constructor(me: string, private readonly unsent: string) {
    this.key = `hzt.outbox:${me}`;
    this.waiting = this.load();
    this.forgetUp = onUp(() => void this.flush());
  }

  of(conversation: string): Waiting[] {
    return this.waiting.filter(message => message.conversation === conversation);
  }

  add(message: Waiting): void {
    this.waiting.push(message);
    this.save();
    this.onChange(message, 'added');
    void this.flush();
  }

  retry(id: string): void {
    const message = this.waiting.find(one => one.id === id);
    if (message) {
      delete message.failed;
      this.attempts.delete(id);
      this.save();
      this.onChange(message, 'again');
      void this.flush();
    }
  }

  remove(id: string): void {
    this.waiting = this.waiting.filter(message => message.id !== id);
    this.save();
  }

  stop(): void {
    this.forgetUp();
    window.clearTimeout(this.timer);
  }

  private async flush(): Promise<void> {
    if (this.sending) {
      return;
    }
    this.sending = true;
    try {
      for (let next = this.next(); next && isUp(); next = this.next()) {
        if (!await this.send(next)) {
          break;
        }
      }
    } finally {
      this.sending = false;
    }
  }

  private next(): Waiting | undefined {
    return this.waiting.find(message => message.failed === undefined);
  }

  /** False: stop here and try later, so that the order stays. */
  private async send(message: Waiting): Promise<boolean> {
    try {
      const answer = await invoke<Answer<object>>('Post', message.conversation, {
        clientId: message.id, body: message.body, mentioned: message.mentioned, replyTo: message.replyTo ?? null,
      });
      if (answer.code) {
        this.fail(message, answer.text ?? this.unsent);
      } else {
        this.remove(message.id);
        this.onChange(message, 'sent');
      }
      return true;
    } catch {
      const tried = (this.attempts.get(message.id) ?? 0) + (isUp() ? 1 : 0);
      this.attempts.set(message.id, tried);
      if (tried >= mostAttempts) {
        this.fail(message, this.unsent);
        return true;
      }
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.flush(), 2_000 * (tried + 1));
      return false;
    }
  }

  private fail(message: Waiting, why: string): void {
    message.failed = why;
    this.save();
    this.onChange(message, 'failed');
  }

  private load(): Waiting[] {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]') as Waiting[];
    } catch {
      return [];
    }
  }

  private save(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.waiting));
    } catch {
      // A full or forbidden store: what waits lives as long as the page.
    }
  }
}
