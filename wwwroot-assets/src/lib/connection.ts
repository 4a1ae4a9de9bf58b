// A lost circuit: a quiet bar after 2.5 s, retries with full jitter, and a reload only when nothing typed would be lost.
import { hasUnkeptText, saveTyped } from './keep';

const quietFor = 2_500;
const longestWait = 30_000;

export async function startConnection(): Promise<void> {
  await window.Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: Number.MAX_SAFE_INTEGER,
        retryIntervalMilliseconds: (attempt: number) =>
          attempt === 0 ? 0 : Math.round(Math.random() * Math.min(longestWait, 1_000 * 2 ** Math.min(attempt, 6))),
      },
    },
  });
  const bar = document.getElementById('components-reconnect-modal');
  if (bar) {
    watch(bar);
  }
}

/** Whether the page's circuit is out of reach and may come back. */
export function isAway(): boolean {
  return document.getElementById('components-reconnect-modal')?.hasAttribute('data-over') ?? false;
}

function watch(bar: HTMLElement): void {
  const words = bar.querySelector<HTMLElement>('[data-words]')!;
  const retry = bar.querySelector<HTMLButtonElement>('[data-retry]')!;
  const reload = bar.querySelector<HTMLButtonElement>('[data-reload]')!;
  let timer = 0;
  let away = false;

  const show = (text: string | undefined, lost: boolean) => {
    words.textContent = text ?? '';
    retry.hidden = lost;
    reload.hidden = !lost;
    bar.hidden = false;
  };
  const giveUp = () => {
    window.clearTimeout(timer);
    saveTyped();
    if (hasUnkeptText()) {
      show(bar.dataset.lost, true);
    } else {
      reloadWhenReachable();
    }
  };

  bar.addEventListener('components-reconnect-state-changed', event => {
    const { state } = (event as CustomEvent<{ state: string }>).detail;
    if (state === 'show') {
      away = true;
      bar.toggleAttribute('data-over', true);
      saveTyped();
      window.clearTimeout(timer);
      timer = window.setTimeout(() => show(bar.dataset.away, false), quietFor);
    } else if (state === 'hide') {
      away = false;
      bar.toggleAttribute('data-over', false);
      window.clearTimeout(timer);
      bar.hidden = true;
      document.dispatchEvent(new CustomEvent('hzt:connected'));
    } else if (state === 'rejected' || state === 'resume-failed') {
      // Not 'failed': attempts never end here, and a retry by hand makes the sleeping attempt report it long after.
      giveUp();
    }
  });
  const tryNow = async () => {
    try {
      if (away && !await window.Blazor.reconnect() && !await window.Blazor.resumeCircuit()) {
        giveUp();
      }
    } catch {
      // Still out of reach: the next attempt is already planned.
    }
  };
  retry.addEventListener('click', () => void tryNow());
  reload.addEventListener('click', () => location.reload());
  window.addEventListener('online', () => void tryNow());
}

// A server that is just starting again would answer a reload with the browser's own error page.
async function reloadWhenReachable(): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      if (answer.status < 500) {
        location.reload();
        return;
      }
    } catch {
      // Not yet.
    }
    await new Promise(resolve => setTimeout(resolve, Math.min(longestWait, 500 * 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2)));
  }
}
