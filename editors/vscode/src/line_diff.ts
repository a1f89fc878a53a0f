// The smallest run of characters in which two texts differ, so that taking over a proposal is one small edit. Pure.

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The one change from `before` to `after`, or undefined if they are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) {
    return undefined;
  }
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) ++start;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) ++end;
  // A surrogate pair is not cut.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) --start;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) --end;
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
