// The editors' page: saves the draft on every pause in typing, and keeps a copy in this browser until the server has it, so that a session
// that ends costs nothing. Without this the page saves by its button.
const pauseMilliseconds = 1_500;
const retryMilliseconds = 5_000;

const form = document.getElementById('edit') as HTMLFormElement | null;
const body = document.getElementById('Body') as HTMLTextAreaElement | null;
const said = document.getElementById('autosaved');

if (form && body && said) {
  const address = form.dataset['autosave']!;
  const key = `draft ${location.pathname}`;
  const field = (name: string): HTMLInputElement | HTMLTextAreaElement => form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  let timer: number | undefined;
  let saving = false;
  let stopped = false;

  const say = (text: string): void => { said.textContent = text; };

  const save = async (): Promise<void> => {
    if (saving || stopped) return;
    saving = true;
    const sent = body.value;
    try {
      const response = await fetch(address, { method: 'POST', body: new FormData(form) });
      if (!response.headers.get('content-type')?.includes('json')) throw new Error('not saved');
      const { outcome, version } = (await response.json()) as { outcome: string; version: number };
      if (outcome === 'saved') {
        field('Version').value = String(version);
        field('Loaded').value = sent;
        if (body.value === sent) sessionStorage.removeItem(key);
        say('Saved');
      } else {
        stopped = true;
        say(outcome === 'conflict' ? 'Somebody else changed this draft. Save to see what, with nothing lost.' : 'This version is not a draft any more. Copy your text before you leave.');
      }
    } catch {
      say('Not saved yet; trying again. Your text is kept in this browser.');
      timer = window.setTimeout(() => void save(), retryMilliseconds);
    } finally {
      saving = false;
    }
    if (!stopped && body.value !== sent) changed();
  };

  const changed = (): void => {
    sessionStorage.setItem(key, body.value);
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pauseMilliseconds);
  };

  const kept = sessionStorage.getItem(key);
  if (kept === body.value) {
    sessionStorage.removeItem(key);
  } else if (kept !== null) {
    const restore = document.createElement('button');
    restore.type = 'button';
    restore.className = 'govuk-button govuk-button--secondary';
    restore.textContent = 'Put back what was not saved';
    restore.addEventListener('click', () => {
      body.value = kept;
      restore.remove();
      changed();
    });
    said.after(restore);
  }

  form.addEventListener('input', changed);
  form.addEventListener('submit', () => {
    // The copy stays until a page shows that the server has the text: the session may have ended.
    stopped = true;
    clearTimeout(timer);
  });
}
