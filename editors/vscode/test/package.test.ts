import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DESK_COMMANDS } from '../src/commands';
import bundle from '../l10n/bundle.l10n.zh-cn.json';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';

const folder = join(__dirname, '..');
const sources = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const source = (name: string): string => readFileSync(join(folder, 'src', name), 'utf8');

describe('texts', () => {
  it('exist in both languages for every key of the manifest', () => {
    const used = [...new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]))].sort();
    expect(Object.keys(english).sort()).toEqual(used);
    expect(Object.keys(chinese).sort()).toEqual(used);
  });

  it('are translated for every message in the code, and no other', () => {
    const unescaped = (text: string): string => text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    const used = sources.flatMap((name) => [...source(name).matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => unescaped(match[1] ?? '')));
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
  });

  it('keep the same named arguments', () => {
    const names = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    Object.entries(bundle).forEach(([message, translated]) => expect(names(translated), message).toEqual(names(message)));
  });

  it.each(sources)('%s holds no Chinese', (name) => expect(source(name)).not.toMatch(/\p{Script=Han}/u));
});

describe('the manifest', () => {
  it('names the commands that the code registers, but for those that only code actions run', () => {
    const hidden = ['nianbao.finding.ignore', 'nianbao.rule.disable'];
    const registered = sources.flatMap((name) => [...source(name).matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]));
    const all = [...registered.filter((name) => !hidden.includes(String(name))), ...DESK_COMMANDS].sort();
    expect(manifest.contributes.commands.map(({ command }) => command).sort()).toEqual(all);
  });

  it('has every setting that the server reads, and the readme tells of each', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const reader = readFileSync(join(folder, '../../server/workspace/settings.cpp'), 'utf8');
    const groups = [...reader.matchAll(/only\(value, \{"(\w+)"\}, \{([^}]*)\}/g)].filter(([, group]) => group !== 'words');
    const read = groups.flatMap(([, group, keys]) => [...(keys ?? '').matchAll(/"(\w+)"/g)].map(([, key]) => `nianbao.${group}.${key}`));
    const checked = [...reader.matchAll(/bad_value\(\{[^}]*\}, "(\w+\.\w+)"/g)].map(([, name]) => `nianbao.${name}`);
    expect(read).toContain('nianbao.law.folders');
    expect(checked).toContain('nianbao.log.level');
    [...read, ...checked].forEach((name) => expect(settings).toContain(name));
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    settings.forEach((name) => expect(readme, name).toContain(name.startsWith('nianbao.preview.') ? name.slice('nianbao.preview.'.length) : name));
  });

  it('offers the levels of the log that the server knows, in its order', () => {
    const reader = readFileSync(join(folder, '../../server/workspace/settings.cpp'), 'utf8');
    const names = /log_level_of[^{]*\{[^{]*\{([^}]*)\}/.exec(reader)?.[1]?.match(/\w+/g);
    const level = manifest.contributes.configuration.map(({ properties }) => properties).find((group) => 'nianbao.log.level' in group)?.['nianbao.log.level'];
    expect(level?.enum).toEqual(names);
  });

  it('wakes for no workspace and no start-up', () => {
    expect(manifest.activationEvents).toEqual(['onLanguage:markdown', 'onLanguage:plaintext', 'onFileSystem:nianbao', 'onWebviewPanel:nianbao.preview']);
  });

  it('reaches for no network and reports to nobody', () => {
    const code = sources.map(source).join('\n');
    expect(code).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|node:(?:https?|net|dgram|dns)|telemetry/i);
    // A page that was written to the disk is all that is ever opened outside.
    expect(code.match(/openExternal\([^)]*\)/g)).toEqual(['openExternal(file)']);
  });
});

describe('the Enter key', () => {
  const { onEnterRules } = JSON.parse(readFileSync(join(folder, 'language-configuration.json'), 'utf8')) as {
    onEnterRules: { beforeText: { pattern: string }; action: { appendText: string } }[];
  };
  const next = (line: string): string => onEnterRules.find((rule) => new RegExp(rule.beforeText.pattern, 'u').test(line))?.action.appendText ?? '';

  it('goes on counting after a sentence', () => {
    expect(next('一是加强培训；')).toBe('二是');
    expect(next('十是加强培训。')).toBe('十一是');
    expect(next('（九）平台建设。')).toBe('（十）');
    expect(next('3. 主动公开信息 12 条。')).toBe('4.');
    expect(next('一、机构设置合理。')).toBe('二、');
  });

  it('leaves headings, unfinished lines and years alone', () => {
    expect(next('一、总体情况')).toBe('');
    expect(next('（一）主动公开')).toBe('');
    expect(next('1.5万元。')).toBe('');
    expect(next('2025. 年。')).toBe('');
    expect(next('一是')).toBe('');
  });

  it('is generated and up to date', async () => {
    const { languageConfiguration } = (await import('../scripts/language_configuration.mjs' as string)) as { languageConfiguration: () => unknown };
    expect(JSON.parse(readFileSync(join(folder, 'language-configuration.json'), 'utf8'))).toEqual(languageConfiguration());
  });
});
