// The live line to the server, and the parts of the page that follow it. The server owns every state; after a break it is asked again.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { Autosave } from './autosave';
import { Clocks } from './clocks';
import { fetchHelp } from './monitoring';
import { by, need, say, typing } from './page';
import { place } from './requests';
import { startRinging, stopRinging } from './ring';
import { activityWords, awayWords, presenceWords } from './words';

interface Offer { offerId: string; contactId: string; expiresAt: string }
interface Queue { waiting: number; longestWaitSeconds: number; byChannel: Record<string, number> }
interface Snapshot {
  now: string; presence: string; awayReason: string | null; activity: string; offer: Offer | null;
  contactId: string | null; parkedContactId: string | null; queue: Queue;
}

const heartbeatMilliseconds = 5_000;
const refreshAgainMilliseconds = 2_000;
const mostHolds = 5;
const clocks = new Clocks();
export const autosave = new Autosave(() => shownContact);
let shownContact: string | null = null;
let shownOffer: string | null = null;
let refreshing = false;
let again = false;
let held = 0;

export const hub = new HubConnectionBuilder()
  .withUrl('/hubs/console')
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (r) => Math.min(1_000 * 2 ** Math.min(r.previousRetryCount, 4), 10_000) })
  .configureLogging(LogLevel.Error)
  .build();

/** The contact on the page; null when there is none. */
export const contactOnPage = (): string | null => shownContact;

/** The offer that rings; null when none does. */
export const offerOnPage = (): string | null => shownOffer;

function showQueue(queue: Queue): void {
  need('queue-waiting').textContent = String(queue.waiting);
  need('queue-longest').textContent = queue.waiting === 0 ? 'none' : clocks.words(queue.longestWaitSeconds);
  need('queue-voice').textContent = String(queue.byChannel['Voice'] ?? 0);
  need('queue-enquiry').textContent = String(queue.byChannel['Enquiry'] ?? 0);
}

function showPresence(state: Snapshot): void {
  need('presence').textContent = presenceWords[state.presence] ?? state.presence;
  need('activity').textContent = state.presence === 'Away' && state.awayReason ? `(${awayWords[state.awayReason] ?? state.awayReason}) ${activityWords[state.activity]}` : activityWords[state.activity] ?? '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-presence]')) {
    button.setAttribute('aria-pressed', String(button.dataset['presence'] === state.presence));
  }
}

/** Asks the server how things stand and fetches what has changed. Runs once at a time; a wish in between is one more run. */
export async function refresh(): Promise<void> {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    do {
      again = false;
      if (hub.state !== HubConnectionState.Connected) return;
      const state = await hub.invoke<Snapshot>('Snapshot');

      clocks.serverSays(state.now);
      showPresence(state);
      showQueue(state.queue);
      await showOffer(state.offer);
      await showContact(state.contactId);
      await showHelp();
    } while (again);
  } finally {
    refreshing = false;
  }
}

/** What could not be fetched is fetched again: the line may be up while a single request was lost. */
function refreshSoon(): void {
  window.setTimeout(() => void refresh().catch(() => undefined), refreshAgainMilliseconds);
}

async function showOffer(offer: Offer | null): Promise<void> {
  const id = offer?.offerId ?? null;
  if (id === shownOffer) return;
  shownOffer = id;
  if (id === null) {
    need('offer').replaceChildren();
    stopRinging();
    return;
  }
  if (!(await place(need('offer'), '/console/offer'))) {
    shownOffer = null;
    refreshSoon();
    return;
  }
  clocks.tick();
  startRinging();
  need('take-next-error').hidden = true;
  say(`${need('offer').querySelector('h2')?.textContent ?? 'A contact is ringing'}. Alt A accepts, Alt X declines.`);
  if (!typing()) need('offer').querySelector<HTMLButtonElement>('[data-accept]')?.focus();
}

async function showContact(id: string | null): Promise<void> {
  if (id !== shownContact) {
    await autosave.flush();
    // What is typed goes before what is new, unless the server takes it no more.
    if (autosave.isBehind && held++ < mostHolds) {
      refreshSoon();
      return;
    }
    held = 0;
    const gone = shownContact;
    shownContact = id;
    autosave.watch();
    if (id === null) {
      need('contact').innerHTML = '<div id="missed"></div><p class="govuk-body" id="nothing">Nothing to do now. Contacts come to you while you are available, and when you take the next.</p>';
      if (gone !== null) void sayMissed(gone);
    } else {
      if (!(await place(need('contact'), `/console/contact/${id}`))) {
        shownContact = null;
        refreshSoon();
      }
    }
  } else if (id !== null) {
    const before = need('contact').querySelector<HTMLElement>('.console-callbar')?.dataset['status'];
    if (!(await place(need('bar'), `/console/contact/${id}?handler=bar`))) refreshSoon();
    const thread = by('thread');
    if (thread) await place(thread, `/console/contact/${id}?handler=thread`);
    const now = need('bar').querySelector<HTMLElement>('.console-callbar')?.dataset['status'];
    const finish = document.querySelector<HTMLButtonElement>('[data-complete]');
    if (finish) {
      finish.disabled = now !== 'WrapUp';
      need('complete-hint').textContent = now === 'WrapUp' ? '' : 'Once the conversation has ended';
    }
    if (before === 'Consult' && now !== undefined && now !== before) {
      // A colleague handed their call over: it is this adviser's now, with its form.
      if (!(await place(need('contact'), `/console/contact/${id}`))) refreshSoon();
      say('The call was handed over to you.');
    }
    if (before !== now && now === 'WrapUp') {
      by('colleagues')?.remove();
      say('The conversation has ended. Wrap-up has begun.');
      document.querySelector('.console-enquiry .govuk-form-group')?.remove();
    }
  }
  clocks.tick();
}

/** A callback that reached nobody ends without the adviser's doing: they are told why. */
async function sayMissed(contact: string): Promise<void> {
  if (!(await place(need('missed'), `/console/missed/${contact}`))) return;
  const words = by('missed')?.textContent?.trim();
  if (words) say(words);
}

async function showHelp(): Promise<void> {
  if (await fetchHelp()) clocks.tick();
}

/** Opens the line and keeps it open. */
export async function start(): Promise<void> {
  clocks.start();
  const lost = need('connection');
  hub.on('OfferMade', () => void refresh());
  hub.on('OfferEnded', () => void refresh());
  hub.on('ContactChanged', (notice: { contactId: string }) => { if (notice.contactId === shownContact) void refresh(); });
  hub.on('PresenceChanged', (notice: { adviserId: string }) => { if (notice.adviserId === need('console').dataset['adviser']) void refresh(); });
  hub.on('HelpChanged', () => void showHelp());
  hub.on('QueueChanged', showQueue);
  hub.onreconnecting(() => { lost.hidden = false; });
  hub.onreconnected(async () => {
    lost.hidden = true;
    await refresh();
    await autosave.flush();
  });
  hub.onclose(() => {
    lost.hidden = false;
    setTimeout(() => void connect(), 3_000);
  });

  const connect = async (): Promise<void> => {
    try {
      await hub.start();
      lost.hidden = true;
      await hub.invoke('Heartbeat');
      await refresh();
      document.documentElement.dataset['ready'] = 'true';
    } catch {
      lost.hidden = false;
      setTimeout(() => void connect(), 3_000);
    }
  };
  await connect();
  setInterval(() => { if (hub.state === HubConnectionState.Connected) void hub.invoke('Heartbeat').catch(() => undefined); }, heartbeatMilliseconds);
}
