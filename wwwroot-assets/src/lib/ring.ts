// Somebody calls into a meeting: a box over every page, with a soft tone, that goes away by itself.
const ringsFor = 40_000;
let meeting: string | null = null;
let timer = 0;
let tone = 0;

export function ring(id: string, title: string, caller: string): void {
  const box = document.getElementById('ring');
  if (!box || location.pathname === `/meetings/${id}`) {
    return;
  }
  meeting = id;
  box.querySelector('[data-ring-caller]')!.textContent = (box.dataset.calls ?? '{0}').replace('{0}', caller);
  box.querySelector('[data-ring-title]')!.textContent = title;
  box.querySelector<HTMLElement>('[data-ring-answer]')!.onclick = () => {
    stopRing(id);
    location.href = `/meetings/${id}`;
  };
  box.querySelector<HTMLElement>('[data-ring-decline]')!.onclick = () => {
    stopRing(id);
    void decline(id);
  };
  box.hidden = false;
  box.querySelector<HTMLElement>('[data-ring-answer]')!.focus({ preventScroll: true });
  window.clearTimeout(timer);
  window.clearInterval(tone);
  timer = window.setTimeout(() => stopRing(id), ringsFor);
  chime();
  tone = window.setInterval(chime, 3_000);
}

export function stopRing(id: string): void {
  if (meeting !== id) {
    return;
  }
  meeting = null;
  window.clearTimeout(timer);
  window.clearInterval(tone);
  const box = document.getElementById('ring');
  if (box) {
    box.hidden = true;
  }
}

async function decline(id: string): Promise<void> {
  const token = document.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? '';
  await fetch(`/meetings/${id}/decline`, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) }).catch(() => undefined);
}

// Two soft notes. A browser that forbids sound before the first click stays silent.
function chime(): void {
  try {
    const audio = new AudioContext();
    const gain = audio.createGain();
    gain.gain.value = 0.06;
    gain.connect(audio.destination);
    [660, 880].forEach((pitch, place) => {
      const note = audio.createOscillator();
      note.frequency.value = pitch;
      note.connect(gain);
      note.start(audio.currentTime + place * 0.22);
      note.stop(audio.currentTime + place * 0.22 + 0.18);
    });
    window.setTimeout(() => void audio.close(), 1_000);
  } catch {
    // No sound here.
  }
}
