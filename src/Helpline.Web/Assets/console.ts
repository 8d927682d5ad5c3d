// The console: what each button and key does. What follows the server is in console/live.ts.
import { act, answer, cite, citeFocused, complete, noArticle, playOrPause, send, setPresence, uncite } from './console/acts';
import { startDevicesPanel, togglePanel } from './console/devices-panel';
import { enterDate, enterOrGo, pressed } from './console/clock';
import { insertPassage } from './console/draft';
import { colleagues, consult, fill, handOver, help, leave, outside, outsideEnd, outsideEndTogether, outsideLeave, pass, recording } from './console/colleagues';
import { listenForEndings, openEndings } from './console/endings';
import { contactOnPage, start } from './console/live';
import { startOwnPhone } from './console/own-phone';
import { monitor, unmonitor } from './console/monitoring';
import { by, need, openList, say } from './console/page';
import { panelOrGo, previewAnswer, sendPanel } from './console/panels';
import { choosePlace, findPlace } from './console/places';
import { showReroutes } from './console/reroutes';
import { place, post } from './console/requests';
import { searchWhileTyping } from './console/search';
import { shortcuts } from './console/shortcuts';
import { startSoftphone, toggleMute } from './console/softphone';
import { takeNext } from './console/take-next';

function listen(): void {
  document.addEventListener('click', (event) => {
    if ((event.target as HTMLElement).closest('a[data-article]')) void post('/console/search?handler=opened', {});
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button');
    if (!button) return;
    const data = button.dataset;
    const contact = contactOnPage();
    if (button.id === 'mute') toggleMute();
    else if (button.id === 'take-next') void takeNext();
    else if (data['presence']) void setPresence(data['presence']);
    else if (data['accept'] !== undefined) void answer('AcceptOffer');
    else if (data['decline'] !== undefined) void answer('DeclineOffer');
    else if (data['consult']) void consult(button);
    else if (data['outside']) void outside(button);
    else if (data['outsideEnd'] !== undefined) void outsideEnd();
    else if (data['outsideLeave'] !== undefined) void outsideLeave();
    else if (data['outsideEndTogether'] !== undefined) void outsideEndTogether();
    else if (data['pass'] !== undefined) void pass(button);
    else if (data['help']) void help();
    else if (data['recording']) void recording(button);
    else if (data['monitor']) void monitor(button);
    else if (data['unmonitor'] !== undefined) void unmonitor();
    else if (data['post'] === 'handOver') void handOver();
    else if (data['post'] === 'consultCancel') void colleagues();
    else if (data['post'] === 'leave') void leave();
    else if (data['post']) void act(data['post']);
    else if (data['complete'] !== undefined) void complete();
    else if (data['send'] !== undefined) void send();
    else if (data['sendText'] !== undefined) void send(data['sendText']);
    else if (data['previewAnswer'] !== undefined && contact) void previewAnswer(contact);
    else if (data['cite']) void cite(data['cite'], data['title'] ?? data['cite']);
    else if (data['passage']) say(insertPassage(button));
    else if (data['uncite'] && contact) void place(need('cited'), `/console/contact/${contact}?handler=uncite`, { slug: data['uncite'] });
    else if (data['clock'] && contact) void pressed(contact, button).then(say);
    else if (data['place']) choosePlace(button);
  });

  // Toggling does not bubble.
  document.addEventListener('toggle', (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.id === 'colleagues') void fill(event.target);
  }, true);

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const panel = form.dataset['panel'] !== undefined;
    if (form.id !== 'clock-form' && !panel) return;
    event.preventDefault();
    const contact = contactOnPage();
    if (contact && panel) void sendPanel(contact, form, event.submitter);
    else if (contact) void enterDate(contact, form).then(say);
  });
  document.addEventListener('change', (event) => {
    const target = event.target as HTMLElement;
    if (target.id === 'place') void findPlace();
    else if (target instanceof HTMLInputElement && target.dataset['noArticle'] !== undefined) void noArticle(target);
  });
}

shortcuts({
  '1': () => void setPresence('Available'),
  '2': () => void setPresence('Away'),
  '3': () => void takeNext(),
  '4': () => panelOrGo('book-details', 'book-form'),
  '0': () => void setPresence('Offline'),
  a: () => void answer('AcceptOffer'),
  x: () => void answer('DeclineOffer'),
  h: () => void act(document.querySelector('[data-post="resume"]') ? 'resume' : 'hold'),
  q: () => void (document.querySelector('[data-post="leave"]') ? leave() : act('end')),
  i: () => void help(),
  r: () => void recording(),
  m: () => void act('extend'),
  b: () => void act('handback'),
  w: () => void complete(),
  s: () => need('search-q').focus(),
  n: () => by('Notes')?.focus(),
  p: () => by('place')?.focus(),
  o: () => by('DispositionCode')?.focus(),
  // A call has colleagues, a written question a draft with its passages: the keys mean what is there.
  y: () => by('draft') ? need('draft').focus() : void handOver(),
  t: () => openList('letters'),
  k: () => by('passages') ? openList('passages') : void colleagues(),
  d: () => enterOrGo(by<HTMLFormElement>('clock-form')),
  u: uncite,
  g: () => panelOrGo('text-details', 'text-form'),
  j: () => panelOrGo('adjustments-details', 'adjustments-form'),
  v: () => document.querySelector<HTMLButtonElement>('[data-preview-answer]')?.click(),
  l: playOrPause,
  c: citeFocused,
  e: openEndings,
  f: togglePanel,
  z: toggleMute,
  Enter: () => void send(),
});
listen();
listenForEndings();
showReroutes();
searchWhileTyping();
startDevicesPanel();
startOwnPhone();
void start();
void startSoftphone();
