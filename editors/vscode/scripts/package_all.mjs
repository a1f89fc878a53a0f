// Packs the extension for every platform whose program lies in a folder: node scripts/package_all.mjs FOLDER [OUT].
// The programs are named nianbao-<target>, on Windows with .exe; docs/packaging.md tells how they are made.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TARGETS = ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-arm64'];
const [folder, out = '.'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: package_all.mjs FOLDER [OUT]');
  process.exit(2);
}

/** System and processor that a program was built for, by its first bytes. */
function targetOf(path) {
  const head = Buffer.alloc(1024);
  readSync(openSync(path, 'r'), head, 0, head.length, 0);
  if (head.readUInt32BE(0) === 0x7f454c46) {
    return `linux-${{ 62: 'x64', 183: 'arm64' }[head.readUInt16LE(18)] ?? 'other'}`;
  }
  if (head.toString('latin1', 0, 2) === 'MZ') {
    const at = head.readUInt32LE(60);
    return `win32-${{ 0x8664: 'x64', 0xaa64: 'arm64' }[at + 6 <= head.length ? head.readUInt16LE(at + 4) : 0] ?? 'other'}`;
  }
  if (head.readUInt32LE(0) === 0xfeedfacf) {
    return `darwin-${{ 0x01000007: 'x64', 0x0100000c: 'arm64' }[head.readUInt32LE(4)] ?? 'other'}`;
  }
  return 'unknown';
}

mkdirSync(out, { recursive: true });
let failed = 0;
for (const target of TARGETS) {
  const program = resolve(folder, `nianbao-${target}${target.startsWith('win32') ? '.exe' : ''}`);
  if (!existsSync(program)) {
    console.log(`${target}: no program ${program}`);
    continue;
  }
  const built = targetOf(program);
  if (built !== target) {
    console.error(`${target}: the program is for ${built}`);
    ++failed;
    continue;
  }
  const args = ['scripts/package.mjs', '--target', target, '--out', resolve(out, `nianbao-${target}.vsix`)];
  const { status } = spawnSync(process.execPath, args, { cwd: join(import.meta.dirname, '..'), env: { ...process.env, NIANBAO_BINARY: program }, stdio: 'inherit' });
  failed += status === 0 ? 0 : 1;
}
process.exitCode = failed === 0 ? 0 : 1;
