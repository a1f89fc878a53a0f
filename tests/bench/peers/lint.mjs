// Lints files of a folder with a linter from npm: node lint.mjs autocorrect|zhlint|harper FOLDER COUNT. Prints milliseconds
// spent in the linter itself, with what it needs loaded and warmed up by one file, and the bytes that it read. harper reads
// English: it gets as many English texts of 12 KB.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const load = createRequire(import.meta.url);
const [name, folder, count] = process.argv.slice(2);
const linters = {
  autocorrect: () => {
    const { lintFor } = load("autocorrect-node");
    return (text) => lintFor(text, "a.md").lines.length;
  },
  zhlint: () => {
    const { run } = load("zhlint");
    return (text) => run(text, { rules: { preset: "default" }, logger: { log() {}, warn() {}, error() {} } }).validations.length;
  },
  harper: async () => {
    const { LocalLinter } = await import("harper.js");
    const { binary } = await import("harper.js/binary");
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text)).length;
  },
};

function english(number) {
  const sentences = ["The office received %d requests in this year and answered most of them in time.", "It published %d notices on on its website, and an person read them."];
  const lines = Array.from({ length: 150 }, (_, line) => sentences[line % 2].replace("%d", String(number + line)));
  return lines.join("\n\n");
}

const lint = await linters[name]();
const files = readdirSync(folder).slice(0, Number(count));
const texts = files.map((file, at) => (name === "harper" ? english(at) : readFileSync(join(folder, file), "utf8")));
await lint(texts[0]);
const began = process.hrtime.bigint();
let found = 0;
for (const text of texts) found += await lint(text);
const ms = Number(process.hrtime.bigint() - began) / 1e6;
console.log(JSON.stringify({ ms, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0), found }));
