// A chart is drawn from the table beside it, so that the two cannot differ.
export interface Point {
  row: string;
  week: Date;
  value: number | null;
  text: string;
}

export interface Series {
  rows: string[];
  weeks: Date[];
  points: Point[];
  /** The whole of each week, parts that are withheld included. */
  totals: Point[];
}

/** The rows to draw of a table whose week columns carry their Monday. */
export function readTable(table: HTMLTableElement): Series {
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])];
  const weeks = columns.map((cell) => (cell.dataset['week'] ? new Date(`${cell.dataset['week']}T00:00:00Z`) : null));
  const series: Series = { rows: [], weeks: weeks.filter((week) => week !== null), points: [], totals: [] };
  for (const row of table.tBodies[0]?.rows ?? []) {
    const part = row.dataset['part'];
    if (part === 'tableonly') continue;
    const name = row.cells[0]?.textContent?.trim() ?? '';
    const points = part === 'total' ? series.totals : series.points;
    if (part === 'drawn') series.rows.push(name);
    weeks.forEach((week, index) => {
      const cell = row.cells[index];
      if (!week || !cell) return;
      const value = cell.dataset['value'];
      points.push({ row: name, week, value: value ? Number(value) : null, text: cell.textContent?.trim() ?? '' });
    });
  }
  return series;
}
