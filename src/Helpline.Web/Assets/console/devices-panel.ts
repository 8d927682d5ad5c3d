// The panel in which an adviser chooses and tries microphone, loudspeaker and ringer, and allows notices.
import { devices, keep } from '../voice/devices';
import { LevelMeter, type Level } from '../voice/level';
import { close, isAllowed, microphoneProblems, openMicrophone } from '../voice/microphone';
import { need, say } from './page';
import { allowNotices, notices, testRing } from './ring';
import { lineTrouble, microphoneAllowed, useDevices } from './softphone';

const levelWords: Record<Level['word'], string> = {
  silent: 'Nothing heard. Speak, or choose another microphone.', heard: 'You are heard well.', loud: 'Very loud. Move the microphone away a little.',
};
const wordMilliseconds = 1_000;
const selects = { 'softphone-microphone': ['microphone', 'audioinput'], 'softphone-speaker': ['speaker', 'audiooutput'], 'softphone-ringer': ['ringer', 'audiooutput'] } as const;
let listening: MediaStream | null = null;
let meter: LevelMeter | null = null;
let missing = '';

/** Wires the panel. Nothing is asked for until its buttons are pressed. */
export function startDevicesPanel(): void {
  const panel = need<HTMLDetailsElement>('softphone');
  panel.addEventListener('toggle', () => void (panel.open ? opened() : stopListening()));
  need('softphone-allow').addEventListener('click', () => void allow());
  need('softphone-ring').addEventListener('click', () => void ring());
  need('softphone-notices').addEventListener('click', () => void allowNotices().then(showNotices));
  for (const [id, [device]] of Object.entries(selects)) {
    need<HTMLSelectElement>(id).addEventListener('change', (event) => {
      keep({ [device]: (event.target as HTMLSelectElement).value || null });
      void chosen(device === 'microphone');
    });
  }
  // Undefined where the page is not secure, whatever the types say.
  (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', () => void devicesMoved());
  showSummary();
}

/** Opens the panel and goes into it, or closes it again. */
export function togglePanel(): void {
  const panel = need<HTMLDetailsElement>('softphone');
  panel.open = !panel.open;
  if (panel.open) panel.querySelector<HTMLElement>('button:not([hidden]), select')?.focus();
  else panel.querySelector<HTMLElement>('summary')?.focus();
}

async function opened(): Promise<void> {
  showNotices();
  if (devices().ready && (await isAllowed())) await listen();
}

async function allow(): Promise<void> {
  const microphone = await listen();
  if (typeof microphone === 'string') return;
  keep({ ready: true });
  showSummary();
  say('The microphone is set up. Speak to try it.');
  await microphoneAllowed();
}

/** Opens the chosen microphone for the meter; the names of the devices are known then. */
async function listen(): Promise<MediaStream | string> {
  stopListening();
  const microphone = await openMicrophone(devices().microphone);
  const problem = need('softphone-problem');
  problem.hidden = typeof microphone !== 'string';
  if (typeof microphone === 'string') {
    problem.textContent = microphoneProblems[microphone];
    return microphone;
  }
  if (!need<HTMLDetailsElement>('softphone').open) {
    close(microphone);
    return microphone;
  }
  listening = microphone;
  need('softphone-devices').hidden = false;
  need('softphone-allow').hidden = true;
  await list();
  let said = 0;
  let best: Level['word'] = 'silent';
  meter = new LevelMeter(microphone, (level) => {
    const bar = need('softphone-meter');
    bar.setAttribute('aria-valuenow', String(level.percent));
    need('softphone-bar').style.width = `${level.percent}%`;
    // Between two words one speaks: the loudest since the last counts.
    if (level.word === 'loud' || best === 'silent') best = level.word;
    if (Date.now() - said < wordMilliseconds) return;
    said = Date.now();
    bar.setAttribute('aria-valuetext', levelWords[best]);
    need('softphone-level').textContent = levelWords[best];
    best = 'silent';
  });
  return microphone;
}

function stopListening(): void {
  meter?.stop();
  meter = null;
  close(listening);
  listening = null;
}

async function chosen(isMicrophone: boolean): Promise<void> {
  missing = '';
  lineTrouble('');
  if (isMicrophone && listening) await listen();
  await useDevices();
}

/** Fills the lists with what is there; what was chosen and is gone is shown as that. */
async function list(): Promise<void> {
  const there = await navigator.mediaDevices.enumerateDevices();
  const kept = devices();
  for (const [id, [device, kind]] of Object.entries(selects)) {
    const select = need<HTMLSelectElement>(id);
    const options = there.filter((d) => d.kind === kind && d.deviceId !== '' && d.deviceId !== 'default').map((d, i) => new Option(d.label || `Device ${i + 1}`, d.deviceId));
    const wanted = kept[device];
    if (wanted !== null && !options.some((o) => o.value === wanted)) options.push(new Option('The one you chose (not plugged in)', wanted));
    select.replaceChildren(new Option('As set on this computer', ''), ...options);
    select.value = wanted ?? '';
  }
}

/** Something was plugged in or out: an adviser must not find out from a parent who hears nothing. */
async function devicesMoved(): Promise<void> {
  const kept = devices();
  if (!kept.ready || !(await isAllowed())) return;
  const there = new Set((await navigator.mediaDevices.enumerateDevices()).map((d) => d.deviceId));
  const gone = [
    kept.microphone !== null && !there.has(kept.microphone) ? 'microphone' : '',
    kept.speaker !== null && !there.has(kept.speaker) ? 'headset or speaker' : '',
    kept.ringer !== null && !there.has(kept.ringer) ? 'ringer' : '',
  ].filter((name) => name !== '').join(' and the ');
  if (gone !== missing) {
    missing = gone;
    const text = gone === '' ? '' : `The ${gone} you chose is not there any more. Plug it in again, or choose another under Softphone. Until then the computer’s own is used.`;
    lineTrouble(text);
    const alert = need('softphone-lost');
    alert.textContent = text;
    alert.hidden = text === '';
  }
  showSummary();
  if (need<HTMLDetailsElement>('softphone').open && listening) await listen();
  await useDevices();
}

async function ring(): Promise<void> {
  need('softphone-ring-said').textContent = (await testRing()) ? 'It rings now. If you hear nothing, choose another ringer.' : 'The browser did not let it ring. Press again.';
}

function showSummary(): void {
  need('softphone-summary').textContent = missing !== '' ? `the ${missing} is gone` : devices().ready ? 'microphone set up' : 'microphone not set up';
}

function showNotices(): void {
  const state = notices();
  const button = need<HTMLButtonElement>('softphone-notices');
  button.hidden = state !== 'default';
  need('softphone-notices-said').textContent = state === 'granted' ? 'Notices are on: when the console is not in view, one says that a contact rings. It says nothing of the contact.'
    : state === 'denied' ? 'Your browser was told not to show notices of this page. The sound and the title of the page ring.'
    : state === null ? 'This browser shows no notices. The sound and the title of the page ring.'
    : 'A notice can say that a contact rings when the console is not in view. It says nothing of the contact.';
}

/** Whether the adviser could be heard; said before they go available. */
export async function readiness(): Promise<string> {
  return devices().ready && (await isAllowed()) ? '' : 'Your microphone is not set up in this browser, so callers would not hear you. Set it up under Softphone (Alt F).';
}
