// Every page. All of it is extra: the pages work without it.
import { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';
import { suggestWhileTyping } from './suggest';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink]) {
  createAll(component);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const text = document.getElementById(button.dataset['copy']!) as HTMLTextAreaElement;
  const said = button.parentElement!.querySelector<HTMLElement>('[data-copied]')!;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text.value)
      .then(() => { said.textContent = 'Copied'; })
      .catch(() => {
        text.select();
        said.textContent = 'It could not be copied for you. It is marked: copy it with the keyboard or the menu.';
      });
  });
}

suggestWhileTyping();
