import * as signalR from '@microsoft/signalr';
import type { Answer, JoinAnswer, PeerSignal, PeerState, PeerView } from './types';

/** What the hub tells this page; the names are IMeetingClient's. */
export interface HubEvents {
  PeerJoined(peer: PeerView, fresh: boolean): void;
  PeerLeft(id: string): void;
  PeerState(id: string, state: PeerState): void;
  Signal(from: string, signal: PeerSignal): void;
  HostChanged(personId: string): void;
  MutedByHost(): void;
  Declined(name: string): void;
  Closed(reason: string): void;
}

export interface LineEvents {
  /** The line is away; media goes on. */
  away(): void;
  /** The line is back: the seat has to be taken again. */
  back(): void;
  /** The line will not come back: signed out, or shut by the server. */
  over(signedOut: boolean): void;
}

const pauses = [0, 500, 1_000, 2_000, 4_000];

/** The page's line to /hubs/meeting. Signals that cannot be sent now wait until it is back. */
export class MeetingLine {
  private readonly connection: signalR.HubConnection;
  private waiting: [string, PeerSignal][] = [];
  private signedOut = false;
  private stopped = false;

  constructor(events: HubEvents, line: LineEvents) {
    this.connection = new signalR.HubConnectionBuilder()
      .withUrl('/hubs/meeting')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => this.pause(context) })
      .withKeepAliveInterval(4_000)
      .withServerTimeout(12_000)
      .configureLogging(signalR.LogLevel.None)
      .build();
    for (const name of ['PeerJoined', 'PeerLeft', 'PeerState', 'Signal', 'HostChanged', 'MutedByHost', 'Declined', 'Closed'] as const) {
      this.connection.on(name, (...args: never[]) => (events[name] as (...all: never[]) => void)(...args));
    }
    this.connection.onreconnecting(() => line.away());
    this.connection.onreconnected(() => line.back());
    this.connection.onclose(() => this.stopped || line.over(this.signedOut));
  }

  get state(): string {
    return this.connection.state;
  }

  start(): Promise<void> {
    return this.connection.start();
  }

  join(meetingId: string, participantId: string, state: PeerState, fresh: boolean): Promise<Answer<JoinAnswer>> {
    return this.connection.invoke('Join', { meetingId, participantId, state, fresh });
  }

  signal(to: string, signal: PeerSignal): void {
    if (this.connection.state === signalR.HubConnectionState.Connected) {
      void this.connection.send('Signal', to, signal).catch(() => this.waiting.push([to, signal]));
    } else {
      this.waiting.push([to, signal]);
    }
  }

  /** Sends what had to wait. */
  flush(): void {
    for (const [to, signal] of this.waiting.splice(0)) {
      this.signal(to, signal);
    }
  }

  async show(state: PeerState): Promise<Answer<unknown> | null> {
    // Away: the seat is taken again with the state of that moment.
    return this.connection.state === signalR.HubConnectionState.Connected ? this.connection.invoke('SetState', state) : null;
  }

  act(name: 'EndForAll' | 'MuteOther' | 'Remove', ...args: string[]): Promise<Answer<unknown>> {
    return this.connection.invoke(name, ...args);
  }

  async leave(): Promise<void> {
    await this.connection.invoke('Leave').catch(() => undefined);
    await this.stop();
  }

  stop(): Promise<void> {
    this.stopped = true;
    return this.connection.stop();
  }

  private pause({ previousRetryCount, retryReason }: signalR.RetryContext): number | null {
    if (/\b401\b/.test(String(retryReason))) {
      this.signedOut = true;
      return null;
    }
    return pauses[previousRetryCount] ?? 5_000;
  }
}
