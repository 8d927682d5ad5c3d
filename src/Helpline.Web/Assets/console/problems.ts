const by = (id: string): HTMLElement | null => document.getElementById(id);

/** What is wrong with a field of the contact: said beside it and in the summary above the form, whose link leads to it. Empty takes both away. */
export function problem(field: string, errorId: string, text: string, focus = true): void {
  const wrong = text !== '';
  const error = by(errorId);
  if (error) {
    error.hidden = !wrong;
    const hidden = document.createElement('span');
    hidden.className = 'govuk-visually-hidden';
    hidden.textContent = 'Error: ';
    error.replaceChildren(...(wrong ? [hidden, text] : []));
    error.closest('.govuk-form-group')?.classList.toggle('govuk-form-group--error', wrong);
  }
  const summary = by('contact-problems');
  const list = summary?.querySelector('ul');
  if (!summary || !list) return;
  list.querySelector(`[data-field="${field}"]`)?.remove();
  if (wrong) {
    const link = document.createElement('a');
    link.href = `#${field}`;
    link.textContent = text;
    const item = document.createElement('li');
    item.dataset['field'] = field;
    item.append(link);
    list.append(item);
    if (focus) by(field)?.focus();
  }
  summary.hidden = list.childElementCount === 0;
}
