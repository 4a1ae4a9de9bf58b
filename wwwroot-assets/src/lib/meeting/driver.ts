import type { LinkPhase, PeerSignal, TrackKind } from './types';

/** Figures of one way to another participant, for the page's test hook. */
export interface LinkStats {
  connection: string;
  restarts: number;
  video: { frames: number; width: number; height: number };
  screen: { frames: number; width: number; height: number } | null;
  audio: { packets: number; energy: number };
}

/** What a driver tells the room. */
export interface DriverEvents {
  track(peer: string, kind: TrackKind, track: MediaStreamTrack | null): void;
  phase(peer: string, phase: LinkPhase): void;
  signal(peer: string, signal: PeerSignal): void;
}

/** A way sound and pictures travel; the room knows no more of it than this. */
export interface MediaDriver {
  /** Opens the way to a participant. `offers`: this side makes the first step. */
  add(peer: string, offers: boolean): void;
  remove(peer: string): void;
  has(peer: string): boolean;
  /** Whether media flows that a lost hub connection has not touched. */
  alive(peer: string): boolean;
  receive(peer: string, signal: PeerSignal): void;
  send(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** How loud a participant is now, 0 to 1. */
  level(peer: string): number;
  stats(peer: string): Promise<LinkStats | null>;
  close(): void;
}
