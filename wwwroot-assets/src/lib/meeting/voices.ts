const loud = 0.03;
const hold = 700;

/** Sees who speaks: asks each level a few times a second, and lets short pauses pass. */
export class Voices {
  private readonly heard = new Map<string, number>();
  private readonly timer: number;

  constructor(levels: () => Iterable<[string, number]>, speaking: (key: string, speaks: boolean) => void) {
    this.timer = window.setInterval(() => {
      const now = performance.now();
      for (const [key, level] of levels()) {
        if (level > loud) {
          this.heard.set(key, now);
        }
        speaking(key, now - (this.heard.get(key) ?? -hold) < hold);
      }
    }, 200);
  }

  close(): void {
    window.clearInterval(this.timer);
  }
}
