/** Holds back what is told before the own answer is here, and lets it pass in its order afterwards. */
export class Backlog {
  private waiting: (() => void)[] | null = [];
  private closed = false;

  wrap<T extends object>(events: T): T {
    const wrapped: Record<string, (...args: unknown[]) => void> = {};
    for (const [name, handle] of Object.entries(events) as [string, (...args: unknown[]) => void][]) {
      wrapped[name] = (...args) => {
        if (this.waiting) {
          this.waiting.push(() => handle(...args));
        } else if (!this.closed) {
          handle(...args);
        }
      };
    }
    return wrapped as T;
  }

  open(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    waiting.forEach(run => run());
  }

  close(): void {
    this.closed = true;
  }
}
