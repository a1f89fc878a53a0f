// The sum that belongs into a cell whose column is named a total: the figures to its left, back to the previous total.
// For a blank cell, where no check can tell. Pure; the words for a total are data (report_words.json).

import words from '../report_words.json';
import { namesOf, type Place, type Table } from './grid';
import { valueOf } from './row';

/** The sum for the cell, or undefined if the cell is no total or a figure is missing. */
export function rowSum(table: Table, place: Place): number | undefined {
  const row = table.rows[place.line - table.first];
  if (row === undefined || !isTotal(table, place)) {
    return undefined;
  }
  let sum = 0;
  let count = 0;
  for (const column of [...row.stops].reverse()) {
    if (column >= place.column) continue;
    if (isTotal(table, { line: place.line, column })) break;
    const value = valueOf(row.cells[column]?.text ?? '');
    if (value === undefined) {
      return undefined;
    }
    sum += value;
    ++count;
  }
  return count > 1 ? sum : undefined;
}

function isTotal(table: Table, place: Place): boolean {
  const name = namesOf(table, place)?.column.replace(/\s/g, '') ?? '';
  return words.totals.includes(name);
}
