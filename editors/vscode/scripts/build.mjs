// Bundles the extension: a small entry that every text file may load, and the language client, loaded for a report.
import { build } from 'esbuild';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const started = performance.now();
const { metafile } = await build({
  entryPoints: ['src/extension.ts', 'src/service_client.ts'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', './service_client.js'],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
// What runs inside web views is bundled apart and inlined into their pages.
await build({
  entryPoints: ['src/webview/preview.ts', 'src/webview/checklist.ts', 'src/webview/preview.css', 'src/webview/checklist.css'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'chrome120',
  format: 'iife',
  charset: 'utf8',
  logLevel: 'warning',
});
// The notices of the bundled packages travel with the bundle.
const inputs = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/(?:@[^/]+\/)?[^/]+(?!.*node_modules)/)?.[0]);
const notices = [...new Set(inputs.filter(Boolean))].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
});
writeFileSync('dist/THIRD_PARTY.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));

const limits = { 'dist/extension.js': 16 * 1024, 'dist/service_client.js': 1024 * 1024, 'dist/preview.js': 24 * 1024 };
for (const [file, limit] of Object.entries(limits)) {
  const { size } = statSync(file);
  console.log(`${file} ${(size / 1024).toFixed(1)} KiB`);
  if (size > limit) {
    console.error(`${file} is larger than ${limit / 1024} KiB`);
    process.exitCode = 1;
  }
}
console.log(`built in ${Math.round(performance.now() - started)} ms`);
