import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../src/line_diff';
import { rangeInLine } from '../src/preview/select';
import { previewShell } from '../src/preview/shell';
import { checkedText, summaryText } from '../src/status_text';
import { checklist, checklistMarkdown, type ChecklistInput } from '../src/tasks/checklist';
import { gapsIn } from '../src/tasks/gaps';
import { escapeHtml, webPage } from '../src/tasks/html';
import { chineseNumber, citationsOf } from '../src/views/citations';
import { byCause, byPart } from '../src/views/grouping';
import { partAt, partsOf } from '../src/views/parts';

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

describe('citations', () => {
  it('are found with their places', () => {
    const line = '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条和《格式》第三条，按照条例第三十六条第一项、第四十条办理。';
    expect(citationsOf([line]).map(({ article, from, to }) => [article, line.slice(from, to)])).toEqual([[50, '第五十条'], [36, '第三十六条'], [40, '第四十条']]);
  });
  it.each([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['五十六', 56], ['百', 0], ['一二', 0]])('%s is %i', (numeral, number) => expect(chineseNumber(numeral)).toBe(number));
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
  it('names both dates where the kind of organ is unknown', () => {
    expect(checklist({ ...input, level: 'unknown' }, t).items.at(-1)?.text).toContain('departments by 31 January 2026, governments by 31 March 2026');
  });
  it('is kept as Markdown with the boxes as ticked', () => {
    const kept = checklistMarkdown(checklist(input, t), [false, true], 'Heading', 'By hand', '2026-01-16');
    expect(kept).toContain('- \u2713 Required parts 6/6\n');
    expect(kept).toContain('- [x] Secrecy review done before publication\n- [ ] Reviewed');
  });
});

describe('texts about the state', () => {
  const facts = { form: '2021', cells: 200, relations: 42, holding: 42 };
  it('say what was checked when nothing is wrong', () => {
    expect(checkedText({ errors: 0, warnings: 0 }, facts, true, t)).toBe('Nothing found. Checked: 200 table cells, sums 42/42');
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
