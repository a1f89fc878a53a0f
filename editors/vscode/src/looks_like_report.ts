// Tells from the first lines of a document whether it is an annual report. Pure text in, yes or no out: it must not
// know of editors, files or the server. The words are data (report_words.json).

import words from './report_words.json';

/** Number of lines that are looked at; the title of a report stands well within. */
export const LINES_READ = 30;

const MAX_TITLE = 60;
const title = new RegExp(words.title);

/** True if a title of a report stands in the lines and the text beside it speaks of the subject. */
export function looksLikeReport(lines: readonly string[]): boolean {
  const read = lines.slice(0, LINES_READ).map(bare).filter((line) => line.length > 0);
  const at = read.findIndex((line, index) => isTitle(line) || isTitle(joined(line, read[index + 1])));
  if (at < 0) {
    return false;
  }
  return read.some((line, index) => index !== at && words.evidence.some((word) => line.includes(word)));
}

// Titles are set with spaces between characters, as headings and in bold.
function bare(line: string): string {
  return line.replace(/[\s\u3000\ufeff#*_]/gu, '');
}

function isTitle(line: string): boolean {
  return line.length <= MAX_TITLE && title.test(line);
}

// A long title is broken into two lines.
function joined(line: string, next: string | undefined): string {
  return next === undefined ? line : line + next;
}
