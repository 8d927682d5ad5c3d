/** Requests under the page's own cookie, with the antiforgery token of the page. */
const tokenField = '_token';

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return withToken(data);
}

export function withToken(data: FormData): FormData {
  data.set(tokenField, document.querySelector<HTMLInputElement>(`input[name="${tokenField}"]`)?.value ?? '');
  return data;
}

/** Says so when the server no longer knows who this is. */
export function heed(response: Response): Response {
  const lost = document.getElementById('connection');
  if (response.status === 401 && lost) {
    lost.textContent = 'You have been signed out. Sign in again in another tab, then come back: what you typed is kept here.';
    lost.hidden = false;
  }
  return response;
}

/** The answer's HTML; null when the server could not be reached or refused. */
export async function post(url: string, values: Record<string, string>): Promise<string | null> {
  try {
    const response = heed(await fetch(url, { method: 'POST', body: form(values) }));
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

export async function postJson(url: string, values: Record<string, string>): Promise<{ outcome: string; version?: number }> {
  try {
    const response = heed(await fetch(url, { method: 'POST', body: form(values) }));
    if (response.headers.get('content-type')?.includes('json')) return (await response.json()) as { outcome: string; version?: number };
  } catch {
    // Said in words below.
  }
  return { outcome: 'The server could not be reached. Nothing is lost; try again.' };
}

/** Puts the server's HTML into an element. False when there is none. */
export async function place(element: HTMLElement, url: string, values?: Record<string, string>): Promise<boolean> {
  let html: string | null = null;
  if (values) {
    html = await post(url, values);
  } else {
    try {
      const response = heed(await fetch(url));
      html = response.ok ? await response.text() : null;
    } catch {
      html = null;
    }
  }
  if (html === null) return false;
  fill(element, html);
  return true;
}

/** Puts HTML into an element; a sound that was there already stays as it is, so that what is being heard goes on. */
function fill(element: HTMLElement, html: string): void {
  const sounds = [...element.querySelectorAll('audio')];
  element.innerHTML = html;
  for (const sound of sounds) element.querySelector(`audio[src="${sound.getAttribute('src') ?? ''}"]`)?.replaceWith(sound);
}

/** Puts the server's HTML into an element. Null when it did, otherwise the outcome's name or words on what went wrong. */
export async function placeOr(element: HTMLElement, url: string, values: Record<string, string>): Promise<string | null> {
  try {
    const response = heed(await fetch(url, { method: 'POST', body: form(values) }));
    if (response.headers.get('content-type')?.includes('json')) return ((await response.json()) as { outcome: string }).outcome;
    if (!response.ok) return 'The server refused. Reload the page and try again.';
    fill(element, await response.text());
    return null;
  } catch {
    return 'The server could not be reached. Nothing is lost; try again.';
  }
}
