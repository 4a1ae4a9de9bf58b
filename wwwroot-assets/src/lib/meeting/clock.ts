import { get } from './dom';

/** The meeting's duration, by the server's clock. */
export function runClock(startedAt: number, serverNow: number): void {
  const shift = serverNow - Date.now();
  const box = get('[data-clock]');
  const draw = (): void => {
    const seconds = Math.max(0, Math.floor((Date.now() + shift - startedAt) / 1_000));
    box.textContent = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(part => String(part).padStart(2, '0')).join(':');
  };
  draw();
  window.setInterval(draw, 1_000);
}
