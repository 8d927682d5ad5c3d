// Where the adviser is rung: a telephone of their own, or this browser. The server keeps it and draws the panel.
import { showSummary, sound } from './devices-panel';
import { need, say } from './page';
import { placeOr } from './requests';
import { refusals } from './words';

/** Wires the part of the panel; it is drawn anew after each change. */
export function startOwnPhone(): void {
  const panel = need('own-phone');
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    void send('own', { number: need<HTMLInputElement>('own-phone-number').value });
  });
  panel.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('#own-phone-browser')) void sound().then((tried) => send('browser', { sound: tried }));
  });
}

async function send(handler: string, values: Record<string, string>): Promise<void> {
  const panel = need('own-phone');
  const refused = await placeOr(panel, `/console/softphone?handler=${handler}`, values);
  if (refused !== null) {
    say(refusals[refused] ?? refused);
    return;
  }
  showSummary();
  const error = panel.querySelector('.govuk-error-message');
  say(error?.textContent.trim() ?? need('own-phone-now').textContent.trim());
  need(error ? (handler === 'browser' ? 'own-phone-browser' : 'own-phone-number') : 'own-phone-now').focus();
}
