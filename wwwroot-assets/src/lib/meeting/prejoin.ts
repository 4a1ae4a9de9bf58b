import { canChooseSpeaker, keepChoices, listDevices, type Devices } from './devices';
import { get, play } from './dom';
import type { Meter } from './meter';
import { say } from './words';

type Kind = 'mic' | 'cam' | 'speaker';

const kinds: Record<Kind, MediaDeviceKind> = { mic: 'audioinput', cam: 'videoinput', speaker: 'audiooutput' };

/** The page before the room: one sees oneself, sees that one is heard, and chooses devices. */
export class PreJoin {
  private readonly box = get('.st-pre');
  private readonly preview = get<HTMLVideoElement>('video', this.box);
  private readonly bars = get('[data-level]', this.box);
  private frame = 0;

  constructor(
    private readonly devices: Devices,
    private readonly meter: Meter,
    private readonly enter: () => void,
  ) {}

  start(): void {
    if (this.frame) {
      return;
    }
    this.devices.addEventListener('change', this.draw);
    for (const button of this.box.querySelectorAll<HTMLButtonElement>('[data-pre]')) {
      button.addEventListener('click', () => void this.press(button.dataset['pre']!));
    }
    for (const select of this.box.querySelectorAll<HTMLSelectElement>('select[data-device]')) {
      select.addEventListener('change', () => void this.choose(select.dataset['device'] as Kind, select.value));
    }
    get('[data-act="join"]', this.box).addEventListener('click', () => this.enter());
    this.frame = window.setInterval(() => this.measure(), 100);
    void this.devices.open().then(this.draw);
  }

  stop(): void {
    this.devices.removeEventListener('change', this.draw);
    window.clearInterval(this.frame);
    this.preview.srcObject = null;
  }

  /** Says why it did not work, or nothing; the button can be pressed again. */
  refuse(sentence: string | null): void {
    const box = get('[data-refused]', this.box);
    box.hidden = sentence === null;
    box.textContent = sentence ?? '';
    get<HTMLButtonElement>('[data-act="join"]', this.box).disabled = false;
  }

  busy(): void {
    get<HTMLButtonElement>('[data-act="join"]', this.box).disabled = true;
  }

  private async press(act: string): Promise<void> {
    if (act === 'mic') {
      this.devices.setMic(!this.devices.choices.micOn);
      if (this.devices.choices.micOn && !this.devices.mic) {
        await this.devices.openMic();
      }
    } else if (act === 'cam') {
      await this.devices.setCam(!this.devices.cam);
    } else {
      await this.devices.open();
    }
    keepChoices(this.devices.choices);
  }

  private async choose(kind: Kind, id: string): Promise<void> {
    this.devices.choices[kind] = id;
    keepChoices(this.devices.choices);
    if (kind === 'mic') {
      await this.devices.openMic();
    } else if (kind === 'cam') {
      this.devices.choices.camOn = true;
      await this.devices.openCam();
    }
  }

  private readonly draw = (): void => {
    const { cam, mic, choices, trouble } = this.devices;
    this.box.dataset['cam'] = String(cam !== null);
    this.box.dataset['mic'] = String(mic !== null && choices.micOn);
    play(this.preview, [cam]);
    this.meter.listen(mic);
    for (const [kind, on] of [['mic', mic !== null && choices.micOn], ['cam', cam !== null]] as const) {
      const button = get<HTMLButtonElement>(`[data-pre="${kind}"]`, this.box);
      button.setAttribute('aria-pressed', String(on));
      button.setAttribute('aria-label', say(kind === 'mic' ? (on ? 'MicOff' : 'MicOn') : on ? 'CamOff' : 'CamOn'));
    }
    this.explain(trouble.mic && `Mic${trouble.mic}`, trouble.cam && `Cam${trouble.cam}`);
    void this.list();
  };

  // One reason for both is said once; without both one can still come in and listen.
  private explain(mic: string | undefined, cam: string | undefined): void {
    const both = mic && cam && mic.slice(3) === cam.slice(3);
    const sentences = both ? [say(`Both${mic.slice(3)}`)] : [mic, cam].filter(key => key !== undefined).map(key => say(key));
    const box = get('[data-trouble]', this.box);
    box.hidden = sentences.length === 0;
    get('[data-trouble-text]', box).textContent = [...sentences, ...(mic && cam ? [say('JoinAnyway')] : [])].join(' ');
    get('[data-preview-text]', this.box).textContent = say(cam ? 'NoCamera' : 'CameraIsOff');
  }

  private async list(): Promise<void> {
    for (const select of this.box.querySelectorAll<HTMLSelectElement>('select[data-device]')) {
      const kind = select.dataset['device'] as Kind;
      const found = kind === 'speaker' && !canChooseSpeaker ? [] : await listDevices(kinds[kind]);
      const used = kind === 'speaker' ? this.devices.choices.speaker : (this.devices[kind]?.getSettings().deviceId ?? this.devices.choices[kind]);
      select.closest<HTMLElement>('.fld')!.hidden = found.length === 0;
      select.replaceChildren(...found.map(device => new Option(device.label, device.deviceId, false, device.deviceId === used)));
    }
  }

  private measure(): void {
    const lit = Math.round(this.meter.level * this.bars.childElementCount * 1.6);
    for (const [index, bar] of [...this.bars.children].entries()) {
      bar.classList.toggle('on', index < lit);
    }
  }
}
