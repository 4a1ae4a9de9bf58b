/** Measures how loud a track is, 0 to 1, as often as it is asked. */
export class Meter {
  private context: AudioContext | null = null;
  private analyser: AnalyserNode | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private track: MediaStreamTrack | null = null;
  private readonly samples = new Float32Array(1024);

  listen(track: MediaStreamTrack | null): void {
    if (track === this.track) {
      return;
    }
    this.track = track;
    this.source?.disconnect();
    this.source = null;
    if (!track) {
      return;
    }
    this.context ??= new AudioContext();
    if (!this.analyser) {
      this.analyser = this.context.createAnalyser();
      this.analyser.fftSize = this.samples.length;
    }
    this.source = this.context.createMediaStreamSource(new MediaStream([track]));
    this.source.connect(this.analyser);
  }

  get level(): number {
    if (!this.source || !this.analyser || !this.track?.enabled) {
      return 0;
    }
    if (this.context?.state === 'suspended') {
      void this.context.resume(); // allowed once the person has touched the page
    }
    this.analyser.getFloatTimeDomainData(this.samples);
    const energy = this.samples.reduce((sum, sample) => sum + sample * sample, 0);
    return Math.min(1, Math.sqrt(energy / this.samples.length) * 4);
  }

  close(): void {
    this.source?.disconnect();
    void this.context?.close();
    this.context = null;
  }
}
