import { fitCamera, fitScreen } from './quality';
import type { LinkPhase, MediaTicket, PeerSignal, TrackKind } from './types';

/** What this side sends, the same to everyone. */
export type Outgoing = Record<TrackKind, MediaStreamTrack | null>;

// Lips follow the voice only where both belong to one stream.
const together = new MediaStream();

export interface LinkEvents {
  track(kind: TrackKind, track: MediaStreamTrack | null): void;
  phase(phase: LinkPhase): void;
  signal(signal: PeerSignal): void;
}

const places: TrackKind[] = ['mic', 'cam'];
const restartAfter = 4_000;

/**
 * The connection to one participant. The first two places of its description are microphone and camera, in this order
 * and on both sides; what comes after them is a shared screen. Who offers is agreed by perfect negotiation: whichever
 * side is polite gives way when two offers meet.
 */
export class Link {
  readonly pc: RTCPeerConnection;
  restarts = 0;
  private readonly screens = new Map<'screen' | 'screenAudio', RTCRtpTransceiver>();
  private making = false;
  private ignoring = false;
  private settingAnswer = false;
  private begun: boolean;
  private early: RTCIceCandidateInit[] = [];
  private queue: Promise<void> = Promise.resolve();
  private timer = 0;
  private peers = 1;

  constructor(
    readonly session: string,
    private readonly polite: boolean,
    offers: boolean,
    ticket: MediaTicket,
    private readonly outgoing: Outgoing,
    private readonly events: LinkEvents,
  ) {
    this.begun = offers;
    this.pc = new RTCPeerConnection({
      iceServers: ticket.iceServers.map(server => ({
        urls: server.urls,
        ...(server.username && server.credential ? { username: server.username, credential: server.credential } : {}),
      })),
      iceTransportPolicy: ticket.relayOnly ? 'relay' : 'all',
      bundlePolicy: 'max-bundle',
    });
    this.listen();
    if (offers) {
      for (const kind of places) {
        this.pc.addTransceiver(outgoing[kind] ?? (kind === 'mic' ? 'audio' : 'video'), { direction: 'sendrecv', streams: [together] });
      }
      this.showScreen();
    }
  }

  get alive(): boolean {
    return this.pc.connectionState === 'connected' || this.pc.connectionState === 'connecting';
  }

  /** Whether both sides have made a first step at the same time, each with a connection of its own. */
  yieldsTo(signal: PeerSignal): boolean {
    return signal.description?.type === 'offer' && (this.polite || this.pc.signalingState !== 'have-local-offer' || this.pc.remoteDescription !== null);
  }

  receive(signal: PeerSignal): void {
    this.queue = this.queue.then(() => this.take(signal)).catch((error: unknown) => console.warn('signal', error));
  }

  async send(kind: TrackKind): Promise<void> {
    if (!this.begun) {
      return; // everything is put in place with the answer to the first offer
    }
    if (kind === 'screen' || kind === 'screenAudio') {
      this.showScreen();
      return;
    }
    const transceiver = this.pc.getTransceivers()[places.indexOf(kind)];
    await transceiver?.sender.replaceTrack(this.outgoing[kind]);
    await this.fit(this.peers);
  }

  async fit(peers: number): Promise<void> {
    this.peers = peers;
    const camera = this.pc.getTransceivers()[1]?.sender;
    const screen = this.screens.get('screen')?.sender;
    await Promise.all([camera?.track && fitCamera(camera, peers), screen?.track && fitScreen(screen, peers)]);
  }

  /** How loud the other side is now. */
  level(): number {
    const receiver = this.pc.getTransceivers()[0]?.receiver;
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.pc.onconnectionstatechange = this.pc.onicecandidate = this.pc.onnegotiationneeded = this.pc.ontrack = null;
    this.pc.close();
  }

  private listen(): void {
    this.pc.onnegotiationneeded = () => void this.offer();
    this.pc.onicecandidate = ({ candidate }) => {
      if (candidate) {
        const { candidate: text, sdpMid, sdpMLineIndex, usernameFragment } = candidate;
        this.events.signal({ session: this.session, candidate: { candidate: text, sdpMid, sdpMLineIndex, usernameFragment } });
      }
    };
    this.pc.onconnectionstatechange = () => this.onConnection();
    this.pc.ontrack = ({ track, transceiver }) => {
      const kind = this.kindOf(transceiver, track);
      this.events.track(kind, track);
      // A place that is no longer used falls silent instead of ending.
      track.onunmute = () => this.events.track(kind, track);
      if (kind === 'screen' || kind === 'screenAudio') {
        track.onmute = track.onended = () => this.events.track(kind, null);
      }
    };
  }

  private kindOf(transceiver: RTCRtpTransceiver, track: MediaStreamTrack): TrackKind {
    const place = this.pc.getTransceivers().indexOf(transceiver);
    return places[place] ?? (track.kind === 'audio' ? 'screenAudio' : 'screen');
  }

  private onConnection(): void {
    const state = this.pc.connectionState;
    window.clearTimeout(this.timer);
    this.events.phase(state === 'connected' ? 'connected' : state === 'failed' || state === 'disconnected' ? 'lost' : 'connecting');
    if (state === 'connected') {
      void this.fit(this.peers);
    } else if (state === 'disconnected' || state === 'failed') {
      // The impolite side tries first, so that the two do not meet each time.
      this.timer = window.setTimeout(() => this.restart(), state === 'failed' && !this.polite ? 0 : this.polite ? restartAfter * 2 : restartAfter);
    }
  }

  private restart(): void {
    this.restarts++;
    this.pc.restartIce();
    this.timer = window.setTimeout(() => this.pc.connectionState !== 'connected' && this.restart(), restartAfter * 3);
  }

  private async offer(): Promise<void> {
    if (!this.begun) {
      return;
    }
    try {
      this.making = true;
      await this.pc.setLocalDescription();
      this.tellDescription();
    } catch (error) {
      console.warn('offer', error);
    } finally {
      this.making = false;
    }
  }

  private async take({ description, candidate }: PeerSignal): Promise<void> {
    if (description) {
      await this.takeDescription(description);
    } else if (candidate) {
      await this.takeCandidate(candidate);
    }
  }

  private async takeDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const ready = !this.making && (this.pc.signalingState === 'stable' || this.settingAnswer);
    const collision = description.type === 'offer' && !ready;
    this.ignoring = !this.polite && collision;
    if (this.ignoring) {
      return;
    }
    this.settingAnswer = description.type === 'answer';
    try {
      await this.pc.setRemoteDescription(description);
    } finally {
      this.settingAnswer = false;
    }
    for (const candidate of this.early.splice(0)) {
      await this.pc.addIceCandidate(candidate).catch(() => undefined);
    }
    if (description.type === 'offer') {
      await this.takePlaces();
      await this.pc.setLocalDescription();
      this.tellDescription();
    }
    // Not awaited: a busy encoder answers late, and the next signal must not wait for it.
    void this.fit(this.peers);
  }

  private async takeCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (!this.pc.remoteDescription) {
      this.early.push(candidate);
      return;
    }
    try {
      await this.pc.addIceCandidate(candidate);
    } catch (error) {
      if (!this.ignoring) {
        throw error;
      }
    }
  }

  // The first offer brings the two places along; this side fills them.
  private async takePlaces(): Promise<void> {
    const transceivers = this.pc.getTransceivers();
    for (const [place, kind] of places.entries()) {
      const transceiver = transceivers[place];
      if (transceiver && transceiver.direction !== 'sendrecv') {
        transceiver.direction = 'sendrecv';
        transceiver.sender.setStreams(together);
        await transceiver.sender.replaceTrack(this.outgoing[kind]);
      }
    }
    if (!this.begun) {
      this.begun = true;
      this.showScreen();
    }
  }

  private showScreen(): void {
    for (const kind of ['screen', 'screenAudio'] as const) {
      const track = this.outgoing[kind];
      const known = this.screens.get(kind);
      if (known) {
        known.direction = track ? 'sendonly' : 'inactive';
        void known.sender.replaceTrack(track).then(() => this.fit(this.peers));
      } else if (track) {
        this.screens.set(kind, this.pc.addTransceiver(track, { direction: 'sendonly' }));
      }
    }
  }

  private tellDescription(): void {
    const { type, sdp } = this.pc.localDescription!;
    this.events.signal({ session: this.session, description: { type, sdp } });
  }
}
