// The microphone of one pretend phone. Until its button is pressed the phone works by typing alone, and it goes on so if the browser says no.
import { VoiceLine, type Room } from './line';
import { close, microphoneProblems, openMicrophone } from './microphone';

export class Handset {
  private readonly line: VoiceLine;
  private microphone: MediaStream | null = null;
  private room: Room | null = null;
  private problem = '';
  private over = false;

  constructor(callSid: string, private readonly button: HTMLButtonElement, private readonly words: HTMLElement) {
    this.line = new VoiceLine((hub) => hub.invoke<boolean>('JoinCall', callSid), (room) => {
      this.room = room;
      this.say();
    });
    button.addEventListener('click', () => void this.press());
    this.say();
    void this.line.start();
  }

  /** The call is over: the microphone is closed. */
  hangUp(): void {
    this.over = true;
    this.use(null);
    this.button.disabled = true;
    this.words.textContent = '';
    void this.line.stop();
  }

  private async press(): Promise<void> {
    this.problem = '';
    if (this.microphone) {
      this.use(null);
      return;
    }
    const opened = await openMicrophone(null);
    if (this.over) close(typeof opened === 'string' ? null : opened);
    else if (typeof opened === 'string') {
      this.problem = `${microphoneProblems[opened]} Everything else works: type what you say.`;
      this.say();
    } else this.use(opened);
  }

  private use(microphone: MediaStream | null): void {
    close(this.microphone);
    this.microphone = microphone;
    this.button.setAttribute('aria-pressed', String(microphone !== null));
    this.line.speak(microphone?.getAudioTracks()[0] ?? null);
    this.say();
  }

  private say(): void {
    if (this.over) return;
    const room = this.room;
    const heard = room?.peers.some((p) => p.hears) ?? false;
    this.words.textContent = this.problem !== '' ? this.problem
      : room?.replaced ? 'Another window speaks on this call now.'
      : room?.music ? 'On hold: you hear music, and nobody hears you.'
      : this.microphone === null ? (heard ? 'An adviser is with you. Press to talk with your own voice; your browser asks you first.' : 'Press to talk with your own voice. Your browser asks you first.')
      : heard ? 'You are heard.' : 'Your microphone is on. You are heard once an adviser who uses theirs is with you.';
  }
}
