// Puts a pasted table into a table of the document: rows are found by their labels, figures by their number and order.
// Labels of the document stay as they are. Without labels the figures go in from the cursor on, as in a spreadsheet. Pure.

import { applied, alignment, isAligned } from './align';
import { tableAt, type Place, type Row, type Table } from './grid';
import { isNumber } from './row';

export interface Filled {
  readonly lines: string[];
  /** Rows and cells of the document's table, and how many of them were found in what was pasted. */
  readonly rows: number;
  readonly rowsFound: number;
  readonly cells: number;
  readonly cellsFound: number;
  /** Labels of rows that were not found. */
  readonly missing: readonly string[];
}

/** The table with the pasted figures. */
export function fillTable(lines: readonly string[], pasted: readonly (readonly string[])[], cursor: Place): Filled {
  const table = tableAt((line) => lines[line], 0);
  if (table === undefined) {
    return { lines: [...lines], rows: 0, rowsFound: 0, cells: 0, cellsFound: 0, missing: [] };
  }
  const labelled = pasted.some((row) => labelAt(row) >= 0 && row.some(isNumber));
  const targets = table.rows.filter((row) => row.stops.length > 0);
  const figures = labelled ? byLabel(targets, pasted) : byPlace(table, targets, pasted, cursor);
  const result = [...lines];
  const missing: string[] = [];
  let rowsFound = 0;
  let cellsFound = 0;
  for (const row of targets) {
    const found = figures.get(row.line);
    if (found === undefined) {
      missing.push(labelOf(row));
      continue;
    }
    ++rowsFound;
    cellsFound += found.size;
    result[row.line] = written(result[row.line] ?? '', row, found);
  }
  const neat = isAligned(lines) ? applied(result, alignment(result)) : result;
  const cells = targets.reduce((sum, row) => sum + row.stops.length, 0);
  return { lines: neat, rows: targets.length, rowsFound, cells, cellsFound, missing };
}

type Figures = Map<number, Map<number, string>>;

function byLabel(targets: readonly Row[], pasted: readonly (readonly string[])[]): Figures {
  const figures: Figures = new Map();
  const rows = pasted.filter((row) => row.some(isNumber));
  let next = 0;
  for (const target of targets) {
    const at = find(rows, next, essence(labelOf(target)));
    const source = rows[at];
    if (source === undefined) {
      continue;
    }
    next = at + 1;
    const values = valuesOf(source, target.stops.length);
    if (values !== undefined) {
      figures.set(target.line, new Map(target.stops.map((column, index) => [column, values[index] ?? ''])));
    }
  }
  return figures;
}

// Forward first: the label "other" stands in several groups. Without a label the next row of bare figures.
function find(rows: readonly (readonly string[])[], from: number, label: string): number {
  const matches = (row: readonly string[], exact: boolean): boolean => {
    const other = essence(row[labelAt(row)] ?? '');
    if (label === '' || other === '') {
      return label === other;
    }
    return exact ? label === other : Math.min(label.length, other.length) >= 4 && (label.startsWith(other) || other.startsWith(label));
  };
  for (const exact of [true, false]) {
    const at = rows.findIndex((row, index) => index >= from && matches(row, exact));
    if (at >= 0) {
      return at;
    }
  }
  return -1;
}

function valuesOf(row: readonly string[], count: number): readonly string[] | undefined {
  const after = row.slice(labelAt(row) + 1);
  const written = after.filter((text) => text !== '');
  if (written.length === count) {
    return written;
  }
  return after.length >= count ? after.slice(-count) : undefined;
}

function byPlace(table: Table, targets: readonly Row[], pasted: readonly (readonly string[])[], cursor: Place): Figures {
  const figures: Figures = new Map();
  const start = table.rows[cursor.line - table.first];
  const first = Math.max(0, start?.stops.findIndex((column) => column >= cursor.column) ?? 0);
  targets
    .filter((row) => row.line >= cursor.line)
    .forEach((row, index) => {
      const values = pasted[index];
      if (values !== undefined) {
        const columns = row.stops.slice(row.stops.length > first ? first : 0);
        figures.set(row.line, new Map(columns.flatMap((column, at) => (values[at] === undefined ? [] : [[column, values[at]] as const]))));
      }
    });
  return figures;
}

function written(line: string, row: Row, figures: ReadonlyMap<number, string>): string {
  let text = line;
  for (const [column, value] of [...figures].sort(([left], [right]) => right - left)) {
    const cell = row.cells[column];
    if (cell !== undefined && value !== '' && value !== cell.text) {
      const body = ` ${value.replaceAll('|', '\\|')} `;
      text = cell.text === '' ? text.slice(0, cell.from) + body + text.slice(cell.to) : text.slice(0, cell.start) + body.trim() + text.slice(cell.end);
    }
  }
  return text;
}

/** The pasted rows as a pipe table of their own, aligned, with a head. */
export function pipeTable(pasted: readonly (readonly string[])[]): string[] {
  const width = Math.max(1, ...pasted.map((row) => row.length));
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, at) => (row[at] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rest] = pasted;
  const lines = [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)];
  return applied(lines, alignment(lines));
}

function labelOf(row: Row): string {
  return row.cells.slice(0, row.stops[0]).findLast((cell) => cell.text !== '')?.text ?? '';
}

// The label is the last text before the figures begin.
function labelAt(row: readonly string[]): number {
  const first = row.findIndex(isNumber);
  return row.findLastIndex((text, index) => (first < 0 || index < first) && text !== '' && !isNumber(text));
}

function essence(label: string): string {
  return label.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
