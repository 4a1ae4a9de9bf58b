/** The own screen while it is shared. It ends from our button, and from the browser's own bar. */
export class Share {
  private stream: MediaStream | null = null;

  constructor(private readonly ended: () => void) {}

  get id(): string | null {
    return this.stream?.id ?? null;
  }

  get video(): MediaStreamTrack | null {
    return this.stream?.getVideoTracks()[0] ?? null;
  }

  get audio(): MediaStreamTrack | null {
    return this.stream?.getAudioTracks()[0] ?? null;
  }

  /** Asks what to share; false when the person thought better of it. */
  async start(): Promise<boolean> {
    try {
      this.stream = await navigator.mediaDevices.getDisplayMedia({
        video: { frameRate: { max: 15 }, width: { max: 1920 }, height: { max: 1080 } },
        audio: true,
      });
    } catch (error) {
      if ((error as DOMException).name === 'NotAllowedError') {
        return false;
      }
      throw error;
    }
    const video = this.video!;
    video.contentHint = 'detail';
    video.addEventListener('ended', () => this.ended());
    return true;
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) {
      track.stop();
    }
    this.stream = null;
  }
}
