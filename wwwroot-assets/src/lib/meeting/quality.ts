// What is sent to each participant, so that a usual line and a usual machine carry it.
const steps = [
  { height: 720, bitrate: 1_200_000, frames: 30 },
  { height: 480, bitrate: 600_000, frames: 25 },
  { height: 360, bitrate: 350_000, frames: 20 },
  { height: 180, bitrate: 150_000, frames: 15 },
];

/** The wish to the camera; each sender makes it smaller. */
export const cameraWish: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };

/** Fits the camera's picture to the number of participants it is sent to. */
export async function fitCamera(sender: RTCRtpSender, peers: number): Promise<void> {
  const step = steps[Math.min(Math.max(peers, 1), steps.length) - 1]!;
  const height = sender.track?.getSettings().height ?? step.height;
  await fit(sender, { maxBitrate: step.bitrate, maxFramerate: step.frames, scaleResolutionDownBy: Math.max(1, height / step.height) });
}

/** A shared screen is read: sharp before smooth. */
export function fitScreen(sender: RTCRtpSender, peers: number): Promise<void> {
  return fit(sender, { maxBitrate: peers > 2 ? 1_200_000 : 2_000_000, maxFramerate: peers > 2 ? 5 : 12 });
}

async function fit(sender: RTCRtpSender, wish: Partial<RTCRtpEncodingParameters>): Promise<void> {
  const parameters = sender.getParameters();
  if (parameters.encodings.length === 0) {
    return; // not agreed yet: asked again once connected
  }
  for (const encoding of parameters.encodings) {
    Object.assign(encoding, wish);
  }
  await sender.setParameters(parameters).catch(() => undefined); // a renegotiation came between: asked again after it
}
