import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeReport } from '../src/looks_like_report';

const law = '根据《中华人民共和国政府信息公开条例》规定，编制本报告。';

describe('a file is offered as a report', () => {
  it.each([
    ['a plain title', ['云岭市水利局2025年政府信息公开工作年度报告', '', law]],
    ['a Markdown heading', ['# 2025年政府信息公开年度报告', law]],
    ['a bold title with spaces between characters', ['**政 府 信 息 公 开 工 作 年 度 报 告**', '一、总体情况']],
    ['a title in two lines', ['云岭市水利局2025年', '政府信息公开工作', '年度报告', law]],
    ['a short title', ['2025年信息公开年报', '一、总体情况']],
    ['a title with a note behind it', ['2025年政府信息公开工作年度报告（公开版）', law]],
    ['a byte order mark before it', ['\ufeff2025年政府信息公开工作年度报告', law]],
  ])('%s', (_, lines) => expect(looksLikeReport(lines)).toBe(true));
});

describe('a file is left alone', () => {
  it.each([
    ['no lines', []],
    ['an empty file', ['', '']],
    ['a notice about reports', ['关于做好2025年政府信息公开工作年度报告编制工作的通知', law]],
    ['a sentence that names a report', ['现公布《云岭市水利局2025年政府信息公开工作年度报告》，请查阅。', law]],
    ['a title alone', ['2025年政府信息公开工作年度报告', '']],
    ['the regulation', ['# 中华人民共和国政府信息公开条例', '第一条 ……政府信息公开条例']],
    ['another annual report', ['2025年法治政府建设年度报告', '一、总体情况']],
    ['a title after thirty lines', [...Array<string>(30).fill('其他内容'), '2025年政府信息公开工作年度报告', law]],
  ])('%s', (_, lines) => expect(looksLikeReport(lines)).toBe(false));
});

const shared = process.env['NIANBAO_SHARED_DIR'] ?? join(__dirname, '../../../../shared');
describe.skipIf(!existsSync(join(shared, 'reports')))('published documents', () => {
  const read = (folder: string): [string, string[]][] =>
    existsSync(join(shared, folder)) ? readdirSync(join(shared, folder)).map((name) => [name, readFileSync(join(shared, folder, name), 'utf8').split('\n')]) : [];
  it.each(read('reports'))('report %s is offered', (_, lines) => expect(looksLikeReport(lines)).toBe(true));
  it.each(read('law'))('law %s is not', (_, lines) => expect(looksLikeReport(lines)).toBe(false));
});
