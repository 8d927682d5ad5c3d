// Panels of the contact that the server draws: what was filled in goes there, and its answer takes the panel's place.
import { by, openList, say } from './page';
import { placeOr } from './requests';
import { refusals } from './words';

/** Fields of one name are joined by a semicolon. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) values[name] = name in values ? `${values[name]};${value}` : String(value);
  return values;
}

/** Sends a panel's form; the button that was pressed may name another handler. */
export async function sendPanel(contact: string, form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> {
  const panel = by(form.dataset['panel']!);
  if (!panel) return;
  const handler = pressed?.dataset['handler'] ?? form.dataset['handler']!;
  const refused = await placeOr(panel, `/console/contact/${contact}?handler=${handler}`, valuesOf(form));
  const error = panel.querySelector<HTMLElement>('[data-error], .govuk-error-message');
  if (refused !== null) say(refusals[refused] ?? refused);
  else say(error?.textContent?.trim() ?? pressed?.dataset['done'] ?? form.dataset['done'] ?? '');
  const next = error ? error.closest('.govuk-form-group, form')?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') : panel.querySelector<HTMLElement>('[data-focus]') ?? panel.querySelector<HTMLElement>('summary, form input:not([type=hidden])');
  next?.focus();
}

/** One key for a panel: opens it and goes to its first field, and from within it sends it on. */
export function panelOrGo(details: string, form: string): void {
  const fields = by<HTMLFormElement>(form);
  if (fields?.contains(document.activeElement)) {
    fields.requestSubmit([...fields.querySelectorAll<HTMLButtonElement>('button[type=submit]')].find((b) => b.dataset['handler'] === fields.dataset['panel']) ?? null);
    return;
  }
  openList(details);
  fields?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
}

/** Shows the answer as the text it would be. */
export async function previewAnswer(contact: string): Promise<void> {
  const draft = by<HTMLTextAreaElement>('draft');
  const place = by('answer-text');
  if (!draft || !place) return;
  const refused = await placeOr(place, `/console/contact/${contact}?handler=answerPreview`, { body: draft.value });
  say(refused === null ? 'Read the text, then send it.' : refusals[refused] ?? refused);
  by('answer-nothing')?.focus();
}
