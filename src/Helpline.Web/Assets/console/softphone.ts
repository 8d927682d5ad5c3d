// The adviser's browser as their telephone: it speaks in the simulated conference, or is a device of the real service.
import { devices } from '../voice/devices';
import { close, isAllowed, openMicrophone } from '../voice/microphone';
import { by, need, say } from './page';
import { postJson } from './requests';
import { SimulatedSoftphone } from './softphone-simulated';

interface Pass { isSimulated: boolean; token: string; edge: string; expiresAt: string }

/** Where the softphone stands, for the strip above its panel. */
export interface CallState { onCall: boolean; heard: boolean; music: boolean; replaced: boolean }

/** A telephone in the browser. */
export interface Softphone {
  /** A microphone to speak with; null for none. */
  speak(microphone: MediaStream | null): void;
  mute(on: boolean): void;
  /** The chosen devices have changed. */
  devicesChanged(): void;
}

let phone: Softphone | null = null;
let microphone: MediaStream | null = null;
let muted = false;
let onCall = false;
let trouble = '';

/** A pass to register with; null when the server gives none now. */
export async function pass(): Promise<Pass | null> {
  const answer = (await postJson('/console/softphone?handler=pass', {})) as unknown as Partial<Pass>;
  return answer.token === undefined ? null : (answer as Pass);
}

/** Registers, and asks for nothing: a microphone set up before is opened only when a call needs it. */
export async function startSoftphone(): Promise<void> {
  const first = await pass();
  if (!first) {
    window.setTimeout(() => void startSoftphone(), 10_000);
    return;
  }
  if (first.isSimulated) phone = new SimulatedSoftphone(pass, changed);
  else {
    const { TwilioSoftphone } = await import('./softphone-twilio');
    phone = new TwilioSoftphone(first, pass, changed, registered);
  }
}

/** The devices were chosen anew. */
export async function useDevices(): Promise<void> {
  phone?.devicesChanged();
  if (microphone) await open();
}

export function toggleMute(): void {
  if (!onCall) return;
  muted = !muted;
  for (const track of microphone?.getAudioTracks() ?? []) track.enabled = !muted;
  phone?.mute(muted);
  show();
  say(muted ? 'You are muted: nobody hears you.' : 'You are heard again.');
}

/** Says, beside the mute button, that something is wrong with the line; empty when it is right. */
export function lineTrouble(text: string): void {
  trouble = text;
  show();
}

function registered(problem: string): void {
  need('softphone-line').textContent = problem === '' ? 'Your line is ready.' : problem;
}

let last: CallState = { onCall: false, heard: false, music: false, replaced: false };

function changed(state: CallState): void {
  const begins = state.onCall && !onCall;
  const ends = !state.onCall && onCall;
  onCall = state.onCall;
  last = state;
  if (begins) {
    muted = false;
    void open();
  }
  if (ends) {
    close(microphone);
    microphone = null;
    phone?.speak(null);
  }
  show();
}

/** Opens the microphone for the call, if it was set up here. The real service's device opens its own. */
async function open(): Promise<void> {
  const { ready, microphone: id } = devices();
  if (!phone || !(phone instanceof SimulatedSoftphone)) return;
  if (!ready || !(await isAllowed())) return;
  const opened = await openMicrophone(id);
  if (typeof opened === 'string') return;
  close(microphone);
  microphone = opened;
  for (const track of opened.getAudioTracks()) track.enabled = !muted;
  if (onCall) phone.speak(opened);
  else {
    close(opened);
    microphone = null;
  }
  show();
}

/** The microphone was just allowed by its button: a call that is under way gets it. */
export async function microphoneAllowed(): Promise<void> {
  if (onCall) await open();
}

function show(): void {
  const strip = by('softphone-call');
  if (!strip) return;
  strip.hidden = !onCall && trouble === '' && !last.replaced;
  const button = need<HTMLButtonElement>('mute');
  button.hidden = !onCall;
  button.setAttribute('aria-pressed', String(muted));
  const silent = phone instanceof SimulatedSoftphone && microphone === null;
  need('softphone-said').textContent = trouble !== '' ? trouble
    : last.replaced ? 'Your line is in another window.'
    : muted ? 'Muted: nobody hears you.'
    : silent ? 'You speak without a microphone here. Set it up under Softphone.'
    : last.music ? 'On hold.'
    : last.heard ? 'You are heard.' : 'Your line is connected.';
}
