// The knowledge panel: every key asks.
import { need } from './page';
import { post } from './requests';

const searchPauseMilliseconds = 1_000;

export function searchWhileTyping(): void {
  let searching: number | undefined;
  const input = need<HTMLInputElement>('search-q');
  let asking = false;
  let wanted: boolean | null = null;
  // One request at a time: what is typed meanwhile is asked when the answer is there, so that every answer shown is to the newest words.
  const search = async (typing: boolean): Promise<void> => {
    if (asking) {
      wanted = typing;
      return;
    }
    asking = true;
    do {
      const now: boolean = wanted ?? typing;
      wanted = null;
      const html = await post('/console/search', { q: input.value, typing: String(now) });
      if (html !== null) need('results').innerHTML = html;
    } while (wanted !== null);
    asking = false;
  };
  // Every key asks at once; the last word counts as finished when the adviser pauses.
  input.addEventListener('input', () => {
    clearTimeout(searching);
    searching = window.setTimeout(() => void search(false), searchPauseMilliseconds);
    void search(true);
  });
  need<HTMLFormElement>('search').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(searching);
    void search(false);
  });
}
