// A pipe table of a document: its rows, which of their cells are filled in by hand, and the names of those cells. The
// head decides: a column is for figures where the nearest head row above has a text and figures stand below. Pure.

import { cellsOf, isDelimiter, isNumber, isRow, type Cell } from './row';

export type LineAt = (line: number) => string | undefined;

export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly kind: 'head' | 'delimiter' | 'data';
  /** Columns of the cells to fill in. */
  readonly stops: readonly number[];
}

export interface Table {
  readonly first: number;
  readonly last: number;
  readonly rows: readonly Row[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The table that a line belongs to. */
export function tableAt(lineAt: LineAt, line: number): Table | undefined {
  if (!isRow(lineAt(line) ?? '')) {
    return undefined;
  }
  let first = line;
  let last = line;
  while (first > 0 && isRow(lineAt(first - 1) ?? '')) --first;
  while (isRow(lineAt(last + 1) ?? '')) ++last;
  return { first, last, rows: rowsOf(lineAt, first, last) };
}

function rowsOf(lineAt: LineAt, first: number, last: number): Row[] {
  const cells = Array.from({ length: last - first + 1 }, (_, row) => cellsOf(lineAt(first + row) ?? ''));
  const figures = columnsWithFigures(cells);
  const kinds = cells.map((row) => kindOf(row, figures));
  markHeads(cells, kinds);
  let head: readonly Cell[] = [];
  const rows = cells.map((row, index): Row => {
    const kind = kinds[index] ?? 'data';
    if (kind === 'head') {
      head = row;
    }
    return { line: first + index, cells: row, kind, stops: kind === 'data' ? stopsOf(row, head, figures) : [] };
  });
  return rows.some(({ stops }) => stops.length > 0) ? rows : rows.map(everyCell);
}

function columnsWithFigures(rows: readonly (readonly Cell[])[]): Set<number> {
  return new Set(rows.flatMap((row) => row.flatMap((cell, column) => (isNumber(cell.text) ? [column] : []))));
}

// A head row has texts where figures stand, and no figure.
function kindOf(row: readonly Cell[], figures: ReadonlySet<number>): Row['kind'] {
  if (isDelimiter(row)) {
    return 'delimiter';
  }
  const written = row.filter((cell) => cell.text !== '');
  const wordy = row.some((cell, column) => figures.has(column) && cell.text !== '' && !isNumber(cell.text));
  const words = written.every((cell) => !isNumber(cell.text));
  return words && wordy && written.length > 1 ? 'head' : 'data';
}

// What stands above the dashes is a head; so is a lone label with a head row under it.
function markHeads(rows: readonly (readonly Cell[])[], kinds: Row['kind'][]): void {
  for (let row = kinds.indexOf('delimiter') - 1; row >= 0; --row) {
    kinds[row] = 'head';
  }
  for (let row = rows.length - 2; row >= 0; --row) {
    const lone = (rows[row] ?? []).filter((cell) => cell.text !== '').length <= 1;
    if (kinds[row] === 'data' && lone && kinds[row + 1] === 'head') {
      kinds[row] = 'head';
    }
  }
}

function stopsOf(row: readonly Cell[], head: readonly Cell[], figures: ReadonlySet<number>): number[] {
  const wanted = (column: number): boolean => figures.has(column) && (head.length === 0 || (head[column]?.text ?? '') !== '');
  return row.flatMap((cell, column) => (isNumber(cell.text) || wanted(column) ? [column] : []));
}

function everyCell(row: Row): Row {
  return row.kind === 'delimiter' ? row : { ...row, stops: row.cells.map((_, column) => column) };
}

/** The next place to fill in after a cell, or before it; undefined at the end of the table. */
export function nextStop(table: Table, from: Place, step: 1 | -1): Place | undefined {
  const places = table.rows.flatMap((row) => row.stops.map((column) => ({ line: row.line, column })));
  const ordered = step === 1 ? places : places.reverse();
  return ordered.find((place) => step * (place.line - from.line || place.column - from.column) > 0);
}

/** The place to fill in under a cell: the same column, or else the first of the next row that has any. */
export function stopBelow(table: Table, from: Place): Place | undefined {
  const below = table.rows.filter((row) => row.line > from.line && row.stops.length > 0);
  const row = below[0];
  if (row === undefined) {
    return undefined;
  }
  return { line: row.line, column: row.stops.includes(from.column) ? from.column : (row.stops[0] ?? 0) };
}

/** Label of the row and head of the column of a cell to fill in. */
export function namesOf(table: Table, place: Place): { row: string; column: string } | undefined {
  const index = place.line - table.first;
  const row = table.rows[index];
  if (row === undefined || !row.stops.includes(place.column)) {
    return undefined;
  }
  const label = row.cells.slice(0, row.stops[0]).findLast((cell) => cell.text !== '');
  const heads = table.rows.slice(0, index).filter(({ kind }) => kind === 'head');
  const column = heads.findLast((head) => (head.cells[place.column]?.text ?? '') !== '');
  return { row: label?.text ?? groupHead(heads, place.column), column: column?.cells[place.column]?.text ?? '' };
}

// In a table without row labels the groups of the head tell the columns apart: the nearest text to the left counts.
function groupHead(heads: readonly Row[], column: number): string {
  const texts = heads.slice(0, -1).map((head) => head.cells.slice(0, column + 1).findLast((cell) => cell.text !== '')?.text ?? '');
  return texts.findLast((text) => text !== '') ?? '';
}
