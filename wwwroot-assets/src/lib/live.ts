// The small live connection of every signed-in page: unread total, incoming calls, end of session, and the way messages are sent.
import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { redrawBadge, showTotal } from './badge';
import { ring, stopRing } from './ring';

/** What a hub method answers: a value, or why not. */
export interface Answer<T> { value: T | null; code: string | null; text: string | null; }

interface Badge { conversationId: string; unread: number; muted: boolean; }

const longestWait = 15_000;
const unread = new Map<string, Badge>();
const whenUp = new Set<() => void>();
let hub: HubConnection | null = null;

/** Called on every page and after every page change: connects once somebody is signed in. */
export function startLive(): void {
  const signedIn = document.querySelector('.rail .me') !== null;
  if (signedIn && !hub) {
    hub = build();
    void begin(hub);
  } else if (signedIn) {
    redrawBadge();
  }
}

export function isUp(): boolean {
  return hub?.state === HubConnectionState.Connected;
}

/** Calls a hub method; fails at once while the connection is away. */
export function invoke<T>(method: string, ...args: unknown[]): Promise<T> {
  return isUp() ? hub!.invoke<T>(method, ...args) : Promise.reject(new Error('away'));
}

/** Runs now if connected, and each time the connection came back. Answers how to stop that. */
export function onUp(listener: () => void): () => void {
  whenUp.add(listener);
  if (isUp()) {
    listener();
  }
  return () => whenUp.delete(listener);
}

function build(): HubConnection {
  const made = new HubConnectionBuilder()
    .withUrl('/hubs/live')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => retry(context.previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  made.serverTimeoutInMilliseconds = 30_000;
  made.keepAliveIntervalInMilliseconds = 12_000;
  made.on('ConversationMoved', (badge: Badge) => put(badge));
  made.on('ReadMoved', (conversationId: string, _seq: number, left: number) =>
    put({ conversationId, unread: left, muted: unread.get(conversationId)?.muted ?? false }));
  made.on('ConversationsChanged', () => void readTotal());
  made.on('MeetingRang', ring);
  made.on('MeetingRingEnded', stopRing);
  made.on('SignedOut', leave);
  for (const quiet of ['MessagePosted', 'MessageChanged', 'MembersChanged', 'ReaderMoved', 'Resync']) {
    made.on(quiet, () => undefined);
  }
  made.onreconnected(up);
  made.onclose(() => void beginAgain(made));
  window.addEventListener('online', () => void hurry(made));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isUp()) {
      void readTotal();
    }
  });
  return made;
}

async function begin(made: HubConnection): Promise<void> {
  for (let attempt = 0; made.state === HubConnectionState.Disconnected; attempt++) {
    try {
      await made.start();
      up();
    } catch {
      if (await isSignedOut()) {
        leave();
        return;
      }
      await new Promise(resolve => setTimeout(resolve, wait(attempt + 1)));
    }
  }
}

async function beginAgain(made: HubConnection): Promise<void> {
  if (await isSignedOut()) {
    leave();
  } else {
    await begin(made);
  }
}

// The network is back: do not sit out the pause.
async function hurry(made: HubConnection): Promise<void> {
  if (made.state === HubConnectionState.Reconnecting) {
    await made.stop();
  }
}

function up(): void {
  void readTotal();
  whenUp.forEach(listener => listener());
}

// Who was shut out meanwhile would knock for ever.
function retry(attempt: number): number {
  if (attempt > 0) {
    void isSignedOut().then(out => out && leave());
  }
  return wait(attempt);
}

async function isSignedOut(): Promise<boolean> {
  try {
    return (await fetch('/session', { cache: 'no-store' })).status === 401;
  } catch {
    return false;
  }
}

function leave(): void {
  if (!location.pathname.startsWith('/sign-in')) {
    location.assign('/sign-in?ended=1');
  }
}

async function readTotal(): Promise<void> {
  try {
    const { conversations } = await invoke<{ conversations: Badge[] }>('Unread');
    unread.clear();
    conversations.forEach(badge => unread.set(badge.conversationId, badge));
    show();
  } catch {
    // The next connection reads it.
  }
}

function put(badge: Badge): void {
  unread.set(badge.conversationId, badge);
  show();
}

function show(): void {
  let total = 0;
  unread.forEach(badge => total += badge.muted ? 0 : badge.unread);
  showTotal(total);
}

// At once the first time, then full jitter, so that a restarted server is not met by everyone in the same second.
function wait(attempt: number): number {
  return attempt === 0 ? 0 : Math.round(Math.random() * Math.min(longestWait, 1_000 * 2 ** Math.min(attempt, 5)));
}
