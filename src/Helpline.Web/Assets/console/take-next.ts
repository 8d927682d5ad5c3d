// An adviser takes the next contact by hand. The server chooses it; in wrap-up the contact at hand is finished first.
import { complete, showUntried } from './acts';
import { sound } from './devices-panel';
import { hub, offerOnPage, refresh } from './live';
import { need } from './page';
import { takeNextRefusals } from './words';

let asking = false;

function refuse(text: string): void {
  const error = need('take-next-error');
  error.textContent = text;
  error.hidden = text === '';
}

export async function takeNext(): Promise<void> {
  if (asking || offerOnPage() !== null) return;
  asking = true;
  refuse('');
  try {
    const recording = document.querySelector('.console-callbar[data-status="WrapUp"]') !== null;
    if (recording && !(await complete())) {
      refuse('Finish this contact first: see what is missing below.');
      return;
    }
    const outcome = await hub.invoke<string>('TakeNext', await sound());
    await refresh();
    if (outcome !== 'offered') refuse(takeNextRefusals[outcome] ?? outcome);
    if (outcome === 'notTried') showUntried(true);
  } catch {
    refuse('The connection is lost. Try again when it is back.');
  } finally {
    asking = false;
  }
}
