// When the connection is lost, the session may be the reason: then the page goes to sign in, and comes back here afterwards.
const quietFor = 1_500;

export function watchSession(): void {
  const bar = document.getElementById('components-reconnect-modal');
  bar?.addEventListener('components-reconnect-state-changed', event => {
    const { state } = (event as CustomEvent<{ state: string }>).detail;
    if (state === 'show') {
      window.setTimeout(() => void leaveIfOver(), quietFor);
    }
  });
}

/** Leaves for the sign-in page when the session is over; says whether it did. */
export async function leaveIfOver(): Promise<boolean> {
  try {
    const answer = await fetch('/session', { cache: 'no-store' });
    if (answer.status !== 401) {
      return false;
    }
  } catch {
    return false;
  }
  const here = location.pathname + location.search;
  location.assign(`/sign-in?ended=1&returnUrl=${encodeURIComponent(here)}`);
  return true;
}
