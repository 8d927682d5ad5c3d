// Pretend phones: each rings, shows and speaks what is said, presses keys and hangs up through the simulator's own API.
import { Handset } from './voice/handset';

interface Line { at: string; who: string; text: string }
interface Call { status: string; from: string; transcript: Line[] }

const pollMilliseconds = 700;
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const over = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
const words: Record<string, string> = {
  queued: 'about to ring', ringing: 'ringing', 'in-progress': 'connected', completed: 'the call is over', busy: 'busy', failed: 'failed',
  'no-answer': 'nobody answered', canceled: 'cancelled',
};
const aloud = document.getElementById('aloud') as HTMLInputElement;
const from = document.getElementById('from') as HTMLInputElement;
let count = 0;

async function ask(url: string, body?: object): Promise<Response> {
  return fetch(url, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

function speak(text: string): void {
  if (!aloud.checked || !('speechSynthesis' in window)) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'en-GB';
  speechSynthesis.speak(utterance);
}

class Phone {
  private readonly root: HTMLElement;
  private shown = 0;
  private timer: number;
  private readonly handset: Handset;

  constructor(private readonly sid: string, from: string) {
    const template = document.getElementById('phone') as HTMLTemplateElement;
    this.root = (template.content.cloneNode(true) as DocumentFragment).querySelector('.phone')!;
    const number = ++count;
    const heading = this.part('.phone-title');
    heading.textContent = `Phone ${number}${from ? ` (${from})` : ''}`;
    heading.id = `phone-${number}`;
    this.root.setAttribute('aria-labelledby', heading.id);
    this.root.dataset['call'] = sid;
    this.part('.phone-screen').setAttribute('aria-label', `What is said on phone ${number}`);
    for (const key of keys) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'console-button phone-key';
      button.textContent = key;
      button.setAttribute('aria-label', key === '*' ? 'Star' : key === '#' ? 'Hash' : key);
      button.addEventListener('click', () => void this.send('digits', { digits: key }));
      this.part('.phone-keys').append(button);
    }
    this.part('.phone-hangup').addEventListener('click', () => {
      speechSynthesis?.cancel();
      void this.send('hangup', {});
    });
    const form = this.part<HTMLFormElement>('.phone-say');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const field = form.elements.namedItem('text') as HTMLInputElement;
      if (field.value.trim() !== '') void this.send('speech', { text: field.value });
      field.value = '';
    });
    this.handset = new Handset(sid, this.part<HTMLButtonElement>('.phone-microphone'), this.part('.phone-voice'));
    document.getElementById('phones')!.prepend(this.root);
    this.timer = window.setInterval(() => void this.poll(), pollMilliseconds);
    void this.poll();
  }

  private part<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private async send(what: string, body: object): Promise<void> {
    const response = await ask(`/simulator/api/calls/${this.sid}/${what}`, body);
    if (!response.ok) this.part('.phone-status').textContent = ((await response.json().catch(() => null)) as { detail?: string } | null)?.detail ?? 'that did not work';
    await this.poll();
  }

  private async poll(): Promise<void> {
    const response = await ask(`/simulator/api/calls/${this.sid}`).catch(() => null);
    if (!response?.ok) return;
    const call = (await response.json()) as Call;
    const screen = this.part('.phone-screen');
    for (const line of call.transcript.slice(this.shown)) {
      const row = document.createElement('p');
      const who = document.createElement('strong');
      who.textContent = `${line.who}: `;
      row.append(who, line.text);
      screen.append(row);
      if (line.who !== 'caller') speak(line.text);
    }
    if (call.transcript.length > this.shown) screen.scrollTop = screen.scrollHeight;
    this.shown = call.transcript.length;
    this.part('.phone-status').textContent = words[call.status] ?? call.status;
    if (over.has(call.status)) {
      clearInterval(this.timer);
      this.handset.hangUp();
      for (const control of this.root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) control.disabled = true;
    }
  }
}

interface Listed { callSid: string; to: string; direction: string; status: string; answerable: boolean }

/** Who rings us back: one line for each, with a button to answer. */
async function watch(): Promise<void> {
  const response = await ask('/simulator/api/calls').catch(() => null);
  if (!response?.ok) return;
  const ringing = ((await response.json()) as Listed[]).filter((c) => c.answerable && c.status === 'ringing');
  const list = document.getElementById('ringing')!;
  for (const row of [...list.children] as HTMLElement[]) {
    if (!ringing.some((c) => c.callSid === row.dataset['ringing'])) row.remove();
  }
  for (const call of ringing) {
    if (list.querySelector(`[data-ringing="${call.callSid}"]`)) continue;
    const row = document.createElement('p');
    row.className = 'govuk-body';
    row.dataset['ringing'] = call.callSid;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'console-button';
    button.textContent = 'Answer';
    button.addEventListener('click', () => void answer(call, row));
    row.append(`The helpline is ringing you on ${call.to}: `, button);
    list.append(row);
  }
}

async function answer(call: Listed, row: HTMLElement): Promise<void> {
  row.remove();
  const response = await ask(`/simulator/api/calls/${call.callSid}/answer`, {}).catch(() => null);
  if (response?.ok) new Phone(call.callSid, call.to);
}

/** What is wrong with the number, beside it and in the summary; empty takes both away. */
function problem(text: string): void {
  const wrong = text !== '';
  const summary = document.getElementById('problems')!;
  const beside = document.getElementById('from-error')!;
  summary.hidden = beside.hidden = !wrong;
  summary.querySelector('a')!.textContent = beside.textContent = text;
  document.getElementById('from-group')!.classList.toggle('govuk-form-group--error', wrong);
  from.classList.toggle('govuk-input--error', wrong);
  if (wrong) from.focus();
}

async function ring(): Promise<void> {
  const number = from.value.trim();
  const response = await ask('/simulator/api/calls', number === '' ? {} : { from: number }).catch(() => null);
  if (response?.ok) {
    problem('');
    new Phone(((await response.json()) as { callSid: string }).callSid, number);
  } else {
    problem(response?.status === 400 ? 'Enter a number such as +447700900123, or “anonymous”, or leave it empty' : 'The call could not be placed. Try again');
  }
}

document.getElementById('ring')!.addEventListener('click', () => void ring());
window.setInterval(() => void watch(), pollMilliseconds * 2);
from.addEventListener('keydown', (event) => { if (event.key === 'Enter') void ring(); });
