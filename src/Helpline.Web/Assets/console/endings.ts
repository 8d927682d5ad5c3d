// Endings for contacts that were no enquiry. The letters work only while the focus is in the open list, so that no single letter is a
// command anywhere else (WCAG 2.1.4).
import { autosave, contactOnPage, refresh } from './live';
import { by, need, openList, say } from './page';
import { postJson } from './requests';
import { refusals } from './words';

const mayBeBlocked = ['abusive', 'hoax'];

async function end(button: HTMLButtonElement): Promise<void> {
  const contact = contactOnPage();
  const code = button.dataset['ending'];
  if (contact === null || !code) return;
  const known = by('endings')?.dataset['number'] === 'true';
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${contact}?handler=noEnquiry`, { code });
  const error = by('ending-error');
  if (outcome !== 'done') {
    if (error) {
      error.textContent = refusals[outcome] ?? outcome;
      error.hidden = false;
    }
    return;
  }
  await refresh();
  say('Ended. You are free.');
  if (!known || !mayBeBlocked.includes(code) || contactOnPage() !== null) return;
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = `/console/block/${contact}`;
  link.textContent = 'Propose to block this number';
  const line = document.createElement('p');
  line.className = 'govuk-body';
  line.append(link);
  need('contact').append(line);
}

/** Opens the list and goes to its first entry. */
export const openEndings = (): void => openList('endings');

/** Listens for the buttons and letters of the list. */
export function listenForEndings(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[data-ending]');
    if (button) void end(button);
  });
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const list = (event.target as HTMLElement).closest<HTMLDetailsElement>('#endings');
    if (!list?.open) return;
    const button = [...list.querySelectorAll<HTMLButtonElement>('[data-key]')].find((b) => b.dataset['key'] === event.key.toLowerCase());
    if (!button) return;
    event.preventDefault();
    void end(button);
  });
}
