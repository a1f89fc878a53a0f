// The six parts of a report, by its headings. Pure; the words are data (report_words.json).

import words from '../report_words.json';

export interface Part {
  /** 1 to 6. */
  readonly number: number;
  readonly title: string;
  readonly line: number;
}

const heading = new RegExp(words.part);

/** The headings of parts, in the order of the text. Marked headings count alone where there are any. */
export function partsOf(lines: readonly string[]): Part[] {
  const found = lines.flatMap((text, line) => {
    const match = heading.exec(text);
    return match === null ? [] : [{ number: words.parts.indexOf(match[2] ?? '') + 1, title: `${match[2]}\u3001${match[3]}`, line, marked: match[1] !== undefined }];
  });
  const chosen = found.some(({ marked }) => marked) ? found.filter(({ marked }) => marked) : firstInOrder(found);
  return chosen.map(({ number, title, line }) => ({ number, title, line }));
}

/** The part that a line belongs to. */
export function partAt(parts: readonly Part[], line: number): Part | undefined {
  return parts.findLast((part) => part.line <= line);
}

// Without marks an item of a list can look like a heading: a part follows the one before it.
function firstInOrder<T extends { readonly number: number }>(found: readonly T[]): T[] {
  const result: T[] = [];
  for (const part of found) {
    if (part.number === (result.at(-1)?.number ?? 0) + 1) {
      result.push(part);
    }
  }
  return result;
}
