// The softphone as a device of the real telephone service. It takes only lines this adviser is waiting for.
import { Device, type Call } from '@twilio/voice-sdk';
import { devices } from '../voice/devices';
import type { CallState, Softphone } from './softphone';
import { isExpected } from './softphone-expected';

interface Pass { token: string; edge: string }

const refreshMilliseconds = 60_000;

export class TwilioSoftphone implements Softphone {
  private readonly device: Device;
  private call: Call | null = null;

  constructor(first: Pass, pass: () => Promise<Pass | null>, private readonly changed: (state: CallState) => void, registered: (problem: string) => void) {
    this.device = new Device(first.token, { edge: first.edge === 'roaming' ? 'roaming' : [first.edge, 'roaming'], closeProtection: true, tokenRefreshMs: refreshMilliseconds });
    // Our own ring has rung already, for the offer.
    this.device.audio?.incoming(false);
    this.device.on('registered', () => registered(''));
    this.device.on('unregistered', () => registered('Your line is not ready. It is tried again.'));
    this.device.on('error', () => registered('The telephone service could not be reached. It is tried again.'));
    this.device.on('tokenWillExpire', () => void pass().then((fresh) => { if (fresh) this.device.updateToken(fresh.token); }));
    this.device.on('incoming', (call: Call) => this.rung(call));
    this.devicesChanged();
    void this.device.register().catch(() => registered('The telephone service could not be reached. Reload the page to try again.'));
  }

  /** The device opens the microphone by itself. */
  speak(): void {}

  mute(on: boolean): void {
    this.call?.mute(on);
  }

  devicesChanged(): void {
    const { microphone, speaker, ringer, ready } = devices();
    const audio = this.device.audio;
    if (!audio) return;
    if (ready && microphone !== null) void audio.setInputDevice(microphone).catch(() => undefined);
    else void audio.unsetInputDevice().catch(() => undefined);
    if (!audio.isOutputSelectionSupported) return;
    void audio.speakerDevices.set(speaker ?? 'default').catch(() => undefined);
    void audio.ringtoneDevices.set(ringer ?? 'default').catch(() => undefined);
  }

  private rung(call: Call): void {
    if (!isExpected(call.customParameters)) {
      call.reject();
      return;
    }
    this.call = call;
    call.on('accept', () => this.changed({ onCall: true, heard: true, music: false, replaced: false }));
    const over = (): void => {
      this.call = null;
      this.changed({ onCall: false, heard: false, music: false, replaced: false });
    };
    call.on('disconnect', over);
    call.on('cancel', over);
    call.accept();
  }
}
