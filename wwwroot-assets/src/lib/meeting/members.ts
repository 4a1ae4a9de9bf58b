import { copyOf, get } from './dom';
import type { PeerView } from './types';
import { say } from './words';

export type HostAct = 'MuteOther' | 'Remove';

/** The list of who is here; the host finds beside each name what a host may do. */
export class Members {
  private readonly list = get('[data-members]');

  constructor(private readonly act: (act: HostAct, peer: PeerView) => void) {}

  draw(self: PeerView, peers: Iterable<PeerView>, host: string): void {
    const everyone = [self, ...peers];
    // Raised hands first; otherwise in the order they came.
    const ordered = [...everyone.filter(peer => peer.state.hand), ...everyone.filter(peer => !peer.state.hand)];
    this.list.replaceChildren(...ordered.map(peer => this.row(peer, peer === self, peer.personId === host, self.personId === host)));
    for (const count of document.querySelectorAll('[data-count-of="members"]')) {
      count.textContent = String(everyone.length);
    }
  }

  private row(peer: PeerView, own: boolean, isHost: boolean, mayAct: boolean): HTMLElement {
    const row = copyOf('member');
    const face = get('.av', row);
    face.classList.add(`av-c${peer.colour}`);
    face.textContent = peer.initials;
    get('[data-name]', row).textContent = own ? say('Me', peer.name) : peer.name;
    get('[data-role]', row).hidden = !isHost;
    row.dataset['mic'] = String(peer.state.mic);
    row.dataset['cam'] = String(peer.state.cam);
    row.dataset['hand'] = String(peer.state.hand);
    const menu = get<HTMLDetailsElement>('details', row);
    menu.hidden = !mayAct || own;
    for (const button of menu.querySelectorAll<HTMLButtonElement>('[data-host-act]')) {
      const act = button.dataset['hostAct'] as HostAct;
      button.hidden = act === 'MuteOther' && !peer.state.mic;
      button.addEventListener('click', () => {
        menu.open = false;
        this.act(act, peer);
      });
    }
    return row;
  }
}
