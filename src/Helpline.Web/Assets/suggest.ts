// Articles that may answer a question, shown while it is written. Extra: the next page shows them anyway.
import { post } from './console/requests';

const pauseMilliseconds = 400;
const shortest = 12;

export function suggestWhileTyping(): void {
  const shown = document.querySelector<HTMLElement>('[data-suggest]');
  const input = document.querySelector<HTMLTextAreaElement>('textarea#Question');
  if (!shown || !input) return;
  let waiting: number | undefined;
  let asked = '';
  const ask = async (): Promise<void> => {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    const html = text.length < shortest ? '' : await post(shown.dataset['suggest']!, { question: text });
    // Sent in the body, never in an address. An answer to older words is let go.
    if (html === null || text !== input.value.trim()) return;
    shown.innerHTML = html;
    shown.hidden = html.trim() === '';
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), pauseMilliseconds);
  });
}
