import { describe, expect, it } from 'vitest';
import bundle from '../l10n/bundle.l10n.zh-cn.json';
import { CrashPolicy } from '../src/crash_policy';
import type { Translate } from '../src/start_failure';
import { readFacts, statusText, type StatusInput } from '../src/status_text';

const table: Record<string, string> = bundle;
const chinese: Translate = (message, args) => (table[message] ?? `? ${message}`).replace(/\{(\w+)\}/g, (_, name: string) => String(args?.[name]));
const english: Translate = (message, args) => message.replace(/\{(\w+)\}/g, (_, name: string) => String(args?.[name]));
const running: StatusInput = { state: 'running', slow: false, errors: 0, warnings: 0, facts: undefined };
const text = (input: Partial<StatusInput>): string => statusText({ ...running, ...input }, chinese).text;

describe('the status bar', () => {
  it.each<[Partial<StatusInput>, string]>([
    [{}, '$(check) 年报'],
    [{ facts: { relations: 42, holding: 42 } }, '$(check) 年报 勾稽 42/42'],
    [{ errors: 2, warnings: 5 }, '$(error) 年报 2 错误 5 提醒'],
    [{ errors: 1 }, '$(error) 年报 1 错误'],
    [{ errors: 2 }, '$(error) 年报 2 错误'],
    [{ warnings: 5 }, '$(warning) 年报 5 提醒'],
    [{ warnings: 5, facts: { unfilled: 6 } }, '$(edit) 年报 待填 6 处'],
    [{ errors: 1, facts: { unfilled: 6 } }, '$(error) 年报 1 错误'],
    [{ state: 'starting', slow: true }, '$(sync~spin) 检查中'],
    [{ state: 'starting' }, '$(check) 年报'],
    [{ state: 'stopped', errors: 3 }, '$(circle-slash) 检查已停止'],
    [{ facts: { recognised: false } }, '$(question) 非年报？'],
  ])('%j reads %s', (input, expected) => expect(text(input)).toBe(expected));

  it('speaks a whole sentence, and says what was checked', () => {
    const status = statusText({ ...running, errors: 2, warnings: 5, facts: { form: '2021', cells: 200, relations: 42, holding: 40 } }, chinese);
    expect(status.spoken).toBe('年报检查：2 处错误，5 处提醒。');
    expect(status.tooltip).toBe('2021年格式\n已读取表格 200 格\n勾稽 40/42 相符\n年报检查：2 处错误，5 处提醒。\n点此查看问题');
  });

  it('counts in English words', () => {
    expect(statusText({ ...running, errors: 1 }, english).text).toBe('$(error) Report 1 error');
    expect(statusText({ ...running, warnings: 3 }, english).text).toBe('$(warning) Report 3 warnings');
  });

  it('takes only sound facts from the server', () => {
    expect(readFacts({ cells: -1, relations: 1.5, holding: '3', unfilled: 2, form: 7, recognised: 'no' })).toEqual({ unfilled: 2 });
    expect(readFacts(null)).toEqual({});
  });
});

describe('a server that crashes', () => {
  it('is started again four times within three minutes, then not', () => {
    const policy = new CrashPolicy();
    expect([0, 1, 2, 3, 4].map((time) => policy.mayRestart(time * 1000))).toEqual([true, true, true, true, false]);
  });

  it('has crashed as long as that counts', () => {
    const policy = new CrashPolicy();
    expect(policy.hasCrashed(0)).toBe(false);
    policy.mayRestart(0);
    expect(policy.hasCrashed(1000)).toBe(true);
    expect(policy.hasCrashed(200_000)).toBe(false);
  });

  it('is forgiven old crashes, and all of them when the user starts it', () => {
    const policy = new CrashPolicy();
    [0, 1, 2, 3].forEach((time) => policy.mayRestart(time));
    expect(policy.mayRestart(200_000)).toBe(true);
    [1, 2, 3].forEach((time) => policy.mayRestart(200_000 + time));
    expect(policy.mayRestart(200_010)).toBe(false);
    policy.forget();
    expect(policy.mayRestart(200_020)).toBe(true);
  });
});
