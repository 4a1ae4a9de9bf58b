import type { Stage } from './stage';

interface MeetingHook {
  stats(): Promise<unknown>;
}

declare global {
  interface Window {
    /** What the journeys of the tests read: figures that rise. */
    hztMeeting?: MeetingHook;
  }
}

export function exposeHook(stage: () => Stage | null): void {
  window.hztMeeting = {
    async stats() {
      const room = stage()?.room;
      const peers = [...(room?.peers.values() ?? [])].map(async peer => ({
        id: peer.id,
        name: peer.name,
        state: peer.state,
        ...(await room?.driver?.stats(peer.id)),
      }));
      return {
        self: room?.participantId ?? null,
        phase: document.getElementById('meeting')?.dataset['phase'],
        hub: room?.line.state ?? 'Disconnected',
        state: room?.self?.state ?? null,
        host: room?.host ?? null,
        peers: await Promise.all(peers),
      };
    },
  };
}
