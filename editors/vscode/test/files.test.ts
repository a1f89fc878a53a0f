import { describe, expect, it } from 'vitest';
import { baseName, numberedName, pageName } from '../src/file_names';
import { decodeText } from '../src/tasks/decode';

// What VS Code gives as the path of D:\工作 资料\2025年报（终稿）#1+100%\年报.md, and of a share.
const windows = '/d:/工作 资料/2025年报（终稿）#1+100%/2025年政府信息公开工作年度报告.MD';
const share = '//server/科室/2025年信息公开年报.nianbao.md';

describe('names of files', () => {
  it('come from addresses of Windows and of shares', () => {
    expect(baseName(windows)).toBe('2025年政府信息公开工作年度报告.MD');
    expect(pageName(windows)).toBe('2025年政府信息公开工作年度报告.html');
    expect(pageName(share)).toBe('2025年信息公开年报.html');
  });
  it('keep dots that are no ending', () => {
    expect(pageName('/年报v1.2')).toBe('年报v1.2.html');
    expect(pageName('Untitled-1')).toBe('Untitled-1.html');
    expect(pageName('')).toBe('report.html');
  });
  it('are counted where one is taken', () => {
    expect([1, 2, 3].map((count) => numberedName('2025年报（终稿）.md', count))).toEqual(['2025年报（终稿）.md', '2025年报（终稿）-2.md', '2025年报（终稿）-3.md']);
    expect(numberedName('年报', 2)).toBe('年报-2');
  });
});

describe('the text of a file', () => {
  it('is read in the encodings of offices', () => {
    expect(decodeText(new TextEncoder().encode('\ufeff年报'))).toBe('年报');
    expect(decodeText(Uint8Array.from([0xc4, 0xea, 0xb1, 0xa8]))).toBe('年报');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x74, 0x5e]))).toBe('年');
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x5e, 0x74]))).toBe('年');
  });
  it('is never refused', () => expect(decodeText(Uint8Array.from([0xff, 0x41]))).toContain('\ufffd'));
});
