// How loud a microphone is, ten times a second.
const intervalMilliseconds = 100;
const quietestDecibels = -60;
const heardDecibels = -45;
const loudDecibels = -6;

/** From 0 to 100, and the word for it. */
export interface Level { percent: number; word: 'silent' | 'heard' | 'loud' }

export class LevelMeter {
  private readonly context = new AudioContext();
  private readonly analyser = this.context.createAnalyser();
  private readonly source: MediaStreamAudioSourceNode;
  private readonly timer: number;

  constructor(microphone: MediaStream, told: (level: Level) => void) {
    this.source = this.context.createMediaStreamSource(microphone);
    this.source.connect(this.analyser);
    const samples = new Float32Array(this.analyser.fftSize);
    void this.context.resume();
    this.timer = window.setInterval(() => {
      this.analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      told(level(10 * Math.log10(power + 1e-12)));
    }, intervalMilliseconds);
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.source.disconnect();
    void this.context.close();
  }
}

function level(decibels: number): Level {
  const share = (decibels - quietestDecibels) / -quietestDecibels;
  return {
    percent: Math.round(100 * Math.min(1, Math.max(0, share))),
    word: decibels > loudDecibels ? 'loud' : decibels > heardDecibels ? 'heard' : 'silent',
  };
}
