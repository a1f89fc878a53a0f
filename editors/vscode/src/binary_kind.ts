// Reads from the first bytes of a program for which system and processor it was built, so that the wrong package can
// be named in words instead of "exec format error". Knows no files and no editor.

export type System = 'linux' | 'win32' | 'darwin';
export type Processor = 'x64' | 'arm64' | 'other';
export interface BinaryKind {
  readonly system: System;
  readonly processor: Processor;
}

/** How many bytes of the file are enough (the header of a Windows program lies behind a DOS stub). */
export const HEADER_BYTES = 1024;

/** The kind of a program, or undefined for scripts and unknown files (which are left to the system to judge). */
export function binaryKind(header: Buffer): BinaryKind | undefined {
  if (header.length >= 20 && header.readUInt32BE(0) === 0x7f454c46) {
    return { system: 'linux', processor: elfProcessor(header.readUInt16LE(18)) };
  }
  if (header.length >= 8 && header.readUInt32LE(0) === 0xfeedfacf) {
    return { system: 'darwin', processor: machProcessor(header.readUInt32LE(4)) };
  }
  if (header.length >= 64 && header.toString('latin1', 0, 2) === 'MZ') {
    const at = header.readUInt32LE(60);
    const machine = at + 6 <= header.length ? header.readUInt16LE(at + 4) : 0;
    return { system: 'win32', processor: peProcessor(machine) };
  }
  return undefined;
}

/** True if a program of this kind can run here. Apple and Windows on ARM run x64 programs in translation. */
export function runsOn(kind: BinaryKind, platform: string, arch: string): boolean {
  if (kind.system !== platform) {
    return false;
  }
  return kind.processor === arch || (platform !== 'linux' && kind.processor === 'x64' && arch === 'arm64');
}

function elfProcessor(machine: number): Processor {
  return machine === 62 ? 'x64' : machine === 183 ? 'arm64' : 'other';
}

function machProcessor(type: number): Processor {
  return type === 0x01000007 ? 'x64' : type === 0x0100000c ? 'arm64' : 'other';
}

function peProcessor(machine: number): Processor {
  return machine === 0x8664 ? 'x64' : machine === 0xaa64 ? 'arm64' : 'other';
}
