import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../src/line_diff';
import { rangeInLine } from '../src/preview/select';
import { previewShell } from '../src/preview/shell';
import { checkedText, summaryText } from '../src/status_text';
import { carriedText, readCarried } from '../src/tasks/carried';
import { checklist, checklistMarkdown, type ChecklistInput } from '../src/tasks/checklist';
import { gapsIn } from '../src/tasks/gaps';
import { escapeHtml, webPage } from '../src/tasks/html';
import { citedIn, readLaw } from '../src/views/articles';
import { byCause, byPart } from '../src/views/grouping';
import { partAt, partsOf } from '../src/views/parts';
import { keptLine, lineAtTop, topOfLine } from '../src/webview/place';

const text = readFileSync(join(__dirname, '../../../tests/fixtures/editors/2025年政府信息公开工作年度报告.md'), 'utf8');
const lines = text.split('\n');
const t = (message: string, args: Record<string, string | number> = {}): string => message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));

describe('parts', () => {
  it('are found by their headings', () => {
    const parts = partsOf(lines);
    expect(parts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(partAt(parts, lines.findIndex((line) => line.includes('重复申请')))?.number).toBe(3);
    expect(partAt(parts, 0)).toBeUndefined();
  });
  it('are found without marks, and an item of a list is none', () => {
    const plain = ['一、总体情况', '三、无关的条目', '二、主动公开政府信息情况', '一、加强培训；'];
    expect(partsOf(plain).map(({ line }) => line)).toEqual([0, 2]);
  });
});

describe('groups', () => {
  const findings = [{ line: 0, rule: 'layout/title' }, { line: 50, rule: 'sum/row-total' }, { line: 52, rule: 'odd/one' }, { line: 44, rule: 'sum/balance' }];
  it('are made by part', () => {
    expect(byPart(findings, partsOf(lines), 'before').map(({ label, items }) => [label, items.length])).toEqual([['before', 1], ['三、收到和处理政府信息公开申请情况', 3]]);
  });
  it('are made by cause, in the order of the names, unknown ones last', () => {
    const names = new Map([['sum', 'Figures'], ['layout', 'Layout']]);
    expect(byCause(findings, names).map(({ label, items }) => [label, items.length])).toEqual([['Figures', 2], ['Layout', 1], ['odd', 1]]);
  });
});

describe('the list of articles', () => {
  const range = { start: { line: 2, character: 30 }, end: { line: 2, character: 34 } };
  const article = (number: number, cited: unknown): unknown => ({ number, label: `A${number}`, caption: 'about', uri: `nianbao:/law/711/${number}.md`, cited });
  it('is read with its places', () => {
    const law = readLaw({ name: 'law', number: '711', articles: [article(1, []), article(2, [range, range])] });
    expect(law?.articles[1]?.cited[0]).toEqual({ line: 2, from: 30, toLine: 2, to: 34 });
    expect(law && citedIn(law)).toEqual({ articles: 1, places: 2 });
  });
  it.each([undefined, null, 7, {}, { articles: 7 }, { articles: [] }, { articles: [{}] }])('is none in %j', (answer) => expect(readLaw(answer)).toBeUndefined());
  it('leaves out places that are none', () => expect(readLaw({ articles: [article(1, [range, {}, 7])] })?.articles[0]?.cited).toHaveLength(1));
});

describe('the checklist', () => {
  const input: ChecklistInput = {
    text,
    counts: { errors: 0, warnings: 0 },
    personal: 0,
    facts: { cells: 200, relations: 42, holding: 42, unfilled: 0 },
    level: 'department',
    today: new Date(2026, 0, 16),
  };
  it('is content with a clean report, and counts the days', () => {
    const list = checklist(input, t);
    expect(list.items.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(list.items.at(-1)?.text).toBe('Due on 2026-1-31 (article 49): 15 days left');
    expect(list.title).toContain('2025年');
  });
  it('names what is not in order', () => {
    const list = checklist({ ...input, text: '# 2025年报告\n\n〔请填写：条数〕\n', counts: { errors: 1, warnings: 0 }, facts: { cells: 0 }, level: 'government', today: new Date(2026, 3, 1) }, t);
    expect(list.items.map(({ state, text: said }) => `${state} ${said}`)).toEqual([
      'bad Required parts 0/6',
      'look The tables were not read',
      'bad Errors 1, warnings 0',
      'bad Left to fill in: 1',
      'look The information processing fee is not mentioned',
      'good No personal data found',
      'bad Due on 2026-3-31 (article 49): 1 days over',
    ]);
  });
  it('takes the day that the server knows, and does not count a prompt as said', () => {
    const draft = checklist({ ...input, text: text.replaceAll('信息处理费', '') + '〔请填写：收取信息处理费的情况〕', facts: { ...input.facts, due: '2026-01-20' }, level: 'government' }, t);
    expect(draft.items.at(-1)?.text).toBe('Due on 2026-1-20 (article 49): 4 days left');
    expect(draft.items.map(({ text: said }) => said)).toContain('The information processing fee is not mentioned');
  });
  it('names both dates where the kind of organ is unknown', () => {
    expect(checklist({ ...input, level: 'unknown' }, t).items.at(-1)?.text).toContain('departments by 31 January 2026, governments by 31 March 2026');
  });
  it('is kept as Markdown with the boxes as ticked', () => {
    const kept = checklistMarkdown(checklist(input, t), [false, true], 'Heading', 'By hand', '2026-01-16');
    expect(kept).toContain('- \u2713 Required parts 6/6\n');
    expect(kept).toContain('- [x] Secrecy review done before publication\n- [ ] Reviewed');
  });
});

describe('what a new report took over', () => {
  const path = '/d:/年报/云岭市水利局2024年政府信息公开工作年度报告.md';
  it('is told with the real counts and the name of last year\u2019s report', () => {
    const carried = readCarried({ text: '', name: '', carried: { applications: 7, stock: 2 } });
    expect(carried && carriedText(carried, path, t)).toBe('Cells carried over: pending applications 7, stock 2; please check them against 云岭市水利局2024年政府信息公开工作年度报告');
    expect(carriedText({ applications: 0, stock: 2 }, '/a.nianbao.md', t)).toBe('Cells carried over: pending applications 0, stock 2; please check them against a');
  });
  it('is nothing where no table was recognised, and that is said', () => expect(carriedText({ applications: 0, stock: 0 }, path, t)).toMatch(/^No figures were carried over/));
  it.each([undefined, null, 7, {}, { carried: null }, { carried: 7 }, { carried: { applications: 7 } }])('is not told by %j', (answer) => expect(readCarried(answer)).toBeUndefined());
});

describe('texts about the state', () => {
  const facts = { form: '2021', cells: 200, relations: 42, holding: 42 };
  it('say what was checked when nothing is wrong', () => {
    expect(checkedText({ errors: 0, warnings: 0 }, facts, true, t)).toBe('Nothing found. Checked: 200 table cells, sums 42/42');
    expect(checkedText({ errors: 0, warnings: 0, others: 1 }, facts, true, t)).toBe('Checked: 200 table cells, sums 42/42');
    expect(checkedText({ errors: 0, warnings: 0 }, { ...facts, unfilled: 3 }, true, t)).toMatch(/^\u25cb 3 to fill in · Nothing found/);
    expect(checkedText({ errors: 0, warnings: 0 }, facts, false, t)).toContain('stopped');
    expect(summaryText({ errors: 2, warnings: 1 }, facts, t)).toMatch(/^\u2717 2 errors \u00b7 Form of 2021/);
  });
});

describe('pages', () => {
  it('escape what they show and allow only their own style and script', () => {
    const page = webPage({ title: '<b>', language: 'en', style: 'p{}', script: "'</script>'", body: escapeHtml('<img src=x onerror="1">') });
    expect(page).toContain('&lt;img src=x onerror=&quot;1&quot;&gt;');
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    const nonce = /script-src 'nonce-([^']+)'/.exec(page)?.[1] ?? '';
    expect(page).toContain(`<script nonce="${nonce}">`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('unsafe');
  });
  it('differ in their nonce', () => {
    const words = { previous: '', next: '', marks: '', print: '', fix: '', basis: '', error: '', warning: '', information: '', toolbar: '' };
    expect(previewShell('a', words, '', '')).not.toBe(previewShell('a', words, '', ''));
  });
});

describe('the place on the page', () => {
  const page = [{ line: 0, top: 50 }, { line: 4, top: 100 }, { line: 4, top: 120 }, { line: 10, top: 240 }];
  it('of a line is found again from where it stands, in the middle of a block too', () => {
    for (const line of [0, 1.5, 3.9, 5, 9.75, 10]) expect(lineAtTop(page, topOfLine(page, line) ?? -1)).toBeCloseTo(line);
  });
  it('has no line above the first and none below the last', () => {
    expect([lineAtTop(page, 0), lineAtTop(page, 999), lineAtTop([], 7)]).toEqual([0, 10, 0]);
    expect([topOfLine([{ line: 3, top: 9 }], 1), topOfLine(page, 99), topOfLine([], 0)]).toEqual([0, 240, undefined]);
  });
  it('is the same although the page became narrower', () => {
    const narrow = page.map(({ line, top }) => ({ line, top: top * 2 }));
    expect(topOfLine(narrow, lineAtTop(page, 180))).toBe(360);
  });
  it('is kept for one document only', () => {
    expect(keptLine({ uri: 'file:///a.md', line: 7.5 }, 'file:///a.md')).toBe(7.5);
    for (const kept of [undefined, null, 7, {}, { uri: 'file:///a.md' }, { uri: 'file:///b.md', line: 7 }, { uri: 'file:///a.md', line: '7' }, { uri: 'file:///a.md', line: -1 }]) {
      expect(keptLine(kept, 'file:///a.md')).toBeUndefined();
    }
  });
});

describe('places', () => {
  it('of a cell are found by its text and number', () => {
    expect(rangeInLine('| a | 0 | 12 | 0 |', '0', 1)).toEqual({ from: 15, to: 16 });
    expect(rangeInLine('| a | 0 |', '9', 0)).toBeUndefined();
    expect(rangeInLine('甲乙甲', '甲', 1)).toEqual({ from: 2, to: 3 });
  });
  it('that differ between two texts are one small change', () => {
    expect(changeBetween('abc', 'abc')).toBeUndefined();
    expect(changeBetween('a1c', 'a23c')).toEqual({ from: 1, to: 2, text: '23' });
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, text: 'a' });
    expect(changeBetween('\u{20000}', '\u{20001}')).toEqual({ from: 0, to: 2, text: '\u{20001}' });
  });
  it('to fill in are counted', () => expect(gapsIn('〔请填写〕和〔2021〕30号，〔请填写：条数〕')).toEqual([0, 16]));
});
