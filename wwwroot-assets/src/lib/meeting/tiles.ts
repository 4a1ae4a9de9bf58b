import { copyOf, get, play } from './dom';
import type { LinkPhase, PeerState, PeerView, TrackKind } from './types';
import { say } from './words';

interface Tile {
  view: PeerView;
  name: string;
  box: HTMLElement;
  video: HTMLVideoElement;
  /** Voice and the sound of a shared screen; none for the own tile. */
  sounds: HTMLAudioElement[];
  tracks: Partial<Record<TrackKind, MediaStreamTrack | null>>;
  screen: HTMLElement | null;
}

/** The pictures of all participants, and the screens they share, in the order they came. */
export class Tiles {
  private readonly tiles = new Map<string, Tile>();
  private readonly grid = get('[data-grid]');
  private readonly focus = get('[data-focus]');
  private speaker = '';

  /** Shows a participant. The own tile has the key "self", no voice and a mirrored picture. */
  add(key: string, view: PeerView): void {
    const known = this.tiles.get(key);
    if (known) {
      this.state(key, view.state);
      return;
    }
    const own = key === 'self';
    const box = copyOf('tile');
    const tile: Tile = {
      view: { ...view },
      name: own ? say('Me', view.name) : view.name,
      box,
      video: get<HTMLVideoElement>('video', box),
      sounds: own ? [] : [document.createElement('audio'), document.createElement('audio')],
      tracks: {},
      screen: null,
    };
    box.dataset['peer'] = key;
    box.dataset['phase'] = own ? 'connected' : 'connecting';
    const face = get('.av', box);
    face.classList.add(`av-c${view.colour}`);
    face.textContent = view.initials;
    get('[data-name]', box).textContent = tile.name;
    for (const sound of tile.sounds) {
      sound.autoplay = true;
      void sound.setSinkId?.(this.speaker).catch(() => undefined);
      box.append(sound);
    }
    this.tiles.set(key, tile);
    this.grid.append(box);
    this.draw(tile);
    this.arrange();
  }

  remove(key: string): void {
    const tile = this.tiles.get(key);
    if (!tile) {
      return;
    }
    tile.box.remove();
    tile.screen?.remove();
    this.tiles.delete(key);
    this.arrange();
  }

  state(key: string, state: PeerState): void {
    const tile = this.tiles.get(key);
    if (tile) {
      tile.view.state = state;
      this.draw(tile);
    }
  }

  track(key: string, kind: TrackKind, track: MediaStreamTrack | null): void {
    const tile = this.tiles.get(key);
    if (tile) {
      tile.tracks[kind] = track;
      this.draw(tile);
    }
  }

  phase(key: string, phase: LinkPhase): void {
    const tile = this.tiles.get(key);
    if (tile) {
      tile.box.dataset['phase'] = phase;
      get('[data-wait]', tile.box).textContent = say(phase === 'lost' ? 'PeerLost' : 'PeerConnecting');
    }
  }

  speaking(key: string, speaks: boolean): void {
    const tile = this.tiles.get(key);
    if (tile) {
      tile.box.dataset['speaking'] = String(speaks && tile.view.state.mic);
    }
  }

  host(personId: string): void {
    for (const tile of this.tiles.values()) {
      const isHost = tile.view.personId === personId;
      get('[data-name]', tile.box).textContent = isHost ? say('NameOfHost', tile.name) : tile.name;
    }
  }

  async sound(speaker: string): Promise<void> {
    this.speaker = speaker;
    await Promise.all([...this.tiles.values()].flatMap(tile => tile.sounds).map(sound => sound.setSinkId?.(speaker)));
  }

  /** Starts what the browser held back until the person touched the page. */
  resume(): void {
    for (const media of document.querySelectorAll<HTMLMediaElement>('#meeting video, #meeting audio')) {
      void media.play().catch(() => undefined);
    }
  }

  clear(): void {
    for (const key of [...this.tiles.keys()]) {
      this.remove(key);
    }
  }

  private draw(tile: Tile): void {
    const { state } = tile.view;
    const { cam, mic, screen, screenAudio } = tile.tracks;
    tile.box.dataset['cam'] = String(state.cam && cam != null);
    tile.box.dataset['mic'] = String(state.mic);
    tile.box.dataset['hand'] = String(state.hand);
    play(tile.video, state.cam ? [cam] : []);
    const [voice, sound] = tile.sounds;
    if (voice && sound) {
      play(voice, [mic]);
      play(sound, state.screen ? [screenAudio] : []);
      // What the hub says counts: whoever is silenced is not heard, whatever that browser sends.
      if (mic) {
        mic.enabled = state.mic;
      }
    }
    this.drawScreen(tile, voice && state.screen ? screen : null);
  }

  private drawScreen(tile: Tile, track: MediaStreamTrack | null | undefined): void {
    if (!track) {
      tile.screen?.remove();
      tile.screen = null;
    } else {
      if (!tile.screen) {
        tile.screen = copyOf('screen');
        tile.screen.dataset['screen'] = tile.view.id;
        get('[data-name]', tile.screen).textContent = say('ScreenOf', tile.view.name);
        get('button', tile.screen).addEventListener('click', () => void tile.screen?.requestFullscreen());
        this.focus.append(tile.screen);
      }
      play(get<HTMLVideoElement>('video', tile.screen), [track]);
    }
    this.arrange();
  }

  private arrange(): void {
    const count = String(Math.min(this.tiles.size, 9));
    const focused = String(this.focus.childElementCount > 0);
    if (this.grid.dataset['count'] !== count || this.focus.dataset['used'] !== focused) {
      this.grid.dataset['count'] = count;
      this.focus.dataset['used'] = focused;
    }
  }
}
