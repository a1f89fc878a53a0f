// What the status bar says about the report in front. Pure: counts and state in, texts out. Severity is an icon and
// a word, never a colour alone; the spoken label is a whole sentence.

import type { Translate } from './start_failure';

export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/** What the server may tell about a document besides its diagnostics. Every part can be absent. */
export interface ReportFacts {
  readonly form?: string;
  readonly cells?: number;
  readonly relations?: number;
  readonly holding?: number;
  /** Blank cells, and places in the text that wait for words. */
  readonly unfilled?: number;
  /** 2026-01-31, where it is certain. */
  readonly due?: string;
  readonly recognised?: boolean;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  /** What is only worth a look. */
  readonly others?: number;
}

export interface StatusInput {
  readonly state: ServerState;
  /** Half a second has passed since the start: only then is the waiting shown. */
  readonly slow: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly facts: ReportFacts | undefined;
}

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
}

/** The texts of the status bar item. */
export function statusText(input: StatusInput, t: Translate): StatusText {
  if (input.state === 'stopped') {
    const tooltip = t('Checking has stopped; the text is not affected. Click to start again.');
    return { text: `$(circle-slash) ${t('Checking stopped')}`, tooltip, spoken: tooltip };
  }
  if (input.state !== 'running') {
    const text = input.slow ? `$(sync~spin) ${t('Checking')}` : `$(check) ${t('Report')}`;
    return { text, tooltip: t('The report is being checked.'), spoken: t('The report is being checked.') };
  }
  if (input.facts?.recognised === false) {
    const tooltip = t('The form of an annual report was not recognised in this document.');
    return { text: `$(question) ${t('Not a report?')}`, tooltip, spoken: tooltip };
  }
  const spoken = spokenCounts(input.errors, input.warnings, t);
  return { text: shortText(input, t), tooltip: [...factLines(input.facts, t), spoken, t('Click to see the problems.')].join('\n'), spoken };
}

// Errors first, then what is left to fill in, then reminders, then the good news.
function shortText({ errors, warnings, facts }: StatusInput, t: Translate): string {
  if (errors > 0 && warnings > 0) {
    return `$(error) ${t('Report {errors} errors {warnings} warnings', { errors, warnings })}`;
  }
  if (errors > 0) {
    return `$(error) ${errors === 1 ? t('Report 1 error') : t('Report {errors} errors', { errors })}`;
  }
  if ((facts?.unfilled ?? 0) > 0) {
    return `$(edit) ${t('Report {count} to fill in', { count: facts?.unfilled ?? 0 })}`;
  }
  if (warnings > 0) {
    return `$(warning) ${warnings === 1 ? t('Report 1 warning') : t('Report {warnings} warnings', { warnings })}`;
  }
  if (facts?.relations !== undefined && facts.relations > 0) {
    return `$(check) ${t('Report sums {holding}/{relations}', { holding: facts.holding ?? 0, relations: facts.relations })}`;
  }
  return `$(check) ${t('Report')}`;
}

function spokenCounts(errors: number, warnings: number, t: Translate): string {
  if (errors === 0 && warnings === 0) {
    return t('Report check: no errors, no warnings.');
  }
  return t('Report check: errors {errors}, warnings {warnings}.', { errors, warnings });
}

function factLines(facts: ReportFacts | undefined, t: Translate): string[] {
  const lines: string[] = [];
  if (facts?.form !== undefined) {
    lines.push(t('Form of {form}', { form: facts.form }));
  }
  if (facts?.cells !== undefined) {
    lines.push(t('{cells} table cells read', { cells: facts.cells }));
  }
  if (facts?.relations !== undefined) {
    lines.push(t('{holding} of {relations} sums hold', { holding: facts.holding ?? 0, relations: facts.relations }));
  }
  return lines;
}

/** What was checked and how it stands, in one line: for the head of a list or a page. */
export function checkedText(counts: Counts, facts: ReportFacts | undefined, running: boolean, t: Translate): string {
  if (!running) {
    return t('Checking has stopped; the text is not affected.');
  }
  if (facts?.cells === undefined) {
    return spokenCounts(counts.errors, counts.warnings, t);
  }
  const checked = { cells: facts.cells, holding: facts.holding ?? 0, relations: facts.relations ?? 0 };
  const text =
    counts.errors + counts.warnings + (counts.others ?? 0) === 0
      ? t('Nothing found. Checked: {cells} table cells, sums {holding}/{relations}', checked)
      : t('Checked: {cells} table cells, sums {holding}/{relations}', checked);
  const unfilled = facts.unfilled ?? 0;
  return unfilled === 0 ? text : [t('\u25cb {count} to fill in', { count: unfilled }), text].join(' \u00b7 ');
}

/** The same for the bar of the preview, errors first. */
export function summaryText(counts: Counts, facts: ReportFacts | undefined, t: Translate): string {
  const { errors, warnings } = counts;
  const found = errors > 0 ? t('\u2717 {errors} errors', { errors }) : warnings > 0 ? t('! {warnings} warnings', { warnings }) : t('\u2713 no errors');
  return [found, ...factLines(facts, t)].join(' \u00b7 ');
}

/** Reads the server's facts from JSON that may hold anything. */
export function readFacts(value: unknown): ReportFacts {
  const source = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const facts: { -readonly [K in keyof ReportFacts]: ReportFacts[K] } = {};
  if (typeof source['due'] === 'string' && /^\d{4}-\d\d-\d\d$/.test(source['due'])) facts.due = source['due'];
  if (typeof source['form'] === 'string') facts.form = source['form'];
  if (typeof source['recognised'] === 'boolean') facts.recognised = source['recognised'];
  for (const key of ['cells', 'relations', 'holding', 'unfilled'] as const) {
    const number = source[key];
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) facts[key] = number;
  }
  return facts;
}
