import { toast } from '../toast';
import { canShare, keepChoices, type Devices } from './devices';
import { get } from './dom';
import { Members } from './members';
import type { Meter } from './meter';
import { Room, type RoomView } from './room';
import { forgetSeat } from './seat';
import { Share } from './share';
import { Tiles } from './tiles';
import type { LinkPhase, PageData, PeerView, TrackKind } from './types';
import { Voices } from './voices';
import { say } from './words';

/** The room on the screen: tiles, bar, list of members. It turns presses into acts and events into pictures. */
export class Stage implements RoomView {
  readonly room: Room;
  private readonly root = get('#meeting');
  private readonly tiles = new Tiles();
  private readonly members = new Members((act, peer) => void this.room.act(act, peer.id));
  private readonly share = new Share(() => void this.press('share'));
  private voices: Voices | null = null;
  private busy = false;

  constructor(
    private readonly page: PageData,
    private readonly devices: Devices,
    private readonly meter: Meter,
  ) {
    this.room = new Room(page.id, devices, this.share, this);
  }

  /** Shows the room once the person is in. */
  open(): void {
    this.tiles.add('self', this.room.self!);
    void this.tiles.sound(this.devices.choices.speaker ?? '').catch(() => undefined);
    this.root.dataset['phase'] = 'room';
    this.devices.addEventListener('change', () => this.room.sync());
    for (const button of this.root.querySelectorAll<HTMLButtonElement>('.st-room [data-act]')) {
      button.addEventListener('click', () => void this.press(button.dataset['act']!));
    }
    get('.st-ctl [data-act="share"]').hidden = !canShare;
    document.addEventListener('keydown', event => this.key(event));
    this.root.addEventListener('hzt:blocked', () => (get('[data-blocked]').hidden = false));
    this.voices = new Voices(() => this.levels(), (peer, speaks) => this.tiles.speaking(peer, speaks));
    // Whoever looks something up during a meeting does not fall out of it.
    document.querySelectorAll<HTMLAnchorElement>('.rail a').forEach(link => (link.target = '_blank'));
    this.changed();
    get('.st-ctl [data-act="mic"]').focus();
  }

  joined(peer: PeerView): void {
    this.tiles.add(peer.id, peer);
    this.announce(say('PeerJoined', peer.name));
  }

  left(peer: PeerView): void {
    this.tiles.remove(peer.id);
    this.announce(say('PeerLeft', peer.name));
  }

  changed(): void {
    const { self, peers, host, limits } = this.room;
    if (!self) {
      return;
    }
    for (const peer of peers.values()) {
      this.raised(peer);
      this.tiles.state(peer.id, peer.state);
    }
    this.tiles.state('self', self.state);
    this.tiles.track('self', 'cam', this.devices.cam);
    this.tiles.host(host);
    this.meter.listen(this.devices.mic);
    this.members.draw(self, peers.values(), host);
    this.root.dataset['host'] = String(self.personId === host);
    this.root.dataset['sharing'] = String(this.share.id !== null);
    this.root.dataset['alone'] = String(peers.size === 0);
    this.light('mic', self.state.mic, 'MicOff', 'MicOn');
    this.light('cam', self.state.cam, 'CamOff', 'CamOn');
    this.light('share', this.share.id !== null, 'ShareStop', 'Share');
    this.light('hand', self.state.hand, 'HandDown', 'Hand');
    const tooMany = peers.size + 1 > limits.maxVideo;
    get<HTMLButtonElement>('.st-ctl [data-act="cam"]').disabled = tooMany;
    get<HTMLButtonElement>('.st-ctl [data-act="share"]').disabled = tooMany;
  }

  track(peer: string, kind: TrackKind, track: MediaStreamTrack | null): void {
    this.tiles.track(peer, kind, track);
  }

  phase(peer: string, phase: LinkPhase): void {
    this.tiles.phase(peer, phase);
  }

  line(away: boolean): void {
    get('[data-line]').hidden = !away;
  }

  say(key: string, ...args: (string | number)[]): void {
    toast(say(key, ...args));
  }

  mutedByHost(): void {
    this.devices.setMic(false);
    toast(say('MutedByHost'));
  }

  over(reason: string, ...args: (string | number)[]): void {
    this.voices?.close();
    this.meter.close();
    this.tiles.clear();
    forgetSeat(this.page.id);
    document.querySelectorAll<HTMLAnchorElement>('.rail a').forEach(link => link.removeAttribute('target'));
    showOver(reason, ...args);
  }

  private raised(peer: PeerView): void {
    const box = this.root.querySelector<HTMLElement>(`[data-peer="${peer.id}"]`);
    if (peer.state.hand && box?.dataset['hand'] === 'false') {
      toast(say('HandOf', peer.name));
    }
  }

  private *levels(): Iterable<[string, number]> {
    yield ['self', this.meter.level];
    for (const id of this.room.peers.keys()) {
      yield [id, this.room.driver?.level(id) ?? 0];
    }
  }

  private light(act: string, on: boolean, whenOn: string, whenOff: string): void {
    const button = get<HTMLButtonElement>(`.st-ctl [data-act="${act}"]`);
    button.setAttribute('aria-pressed', String(on));
    get('[data-label]', button).textContent = say(on ? whenOn : whenOff);
  }

  private async press(act: string): Promise<void> {
    if (this.busy) {
      return; // the camera is being opened: a second press would open it twice
    }
    this.busy = true;
    try {
      await this.do(act);
    } finally {
      this.busy = false;
    }
    keepChoices(this.devices.choices);
    this.room.sync();
  }

  private async do(act: string): Promise<void> {
    switch (act) {
      case 'mic':
        this.devices.setMic(!this.devices.micOn);
        if (this.devices.choices.micOn && !this.devices.mic) {
          await this.devices.openMic();
          this.complain('mic');
        }
        break;
      case 'cam':
        await this.devices.setCam(!this.devices.cam);
        this.complain('cam');
        break;
      case 'share':
        if (this.share.id) {
          this.share.stop();
        } else {
          await this.share.start().catch(() => toast(say('ShareFailed'), true));
        }
        break;
      case 'hand':
        this.room.hand = !this.room.hand;
        break;
      case 'members':
        this.toggleMembers();
        break;
      case 'leave-now':
        await this.room.leave();
        break;
      case 'end-all':
        await this.room.act('EndForAll');
        break;
      case 'sound':
        get('[data-blocked]').hidden = true;
        this.tiles.resume();
        break;
    }
  }

  private complain(kind: 'mic' | 'cam'): void {
    const trouble = this.devices.trouble[kind];
    if (trouble) {
      toast(say(`${kind === 'mic' ? 'Mic' : 'Cam'}${trouble}`), true);
    }
  }

  private toggleMembers(): void {
    const open = this.root.dataset['side'] !== 'true';
    this.root.dataset['side'] = String(open);
    get('.st-ctl [data-act="members"]').setAttribute('aria-expanded', String(open));
  }

  private key(event: KeyboardEvent): void {
    const field = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    const act = { m: 'mic', v: 'cam' }[event.key.toLowerCase()];
    if (act && !field && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && this.root.dataset['phase'] === 'room') {
      event.preventDefault();
      const button = get<HTMLButtonElement>(`.st-ctl [data-act="${act}"]`);
      if (!button.disabled) {
        void this.press(act);
      }
    }
  }

  private announce(sentence: string): void {
    get('[data-announce]').textContent = sentence;
  }
}

/** The page after the room: what happened, and where to go from here. */
export function showOver(reason: string, ...args: (string | number)[]): void {
  const root = get('#meeting');
  root.dataset['phase'] = 'over';
  root.dataset['over'] = reason;
  const key = reason === 'refused' ? String(args.shift()) : `Over${capital(reason)}`;
  get('[data-over-text]').textContent = say(key, ...args);
  get('[data-over-hint]').textContent = reason === 'refused' ? '' : say(`Over${capital(reason)}Hint`);
  get('[data-act="retry"]').hidden = reason === 'ended' || reason === 'removed';
  get('[data-over-text]').focus();
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
