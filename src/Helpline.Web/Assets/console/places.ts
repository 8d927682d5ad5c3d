// The place of the contact: what was typed, perhaps a postcode, becomes a council and is forgotten.
import { autosave } from './live';
import { need } from './page';
import { place } from './requests';

export async function findPlace(): Promise<void> {
  const input = need<HTMLInputElement>('place');
  const answerBox = need('place-answer');
  need<HTMLInputElement>('AuthorityCode').value = '';
  need<HTMLInputElement>('RegionCode').value = '';
  if (input.value.trim() === '') {
    answerBox.replaceChildren();
    autosave.changed();
    return;
  }
  if (!(await place(answerBox, '/console/place', { place: input.value }))) return;
  const sure = answerBox.querySelector<HTMLButtonElement>('[data-sure="true"]');
  if (sure) choosePlace(sure);
  else autosave.changed();
}

/** Only authority and region stay on the page: what was typed, perhaps a postcode, gives way to the council's name. */
export function choosePlace(button: HTMLButtonElement): void {
  need<HTMLInputElement>('AuthorityCode').value = button.dataset['place']!;
  need<HTMLInputElement>('RegionCode').value = button.dataset['region']!;
  need<HTMLInputElement>('place').value = button.dataset['name']!;
  need('place-answer').textContent = button.textContent;
  autosave.changed();
}
