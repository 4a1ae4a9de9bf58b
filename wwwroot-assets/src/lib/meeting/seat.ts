/** What a tab remembers of its seat, so that a reload leads straight back into the room. */
export interface Seat {
  participantId: string;
  mic: boolean;
  cam: boolean;
}

const key = (meeting: string) => `hzt.meeting.${meeting}`;

export function readSeat(meeting: string): Seat | null {
  try {
    return JSON.parse(sessionStorage.getItem(key(meeting)) ?? 'null') as Seat | null;
  } catch {
    return null;
  }
}

export function keepSeat(meeting: string, seat: Seat): void {
  sessionStorage.setItem(key(meeting), JSON.stringify(seat));
}

export function forgetSeat(meeting: string): void {
  sessionStorage.removeItem(key(meeting));
}

/** A random id (RFC 9562, version 4), also where the page is not served securely. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
