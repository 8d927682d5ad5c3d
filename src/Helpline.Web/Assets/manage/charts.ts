import { axisX, axisY, barY, cell, dot, lineY, plot, ruleY, text } from '@observablehq/plot';
import type { Point, Series } from './table';

type Drawing = SVGSVGElement | HTMLElement;

// Told apart by lightness as well as by hue; each at least 3:1 on white.
const colours = ['#12525c', '#c2561a', '#6a3d9a', '#8a8a8a'];
export const palest = '#d5e7e9';
const darkest = '#0c3d45';
const grid = '#d3dede';
const narrow = 560;
const standard = 0.8;
const target = 0.9;

const week = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const wide = (width: number): boolean => width >= narrow;
const everyNth = (weeks: Date[], width: number, left: number): Date[] => {
  const step = Math.max(1, Math.ceil((weeks.length * 58) / Math.max(60, width - left)));
  return weeks.filter((_, index) => index % step === 0);
};
const counted = (points: Point[]): Point[] => points.filter((point) => point.value !== null);
const frame = (width: number, height: number, marginLeft: number) => ({
  width, height, marginLeft, marginBottom: 36, marginTop: 16, style: { background: 'none', fontSize: '13px', overflow: 'visible' },
});

/** The colour of each row, for bars, lines and the legend. */
export const colourOf = (rows: string[], row: string): string => colours[rows.indexOf(row) % colours.length]!;

/** The week's whole behind its parts: what stays pale is withheld. */
export function bars({ rows, weeks, points, totals }: Series, width: number): Drawing {
  const left = 40;
  return plot({
    ...frame(width, 300, left),
    x: { type: 'band', domain: weeks, padding: 0.15 },
    y: { grid: true, label: null },
    color: { domain: rows, range: rows.map((row) => colourOf(rows, row)) },
    marks: [
      axisX({ ticks: everyNth(weeks, width, left), tickFormat: (d: Date) => week.format(d), label: null, tickSize: 0 }),
      barY(totals, { x: 'week', y: 'value', fill: palest }),
      barY(counted(points), { x: 'week', y: 'value', fill: 'row', order: rows }),
      ruleY([0], { stroke: '#0b0c0c' }),
    ],
  });
}

export function lines({ rows, weeks, points }: Series, width: number): Drawing {
  const left = 40;
  return plot({
    ...frame(width, 300, left),
    x: { type: 'utc', domain: [weeks[0]!, weeks[weeks.length - 1]!], inset: 8 },
    y: { grid: true, zero: true, label: null },
    color: { domain: rows, range: rows.map((row) => colourOf(rows, row)) },
    marks: [
      axisX({ ticks: everyNth(weeks, width, left), tickFormat: (d: Date) => week.format(d), label: null }),
      // A week without a number breaks the line: nothing is drawn where nothing is known.
      lineY(points, { x: 'week', y: (point: Point) => point.value ?? NaN, stroke: 'row', strokeWidth: 2.5 }),
      dot(counted(points), { x: 'week', y: 'value', fill: 'row', r: 3, symbol: 'row' }),
      ruleY([0], { stroke: '#0b0c0c' }),
    ],
    symbol: { domain: rows, range: ['circle', 'square', 'triangle', 'diamond'].slice(0, Math.max(1, rows.length)) },
  });
}

export function squares({ rows, weeks, points }: Series, width: number): Drawing {
  const left = wide(width) ? 380 : 140;
  const side = (width - left) / Math.max(1, weeks.length);
  const known = counted(points);
  const most = Math.max(1, ...known.map((point) => point.value ?? 0));
  return plot({
    ...frame(width, rows.length * 34 + 56, left),
    x: { type: 'band', domain: weeks, padding: 0.06 },
    y: { domain: rows, padding: 0.08, label: null },
    color: { type: 'linear', domain: [0, most], range: [palest, darkest] },
    marks: [
      axisX({ ticks: everyNth(weeks, width, left), tickFormat: (d: Date) => week.format(d), label: null, tickSize: 0 }),
      axisY({ label: null, tickSize: 0, lineWidth: wide(width) ? 28 : 11, textOverflow: 'ellipsis', fontSize: wide(width) ? 13 : 11 }),
      cell(known, { x: 'week', y: 'row', fill: 'value', inset: 0.5 }),
      cell(points.filter((point) => point.value === null), {
        x: 'week', y: 'row', fill: 'none', stroke: '#767676', strokeDasharray: '2,2', inset: 1,
      }),
      ...(side < 24 ? [] : [text(points, {
        x: 'week', y: 'row', text: (point: Point) => (point.value === null ? 'c' : point.text), fontSize: 11,
        fill: (point: Point) => ((point.value ?? 0) > most * 0.45 ? 'white' : '#0b0c0c'),
      })]),
    ],
  });
}

export function shares({ weeks, points }: Series, width: number): Drawing {
  const left = 48;
  const known = counted(points);
  const least = Math.min(0.6, ...known.map((point) => Math.floor((point.value ?? 1) * 10) / 10));
  const percent = (value: number): string => `${Math.round(value * 100)}%`;
  const goal = (value: number, label: string) => [
    ruleY([value], { stroke: '#0b0c0c', strokeDasharray: value === target ? '6,4' : '2,3' }),
    text([label], { frameAnchor: 'right', y: () => value, dy: -7, textAnchor: 'end', fontSize: 12, fill: '#0b0c0c', stroke: 'white', strokeWidth: 3 }),
  ];
  return plot({
    ...frame(width, 280, left),
    x: { type: 'utc', domain: [weeks[0]!, weeks[weeks.length - 1]!], inset: 8 },
    y: { domain: [least, 1], tickFormat: percent, label: null, ticks: 5 },
    marks: [
      axisX({ ticks: everyNth(weeks, width, left), tickFormat: (d: Date) => week.format(d), label: null }),
      ruleY([least], { stroke: grid }),
      ...goal(standard, 'standard: at least 80%'),
      ...goal(target, 'target: above 90%'),
      lineY(points, { x: 'week', y: (point: Point) => point.value ?? NaN, stroke: colours[0]!, strokeWidth: 2.5 }),
      dot(known, { x: 'week', y: 'value', fill: colours[0]!, r: 4 }),
    ],
  });
}
