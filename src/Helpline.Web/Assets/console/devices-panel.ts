// The panel in which an adviser chooses and tries microphone, loudspeaker and ringer, and allows notices.
import { devices, keep } from '../voice/devices';
import { LevelMeter, type Level } from '../voice/level';
import { close, isAllowed, microphoneProblems, openMicrophone } from '../voice/microphone';
import { by, need, say } from './page';
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
/** Some browsers do not tell whether the microphone is allowed; that it was opened since the page was loaded tells. */
let wasOpened = false;

/** Wires the panel. Nothing is asked for until its buttons are pressed. */
export function startDevicesPanel(): void {
  const panel = need<HTMLDetailsElement>('softphone');
  panel.addEventListener('toggle', () => void (panel.open ? opened() : stopListening()));
  need('softphone-allow').addEventListener('click', () => void allow());
  need('softphone-ring').addEventListener('click', () => void ring());
  need('softphone-notices').addEventListener('click', () => void allowNotices().then(showNotices));
  by('softphone-without')?.addEventListener('click', goWithout);
  need('sound-try').addEventListener('click', openPanel);
  for (const [id, [device]] of Object.entries(selects)) {
    need<HTMLSelectElement>(id).addEventListener('change', (event) => {
      // What was chosen anew has not been tried.
      keep({ [device]: (event.target as HTMLSelectElement).value || null, ...(device === 'microphone' ? { heard: false } : device === 'ringer' ? { rang: false } : {}) });
      showSummary();
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
  if (!panel.open) {
    openPanel();
    return;
  }
  panel.open = false;
  panel.querySelector<HTMLElement>('summary')?.focus();
}

/** Opens the panel and goes to what is still to be done there. */
export function openPanel(): void {
  const { ready, heard } = devices();
  need<HTMLDetailsElement>('softphone').open = true;
  need(!ready ? 'softphone-allow' : heard || need('softphone-devices').hidden ? 'softphone-ring' : 'softphone-microphone').focus();
}

async function opened(): Promise<void> {
  showNotices();
  if (devices().ready && (await isAllowed())) await listen();
}

async function allow(): Promise<void> {
  const microphone = await listen();
  if (typeof microphone === 'string') return;
  keep({ ready: true, without: false });
  showSummary();
  // The button is gone with that.
  need('softphone-microphone').focus();
  say('The microphone is set up. Speak to try it.');
  await microphoneAllowed();
}

/** Opens the chosen microphone for the meter; the names of the devices are known then. */
async function listen(): Promise<MediaStream | string> {
  stopListening();
  const microphone = await openMicrophone(devices().microphone);
  if (typeof microphone !== 'string') wasOpened = true;
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
    if (level.word !== 'silent' && !devices().heard) {
      keep({ heard: true });
      showSummary();
    }
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
  const rings = await testRing();
  need('softphone-ring-said').textContent = rings ? 'It rings now. If you hear nothing, choose another ringer.' : 'The browser did not let it ring. Press again.';
  if (!rings) return;
  keep({ rang: true });
  showSummary();
}

function goWithout(): void {
  keep({ without: true });
  showSummary();
  say('You can go available, without sound. Alt 1 makes you available.');
}

/** What has to be done before one can go available, in words; empty when nothing has. */
function leftToDo(): string {
  const { ready, heard, rang } = devices();
  const left = [ready ? '' : 'set up the microphone', heard ? '' : 'speak until you are heard', rang ? '' : 'try the ring'].filter((step) => step !== '');
  return isOwn() || isWithout() || left.length === 0 ? '' : `${left.join(', then ')}.`;
}

// Only where the server offers it: a choice that was made elsewhere is none here.
const isWithout = (): boolean => devices().without && by('softphone-without') !== null;

const isOwn = (): boolean => need('own-phone-form').dataset['own'] === 'true';

/** Shows, in the line of the panel and within it, where it stands. */
export function showSummary(): void {
  const left = leftToDo();
  const { ready, heard, rang } = devices();
  need('softphone-summary').textContent = isOwn() ? 'your own telephone is rung' : missing !== '' ? `the ${missing} is gone`
    : left !== '' ? 'not tried yet' : !(ready && heard && rang) ? 'without sound' : 'microphone and ringer tried';
  const words = isOwn() ? '' : left === '' ? 'You can go available.' : `Before you can go available: ${left}`;
  const place = need('softphone-left');
  if (place.textContent !== words) place.textContent = words;
  if (left === '') need('sound-untried').hidden = true;
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

/** What the server is told of microphone and ringer when this adviser goes available. */
export async function sound(): Promise<'tried' | 'without' | 'untried'> {
  if (devices().ready && !wasOpened && !(await isAllowed())) {
    // Taken back since: set up once more.
    keep({ ready: false });
    showSummary();
  }
  const { ready, heard, rang } = devices();
  return ready && heard && rang ? 'tried' : isWithout() ? 'without' : 'untried';
}
