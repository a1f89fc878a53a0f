// From a place in the preview to a place in the text. Pure.

import { cellsOf, isRow } from '../table/row';

/** Where the nth cell with this text, or the nth occurrence of the text, stands in a line. */
export function rangeInLine(line: string, text: string, nth: number): { from: number; to: number } | undefined {
  if (isRow(line)) {
    const cells = cellsOf(line).filter((cell) => cell.text === text);
    const cell = cells[nth] ?? cells[0];
    return cell === undefined ? undefined : { from: cell.start, to: cell.end };
  }
  let at = -1;
  for (let count = 0; count <= nth && text !== ''; ++count) {
    const next = line.indexOf(text, at + 1);
    if (next < 0) break;
    at = next;
  }
  return at < 0 ? undefined : { from: at, to: at + text.length };
}
