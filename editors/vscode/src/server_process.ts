// Finds the server program, repairs a lost executable bit, starts it and watches its first words. Knows the system's
// processes, not the editor: failures come back as values, the log is handed in.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, open, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { Transform } from 'node:stream';
import { binaryKind, HEADER_BYTES, runsOn } from './binary_kind';
import { spawnFailure, type StartFailure } from './start_failure';

export interface ServerPlace {
  /** The setting nianbao.server.path; empty when unset. */
  readonly setting: string;
  /** Where the package carries its own program. */
  readonly bundled: string;
  /** The environment's search path. */
  readonly searchPath: string;
}

export interface RunningServer {
  readonly process: ChildProcessWithoutNullStreams;
  /** The server's words, checked to be its protocol. */
  readonly reader: NodeJS.ReadableStream;
  /** Resolves when the server ends or speaks rubbish; never rejects. */
  readonly ended: Promise<StartFailure>;
  kill(): void;
}

export const PROGRAM = process.platform === 'win32' ? 'nianbao.exe' : 'nianbao';

/** A failure to start, thrown within the extension only. */
export class StartError extends Error {
  constructor(readonly failure: StartFailure) {
    super(failure.kind);
  }
}

/** The program to run: the setting, else the bundled one, else one on the search path. */
export async function findServer(place: ServerPlace): Promise<string> {
  if (place.setting !== '') {
    const found = isAbsolute(place.setting) ? await fileAt(place.setting) : await onSearchPath(place.setting, place.searchPath);
    if (found === undefined) {
      throw new StartError({ kind: 'missing', fromSetting: true });
    }
    return found;
  }
  const found = (await fileAt(place.bundled)) ?? (await onSearchPath(PROGRAM, place.searchPath));
  if (found === undefined) {
    throw new StartError({ kind: 'missing', fromSetting: false });
  }
  return found;
}

/** Throws if the program was built for another system; gives it back its executable bit if that was lost. */
export async function prepare(program: string): Promise<void> {
  const kind = binaryKind(await firstBytes(program));
  if (kind !== undefined && !runsOn(kind, process.platform, process.arch)) {
    throw new StartError({ kind: 'wrong-system', built: kind, platform: process.platform, arch: process.arch });
  }
  try {
    await access(program, constants.X_OK);
  } catch {
    await repair(program);
  }
}

/** Starts the server on its standard streams. */
export async function startServer(program: string, log: (line: string) => void): Promise<RunningServer> {
  const child = spawn(program, ['lsp', '--stdio'], { stdio: 'pipe', windowsHide: true });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      log(`${error.code ?? error.message}`);
      reject(new StartError(spawnFailure(error.code, process.platform, process.arch)));
    });
  });
  child.on('error', (error) => log(error.message));
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
  const check = new ProtocolCheck();
  const ended = new Promise<StartFailure>((resolve) => {
    check.once('rubbish', () => resolve({ kind: 'rubbish' }));
    child.once('exit', (code, signal) => resolve({ kind: 'exited', code, signal }));
  });
  return { process: child, reader: child.stdout.pipe(check), ended, kill: () => void child.kill('SIGKILL') };
}

// Passes the server's words on if the first of them are a header of the protocol; otherwise nothing.
class ProtocolCheck extends Transform {
  private static readonly HEADER = 'Content-';
  private seen = Buffer.alloc(0);
  private state: 'unknown' | 'good' | 'rubbish' = 'unknown';

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null, data?: Buffer) => void): void {
    if (this.state === 'unknown') {
      this.seen = Buffer.concat([this.seen, chunk]);
      const start = this.seen.toString('latin1', 0, ProtocolCheck.HEADER.length);
      if (!ProtocolCheck.HEADER.startsWith(start)) {
        this.state = 'rubbish';
        this.emit('rubbish');
      } else if (start.length === ProtocolCheck.HEADER.length) {
        this.state = 'good';
        done(null, this.seen);
        return;
      }
      done();
      return;
    }
    done(null, this.state === 'good' ? chunk : undefined);
  }
}

async function fileAt(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

async function onSearchPath(name: string, searchPath: string): Promise<string | undefined> {
  for (const folder of searchPath.split(delimiter).filter(isAbsolute)) {
    const found = await fileAt(join(folder, name));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // A program that may be executed but not read is left to the system to judge.
    return Buffer.alloc(0);
  }
}

async function repair(program: string): Promise<void> {
  try {
    await chmod(program, ((await stat(program)).mode & 0o777) | 0o111);
    await access(program, constants.X_OK);
  } catch {
    throw new StartError({ kind: 'not-executable' });
  }
}
