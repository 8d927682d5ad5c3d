// Others on the call: colleagues, help, and its recording.
import { autosave, contactOnPage, refresh } from './live';
import { barError, by, need, say } from './page';
import { place, postJson } from './requests';
import { refusals } from './words';

async function ask(handler: string, values: Record<string, string>, done: string): Promise<void> {
  const contact = contactOnPage();
  if (contact === null) return;
  // What was written goes with the call.
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${contact}?handler=${handler}`, values);
  await refresh();
  if (outcome === 'done') say(done);
  else barError(refusals[outcome] ?? outcome);
}

/** Opens the list of colleagues; while one is asked or there, sends them away instead. */
export async function colleagues(): Promise<void> {
  if (document.querySelector('[data-post="consultCancel"]')) {
    await ask('consultCancel', {}, 'The caller is back with you.');
    return;
  }
  const list = by<HTMLDetailsElement>('colleagues');
  if (!list) return;
  list.open = true;
  await fill(list);
  list.querySelector<HTMLElement>('button')?.focus();
}

let filling: Promise<void> | null = null;

/** Fetches who is available, each time the list is opened. The key and the opening itself both ask; a second answer would take the focus from the first. */
export function fill(list: HTMLDetailsElement): Promise<void> {
  filling ??= fetchColleagues(list).finally(() => { filling = null; });
  return filling;
}

async function fetchColleagues(list: HTMLDetailsElement): Promise<void> {
  if (list.open && !(await place(need('colleagues-list'), list.dataset['load']!))) need('colleagues-list').textContent = 'Who is available could not be fetched. Close this and open it again.';
}

export async function consult(button: HTMLButtonElement): Promise<void> {
  await ask('consult', { colleague: button.dataset['consult']! }, `${button.dataset['name']} is asked. The caller hears music.`);
}

export async function outside(button: HTMLButtonElement): Promise<void> {
  await ask('outside', { number: button.dataset['outside']! }, `${button.dataset['name']} is being rung. The caller hears music.`);
}

export async function outsideEnd(): Promise<void> {
  await ask('outsideEnd', {}, 'The caller is back with you.');
}

export async function outsideLeave(): Promise<void> {
  await ask('outsideLeave', {}, 'They talk without you. Record the contact.');
}

export async function outsideEndTogether(): Promise<void> {
  await ask('outsideEndTogether', {}, 'Their call is over.');
}

export async function pass(button: HTMLButtonElement): Promise<void> {
  const colleague = button.dataset['pass']!;
  const values: Record<string, string> = colleague === '' ? { group: need<HTMLSelectElement>('pass-group').value } : { colleague };
  await ask('pass', values, colleague === '' ? 'The call is passed to the queue.' : `The call is passed to ${button.dataset['name']}.`);
}

export async function handOver(): Promise<void> {
  if (document.querySelector('[data-post="handOver"]')) await ask('handOver', {}, 'The call is handed over.');
}

export async function help(): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('[data-help]');
  if (button) await ask('help', { wanted: button.dataset['help']! }, button.dataset['help'] === 'true' ? 'Supervisors see that you need help.' : 'Supervisors see that you are all right.');
}

const recordingWords: Record<string, string> = {
  start: 'Recording.', pause: 'Recording is paused.', resume: 'Recording again.', stop: 'Recording has stopped.', delete: 'The recording is deleted.',
};

/** What the button says, or what the key does now. */
export async function recording(button = document.querySelector<HTMLButtonElement>('[data-recording][aria-keyshortcuts]')): Promise<void> {
  const act = button?.dataset['recording'];
  if (act) await ask('recording', { act }, recordingWords[act] ?? '');
}

export async function leave(): Promise<void> {
  await ask('leave', {}, 'You have left your colleague’s call.');
}
