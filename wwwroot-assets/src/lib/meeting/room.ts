import { Backlog } from './backlog';
import type { Devices } from './devices';
import type { MediaDriver } from './driver';
import { MeetingLine, type HubEvents } from './hub';
import { Mesh } from './mesh';
import { keepSeat, newId, readSeat } from './seat';
import type { Share } from './share';
import type { Answer, JoinAnswer, MediaTicket, PeerState, PeerView, TrackKind } from './types';

/** What the room shows and says; the page does it. */
export interface RoomView {
  joined(peer: PeerView): void;
  left(peer: PeerView): void;
  changed(): void;
  track(peer: string, kind: TrackKind, track: MediaStreamTrack | null): void;
  phase(peer: string, phase: 'connecting' | 'connected' | 'lost'): void;
  line(away: boolean): void;
  say(key: string, ...args: (string | number)[]): void;
  mutedByHost(): void;
  over(reason: string, ...args: (string | number)[]): void;
}

// After a restart of the server the others come back one by one; so long those whose media flows are kept.
const strayLife = 20_000;

/** One person's part in a meeting: the line to the hub, the media driver, and who is here. */
export class Room {
  readonly peers = new Map<string, PeerView>();
  readonly participantId: string;
  self: PeerView | null = null;
  host = '';
  hand = false;
  /** Names the line that holds the seat; null while there is none. */
  connection: string | null = null;
  limits = { maxVideo: 4, maxAudio: 8 };
  driver: MediaDriver | null = null;
  private readonly lineToHub: MeetingLine;
  private readonly sent = new Map<TrackKind, MediaStreamTrack | null>();
  private readonly backlog = new Backlog();
  private closed = false;

  constructor(
    private readonly meeting: string,
    private readonly devices: Devices,
    private readonly share: Share,
    private readonly view: RoomView,
  ) {
    this.participantId = readSeat(meeting)?.participantId ?? newId();
    this.lineToHub = new MeetingLine(this.backlog.wrap(this.events()), {
      away: () => this.view.line(true),
      back: () => void this.back(),
      over: signedOut => this.close(signedOut ? 'signedout' : 'lost'),
    });
  }

  get line(): MeetingLine {
    return this.lineToHub;
  }

  get state(): PeerState {
    return { mic: this.devices.micOn, cam: this.devices.cam !== null, screen: this.share.id, hand: this.hand };
  }

  /** Comes in; answers why not, when not. */
  async enter(): Promise<Answer<JoinAnswer>> {
    await this.lineToHub.start();
    const answer = await this.lineToHub.join(this.meeting, this.participantId, this.state, true);
    if (!answer.value) {
      await this.lineToHub.stop();
      return answer;
    }
    const { self, peers, host, media, connection } = answer.value;
    this.connection = connection;
    this.self = self;
    this.host = host;
    this.limits = media.limits;
    this.driver = this.open(media);
    if (this.state.cam && !self.state.cam) {
      await this.devices.setCam(false);
      this.view.say('TooManyForVideo', this.limits.maxVideo);
    }
    this.sync();
    for (const peer of peers) {
      this.meet(peer, true);
    }
    this.backlog.open();
    this.view.changed();
    return answer;
  }

  /** Hands changed tracks to the driver and the changed state to the others. */
  sync(): void {
    if (!this.driver || !this.self || this.closed) {
      return;
    }
    const tracks = { mic: this.devices.mic, cam: this.devices.cam, screen: this.share.video, screenAudio: this.share.audio };
    for (const [kind, track] of Object.entries(tracks) as [TrackKind, MediaStreamTrack | null][]) {
      if (this.sent.get(kind) !== track) {
        this.sent.set(kind, track);
        this.driver.send(kind, track);
      }
    }
    const state = this.state;
    const known = this.self.state;
    this.self.state = state;
    keepSeat(this.meeting, { participantId: this.participantId, mic: this.devices.choices.micOn, cam: state.cam });
    if (JSON.stringify(state) !== JSON.stringify(known)) {
      void this.tell(state);
    }
    this.view.changed();
  }

  async act(name: 'EndForAll' | 'MuteOther' | 'Remove', ...args: string[]): Promise<void> {
    // The end of the meeting may cut the line before its answer is here.
    const answer = await this.lineToHub.act(name, this.meeting, ...args).catch(() => null);
    if (answer?.refused) {
      this.view.say(answer.refused, ...answer.arguments);
    }
  }

  async leave(): Promise<void> {
    const gone = this.lineToHub.leave();
    this.close('left');
    await gone;
  }

  close(reason: string, ...args: (string | number)[]): void {
    if (this.closed) {
      return;
    }
    this.closed = true;
    this.backlog.close();
    this.connection = null;
    this.driver?.close();
    this.share.stop();
    this.devices.close();
    void this.lineToHub.stop();
    this.view.over(reason, ...args);
  }

  private open(ticket: MediaTicket): MediaDriver {
    return new Mesh(this.participantId, ticket, {
      track: (peer, kind, track) => this.view.track(peer, kind, track),
      phase: (peer, phase) => this.view.phase(peer, phase),
      signal: (peer, signal) => this.lineToHub.signal(peer, signal),
    });
  }

  private events(): HubEvents {
    return {
      PeerJoined: (peer, fresh) => {
        // Back with its connections kept: what still flows stays; what does not, this side begins anew.
        if (fresh || !this.driver?.alive(peer.id)) {
          this.meet(peer, !fresh);
        } else {
          this.peers.set(peer.id, peer);
        }
        this.view.changed();
      },
      PeerLeft: id => this.part(id),
      PeerState: (id, state) => {
        const peer = id === this.participantId ? this.self : this.peers.get(id);
        if (peer) {
          peer.state = state;
          this.view.changed();
        }
      },
      Signal: (from, signal) => this.peers.has(from) && this.driver?.receive(from, signal),
      HostChanged: personId => {
        this.host = personId;
        this.view.changed();
      },
      MutedByHost: () => this.view.mutedByHost(),
      Declined: name => this.view.say('DeclinedBy', name),
      Closed: reason => this.close(reason),
    };
  }

  private meet(peer: PeerView, offers: boolean): void {
    const known = this.peers.has(peer.id);
    this.peers.set(peer.id, peer);
    if (!known) {
      this.view.joined(peer);
    }
    this.driver?.add(peer.id, offers);
  }

  private part(id: string): void {
    const peer = this.peers.get(id);
    this.driver?.remove(id);
    if (peer && this.peers.delete(id)) {
      this.view.left(peer);
      this.view.changed();
    }
  }

  private async back(): Promise<void> {
    const answer = await this.lineToHub.join(this.meeting, this.participantId, this.state, false);
    if (!answer.value) {
      this.close('refused', answer.refused ?? 'Over', ...answer.arguments);
      return;
    }
    const { peers, host, resumed, missed, connection } = answer.value;
    this.connection = connection;
    this.host = host;
    for (const peer of peers) {
      if (this.driver?.alive(peer.id)) {
        this.peers.set(peer.id, peer);
      } else {
        this.meet(peer, true);
      }
    }
    this.removeStrays(new Set(peers.map(peer => peer.id)), resumed ? 0 : strayLife);
    missed.forEach(({ from, signal }) => this.driver?.receive(from, signal));
    this.lineToHub.flush();
    this.view.line(false);
    this.view.changed();
  }

  private removeStrays(present: Set<string>, after: number): void {
    const strays = [...this.peers.values()].filter(peer => !present.has(peer.id));
    window.setTimeout(() => {
      for (const stray of strays) {
        // Whoever came back in the meantime has a new view.
        if (this.peers.get(stray.id) === stray) {
          this.part(stray.id);
        }
      }
    }, after);
  }

  private async tell(state: PeerState): Promise<void> {
    const answer = await this.lineToHub.show(state).catch(() => null);
    if (answer?.refused) {
      // Too many came in for pictures.
      this.share.stop();
      await this.devices.setCam(false);
      this.view.say(answer.refused, ...answer.arguments);
      this.sync();
    }
  }
}
