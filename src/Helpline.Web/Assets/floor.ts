// The board of supervisors: fetched again when the server says that something moved, and now and then in any case. Ids keep the focus and
// what is unfolded where they were.
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Clocks } from './console/clocks';
import { fetchHelp, monitor, unmonitor } from './console/monitoring';
import { heed } from './console/requests';

const togetherMilliseconds = 700;
const everyMilliseconds = 15_000;
const board = document.getElementById('board')!;
const lost = document.getElementById('connection')!;
let planned = false;

async function fetchBoard(): Promise<void> {
  if (document.hidden) return;
  let html: string;
  try {
    const response = heed(await fetch('/console/floor?handler=board'));
    if (!response.ok) return;
    html = await response.text();
  } catch {
    lost.hidden = false;
    return;
  }
  const focused = board.contains(document.activeElement) ? document.activeElement!.id : '';
  const open = [...board.querySelectorAll<HTMLDetailsElement>('details[open]')].map((d) => d.id);
  const scrolled = [...board.querySelectorAll<HTMLElement>('.app-scroll')].map((s) => [s.id, s.scrollLeft] as const);
  board.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const [id, left] of scrolled) document.getElementById(id)?.scrollTo({ left });
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Several news at once are one fetch. */
function soon(): void {
  if (planned) return;
  planned = true;
  window.setTimeout(() => {
    planned = false;
    void fetchBoard();
  }, togetherMilliseconds);
}

const hub = new HubConnectionBuilder()
  .withUrl('/hubs/console')
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (r) => Math.min(1_000 * 2 ** Math.min(r.previousRetryCount, 4), 10_000) })
  .configureLogging(LogLevel.Error)
  .build();
for (const news of ['QueueChanged', 'PresenceChanged', 'ContactChanged', 'OfferMade', 'OfferEnded', 'ReroutesChanged']) hub.on(news, soon);
hub.on('HelpChanged', () => void showHelp());
hub.onreconnecting(() => { lost.hidden = false; });
hub.onreconnected(() => {
  lost.hidden = true;
  soon();
});
hub.onclose(() => { window.setTimeout(() => void connect(), 3_000); });

async function connect(): Promise<void> {
  try {
    await hub.start();
    lost.hidden = true;
    document.documentElement.dataset['ready'] = 'true';
  } catch {
    lost.hidden = false;
    window.setTimeout(() => void connect(), 3_000);
  }
}

const clocks = new Clocks();
clocks.start();

async function showHelp(): Promise<void> {
  if (await fetchHelp()) clocks.tick();
}

document.addEventListener('click', (event) => {
  const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button');
  if (button?.dataset['monitor']) void monitor(button);
  else if (button?.dataset['unmonitor'] !== undefined) void unmonitor();
});

void showHelp();
window.setInterval(() => void fetchBoard(), everyMilliseconds);
document.addEventListener('visibilitychange', soon);
void connect();
