// What an adviser does: with the offer that rings, with the contact in hand, with their own presence.
import { sound } from './devices-panel';
import { insert } from './draft';
import { autosave, contactOnPage, hub, offerOnPage, refresh } from './live';
import { barError, by, need, say } from './page';
import { problem } from './problems';
import { placeOr, postJson } from './requests';
import { expectOffer } from './softphone-expected';
import { refusals } from './words';

export async function answer(verb: 'AcceptOffer' | 'DeclineOffer'): Promise<void> {
  const id = offerOnPage();
  if (id === null) return;
  // Before the answer: the line may come sooner than it.
  if (verb === 'AcceptOffer') expectOffer(id);
  const outcome = await hub.invoke<string>(verb, id, ...(verb === 'DeclineOffer' ? ['declined'] : []));
  await refresh();
  if (outcome !== 'accepted' && outcome !== 'declined') say(refusals[outcome] ?? outcome);
}

export async function act(handler: string): Promise<void> {
  if (contactOnPage() === null) return;
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${contactOnPage()}?handler=${handler}`, {});
  await refresh();
  if (outcome !== 'done') barError(refusals[outcome] ?? outcome);
  else if (handler === 'handback') say('Handed back to the queue. What you wrote is kept for whoever takes it next.');
}

/** Finishes the contact. False when it could not be, with the reason said. */
export async function complete(): Promise<boolean> {
  if (contactOnPage() === null) return false;
  await autosave.flush();
  if (autosave.isBehind) {
    barError('What you typed is not saved yet, so this cannot be finished. Try again in a moment.');
    return false;
  }
  const { outcome } = await postJson(`/console/contact/${contactOnPage()}?handler=complete`, {});
  const missing = outcome === 'dispositionMissing';
  problem('DispositionCode', 'disposition-error', missing ? refusals[outcome]! : '');
  if (missing) return false;
  await refresh();
  if (outcome !== 'done') barError(refusals[outcome] ?? outcome);
  else say('Finished.');
  return outcome === 'done';
}

/** Sends the answer; with the mark of a preview, the answer goes into the text itself. */
export async function send(previewed?: string): Promise<void> {
  const draft = by<HTMLTextAreaElement>('draft');
  if (contactOnPage() === null || !draft || draft.readOnly) return;
  if (previewed !== undefined && !by<HTMLInputElement>('answer-nothing')?.checked) {
    problem('draft', 'draft-error', refusals['textNotConfirmed']!);
    return;
  }
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${contactOnPage()}?handler=send`, { body: draft.value, version: draft.dataset['version'] ?? '0', ...(previewed === undefined ? {} : { previewed, nothingPersonal: 'true' }) });
  problem('draft', 'draft-error', outcome === 'sent' ? '' : refusals[outcome] ?? outcome);
  if (outcome === 'sent') {
    say('The answer is sent. Wrap-up has begun.');
    await refresh();
  }
}

export async function cite(slug: string, name: string): Promise<void> {
  if (contactOnPage() === null) {
    say('Take a contact first; then you can cite.');
    return;
  }
  const refused = await placeOr(need('cited'), `/console/contact/${contactOnPage()}?handler=cite`, { slug });
  const error = document.querySelector<HTMLButtonElement>(`[data-cite="${slug}"]`)?.closest('.console-result')?.querySelector<HTMLElement>('[data-cite-error]');
  if (error) {
    error.hidden = refused === null;
    error.textContent = refused === null ? '' : refusals[refused] ?? refused;
  }
  if (refused !== null) {
    if (!error) say(refusals[refused] ?? refused);
    return;
  }
  say(`Cited: ${name}`);
  insert(`[${name}](/advice/${slug})`);
}

export function citeFocused(): void {
  const focused = document.activeElement?.closest('.console-result') ?? document.querySelector('.console-result');
  const button = focused?.querySelector<HTMLButtonElement>('[data-cite]');
  if (button) void cite(button.dataset['cite']!, button.dataset['title']!);
}

/** Takes away the citation in focus, or the last. */
export function uncite(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-uncite]')];
  const focused = document.activeElement?.closest('li')?.querySelector<HTMLButtonElement>('[data-uncite]');
  (focused ?? buttons.at(-1))?.click();
}

export async function noArticle(box: HTMLInputElement): Promise<void> {
  const { outcome } = await postJson(`/console/contact/${contactOnPage()}?handler=noArticleHelped`, { none: String(box.checked) });
  if (outcome !== 'done') box.checked = !box.checked;
  need('no-article-said').textContent = outcome === 'done' ? 'Saved' : refusals[outcome] ?? outcome;
}

export function playOrPause(): void {
  const sound = document.querySelector('audio');
  if (sound === null) return;
  // What could not be fetched is fetched again.
  if (sound.error !== null) sound.load();
  if (sound.paused) sound.play().catch(() => {
    if (sound.error !== null) say('The message could not be fetched. Press Alt L to try again.');
  });
  else sound.pause();
}

export async function setPresence(presence: string): Promise<void> {
  const outcome = await hub.invoke<string>('SetPresence', presence, presence === 'Away' ? need<HTMLSelectElement>('away-reason').value : null, await sound());
  need('take-next-error').hidden = true;
  await refresh();
  showUntried(outcome === 'notTried');
}

/** Says that microphone and ringer must be tried first, and leads on; or takes that away. */
export function showUntried(refused: boolean): void {
  need('sound-untried').hidden = !refused;
  if (refused) need('sound-try').focus();
}
