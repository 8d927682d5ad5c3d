// The answer that is being written.

const field = (): HTMLTextAreaElement | null => document.getElementById('draft') as HTMLTextAreaElement | null;

/** Writes a text where the cursor is, with a gap before it. Nothing happens where no answer is being written. */
export function insert(text: string): boolean {
  const draft = field();
  if (!draft || draft.readOnly) return false;
  const at = draft.selectionStart;
  const gap = at > 0 && !/\s/.test(draft.value[at - 1]!) ? ' ' : '';
  draft.setRangeText(gap + text, at, draft.selectionEnd, 'end');
  draft.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

/** Writes a passage and goes on writing after it. */
export function insertPassage(button: HTMLButtonElement): string {
  const text = button.closest('li')?.querySelector<HTMLElement>('[data-text]')?.textContent ?? '';
  if (!insert(text)) return 'No answer is being written.';
  field()!.focus();
  return `Inserted: ${button.dataset['passage']}`;
}
