// The page of the console: its elements, and what is said to those who use it.

export const by = <T extends HTMLElement>(id: string): T | null => document.getElementById(id) as T | null;

/** An element that every state of the page has. */
export const need = <T extends HTMLElement>(id: string): T => by<T>(id)!;

/** Whether somebody is writing: then nothing takes the focus away. */
export const typing = (): boolean => document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;

/** Tells a screen reader, without moving the focus. */
export function say(text: string): void {
  need('announce').textContent = text;
}

/** Says beside the buttons of the contact why something could not be done; empty takes it away. */
export function barError(text: string): void {
  const error = by('bar-error');
  if (error) {
    error.textContent = text;
    error.hidden = text === '';
  } else {
    say(text);
  }
}

/** Opens a list of the contact and goes to its first entry. */
export function openList(id: string): void {
  const list = by<HTMLDetailsElement>(id);
  if (!list) return;
  list.open = true;
  list.querySelector<HTMLElement>('a, button')?.focus();
}
