// A page's part in a simulated conference: the simulated service says who is there and who hears whom, the sound goes from browser to browser.
import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { playOn } from './devices';
import { Peer, type Signal } from './peer';

interface RoomPeer { id: string; offers: boolean; heard: boolean; hears: boolean }

/** What the service says of this end. */
export interface Room { version: number; joined: boolean; music: boolean; muted: boolean; replaced: boolean; peers: RoomPeer[] }

const nobody: Room = { version: 0, joined: false, music: false, muted: false, replaced: false, peers: [] };
const holdMusic = '/twilio/media/hold.wav';
const retryMilliseconds = 3_000;

export class VoiceLine {
  private readonly hub: HubConnection = new HubConnectionBuilder().withUrl('/simulator/voice').configureLogging(LogLevel.None).build();
  private readonly peers = new Map<string, Peer>();
  private readonly music = new Audio();
  private room = nobody;
  private track: MediaStreamTrack | null = null;
  private speaker: string | null = null;
  private over = false;

  /**
   * @param join Says on the line who this is; false when that is refused for good.
   * @param changed Is told whatever the service says of this end.
   */
  constructor(private readonly join: (hub: HubConnection) => Promise<boolean>, private readonly changed: (room: Room) => void) {
    this.music.loop = true;
    this.hub.on('Room', (room: Room) => { if (room.version > this.room.version) this.show(room); });
    this.hub.on('Signal', (from: string, signal: Signal) => this.peer(from, false).receive(signal));
    this.hub.onclose(() => this.lost());
  }

  /** Opens the line and keeps it open. */
  async start(): Promise<void> {
    if (this.over || this.hub.state !== HubConnectionState.Disconnected) return;
    try {
      await this.hub.start();
      if (!(await this.join(this.hub))) await this.stop();
    } catch {
      this.lost();
    }
  }

  /** What this end says: a microphone's track, or null for nothing. */
  speak(track: MediaStreamTrack | null): void {
    this.track = track;
    this.apply();
  }

  /** Where the others are heard. */
  listenOn(speaker: string | null): void {
    this.speaker = speaker;
    this.apply();
  }

  /** Leaves for good. */
  async stop(): Promise<void> {
    this.over = true;
    this.show({ ...nobody, version: Number.MAX_SAFE_INTEGER });
    await this.hub.stop().catch(() => undefined);
  }

  private lost(): void {
    // The service numbers its views anew when it restarts.
    this.show({ ...nobody, version: this.over ? Number.MAX_SAFE_INTEGER : 0 });
    if (!this.over) window.setTimeout(() => void this.start(), retryMilliseconds);
  }

  private show(room: Room): void {
    this.room = room;
    for (const [id, peer] of this.peers) {
      if (!room.peers.some((p) => p.id === id)) {
        peer.close();
        this.peers.delete(id);
      }
    }
    this.apply();
    this.changed(room);
  }

  private apply(): void {
    for (const { id, offers, heard, hears } of this.room.peers) this.peer(id, offers).apply(heard, hears ? this.track : null, this.speaker);
    if (this.room.music) {
      if (!this.music.src) this.music.src = holdMusic;
      void playOn(this.music, this.speaker).then(() => this.room.music ? this.music.play() : undefined).catch(() => undefined);
    } else {
      this.music.pause();
    }
  }

  private peer(id: string, offers: boolean): Peer {
    let peer = this.peers.get(id);
    if (!peer) {
      peer = new Peer(offers, (signal) => void this.hub.send('Send', id, signal).catch(() => undefined));
      this.peers.set(id, peer);
    }
    return peer;
  }
}
