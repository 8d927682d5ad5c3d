// One connection to another browser that speaks in the same conference.
import { playOn } from './devices';

export interface Signal { kind: string; text: string }

export class Peer {
  private readonly connection = new RTCPeerConnection();
  private readonly sound = new Audio();
  private readonly early: RTCIceCandidateInit[] = [];
  private sender: RTCRtpSender | null = null;
  private track: MediaStreamTrack | null = null;
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly offers: boolean, private readonly send: (signal: Signal) => void) {
    this.sound.autoplay = true;
    this.sound.muted = true;
    this.connection.onicecandidate = ({ candidate }) => { if (candidate) send({ kind: 'candidate', text: JSON.stringify(candidate) }); };
    this.connection.ontrack = ({ track }) => {
      this.sound.srcObject = new MediaStream([track]);
      void this.play();
    };
    this.connection.onconnectionstatechange = () => { if (this.connection.connectionState === 'failed' && offers) this.offer(true); };
    if (offers) {
      this.sender = this.connection.addTransceiver('audio', { direction: 'sendrecv' }).sender;
      this.offer(false);
    }
  }

  /** What the conference lets through: whether the peer is heard, and what it hears. */
  apply(heard: boolean, track: MediaStreamTrack | null, speaker: string | null): void {
    this.sound.muted = !heard;
    this.track = track;
    void playOn(this.sound, speaker);
    void this.play();
    this.then(() => this.sender?.replaceTrack(track));
  }

  /** A step from the peer. */
  receive({ kind, text }: Signal): void {
    this.then(async () => {
      if (kind === 'candidate') {
        const candidate = JSON.parse(text) as RTCIceCandidateInit;
        if (this.connection.remoteDescription) await this.connection.addIceCandidate(candidate);
        else this.early.push(candidate);
        return;
      }
      if (kind === 'offer' && this.offers) return;
      await this.connection.setRemoteDescription({ type: kind === 'offer' ? 'offer' : 'answer', sdp: text });
      for (const candidate of this.early.splice(0)) await this.connection.addIceCandidate(candidate);
      if (kind === 'offer') await this.answer();
    });
  }

  close(): void {
    this.connection.onicecandidate = this.connection.ontrack = this.connection.onconnectionstatechange = null;
    this.connection.close();
    this.sound.srcObject = null;
  }

  /** Plays, if the browser lets it; it does once somebody has pressed something on the page. */
  async play(): Promise<void> {
    if (this.sound.srcObject) await this.sound.play().catch(() => document.addEventListener('pointerdown', () => void this.play(), { once: true }));
  }

  private offer(again: boolean): void {
    this.then(async () => {
      if (again) this.connection.restartIce();
      await this.connection.setLocalDescription();
      this.send({ kind: 'offer', text: this.connection.localDescription!.sdp });
    });
  }

  private async answer(): Promise<void> {
    const transceiver = this.connection.getTransceivers()[0]!;
    transceiver.direction = 'sendrecv';
    this.sender = transceiver.sender;
    await this.sender.replaceTrack(this.track);
    await this.connection.setLocalDescription();
    this.send({ kind: 'answer', text: this.connection.localDescription!.sdp });
  }

  // One step after the other; what a closed connection refuses is of no interest any more.
  private then(step: () => Promise<void> | undefined): void {
    this.work = this.work.then(() => this.connection.signalingState === 'closed' ? undefined : step()).catch(() => undefined);
  }
}
