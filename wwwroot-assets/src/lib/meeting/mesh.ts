import type { DriverEvents, LinkStats, MediaDriver } from './driver';
import { Link, type Outgoing } from './link';
import { newId } from './seat';
import type { MediaTicket, PeerSignal, TrackKind } from './types';

/** The browsers talk directly to each other: one connection to each participant. */
export class Mesh implements MediaDriver {
  private readonly links = new Map<string, Link>();
  private readonly outgoing: Outgoing = { mic: null, cam: null, screen: null, screenAudio: null };

  constructor(
    private readonly self: string,
    private readonly ticket: MediaTicket,
    private readonly events: DriverEvents,
  ) {}

  add(peer: string, offers: boolean): void {
    this.remove(peer);
    // Whoever waits for the offer learns the connection's name from it.
    if (offers) {
      this.open(peer, newId(), true);
    }
    this.events.phase(peer, 'connecting');
    this.fit();
  }

  remove(peer: string): void {
    this.links.get(peer)?.close();
    if (this.links.delete(peer)) {
      this.fit();
    }
  }

  has(peer: string): boolean {
    return this.links.has(peer);
  }

  alive(peer: string): boolean {
    return this.links.get(peer)?.alive ?? false;
  }

  receive(peer: string, signal: PeerSignal): void {
    const link = this.links.get(peer);
    if (link?.session === signal.session) {
      link.receive(signal);
    } else if (signal.description?.type === 'offer' && (!link || link.yieldsTo(signal))) {
      link?.close();
      this.open(peer, signal.session, false).receive(signal);
      this.fit();
    }
  }

  send(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.outgoing[kind] = track;
    for (const link of this.links.values()) {
      void link.send(kind);
    }
  }

  level(peer: string): number {
    return this.links.get(peer)?.level() ?? 0;
  }

  async stats(peer: string): Promise<LinkStats | null> {
    const link = this.links.get(peer);
    if (!link) {
      return null;
    }
    const [mic, cam, ...screens] = link.pc.getTransceivers();
    const screen = screens.find(place => place.receiver.track.kind === 'video' && place.currentDirection?.includes('recv'));
    const audio = await inbound(mic);
    return {
      connection: link.pc.connectionState,
      restarts: link.restarts,
      video: picture(await inbound(cam)),
      screen: screen ? picture(await inbound(screen)) : null,
      audio: { packets: Number(audio?.packetsReceived ?? 0), energy: Number(audio?.totalAudioEnergy ?? 0) },
    };
  }

  close(): void {
    for (const peer of [...this.links.keys()]) {
      this.remove(peer);
    }
  }

  private open(peer: string, session: string, offers: boolean): Link {
    const link = new Link(session, this.self > peer, offers, this.ticket, this.outgoing, {
      track: (kind, track) => this.events.track(peer, kind, track),
      phase: phase => this.events.phase(peer, phase),
      signal: signal => this.events.signal(peer, signal),
    });
    this.links.set(peer, link);
    return link;
  }

  private fit(): void {
    for (const link of this.links.values()) {
      void link.fit(this.links.size);
    }
  }
}

type Figures = Record<string, string | number | undefined>;

async function inbound(place: RTCRtpTransceiver | undefined): Promise<Figures | undefined> {
  if (!place) {
    return undefined;
  }
  const report = await place.receiver.getStats();
  return ([...report.values()] as Figures[]).find(entry => entry['type'] === 'inbound-rtp');
}

function picture(entry: Figures | undefined): { frames: number; width: number; height: number } {
  return { frames: Number(entry?.framesDecoded ?? 0), width: Number(entry?.frameWidth ?? 0), height: Number(entry?.frameHeight ?? 0) };
}
