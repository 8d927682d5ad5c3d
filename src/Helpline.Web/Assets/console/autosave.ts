import { problem } from './problems';
import { heed, withToken } from './requests';

const pauseMilliseconds = 600;
const retryMilliseconds = 3_000;

/** Saves the contact form and the draft on every pause in typing, one request at a time; what could not be sent is tried until it is. */
export class Autosave {
  private timer: number | undefined;
  private dirtyForm = false;
  private dirtyDraft = false;
  private saysDraft = false;
  private running: Promise<void> | null = null;

  constructor(private readonly contact: () => string | null) {
    document.addEventListener('input', (event) => {
      const field = event.target as HTMLElement;
      if (field.id === 'draft') this.changed('draft');
      else if (field.id !== 'place' && field.closest('[data-autosave]')) this.changed();
    });
    window.addEventListener('pagehide', () => this.beacon());
    window.addEventListener('beforeunload', (event) => {
      if (this.dirtyForm || this.dirtyDraft) event.preventDefault();
    });
  }

  /** Whether something typed has not reached the server. */
  get isBehind(): boolean {
    return this.dirtyForm || this.dirtyDraft;
  }

  watch(): void {
    this.dirtyForm = false;
    this.dirtyDraft = false;
    this.saysDraft = false;
  }

  changed(what: 'form' | 'draft' = 'form'): void {
    if (what === 'draft') this.dirtyDraft = true;
    else this.dirtyForm = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), pauseMilliseconds);
  }

  /** Saves what is not saved and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (!this.dirtyForm && !this.dirtyDraft) return;
    this.running = this.save();
    try {
      await this.running;
    } finally {
      this.running = null;
    }
  }

  private async save(): Promise<void> {
    const id = this.contact();
    if (id === null) return;
    if (this.dirtyForm) {
      const form = document.getElementById('record') as HTMLFormElement | null;
      if (form) {
        this.dirtyForm = false;
        const done = await this.send(`/console/contact/${id}?handler=record`, new FormData(form));
        if (done === null) this.dirtyForm = true;
        this.show('saved', done !== null);
      }
    }
    if (this.dirtyDraft) {
      const draft = document.getElementById('draft') as HTMLTextAreaElement | null;
      if (draft) {
        this.dirtyDraft = false;
        const done = await this.send(`/console/contact/${id}?handler=draft`, this.draftForm(draft));
        if (done === null) this.dirtyDraft = true;
        else if (done.outcome === 'saved') {
          draft.dataset['version'] = String(done.version);
          this.draftProblem(null);
        } else this.draftProblem(done.outcome);
        this.show('draft-saved', done?.outcome === 'saved');
      }
    }
    if (this.dirtyForm || this.dirtyDraft) this.timer = window.setTimeout(() => void this.flush(), retryMilliseconds);
  }

  private draftForm(draft: HTMLTextAreaElement): FormData {
    const data = new FormData();
    data.set('body', draft.value);
    data.set('version', draft.dataset['version'] ?? '0');
    return data;
  }

  /** Says why the draft was not saved; null takes that away again, and leaves why an answer was refused. */
  private draftProblem(outcome: string | null): void {
    if (outcome === null && !this.saysDraft) return;
    this.saysDraft = outcome !== null;
    const text = outcome === null ? '' : outcome === 'conflict'
      ? 'This draft was changed in another window. Copy your text and reload to see the other'
      : 'The draft could not be saved';
    problem('draft', 'draft-error', text, false);
  }

  private async send(url: string, data: FormData): Promise<{ outcome: string; version?: number } | null> {
    try {
      const response = heed(await fetch(url, { method: 'POST', body: withToken(data) }));
      return response.headers.get('content-type')?.includes('json') ? ((await response.json()) as { outcome: string; version?: number }) : null;
    } catch {
      return null;
    }
  }

  /** The page is going: one last request that outlives it. */
  private beacon(): void {
    const id = this.contact();
    if (id === null) return;
    const form = document.getElementById('record') as HTMLFormElement | null;
    const draft = document.getElementById('draft') as HTMLTextAreaElement | null;
    if (this.dirtyForm && form) navigator.sendBeacon(`/console/contact/${id}?handler=record`, withToken(new FormData(form)));
    if (this.dirtyDraft && draft) navigator.sendBeacon(`/console/contact/${id}?handler=draft`, withToken(this.draftForm(draft)));
    this.dirtyForm = false;
    this.dirtyDraft = false;
  }

  private show(id: string, saved: boolean): void {
    const mark = document.getElementById(id);
    if (mark) mark.textContent = saved ? 'Saved' : 'Not saved yet; trying again';
  }
}
