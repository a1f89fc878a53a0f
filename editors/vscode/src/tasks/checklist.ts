// The last look before a report is handed in: what was checked and how it stands, what only people can check. Pure: facts
// in, items out; the clock and the translator are handed in.

import words from '../report_words.json';
import type { Translate } from '../start_failure';
import type { Counts, ReportFacts } from '../status_text';
import { partsOf } from '../views/parts';
import { gapsIn, withoutGaps } from './gaps';

export type Level = 'unknown' | 'government' | 'department' | 'township';

export interface ChecklistInput {
  readonly text: string;
  readonly counts: Counts;
  /** Findings of rules about personal data. */
  readonly personal: number;
  readonly facts: ReportFacts | undefined;
  readonly level: Level;
  readonly today: Date;
}

export interface ChecklistItem {
  readonly state: 'good' | 'bad' | 'look';
  readonly text: string;
}

export interface Checklist {
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  /** For people to tick. */
  readonly byHand: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PARTS = 6;

/** The checklist of a report. */
export function checklist(input: ChecklistInput, t: Translate): Checklist {
  const lines = input.text.split(/\r\n|\n|\r/);
  const title = lines.find((line) => line.trim() !== '')?.replace(/^[#\s]+/, '').trim() ?? '';
  const parts = new Set(partsOf(lines).map(({ number }) => number)).size;
  const gaps = input.facts?.unfilled ?? gapsIn(input.text).length;
  const items: ChecklistItem[] = [
    { state: parts === PARTS ? 'good' : 'bad', text: t('Required parts {parts}/6', { parts }) },
    ...tableItems(input.facts, t),
    countItem(input.counts, t),
    gaps === 0 ? { state: 'good', text: t('Nothing is left to fill in') } : { state: 'bad', text: t('Left to fill in: {gaps}', { gaps }) },
    withoutGaps(input.text).includes(words.fee) ? { state: 'good', text: t('The information processing fee is reported') } : { state: 'look', text: t('The information processing fee is not mentioned') },
    input.personal === 0 ? { state: 'good', text: t('No personal data found') } : { state: 'bad', text: t('Possible personal data: {count}', { count: input.personal }) },
    deadlineItem(input, title, t),
  ];
  const byHand = [
    t('Figures compared with the register and the other registers'),
    t('Secrecy review done before publication'),
    t('Reviewed and signed by the person in charge'),
  ];
  return { title, items, byHand };
}

function tableItems(facts: ReportFacts | undefined, t: Translate): ChecklistItem[] {
  if (facts?.cells === undefined) {
    return []; // The server did not say.
  }
  if (facts.cells === 0) {
    return [{ state: 'look', text: t('The tables were not read') }];
  }
  const holding = facts.holding ?? 0;
  const relations = facts.relations ?? 0;
  return [
    { state: 'good', text: t('{cells} table cells read', { cells: facts.cells }) },
    { state: holding === relations ? 'good' : 'bad', text: t('{holding} of {relations} sums hold', { holding, relations }) },
  ];
}

function countItem({ errors, warnings }: Counts, t: Translate): ChecklistItem {
  const text = errors + warnings === 0 ? t('No errors and no warnings') : t('Errors {errors}, warnings {warnings}', { errors, warnings });
  return { state: errors > 0 ? 'bad' : warnings > 0 ? 'look' : 'good', text };
}

// The server knows the day from the organ's name or the settings; else departments report by 31 January, governments
// publish by 31 March of the year after (article 49).
function deadlineItem({ level, today, text, facts }: ChecklistInput, title: string, t: Translate): ChecklistItem {
  if (facts?.due !== undefined) {
    return dueItem(facts.due.split('-').map(Number), today, t);
  }
  const year = Number(new RegExp(words.year).exec(title)?.[1] ?? new RegExp(words.year).exec(text)?.[1]);
  if (!Number.isFinite(year)) {
    return { state: 'look', text: t('The year of the report is not recognised; the date due is unknown') };
  }
  const due = year + 1;
  if (level !== 'government' && level !== 'department') {
    return { state: 'look', text: t('Due (article 49): departments by 31 January {due}, governments by 31 March {due}', { due }) };
  }
  return dueItem([due, level === 'government' ? 3 : 1, 31], today, t);
}

function dueItem([due = 0, month = 1, day = 1]: number[], today: Date, t: Translate): ChecklistItem {
  const days = Math.round((Date.UTC(due, month - 1, day) - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / DAY_MS);
  return days < 0
    ? { state: 'bad', text: t('Due on {due}-{month}-{day} (article 49): {days} days over', { due, month, day, days: -days }) }
    : { state: 'good', text: t('Due on {due}-{month}-{day} (article 49): {days} days left', { due, month, day, days }) };
}

/** The checklist as Markdown, with the boxes as ticked. */
export function checklistMarkdown(list: Checklist, ticked: readonly boolean[], heading: string, byHand: string, date: string): string {
  const sign = { good: '\u2713', bad: '\u2717', look: '!' } as const;
  const items = list.items.map(({ state, text }) => `- ${sign[state]} ${text}`);
  const boxes = list.byHand.map((text, index) => `- [${ticked[index] === true ? 'x' : ' '}] ${text}`);
  return [`# ${heading}`, '', list.title, '', date, '', ...items, '', `## ${byHand}`, '', ...boxes, ''].join('\n');
}
