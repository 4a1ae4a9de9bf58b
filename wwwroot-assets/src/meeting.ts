// The meeting page: choose devices, come in, and once in, stay in until one leaves.
import { Devices, readChoices } from './lib/meeting/devices';
import { runClock } from './lib/meeting/clock';
import { get } from './lib/meeting/dom';
import { exposeHook } from './lib/meeting/hook';
import { Meter } from './lib/meeting/meter';
import { PreJoin } from './lib/meeting/prejoin';
import { forgetSeat, readSeat } from './lib/meeting/seat';
import { showOver, Stage } from './lib/meeting/stage';
import type { PageData } from './lib/meeting/types';
import { readPage, say } from './lib/meeting/words';

let stage: Stage | null = null;

function start(page: PageData): void {
  const choices = readChoices();
  const seat = readSeat(page.id);
  const devices = new Devices(seat ? { ...choices, micOn: seat.mic, camOn: seat.cam } : choices);
  const meter = new Meter();
  const before = new PreJoin(devices, meter, () => void enter(page, devices, meter, before));
  get('[data-act="retry"]').addEventListener('click', () => window.location.reload());
  window.addEventListener('pagehide', () => stepOut(page));
  window.addEventListener('pageshow', event => event.persisted && window.location.reload());
  runClock(page.startedAt, page.now);
  if (seat) {
    // A reload leads straight back: the seat is still held.
    void devices.open().then(() => enter(page, devices, meter, before));
  } else {
    before.start();
  }
}

async function enter(page: PageData, devices: Devices, meter: Meter, before: PreJoin): Promise<void> {
  const root = get('#meeting');
  root.dataset['phase'] = 'joining';
  before.busy();
  const next = new Stage(page, devices, meter);
  const answer = await next.room.enter().catch(() => null);
  if (answer?.value) {
    before.stop();
    stage = next;
    stage.open();
    return;
  }
  forgetSeat(page.id);
  if (answer?.refused?.endsWith('.Over')) {
    devices.close();
    showOver('ended');
    return;
  }
  root.dataset['phase'] = 'prejoin';
  before.start();
  before.refuse(answer ? say(answer.refused ?? 'NoLine', ...answer.arguments) : say('NoLine'));
}

// Closing the page and loading it again look alike from here: the seat is held for a moment either way.
function stepOut(page: PageData): void {
  const connection = stage?.room.connection;
  if (connection) {
    const token = get<HTMLInputElement>('#meeting input[name="__RequestVerificationToken"]').value;
    navigator.sendBeacon(`/meetings/${page.id}/leave`, new URLSearchParams({ connection, __RequestVerificationToken: token }));
  }
}

exposeHook(() => stage);
document.body.dataset['enhanceNav'] = 'false';
start(readPage());
