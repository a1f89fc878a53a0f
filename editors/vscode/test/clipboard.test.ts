// One table on the clipboards of many programs (tests/fixtures/clipboard) becomes the same official table.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromHtml } from '../src/table/clipboard';
import { fillTable } from '../src/table/fill';
import { tableAt } from '../src/table/grid';

const fixtures = join(__dirname, '../../../tests/fixtures');
const read = (name: string): string => readFileSync(join(fixtures, name), 'utf8');
const programs = ['real', 'documented'].flatMap((origin) => readdirSync(join(fixtures, 'clipboard', origin)).map((name) => `${origin}/${name}`));

const report = read('editors/2025年政府信息公开工作年度报告.md').split('\n');
const table = tableAt((line) => report[line], report.findIndex((line) => line.includes('（一）予以公开')))!;
const official = report.slice(table.first, table.last + 1);
const empty = official.map((line) => (line.includes('|---') ? line : line.replace(/\b\d+(?= \|)/g, '0')));

describe('table 三 on the clipboard', () => {
  it('is known from eight programs', () => expect(programs).toHaveLength(8));

  it.each(programs)('%s: gives the same rows and columns', (program) => {
    const grid = fromHtml(read(`clipboard/${program}`));
    expect([grid?.length, grid?.[0]?.length]).toEqual([28, 10]);
    expect(grid).toEqual(fromHtml(read(`clipboard/${programs[0]}`)));
  });

  it.each(programs)('%s: fills the official table with all its figures', (program) => {
    const filled = fillTable(empty, fromHtml(read(`clipboard/${program}`)) ?? [], { line: 0, column: 0 });
    expect([filled.rows, filled.rowsFound, filled.cells, filled.cellsFound, filled.missing]).toEqual([25, 25, 175, 175, []]);
    expect(filled.lines).toEqual(official);
  });
});
