import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alignment, applied, isAligned } from '../src/table/align';
import { fromHtml, fromTabs } from '../src/table/clipboard';
import { fillTable, pipeTable } from '../src/table/fill';
import { namesOf, nextStop, stopBelow, tableAt } from '../src/table/grid';
import { cellNumber, cellsOf } from '../src/table/row';
import { rowSum } from '../src/table/row_sum';
import { displayWidth } from '../src/table/width';

const report = readFileSync(join(__dirname, '../../../tests/fixtures/editors/2025年政府信息公开工作年度报告.md'), 'utf8').split('\n');
const at = (line: number): string | undefined => report[line];
const lineOf = (start: string): number => report.findIndex((line) => line.includes(start));
const table = (start: string) => tableAt(at, lineOf(start))!;
const linesOf = (start: string): string[] => report.slice(table(start).first, table(start).last + 1);

describe('width', () => {
  it.each([
    ['abc', 3], ['“”', 4], ['…', 2], ['—', 2], ['《》', 4], ['〔〕', 4], ['①', 2], ['１', 2], ['𠮷', 2], ['（一）', 6], ['é', 1], ['e\u0301', 1], ['、', 2], ['％', 2],
  ])('%s takes %i columns', (text, columns) => expect(displayWidth(text)).toBe(columns));
});

describe('cells', () => {
  it('keep their places, and an escaped bar is text', () => {
    expect(cellsOf('| a\\|b |  | 3 |').map(({ text, start }) => [text, start])).toEqual([['a\\|b', 2], ['', 9], ['3', 12]]);
    expect(cellsOf('| a | b').map(({ text }) => text)).toEqual(['a', 'b']);
    expect(cellsOf('a | b')).toEqual([]);
  });
});

describe('alignment', () => {
  const lines = ['| 项目 | n |', '|---|--:|', '| “甲” | 12 |', '| 乙 |  |'];
  it('puts the bars of all rows into the same columns', () => {
    const neat = applied(lines, alignment(lines));
    expect(neat).toEqual(['| 项目   |   n |', '| ------ | --: |', '| “甲” |  12 |', '| 乙     |     |']);
    expect(isAligned(neat)).toBe(true);
    expect(new Set(neat.map(displayWidth)).size).toBe(1);
  });
  it('aligns every table of a report, and changes spaces and dashes only', () => {
    for (const start of ['规章', '（一）予以公开', '结果维持']) {
      const before = linesOf(start);
      const after = applied(before, alignment(before));
      expect(new Set(after.map(displayWidth)).size).toBe(1);
      expect(after.map((line) => line.replace(/[ -]/g, ''))).toEqual(before.map((line) => line.replace(/[ -]/g, '')));
    }
  });
  it('edits beside the bar, so that the cursor stays', () => {
    expect(alignment(['| 12   |', '| 1 |'])).toEqual([{ row: 0, from: 6, to: 7, text: '' }, { row: 1, from: 4, to: 4, text: '  ' }]);
  });
});

describe('moving', () => {
  it('visits the figures of table 二 only, also where columns are merged', () => {
    const two = table('规章');
    const stops = two.rows.map((row) => row.stops.length).filter((count) => count > 0);
    expect(stops).toEqual([3, 3, 1, 1, 1, 1]);
    const first = nextStop(two, { line: two.first, column: 0 }, 1)!;
    expect([at(first.line), first.column]).toEqual(['| 规章 | 0 | 0 | 0 |', 1]);
    const license = lineOf('| 行政许可');
    expect(nextStop(two, { line: license, column: 1 }, 1)).toEqual({ line: lineOf('| 行政处罚'), column: 1 });
    expect(nextStop(two, { line: license, column: 1 }, -1)).toEqual({ line: lineOf('| 行政规范性文件'), column: 3 });
  });
  it('visits 175 cells of table 三 and 15 of table 四', () => {
    const count = (start: string): number => table(start).rows.reduce((sum, row) => sum + row.stops.length, 0);
    expect(count('（一）予以公开')).toBe(175);
    expect(count('结果维持')).toBe(15);
  });
  it('goes to a blank cell too, and ends after the last', () => {
    const lines = linesOf('（一）予以公开').map((line) => line.replace('| 21 | 4 |', '|  | 4 |'));
    const three = tableAt((line) => lines[line], 0)!;
    const row = lines.findIndex((line) => line.includes('（一）予以公开'));
    expect(three.rows[row]?.stops).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(nextStop(three, { line: three.last, column: 9 }, 1)).toBeUndefined();
    expect(stopBelow(three, { line: row, column: 4 })).toEqual({ line: row + 1, column: 4 });
  });
  it('visits every cell of a table without figures', () => {
    const lines = ['| 甲 | 乙 |', '|---|---|', '|  |  |'];
    expect(tableAt((line) => lines[line], 0)!.rows.map((row) => row.stops)).toEqual([[0, 1], [], [0, 1]]);
  });
  it('names the cell', () => {
    expect(namesOf(table('规章'), { line: lineOf('| 行政规范性文件'), column: 3 })).toEqual({ row: '行政规范性文件', column: '现行有效件数' });
    expect(namesOf(table('（一）予以公开'), { line: lineOf('2.重复申请'), column: 3 })).toEqual({ row: '2.重复申请', column: '自然人' });
    expect(namesOf(table('结果维持'), { line: table('结果维持').last, column: 11 })).toEqual({ row: '复议后起诉', column: '结果纠正' });
  });
});

describe('sums', () => {
  it('add the figures back to the previous total', () => {
    const four = table('结果维持');
    expect(rowSum(four, { line: four.last, column: 4 })).toBe(1);
    expect(rowSum(four, { line: four.last, column: 9 })).toBe(1);
    expect(rowSum(four, { line: four.last, column: 3 })).toBeUndefined();
    expect(rowSum(table('（一）予以公开'), { line: lineOf('（一）予以公开'), column: 9 })).toBe(28);
  });
});

describe('the clipboard', () => {
  it('gives the rows of tab-separated text, with quoted line ends', () => {
    expect(fromTabs('a\t"x\ny ""z"""\r\n\t2\r\n')).toEqual([['a', 'x y "z"'], ['', '2']]);
    expect(fromTabs('no tab')).toBeUndefined();
  });
  it('gives the rows of HTML with merged cells', () => {
    const html = '<style>td{}</style><table><tr><td rowspan=2>（三）不予<br>公开</td><th colspan="2">1&nbsp;</th></tr><tr><td><p>2</p></td><td>3<table><tr><td>x</td></tr></table></td></tr></table>';
    expect(fromHtml(html)).toEqual([['（三）不予公开', '1', ''], ['', '2', '3 x']]);
    expect(fromHtml('<p>none</p>')).toBeUndefined();
  });
  it('leaves out what Word says to itself', () => {
    expect(fromHtml('<table><tr><td><p>\n<![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p></td><td>7<!--[if gte mso 9]><xml>8</xml><![endif]--></td></tr></table>')).toEqual([['', '7']]);
  });
  it('ends a table that is never closed', () => expect(fromHtml('<table><tr><td>1<td>2')).toEqual([['1', '2']]));
});

describe('pasting', () => {
  const empty = linesOf('（一）予以公开').map((line) => (line.includes('|---') ? line : line.replace(/\b\d+(?= \|)/g, '0')));
  const full = linesOf('（一）予以公开');
  const rows = full.slice(2).map((line) => cellsOf(line).map(({ text }) => text));
  it('finds every row of table 三 by its label', () => {
    const filled = fillTable(empty, rows, { line: 0, column: 0 });
    expect([filled.rows, filled.rowsFound, filled.cells, filled.cellsFound, filled.missing]).toEqual([25, 25, 175, 175, []]);
    expect(filled.lines.map((line) => line.replace(/\s/g, ''))).toEqual(full.map((line) => line.replace(/\s/g, '')));
  });
  it('does so when group labels stand in merged cells or are lost, and says what is missing', () => {
    const shorter = rows.map((row) => row.filter((text) => text !== '')).filter((row) => !row.some((text) => text.includes('重复申请')));
    const filled = fillTable(empty, shorter, { line: 0, column: 0 });
    expect([filled.rowsFound, filled.missing]).toEqual([24, ['2.重复申请']]);
  });
  it('writes bare figures from the cursor on', () => {
    const row = empty.findIndex((line) => line.includes('（一）予以公开'));
    const filled = fillTable(empty, [['7', '8'], ['9', '10']], { line: row, column: 4 });
    expect(filled.lines[row]).toContain('| 0 | 7 | 8 | 0 |');
    expect(filled.lines[row + 1]).toContain('| 0 | 9 | 10 | 0 |');
  });
  it('makes a table of its own where there is none', () => {
    expect(pipeTable([['甲', '1'], ['乙|', '2']])).toEqual(['| 甲   | 1   |', '| ---- | --- |', '| 乙\\| | 2   |']);
  });
});

describe('the cell of a place', () => {
  it.each([[0, -1], [1, 0], [4, 0], [5, 1], [8, 1], [9, 2], [99, 2]])('%i is in cell %i', (character, cell) => expect(cellNumber('| a | 12| 3 |', character)).toBe(cell));
  it('is none outside of tables', () => expect(cellNumber('text', 2)).toBe(-1));
});
