/** The statutory clock of the contact in hand: the server works the duties out; this sends what was entered and shows its answer. */
import { place } from './requests';

const refused = 'That was not taken. You may not have this contact any more.';

async function send(contactId: string, handler: string, values: Record<string, string>, done: string): Promise<string> {
  const box = document.getElementById('clock')!;
  if (!(await place(box, `/console/contact/${contactId}?handler=${handler}`, values))) return refused;
  const error = document.getElementById('clock-error');
  if (!error) return done;
  document.getElementById('clock-event')?.focus();
  return error.textContent ?? refused;
}

/** Enters the date of the form. Returns what to say; what was typed stays when it was refused. */
export async function enterDate(contactId: string, form: HTMLFormElement): Promise<string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) values[name] = String(value);
  const said = await send(contactId, 'eventDate', values, 'Entered. What is due is listed.');
  if (document.getElementById('clock-error')) {
    const again = document.getElementById('clock-form') as HTMLFormElement;
    for (const [name, value] of Object.entries(values)) (again.elements.namedItem(name) as HTMLInputElement).value = value;
  }
  return said;
}

/** Takes a date back, ticks a duty off, or opens it again. */
export function pressed(contactId: string, button: HTMLButtonElement): Promise<string> {
  const data = button.dataset;
  return data['clock'] === 'takeBack'
    ? send(contactId, 'takeBack', { eventId: data['event'] ?? '' }, 'The date is taken back.')
    : send(contactId, 'tick', { dutyId: data['dutyId'] ?? '', done: data['done'] ?? 'true' }, data['done'] === 'false' ? 'Opened again.' : 'Ticked off.');
}

/** One key for the form: goes to it, and from within it sends it. */
export function enterOrGo(form: HTMLFormElement | null): void {
  if (!form) return;
  if (form.contains(document.activeElement)) form.requestSubmit();
  else document.getElementById('clock-event')?.focus();
}
