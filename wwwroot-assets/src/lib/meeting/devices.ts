import { cameraWish } from './quality';

/** Why a camera or a microphone cannot be used, as the key of the sentence that says so. */
export type Trouble = 'Denied' | 'Missing' | 'Busy' | 'Insecure' | 'Failed';

export interface Choices {
  mic?: string;
  cam?: string;
  speaker?: string;
  micOn: boolean;
  camOn: boolean;
}

const key = 'hzt.meeting.devices';

/** What was chosen last on this device. */
export function readChoices(): Choices {
  try {
    return { micOn: true, camOn: true, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Choices>) };
  } catch {
    return { micOn: true, camOn: true };
  }
}

export function keepChoices(choices: Choices): void {
  localStorage.setItem(key, JSON.stringify(choices));
}

/** The devices of a kind; without permission they have no names and are left out. */
export async function listDevices(kind: MediaDeviceKind): Promise<MediaDeviceInfo[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return all.filter(device => device.kind === kind && device.deviceId !== '' && device.label !== '');
}

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

export const canShare = typeof navigator.mediaDevices?.getDisplayMedia === 'function';

function troubleOf(error: unknown): Trouble {
  switch ((error as DOMException).name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'Denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'Missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'Busy';
    default:
      return 'Failed';
  }
}

async function open(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  return (await navigator.mediaDevices.getUserMedia(constraints)).getTracks()[0]!;
}

/** This person's microphone and camera: at most one track each, and what stands in the way of one. */
export class Devices extends EventTarget {
  mic: MediaStreamTrack | null = null;
  cam: MediaStreamTrack | null = null;
  readonly trouble: { mic?: Trouble; cam?: Trouble } = {};

  constructor(readonly choices: Choices) {
    super();
    navigator.mediaDevices?.addEventListener('devicechange', () => this.tell());
  }

  /** Opens what is wanted. One missing device does not keep the other away. */
  async open(): Promise<void> {
    await this.openMic();
    if (this.choices.camOn) {
      await this.openCam();
    }
  }

  async openMic(id = this.choices.mic): Promise<void> {
    this.mic?.stop();
    this.mic = await this.try('mic', { audio: { ...exactly(id), echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
    if (!this.mic && id && this.trouble.mic === 'Missing') {
      this.choices.mic = undefined;
      return this.openMic(undefined); // the chosen one was unplugged: take any
    }
    this.watch('mic', this.mic);
    this.setMic(this.choices.micOn);
  }

  async openCam(id = this.choices.cam): Promise<void> {
    this.cam?.stop();
    this.cam = await this.try('cam', { video: { ...cameraWish, ...exactly(id) } });
    if (!this.cam && id && this.trouble.cam === 'Missing') {
      this.choices.cam = undefined;
      return this.openCam(undefined);
    }
    this.watch('cam', this.cam);
    this.tell();
  }

  /** Muted is silence that is sent: switching back is instant. */
  setMic(on: boolean): void {
    this.choices.micOn = on;
    if (this.mic) {
      this.mic.enabled = on;
    }
    this.tell();
  }

  /** Off is off: the device is given back and its light goes out. */
  async setCam(on: boolean): Promise<void> {
    this.choices.camOn = on;
    if (on) {
      await this.openCam();
      return;
    }
    this.cam?.stop();
    this.cam = null;
    this.tell();
  }

  /** Whether others can hear this person now. */
  get micOn(): boolean {
    return this.mic !== null && this.choices.micOn;
  }

  close(): void {
    this.mic?.stop();
    this.cam?.stop();
    this.mic = this.cam = null;
  }

  private async try(kind: 'mic' | 'cam', constraints: MediaStreamConstraints): Promise<MediaStreamTrack | null> {
    delete this.trouble[kind];
    if (!navigator.mediaDevices) {
      this.trouble[kind] = 'Insecure';
      return null;
    }
    try {
      return await open(constraints);
    } catch (error) {
      this.trouble[kind] = troubleOf(error);
      return null;
    }
  }

  // A device that is pulled out ends its track.
  private watch(kind: 'mic' | 'cam', track: MediaStreamTrack | null): void {
    track?.addEventListener('ended', () => {
      if (this[kind] === track) {
        this[kind] = null;
        this.trouble[kind] = 'Missing';
        this.tell();
      }
    });
  }

  private tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function exactly(id: string | undefined): MediaTrackConstraints {
  return id ? { deviceId: { exact: id } } : {};
}
