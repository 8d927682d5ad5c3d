// For supervisors: who needs help, and being on somebody else's call.
import { by, need } from './page';
import { place, placeOr } from './requests';
import { expectWatching } from './softphone-expected';

/** Fetches who needs help and who is talking; what was unfolded stays so. False where the page has no room for it. */
export async function fetchHelp(): Promise<boolean> {
  const help = by('help');
  if (!help) return false;
  const wasOpen = by<HTMLDetailsElement>('talking')?.open ?? false;
  await place(help, '/console/help');
  const talking = by<HTMLDetailsElement>('talking');
  if (talking) talking.open = wasOpen;
  return true;
}

async function watch(handler: string, values: Record<string, string>): Promise<void> {
  const refused = await placeOr(need('help'), `/console/help?handler=${handler}`, values);
  const error = by('help-error');
  if (refused !== null && error) {
    error.textContent = refused;
    error.hidden = false;
  }
}

export async function monitor(button: HTMLButtonElement): Promise<void> {
  expectWatching();
  await watch('monitor', { contact: button.dataset['monitor']!, mode: button.dataset['mode']! });
}

export async function unmonitor(): Promise<void> {
  await watch('stop', {});
}
