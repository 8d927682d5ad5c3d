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

suggestWhileTyping();
