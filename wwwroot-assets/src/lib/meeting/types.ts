// What travels between this page and /hubs/meeting; the C# records of the same names are its other half.

/** What a participant shows of itself. `screen` is the id of the shared stream. */
export interface PeerState {
  mic: boolean;
  cam: boolean;
  screen: string | null;
  hand: boolean;
}

export interface PeerView {
  id: string;
  personId: string;
  name: string;
  initials: string;
  colour: number;
  state: PeerState;
}

/** A description or a candidate, never both; `session` names the connection it belongs to. */
export interface PeerSignal {
  session: string;
  description?: RTCSessionDescriptionInit | null;
  candidate?: RTCIceCandidateInit | null;
}

export interface MediaTicket {
  driver: string;
  limits: { maxVideo: number; maxAudio: number };
  iceServers: { urls: string[]; username?: string | null; credential?: string | null }[];
  relayOnly: boolean;
}

export interface JoinAnswer {
  connection: string;
  resumed: boolean;
  self: PeerView;
  peers: PeerView[];
  host: string;
  media: MediaTicket;
  missed: { from: string; signal: PeerSignal }[];
}

export interface Answer<T> {
  value: T | null;
  refused: string | null;
  arguments: (string | number)[];
}

/** The kinds of track a participant sends. */
export type TrackKind = 'mic' | 'cam' | 'screen' | 'screenAudio';

/** How the way to another participant stands. */
export type LinkPhase = 'connecting' | 'connected' | 'lost';

/** What the page brings along in its JSON block. */
export interface PageData {
  id: string;
  me: { personId: string; name: string; initials: string; colour: number };
  startedAt: number;
  now: number;
  words: Record<string, string>;
}
