// More hands for the driver: web views, the clipboard, Chinese input, the side bar, a second extension. Works on the object
// that launch() returns; knows nothing of what the extension should say.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { until } from './vscode.mjs';

/** The frame of the web view that holds an element. */
export function frameWith(v, selector) {
  return until(`a page with ${selector}`, async () => {
    for (const frame of v.page.frames()) {
      if (await frame.locator(selector).count().catch(() => 0)) {
        return frame;
      }
    }
    return undefined;
  });
}

/** Whole text of the document in front, as saved. */
export function textOf(v, name) {
  return readFileSync(join(v.folder, name), 'utf8');
}

/** The number of the first line (from 1) of a text that contains some words, and the line. */
export function lineWith(text, words) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(words));
  if (at < 0) {
    throw new Error(`no line with ${words}`);
  }
  return { number: at + 1, line: lines[at] };
}

/** Puts the cursor before some words of the file. */
export async function goToWords(v, text, line, words) {
  const found = lineWith(text, line);
  const at = found.line.indexOf(words);
  if (at < 0) {
    throw new Error(`no ${words} in ${found.line}`);
  }
  await v.goTo(found.number, width(found.line.slice(0, at)) + 1);
}

/** Columns on the screen; the box that goes to a line counts in them. */
export function width(text) {
  return [...text].reduce((sum, one) => sum + (one.codePointAt(0) > 0x2e7f || '“”…—①'.includes(one) ? 2 : 1), 0);
}

/** Throws unless two values are equal as JSON. */
export function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)?.slice(0, 600)}`);
  }
}

/** Puts a table into the clipboard, as a spreadsheet or a web page does. */
export async function copy(v, { plain, html }) {
  await v.page.bringToFront();
  await v.page.evaluate(
    async ([plainText, htmlText]) => {
      const parts = { 'text/plain': new Blob([plainText], { type: 'text/plain' }) };
      if (htmlText) parts['text/html'] = new Blob([htmlText], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    },
    [plain, html],
  );
}

/** Chinese input: letters that are being composed, then the characters that replace them. */
export class Composition {
  static async on(v) {
    return new Composition(await v.page.context().newCDPSession(v.page));
  }
  constructor(session) {
    this.session = session;
  }
  async letters(text) {
    for (let length = 1; length <= text.length; ++length) {
      await this.session.send('Input.imeSetComposition', { text: text.slice(0, length), selectionStart: length, selectionEnd: length });
    }
  }
  commit(text) {
    return this.session.send('Input.insertText', { text });
  }
  cancel() {
    return this.session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }
}

/** The rows of a view in the side bar, as one line of text each. */
export async function viewRows(v, title) {
  const pane = v.page.locator('.pane', { has: v.page.locator('.pane-header', { hasText: title }) }).first();
  const rows = await pane.locator('.monaco-list-row').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

/** Waits until a view has a row that contains the words. */
export function waitForRow(v, title, words) {
  return until(`a row ${words} in ${title}`, async () => (await viewRows(v, title)).find((row) => row.includes(words)));
}

/** The titles of an open context menu. */
export async function menuTitles(v) {
  const rows = v.page.locator('.context-view .monaco-menu .action-label');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((title) => title.trim()).filter((title) => title !== '');
}

/** Packs a small extension from its manifest and files, so that it can be installed beside ours. */
export function packExtension(folder, manifest, files) {
  const root = join(folder, manifest.name);
  const parts = {
    'extension/package.json': JSON.stringify(manifest),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`extension/${name}`, text])),
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>',
    'extension.vsixmanifest': `<?xml version="1.0" encoding="utf-8"?><PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011"><Metadata><Identity Language="en-US" Id="${manifest.name}" Version="${manifest.version}" Publisher="${manifest.publisher}"/><DisplayName>${manifest.name}</DisplayName><Description>test</Description></Metadata><Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/><Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets></PackageManifest>`,
  };
  for (const [name, text] of Object.entries(parts)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const vsix = `${root}.vsix`;
  const zip = 'import sys, pathlib, zipfile\nroot = pathlib.Path(sys.argv[1])\nwith zipfile.ZipFile(sys.argv[2], "w") as z:\n  [z.write(p, p.relative_to(root)) for p in root.rglob("*") if p.is_file()]';
  const { status, stderr } = spawnSync('python3', ['-c', zip, root, vsix], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return vsix;
}
