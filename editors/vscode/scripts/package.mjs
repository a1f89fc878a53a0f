// Packs the extension for one target: npm run package -- --target linux-x64 [--out file.vsix]. The server program is
// taken from the environment variable NIANBAO_BINARY; without it the package has none and looks on the search path.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { target: { type: 'string', default: 'linux-x64' }, out: { type: 'string' } } });
const program = values.target.startsWith('win32') ? 'nianbao.exe' : 'nianbao';
const out = values.out ?? `nianbao-${values.target}.vsix`;

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(error?.message ?? `${command} ended with ${status}`);
    process.exit(1);
  }
}

rmSync('bin', { recursive: true, force: true });
const binary = process.env.NIANBAO_BINARY;
if (binary) {
  if (!existsSync(binary)) {
    console.error(`NIANBAO_BINARY names no file: ${binary}`);
    process.exit(1);
  }
  mkdirSync('bin');
  copyFileSync(binary, `bin/${program}`);
  chmodSync(`bin/${program}`, 0o755);
} else {
  console.error('NIANBAO_BINARY is not set: the package carries no server');
}
run(process.execPath, ['scripts/build.mjs']);
run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--target', values.target, '--out', out]);
const mib = (file) => (statSync(file).size / 1048576).toFixed(2);
console.log(`${out} ${mib(out)} MiB${binary ? `, server ${mib(`bin/${program}`)} MiB` : ''}`);
