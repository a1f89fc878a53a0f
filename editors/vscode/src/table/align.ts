// Bars of a pipe table under each other. Gives the smallest edits, so that a cursor in the table stays where it is.
// Pure text.

import { cellsOf, isDelimiter, type Cell } from './row';
import { displayWidth } from './width';

export interface LineEdit {
  /** Index into the lines that were handed in. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const MIN_WIDTH = 3;

/** The edits that align the rows; none if they are aligned. */
export function alignment(lines: readonly string[]): LineEdit[] {
  const rows = lines.map(cellsOf);
  const widths: number[] = [];
  rows.forEach((cells) => {
    if (!isDelimiter(cells)) {
      cells.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? MIN_WIDTH, displayWidth(cell.text))));
    }
  });
  const marks = rows.find(isDelimiter)?.map((cell) => cell.text) ?? [];
  return rows.flatMap((cells, row) => {
    const line = lines[row] ?? '';
    const delimiter = isDelimiter(cells);
    return cells.flatMap((cell, column): LineEdit[] => {
      const width = widths[column] ?? MIN_WIDTH;
      return delimiter ? dashes(line, row, cell, width) : padding(line, row, cell, width, marks[column] ?? '');
    });
  });
}

/** True if the bars stand under each other. */
export function isAligned(lines: readonly string[]): boolean {
  return alignment(lines).length === 0;
}

/** The lines with the edits made. */
export function applied(lines: readonly string[], edits: readonly LineEdit[]): string[] {
  const result = [...lines];
  [...edits]
    .sort((left, right) => right.row - left.row || right.from - left.from)
    .forEach(({ row, from, to, text }) => {
      const line = result[row] ?? '';
      result[row] = line.slice(0, from) + text + line.slice(to);
    });
  return result;
}

function dashes(line: string, row: number, cell: Cell, width: number): LineEdit[] {
  const left = cell.text.startsWith(':') ? ':' : '';
  const right = cell.text.length > 1 && cell.text.endsWith(':') ? ':' : '';
  const text = ` ${left}${'-'.repeat(width - left.length - right.length)}${right} `;
  return line.slice(cell.from, cell.to) === text ? [] : [{ row, from: cell.from, to: cell.to, text }];
}

function padding(line: string, row: number, cell: Cell, width: number, mark: string): LineEdit[] {
  if (cell.text === '') {
    return spaces(line, row, cell.from, cell.to, width + 2);
  }
  const free = width - displayWidth(cell.text);
  const toRight = mark.endsWith(':') && !mark.startsWith(':');
  return [
    ...spaces(line, row, cell.from, cell.start, 1 + (toRight ? free : 0)),
    ...spaces(line, row, cell.end, cell.to, 1 + (toRight ? 0 : free)),
  ];
}

// Adds or takes spaces beside the bar on the right, or replaces what is no space.
function spaces(line: string, row: number, from: number, to: number, wanted: number): LineEdit[] {
  const present = line.slice(from, to);
  if (/[^ ]/.test(present)) {
    return [{ row, from, to, text: ' '.repeat(wanted) }];
  }
  const missing = wanted - present.length;
  if (missing === 0) {
    return [];
  }
  return missing > 0 ? [{ row, from: to, to, text: ' '.repeat(missing) }] : [{ row, from: to + missing, to, text: '' }];
}
