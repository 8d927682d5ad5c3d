// The softphone where the telephone service is simulated.
import { devices } from '../voice/devices';
import { VoiceLine } from '../voice/line';
import type { CallState, Softphone } from './softphone';

export class SimulatedSoftphone implements Softphone {
  private readonly line: VoiceLine;

  constructor(pass: () => Promise<{ token: string } | null>, changed: (state: CallState) => void) {
    this.line = new VoiceLine(
      async (hub) => {
        const fresh = await pass();
        // Refused or not reached: the line is tried again.
        if (!fresh || (await hub.invoke<number>('Register', fresh.token)) !== 0) throw new Error('not registered');
        return true;
      },
      (room) => changed({ onCall: room.joined, heard: room.peers.some((p) => p.hears), music: room.music, replaced: room.replaced }),
    );
    this.devicesChanged();
    void this.line.start();
  }

  speak(microphone: MediaStream | null): void {
    this.line.speak(microphone?.getAudioTracks()[0] ?? null);
  }

  /** The microphone itself is silenced. */
  mute(): void {}

  devicesChanged(): void {
    this.line.listenOn(devices().speaker);
  }
}
