// The cells of one row of a pipe table, with their places in the line. Pure text; knows no editor and no meaning.

export interface Cell {
  /** Between the bars. */
  readonly from: number;
  readonly to: number;
  /** Without the spaces at both ends; in a blank cell a place to write. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** True if the line can be a row: it begins with a bar. */
export function isRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** The cells of a row; none if the line is no row. */
export function cellsOf(line: string): Cell[] {
  if (!isRow(line)) {
    return [];
  }
  const cells: Cell[] = [];
  let from = line.indexOf('|') + 1;
  for (let at = from; at <= line.length; ++at) {
    if (line[at] === '\\') {
      ++at;
    } else if (at === line.length || line[at] === '|') {
      // What follows the last bar is no cell.
      if (at < line.length || line.slice(from).trim() !== '') {
        cells.push(cellAt(line, from, Math.min(at, line.length)));
      }
      from = at + 1;
    }
  }
  return cells;
}

/** The index of the cell that a place in the line belongs to; -1 before the first. */
export function cellNumber(line: string, character: number): number {
  return cellsOf(line).findLastIndex((cell) => cell.from <= character);
}

function cellAt(line: string, from: number, to: number): Cell {
  const raw = line.slice(from, to);
  const text = raw.trim();
  if (text === '') {
    const place = Math.min(from + 1, to);
    return { from, to, start: place, end: place, text };
  }
  const start = from + raw.indexOf(text);
  return { from, to, start, end: start + text.length, text };
}

/** True for the row of dashes under the head. */
export function isDelimiter(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell.text));
}

/** True for a number as reports write them: 1,234.5 and full-width digits too. */
export function isNumber(text: string): boolean {
  return /^[+-]?\d[\d,]*(?:\.\d+)?$/.test(text.normalize('NFKC').replace(/\s/g, ''));
}

/** The value of a number as reports write it. */
export function valueOf(text: string): number | undefined {
  return isNumber(text) ? Number(text.normalize('NFKC').replace(/[\s,]/g, '')) : undefined;
}

/** The cell at a place in the line: between its bars, or the nearest. */
export function cellIndexAt(cells: readonly Cell[], character: number): number {
  const at = cells.findIndex((cell) => character <= cell.to);
  return at < 0 ? cells.length - 1 : at;
}
