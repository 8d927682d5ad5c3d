// The console: keeps one live line to the server, fetches the parts that changed, saves what is typed. The server owns every state; a
// reload asks for it again.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { Autosave } from './console/autosave';
import { Clocks } from './console/clocks';
import { enterDate, enterOrGo, pressed } from './console/clock';
import { insert, insertPassage } from './console/draft';
import { problem } from './console/problems';
import { place, placeOr, post, postJson } from './console/requests';
import { shortcuts } from './console/shortcuts';

interface Offer { offerId: string; contactId: string; expiresAt: string }
interface Queue { waiting: number; longestWaitSeconds: number; byChannel: Record<string, number> }
interface Snapshot {
  now: string; presence: string; awayReason: string | null; activity: string; offer: Offer | null;
  contactId: string | null; parkedContactId: string | null; queue: Queue;
}

const heartbeatMilliseconds = 5_000;
const searchPauseMilliseconds = 1_000;
const refreshAgainMilliseconds = 2_000;
const mostHolds = 5;
const by = <T extends HTMLElement>(id: string): T | null => document.getElementById(id) as T | null;
const need = <T extends HTMLElement>(id: string): T => by<T>(id)!;
const title = document.title;
const clocks = new Clocks();
const autosave = new Autosave(() => shownContact);
let shownContact: string | null = null;
let shownOffer: string | null = null;
let refreshing = false;
let again = false;
let held = 0;

const hub = new HubConnectionBuilder()
  .withUrl('/hubs/console')
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (r) => Math.min(1_000 * 2 ** Math.min(r.previousRetryCount, 4), 10_000) })
  .configureLogging(LogLevel.Error)
  .build();

const presenceWords: Record<string, string> = { Available: 'available', Away: 'away', Offline: 'offline' };
const activityWords: Record<string, string> = { Idle: '', Ringing: 'and a contact is ringing', OnContact: 'and on a contact', WrapUp: 'and in wrap-up' };
const awayWords: Record<string, string> = {
  Break: 'break', Lunch: 'lunch', Training: 'training', Casework: 'casework',
  MissedOffer: 'you missed an offer; choose Available when you are back', LineFailed: 'your line did not come up; choose Available to try again',
};
const refusals: Record<string, string> = {
  alreadyEnded: 'That offer has ended.', enquirerGone: 'The caller has gone.', lineFailed: 'Your line could not be brought up. You are set away.',
  notNow: 'That is not possible now.', lineRefused: 'The phone service refused. Try again.', notYours: 'You do not have this contact any more.',
  dispositionMissing: 'Choose the outcome of this contact', draftConflict: 'A newer draft was saved in another window. Reload to see it.', empty: 'Write an answer first',
  articleWrong: 'This rests on an article that is marked wrong. It can’t be cited or sent.',
};

function say(text: string): void {
  need('announce').textContent = text;
}

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
async function refresh(): Promise<void> {
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
    document.title = title;
    return;
  }
  if (!(await place(need('offer'), '/console/offer'))) {
    shownOffer = null;
    refreshSoon();
    return;
  }
  clocks.tick();
  document.title = `Ringing – ${title}`;
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
    shownContact = id;
    autosave.watch();
    if (id === null) {
      need('contact').innerHTML = '<p class="govuk-body" id="nothing">Nothing to do now. Contacts come to you while you are available.</p>';
    } else {
      if (!(await place(need('contact'), `/console/contact/${id}`))) {
        shownContact = null;
        refreshSoon();
      }
    }
  } else if (id !== null) {
    const before = need('contact').querySelector<HTMLElement>('.console-callbar')?.dataset['status'];
    if (!(await place(need('bar'), `/console/contact/${id}?handler=bar`))) refreshSoon();
    const now = need('bar').querySelector<HTMLElement>('.console-callbar')?.dataset['status'];
    const finish = document.querySelector<HTMLButtonElement>('[data-complete]');
    if (finish) {
      finish.disabled = now !== 'WrapUp';
      need('complete-hint').textContent = now === 'WrapUp' ? '' : 'Once the conversation has ended';
    }
    if (before !== now && now === 'WrapUp') {
      say('The conversation has ended. Wrap-up has begun.');
      document.querySelector('.console-enquiry .govuk-form-group')?.remove();
    }
  }
  clocks.tick();
}

const typing = (): boolean => document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;

function barError(text: string): void {
  const error = by('bar-error');
  if (error) {
    error.textContent = text;
    error.hidden = text === '';
  } else {
    say(text);
  }
}

async function act(handler: string): Promise<void> {
  if (shownContact === null) return;
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${shownContact}?handler=${handler}`, {});
  await refresh();
  if (outcome !== 'done') barError(refusals[outcome] ?? outcome);
  else if (handler === 'handback') say('Handed back to the queue. What you wrote is kept for whoever takes it next.');
}

async function complete(): Promise<void> {
  if (shownContact === null) return;
  await autosave.flush();
  if (autosave.isBehind) {
    barError('What you typed is not saved yet, so this cannot be finished. Try again in a moment.');
    return;
  }
  const { outcome } = await postJson(`/console/contact/${shownContact}?handler=complete`, {});
  const missing = outcome === 'dispositionMissing';
  problem('DispositionCode', 'disposition-error', missing ? refusals[outcome]! : '');
  if (missing) return;
  await refresh();
  if (outcome !== 'done') barError(refusals[outcome] ?? outcome);
  else say('Finished.');
}

async function send(): Promise<void> {
  const draft = by<HTMLTextAreaElement>('draft');
  if (shownContact === null || !draft || draft.readOnly) return;
  await autosave.flush();
  const { outcome } = await postJson(`/console/contact/${shownContact}?handler=send`, { body: draft.value, version: draft.dataset['version'] ?? '0' });
  problem('draft', 'draft-error', outcome === 'sent' ? '' : refusals[outcome] ?? outcome);
  if (outcome === 'sent') {
    say('The answer is sent. Wrap-up has begun.');
    await refresh();
  }
}

async function answer(verb: 'AcceptOffer' | 'DeclineOffer'): Promise<void> {
  const id = shownOffer;
  if (id === null) return;
  const outcome = await hub.invoke<string>(verb, id, ...(verb === 'DeclineOffer' ? ['declined'] : []));
  await refresh();
  if (outcome !== 'accepted' && outcome !== 'declined') say(refusals[outcome] ?? outcome);
}

async function cite(slug: string, name: string): Promise<void> {
  if (shownContact === null) {
    say('Take a contact first; then you can cite.');
    return;
  }
  const refused = await placeOr(need('cited'), `/console/contact/${shownContact}?handler=cite`, { slug });
  const error = document.querySelector<HTMLButtonElement>(`[data-cite="${slug}"]`)?.closest('.console-result')?.querySelector<HTMLElement>('[data-cite-error]');
  if (error) {
    error.hidden = refused === null;
    error.textContent = refused === null ? '' : refusals[refused] ?? refused;
  }
  if (refused !== null) {
    if (!error) say(refusals[refused] ?? refused);
    return;
  }
  say(`Cited: ${name}`);
  insert(`[${name}](/advice/${slug})`);
}

function citeFocused(): void {
  const focused = document.activeElement?.closest('.console-result') ?? document.querySelector('.console-result');
  const button = focused?.querySelector<HTMLButtonElement>('[data-cite]');
  if (button) void cite(button.dataset['cite']!, button.dataset['title']!);
}

/** Takes away the citation in focus, or the last. */
function uncite(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-uncite]')];
  const focused = document.activeElement?.closest('li')?.querySelector<HTMLButtonElement>('[data-uncite]');
  (focused ?? buttons.at(-1))?.click();
}

/** Opens a list of the contact and goes to its first entry. */
function openList(id: string): void {
  const list = by<HTMLDetailsElement>(id);
  if (!list) return;
  list.open = true;
  list.querySelector<HTMLElement>('a, button')?.focus();
}

function playOrPause(): void {
  const sound = document.querySelector('audio');
  if (sound?.paused) void sound.play();
  else sound?.pause();
}

async function setPresence(presence: string): Promise<void> {
  await hub.invoke<string>('SetPresence', presence, presence === 'Away' ? need<HTMLSelectElement>('away-reason').value : null);
  await refresh();
}

function listen(): void {
  document.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('a[data-article]')) void post('/console/search?handler=opened', {});
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button');
    if (!button) return;
    const data = button.dataset;
    if (data['presence']) void setPresence(data['presence']);
    else if (data['accept'] !== undefined) void answer('AcceptOffer');
    else if (data['decline'] !== undefined) void answer('DeclineOffer');
    else if (data['post']) void act(data['post']);
    else if (data['complete'] !== undefined) void complete();
    else if (data['send'] !== undefined) void send();
    else if (data['cite']) void cite(data['cite'], data['title'] ?? data['cite']);
    else if (data['passage']) say(insertPassage(button));
    else if (data['uncite'] && shownContact) void place(need('cited'), `/console/contact/${shownContact}?handler=uncite`, { slug: data['uncite'] });
    else if (data['clock'] && shownContact) void pressed(shownContact, button).then(say);
    else if (data['place']) choosePlace(button);
  });

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
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'clock-form') return;
    event.preventDefault();
    if (shownContact) void enterDate(shownContact, form).then(say);
  });
  document.addEventListener('change', (event) => {
    const target = event.target as HTMLElement;
    if (target.id === 'place') void findPlace();
    else if (target instanceof HTMLInputElement && target.dataset['noArticle'] !== undefined) void noArticle(target);
  });
}

async function noArticle(box: HTMLInputElement): Promise<void> {
  const { outcome } = await postJson(`/console/contact/${shownContact}?handler=noArticleHelped`, { none: String(box.checked) });
  if (outcome !== 'done') box.checked = !box.checked;
  need('no-article-said').textContent = outcome === 'done' ? 'Saved' : refusals[outcome] ?? outcome;
}

async function findPlace(): Promise<void> {
  const input = need<HTMLInputElement>('place');
  const answerBox = need('place-answer');
  need<HTMLInputElement>('AuthorityCode').value = '';
  need<HTMLInputElement>('RegionCode').value = '';
  if (input.value.trim() === '') {
    answerBox.replaceChildren();
    autosave.changed();
    return;
  }
  if (!(await place(answerBox, '/console/place', { place: input.value }))) return;
  const sure = answerBox.querySelector<HTMLButtonElement>('[data-sure="true"]');
  if (sure) choosePlace(sure);
  else autosave.changed();
}

/** Only authority and region stay on the page: what was typed, perhaps a postcode, gives way to the council's name. */
function choosePlace(button: HTMLButtonElement): void {
  need<HTMLInputElement>('AuthorityCode').value = button.dataset['place']!;
  need<HTMLInputElement>('RegionCode').value = button.dataset['region']!;
  need<HTMLInputElement>('place').value = button.dataset['name']!;
  need('place-answer').textContent = button.textContent;
  autosave.changed();
}

async function start(): Promise<void> {
  const lost = need('connection');
  hub.on('OfferMade', () => void refresh());
  hub.on('OfferEnded', () => void refresh());
  hub.on('ContactChanged', (notice: { contactId: string }) => { if (notice.contactId === shownContact) void refresh(); });
  hub.on('PresenceChanged', (notice: { adviserId: string }) => { if (notice.adviserId === need('console').dataset['adviser']) void refresh(); });
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

shortcuts({
  '1': () => void setPresence('Available'),
  '2': () => void setPresence('Away'),
  '0': () => void setPresence('Offline'),
  a: () => void answer('AcceptOffer'),
  x: () => void answer('DeclineOffer'),
  h: () => void act(document.querySelector('[data-post="resume"]') ? 'resume' : 'hold'),
  q: () => void act('end'),
  m: () => void act('extend'),
  b: () => void act('handback'),
  w: () => void complete(),
  s: () => need('search-q').focus(),
  n: () => by('Notes')?.focus(),
  p: () => by('place')?.focus(),
  o: () => by('DispositionCode')?.focus(),
  y: () => by('draft')?.focus(),
  t: () => openList('letters'),
  k: () => openList('passages'),
  d: () => enterOrGo(by<HTMLFormElement>('clock-form')),
  u: uncite,
  l: playOrPause,
  c: citeFocused,
  Enter: () => void send(),
});
listen();
clocks.start();
void start();
