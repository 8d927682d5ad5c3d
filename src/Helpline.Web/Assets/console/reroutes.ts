// Which queues are sent elsewhere. One that ends by itself is announced by nobody, so it is also asked for now and then.
import { hub } from './live';
import { by } from './page';
import { place } from './requests';

const everyMilliseconds = 60_000;

/** Shows the reroutes and keeps them shown. */
export function showReroutes(): void {
  const show = (): void => {
    const element = by('reroutes');
    if (element && !document.hidden) void place(element, '/console/reroutes');
  };
  hub.on('ReroutesChanged', show);
  window.setInterval(show, everyMilliseconds);
  show();
}
