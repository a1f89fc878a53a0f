import { describe, expect, it } from 'vitest';
import { binaryKind, runsOn } from '../src/binary_kind';
import { failureText, spawnFailure, supportText, type StartFailure, type Translate } from '../src/start_failure';

const english: Translate = (message, args) => message.replace(/\{(\w+)\}/g, (_, name: string) => String(args?.[name] ?? `{${name}}`));

const failures: StartFailure[] = [
  { kind: 'missing', fromSetting: true },
  { kind: 'missing', fromSetting: false },
  { kind: 'not-executable' },
  { kind: 'wrong-system', built: { system: 'win32', processor: 'x64' }, platform: 'linux', arch: 'arm64' },
  { kind: 'wrong-system', built: undefined, platform: 'linux', arch: 'x64' },
  { kind: 'blocked' },
  { kind: 'exited', code: 127, signal: null },
  { kind: 'rubbish' },
  { kind: 'silent' },
  { kind: 'crashing' },
];

describe('a server that cannot start', () => {
  it('is explained by a sentence of its own for every reason', () => {
    const texts = failures.map((failure) => failureText(failure, english));
    expect(new Set(texts).size).toBe(failures.length);
    texts.forEach((text) => expect(text).toMatch(/^The checker .*\.$/));
    texts.forEach((text) => expect(text).not.toMatch(/[{}]/));
  });

  it('names both systems when the wrong package was installed', () => {
    expect(failureText(failures[3]!, english)).toContain('for Windows x64, this machine is Linux ARM64');
  });

  it('tells the signal when there is no exit code', () => {
    expect(failureText({ kind: 'exited', code: null, signal: 'SIGSEGV' }, english)).toContain('SIGSEGV');
  });

  it.each([
    ['ENOENT', 'missing'],
    ['EACCES', 'not-executable'],
    ['ENOEXEC', 'wrong-system'],
    ['UNKNOWN', 'wrong-system'],
    ['EPERM', 'blocked'],
    [undefined, 'blocked'],
  ])('maps the system error %s to %s', (code, kind) => expect(spawnFailure(code, 'linux', 'x64').kind).toBe(kind));

  it('copies facts and the reason for the IT staff', () => {
    const text = supportText({ nianbao: '0.1.0', system: 'linux x64' }, { kind: 'exited', code: 127, signal: null });
    expect(text).toContain('nianbao: 0.1.0\nsystem: linux x64\nfailure: ');
    expect(text).toContain('127');
  });
});

function elf(machine: number): Buffer {
  const header = Buffer.alloc(64);
  header.writeUInt32BE(0x7f454c46, 0);
  header.writeUInt16LE(machine, 18);
  return header;
}

function windowsProgram(machine: number, at: number): Buffer {
  const header = Buffer.alloc(256);
  header.write('MZ');
  header.writeUInt32LE(at, 60);
  if (at + 6 <= header.length) header.writeUInt16LE(machine, at + 4);
  return header;
}

describe('the kind of a program', () => {
  it('is read from its header', () => {
    expect(binaryKind(elf(62))).toEqual({ system: 'linux', processor: 'x64' });
    expect(binaryKind(elf(183))).toEqual({ system: 'linux', processor: 'arm64' });
    expect(binaryKind(windowsProgram(0x8664, 128))).toEqual({ system: 'win32', processor: 'x64' });
    expect(binaryKind(windowsProgram(0x8664, 100_000))).toEqual({ system: 'win32', processor: 'other' });
    expect(binaryKind(Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]))).toEqual({ system: 'darwin', processor: 'arm64' });
  });

  it('is unknown for scripts, empty and short files', () => {
    expect(binaryKind(Buffer.from('#!/bin/sh\nexit 1\n'))).toBeUndefined();
    expect(binaryKind(Buffer.alloc(0))).toBeUndefined();
    expect(binaryKind(Buffer.from([0x7f, 0x45, 0x4c, 0x46]))).toBeUndefined();
  });

  it('decides whether it runs here', () => {
    expect(runsOn({ system: 'linux', processor: 'x64' }, 'linux', 'x64')).toBe(true);
    expect(runsOn({ system: 'linux', processor: 'x64' }, 'linux', 'arm64')).toBe(false);
    expect(runsOn({ system: 'linux', processor: 'x64' }, 'win32', 'x64')).toBe(false);
    expect(runsOn({ system: 'darwin', processor: 'x64' }, 'darwin', 'arm64')).toBe(true);
  });
});
