// The manager's trends: draws the tables that are on the page. Without this the tables are all there.
import { bars, colourOf, lines, palest, shares, squares } from './manage/charts';
import { readTable, type Series } from './manage/table';

const drawers: Record<string, (series: Series, width: number) => SVGSVGElement | HTMLElement> = { bars, lines, squares, shares };
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

function legend(series: Series, withTotal: boolean): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'app-legend';
  list.setAttribute('aria-hidden', 'true');
  const entry = (text: string, colour: string): void => {
    const swatch = document.createElement('span');
    swatch.style.background = colour;
    const item = document.createElement('li');
    item.append(swatch, text);
    list.append(item);
  };
  for (const row of series.rows) entry(row, colourOf(series.rows, row));
  if (withTotal) entry('Counted, but how it ended is withheld', palest);
  return list;
}

function note(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'app-meta';
  paragraph.setAttribute('aria-hidden', 'true');
  paragraph.textContent = text;
  return paragraph;
}

function draw(place: HTMLElement, kind: string, series: Series): void {
  const chart = drawers[kind]!(series, Math.floor(place.clientWidth));
  // The styles Plot writes into its drawing are ours: the policy wants them signed before they are on the page.
  for (const style of chart.querySelectorAll('style')) style.nonce = nonce;
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', `Chart: ${place.dataset['label'] ?? ''}. The same numbers are in the table below it.`);
  const hidden = series.points.some((point) => point.value === null) || series.points.length === 0;
  place.replaceChildren(
    ...(kind === 'bars' || kind === 'lines' ? [legend(series, kind === 'bars' && hidden)] : []),
    chart,
    ...(hidden && kind !== 'bars' ? [note(kind === 'squares' ? 'A dashed square is a withheld number.' : 'Where the line breaks, the number is withheld.')] : []),
  );
}

for (const place of document.querySelectorAll<HTMLElement>('.app-chart')) {
  const table = document.getElementById(place.dataset['table'] ?? '');
  const kind = place.dataset['chart'] ?? '';
  if (!(table instanceof HTMLTableElement) || !(kind in drawers)) continue;
  const series = readTable(table);
  const drawable = kind === 'bars' ? [...series.points, ...series.totals] : series.points;
  if (drawable.every((point) => !point.value)) continue;
  let drawnWidth = 0;
  new ResizeObserver(() => {
    if (Math.abs(place.clientWidth - drawnWidth) < 2) return;
    drawnWidth = place.clientWidth;
    draw(place, kind, series);
  }).observe(place);
}
