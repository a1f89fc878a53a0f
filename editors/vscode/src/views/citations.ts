// Articles of the regulation that a report cites, for the list of articles. Pure; the words are data.

import words from '../report_words.json';

const DIGITS = words.parts.join('') + '\u4e03\u516b\u4e5d';
const TEN = '\u5341';

export interface Citation {
  readonly article: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Citations in the order of the text. */
export function citationsOf(lines: readonly string[]): Citation[] {
  return lines.flatMap((text, line) =>
    [...text.matchAll(new RegExp(words.article, 'g'))].flatMap((match) => {
      const list = match[1] ?? '';
      const begin = match.index + match[0].length - list.length;
      return [...list.matchAll(new RegExp(words.articleNumber, 'g'))].map((one) => ({
        article: chineseNumber(one[1] ?? ''),
        line,
        from: begin + one.index,
        to: begin + one.index + one[0].length,
      }));
    }),
  );
}

/** A number below one hundred in Chinese numerals; 0 if it is none. */
export function chineseNumber(text: string): number {
  const [tens, ones, more] = text.includes(TEN) ? text.split(TEN) : ['\u0000', text];
  const digit = (one: string): number => DIGITS.indexOf(one) + 1;
  if (more !== undefined || (tens ?? '').length > 1 || (ones ?? '').length > 1) {
    return 0;
  }
  const high = tens === '\u0000' ? 0 : tens === '' ? 1 : digit(tens ?? '');
  return 10 * high + (ones === '' ? 0 : digit(ones ?? ''));
}
