// Places that are still to be filled in. Pure; the words are data.

import words from '../report_words.json';

/** Offsets of the places. */
export function gapsIn(text: string): number[] {
  return [...text.matchAll(new RegExp(words.gap, 'g'))].map(({ index }) => index);
}

/** The text without its prompts, which speak of things that are not yet written. */
export function withoutGaps(text: string): string {
  return text.replace(new RegExp(words.gap, 'g'), '');
}
