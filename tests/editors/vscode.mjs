// Drives a real VS Code (code-server in Chromium) as a person does: by keys, the mouse and what is on the screen. Stories
// import launch() and use the object it returns; nothing here knows what the extension should say.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const WAIT = Number(process.env.NIANBAO_EDITORS_WAIT ?? 60) * 1000;
const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** The folder that setup.sh filled. */
function home() {
  const folder = process.env.NIANBAO_EDITORS_HOME;
  if (!folder || !existsSync(folder)) {
    throw new Error('NIANBAO_EDITORS_HOME names no folder: run through run.sh');
  }
  return folder;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function until(what, probe, timeout = WAIT) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${timeout / 1000} s for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Quiet: nothing opens, asks or calls home by itself. VS Code reads settings of machine scope from the second file only.
function writeSettings(root, values) {
  const text = JSON.stringify({
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'window.commandCenter': false,
    'telemetry.telemetryLevel': 'off',
    'files.autoSave': 'off',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    ...values,
  });
  for (const place of ['User', 'Machine']) {
    mkdirSync(join(root, 'data', place), { recursive: true });
    writeFileSync(join(root, 'data', place, 'settings.json'), text);
  }
}

/**
 * Starts VS Code with the extensions given (paths of .vsix files) on a new folder that holds `files` ({name: text}).
 * `settings` are the user's; `locale` is for instance zh-cn; `shots` is the folder for screenshots.
 */
export async function launch({ extensions, files, settings = {}, locale, shots, size = { width: 1280, height: 800 }, environment = {} }) {
  const root = mkdtempSync(join(tmpdir(), 'nianbao-editor-'));
  const folder = join(root, '年报 工作区');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(root, 'config.yaml'), '');
  writeSettings(root, settings);
  if (locale !== undefined) {
    // A language pack without texts: VS Code itself stays English, extensions speak the language.
    const pack = join(root, 'pack.json');
    writeFileSync(join(root, 'data', 'User', 'argv.json'), JSON.stringify({ locale }));
    writeFileSync(pack, JSON.stringify({ version: '1.0.0', contents: {} }));
    const extension = { extensionIdentifier: { id: 'nianbao-test.language' }, version: '1.0.0' };
    const packs = { [locale]: { hash: 'empty', extensions: [extension], translations: { vscode: pack }, label: locale } };
    writeFileSync(join(root, 'data', 'languagepacks.json'), JSON.stringify(packs));
  }
  const port = await freePort();
  const entry = join(home(), 'node_modules/code-server/out/node/entry.js');
  const common = ['--user-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions'), '--config', join(root, 'config.yaml')];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...environment };
  for (const extension of extensions) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...common, '--install-extension', extension, '--force'], { env, encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`installing ${basename(extension)}: ${stdout}${stderr}`);
    }
  }
  const started = Date.now();
  const flags = ['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
  const server = spawn(process.execPath, [entry, ...common, ...flags, ...(locale ? ['--locale', locale] : [])], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  server.stdout.on('data', (text) => (output += text));
  server.stderr.on('data', (text) => (output += text));
  let context;
  const close = async () => {
    await context?.close().catch(() => undefined);
    const exited = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGTERM')) {
      const hard = setTimeout(() => server.kill('SIGKILL'), 3000);
      await exited;
      clearTimeout(hard);
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await until('code-server', () => fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false)).catch((error) => {
      throw new Error(`${error.message}\n${output}`);
    });
    const { chromium } = createRequire(join(home(), 'package.json'))('playwright-core');
    context = await chromium.launchPersistentContext(join(root, 'browser'), {
      executablePath: process.env.NIANBAO_CHROMIUM ?? '/usr/bin/chromium',
      viewport: size,
      locale: locale === undefined ? 'en-US' : 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const refused = [];
    await context.route(
      (url) => url.hostname !== '127.0.0.1',
      (route) => {
        refused.push(route.request().url());
        return route.abort();
      },
    );
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: WAIT });
    return new VsCode({ page, folder, root, shots, close, refused, startMs: Date.now() - started });
  } catch (error) {
    await close();
    throw error;
  }
}

class VsCode {
  constructor(parts) {
    Object.assign(this, parts);
  }

  // Keys and commands

  /** Replaces the user's settings, as if edited by hand. */
  settings(values) {
    writeSettings(this.root, values);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Opens the box that a key stands for; a key can be lost while another widget closes, so it is pressed again. */
  async quickInput(key, text) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await until(`the box of ${key}`, async () => {
      await this.press(key);
      return input.fill(text, { timeout: 5000 }).then(() => true, () => false);
    });
  }

  /** Picks the row with some words in the box of a key. The list may not be complete yet, so it is asked again. */
  async pick(key, text, words) {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
    await until(`a row ${words}`, async () => {
      await this.quickInput(key, text);
      const picked = await row.click({ timeout: 5000 }).then(() => true, () => false);
      if (!picked) await this.press('Escape');
      return picked;
    });
  }

  runCommand(title) {
    return this.pick('F1', `>${title}`, title);
  }

  /** Titles that the command palette offers for a word. */
  async commands(word) {
    await this.quickInput('F1', `>${word}`);
    await this.page.waitForTimeout(500);
    const titles = await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
    await this.press('Escape');
    return titles.map((title) => title.replace(/\s+/g, ' ').trim());
  }

  /** Opens a file of the folder and waits for its text. */
  async open(name) {
    // A list that is still being sorted can move under the pointer, so it is asked again.
    await until(`the file ${name}`, async () => {
      await this.pick('Control+p', name, name);
      return this.tab(name, 10_000).then(() => true, () => false);
    });
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor({ timeout: WAIT });
  }

  /** Waits until the tab in front has this name. */
  tab(name, timeout = WAIT) {
    // A preview is named after its file, too.
    return this.page.locator(`.tabs-container .tab.active[data-resource-name*="${name}"]`).first().waitFor({ timeout });
  }

  async goTo(line, column = 1) {
    await this.quickInput('Control+g', `:${line}:${column}`);
    await this.page.locator('.quick-input-widget:visible input[type=text]').press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Saves and gives the whole text of the file, as soon as it is `expected`, or else what it is after some time. */
  async saved(name, expected) {
    const read = () => readFileSync(join(this.folder, name), 'utf8');
    const dirty = this.page.locator('.tabs-container .tab.active.dirty');
    // A proposal in front is no file: saving it would ask for a name.
    const proposal = this.page.locator('.editor-instance .monaco-diff-editor:visible');
    await until('the text in front', async () => (await proposal.count()) === 0);
    // A key can be lost while a menu closes, so it is pressed again.
    for (let time = 0; time < 5; ++time) {
      await this.press('Control+s');
      const done = async () => (expected === undefined ? !(await dirty.count()) : read() === expected);
      if (await until('the file', done, 3000).catch(() => false)) {
        break;
      }
    }
    return read();
  }

  /** One undo leads from what the file is now to `before`. A key that was lost changed nothing and is pressed again. */
  async undo(name, before) {
    const now = await this.saved(name);
    await until(`the undo in ${name}`, async () => {
      await this.press('Control+z');
      const text = await this.saved(name, before);
      if (text !== before && text !== now) {
        throw new Error(`one undo led to ${text.slice(0, 600)}`);
      }
      return text === before;
    });
  }

  // What is to be seen

  /** The lines in sight, from top to bottom. Inlay hints are part of them. */
  lines() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.editor-instance .view-lines .view-line')]
        .map((line) => ({ top: parseFloat(line.style.top), text: line.textContent.replaceAll('\u00a0', ' ') }))
        .sort((left, right) => left.top - right.top)
        .map(({ text }) => text),
    );
  }

  waitForText(text) {
    return until(`the text ${text}`, async () => (await this.lines()).some((line) => line.includes(text)));
  }

  /** The same for words that may be wrapped over lines of the screen. */
  waitForWords(words) {
    return until(`the words ${words}`, async () => (await this.lines()).join('').includes(words));
  }

  /** Confirms the place that the box for saving proposes. */
  async acceptSave() {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await until('the box for saving', async () => (await input.count()) > 0 && (await input.first().inputValue()).startsWith('/'));
    await input.first().press('Enter');
  }

  /** The marks in sight: severity and place on the screen. */
  squiggles() {
    return this.page.evaluate(
      (severities) =>
        severities.flatMap((severity) =>
          [...document.querySelectorAll(`.editor-instance .squiggly-${severity}`)].map((mark) => {
            const { x, y, width, height } = mark.getBoundingClientRect();
            return { severity, x, y, width, height };
          }),
        ),
      SEVERITIES,
    );
  }

  /** Waits until exactly `count` marks of a severity are in sight, and gives them. */
  waitForSquiggles(count, severity = 'error') {
    return until(`${count} marks (${severity})`, async () => {
      const marks = (await this.squiggles()).filter((mark) => mark.severity === severity && mark.width > 0);
      return marks.length === count ? (count === 0 ? true : marks) : undefined;
    });
  }

  /** Where a text stands on the screen (its first place in sight). */
  placeOf(text) {
    return until(`the place of ${text}`, () =>
      this.page.evaluate((wanted) => {
        for (const line of document.querySelectorAll('.editor-instance .view-lines .view-line')) {
          const nodes = [];
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const at = nodes.map((node) => node.data).join('').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const find = (offset) => {
            let rest = offset;
            for (const node of nodes) {
              if (rest <= node.data.length) return [node, rest];
              rest -= node.data.length;
            }
            return undefined;
          };
          const range = document.createRange();
          range.setStart(...find(at));
          range.setEnd(...find(at + wanted.length));
          // The end of the text before is part of the range, without width.
          const rects = [...range.getClientRects()];
          const { x, y, width, height } = rects.find((rect) => rect.width > 0) ?? rects[0];
          return { x, y, width, height };
        }
        return undefined;
      }, text),
    );
  }

  /** The hover at a place (as from placeOf or squiggles) that contains `expected`. Leave it with press('Escape'). */
  async hover(place, expected = '') {
    await this.page.mouse.move(5, 5);
    await this.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 4 });
    const box = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    await box.waitFor({ timeout: WAIT });
    await until('the end of Loading', async () => !(await box.innerText()).includes('Loading...'));
    return box;
  }

  /** The titles in the quick-fix menu at the cursor; the menu stays open. */
  async fixes() {
    return until('quick fixes', async () => {
      await this.press('Control+.');
      const rows = this.page.locator('.action-widget:visible .monaco-list-row.action');
      const appeared = await rows.first().waitFor({ timeout: 1500 }).then(() => true, () => false);
      if (!appeared) {
        await this.press('Escape');
        return undefined;
      }
      return rows.allInnerTexts();
    });
  }

  /** Applies, by keyboard alone, the quick fix at the cursor whose title contains `title`. */
  async quickFix(title) {
    const titles = await this.fixes();
    const at = titles.findIndex((text) => text.includes(title));
    if (at < 0) {
      throw new Error(`no quick fix ${title} among ${titles.join(' | ')}`);
    }
    for (let step = 0; step < titles.length; ++step) {
      const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
      if (((await focused.count()) ? await focused.first().innerText() : '').includes(title)) {
        break;
      }
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    await until('the end of the menu', async () => !(await this.page.locator('.action-widget:visible').count()));
    return titles;
  }

  /** The rows of the Problems panel. */
  /** Rows of the Problems view; those of one file where it is named, as the view draws only what is in sight. */
  async problems(file = '') {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.press('Control+Shift+m');
      await this.page.locator('.markers-panel').waitFor({ timeout: WAIT });
    }
    if (file === '') {
      await this.page.waitForTimeout(300);
      return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
    }
    const filter = this.page.locator('.part.panel input[placeholder^="Filter"]').first();
    await filter.fill(file);
    await this.page.waitForTimeout(700);
    const texts = await rows.allInnerTexts();
    await filter.fill('');
    return texts.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  async closePanel() {
    if (await this.page.locator('.part.panel').isVisible()) {
      await this.press('Control+j');
    }
  }

  /** Text and spoken label of a status bar item, found by the id of the extension's item. */
  async statusItem(id) {
    const item = this.page.locator(`.statusbar-item[id*="${id}"]`).first();
    if (!(await item.isVisible())) {
      return undefined;
    }
    return {
      text: (await item.innerText()).trim(),
      label: await item.evaluate((node) => node.getAttribute('aria-label') ?? node.querySelector('[aria-label]')?.getAttribute('aria-label')),
      icon: await item.evaluate((node) => node.querySelector('.codicon')?.className ?? ''),
    };
  }

  waitForStatus(id, text) {
    return until(`the status ${text}`, async () => {
      const item = await this.statusItem(id);
      return item?.text.includes(text) ? item : undefined;
    });
  }

  /** The language that the status bar names for the editor in front. */
  language() {
    return this.page.locator('.statusbar-item[id="status.editor.mode"]').innerText();
  }

  /** The texts of the web views in sight (a Markdown page is one). */
  async webviews() {
    const texts = await Promise.all(this.page.frames().slice(1).map((frame) => frame.locator('body').innerText().catch(() => '')));
    return texts.filter((text) => text.trim() !== '' && !text.includes('function'));
  }

  /** Waits until a web view shows a text. */
  waitForPage(text) {
    return until(`a page with ${text}`, async () => (await this.webviews()).find((page) => page.includes(text)));
  }

  /** Processes whose command line contains all of the words. */
  processes(...words) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
          return words.every((word) => line.includes(word));
        } catch {
          return false;
        }
      });
  }

  notifications() {
    return this.page.locator('.notification-toast').allInnerTexts();
  }

  /** Chooses from a menu that was just opened. A menu takes no click in its first moments, and stays open then. */
  async choose(entry) {
    await entry.hover({ timeout: 10_000 });
    await this.page.waitForTimeout(300);
    await entry.click({ timeout: 10_000 });
    await entry.waitFor({ state: 'hidden', timeout: 10_000 });
  }

  async notification(text) {
    const toast = this.page.locator('.notification-toast', { hasText: text }).first();
    await toast.waitFor({ timeout: WAIT });
    return toast;
  }

  async screenshot(name) {
    if (this.shots) {
      mkdirSync(this.shots, { recursive: true });
      await this.page.screenshot({ path: join(this.shots, `${name}.png`) });
    }
  }
}

/** Runs named steps in order, prints each, and the closing line. A step that fails does not stop the next. */
export class Steps {
  passed = 0;
  failed = 0;
  skipped = 0;

  async step(name, body, onFailure) {
    const started = Date.now();
    try {
      await body();
      ++this.passed;
      console.log(`ok   ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      this.fail(name, error);
      await onFailure?.(`failed-${this.failed}`);
    }
  }

  fail(name, error) {
    ++this.failed;
    console.log(`FAIL ${name}\n     ${String(error?.message ?? error).replaceAll('\n', '\n     ')}`);
  }

  skip(name, reason) {
    ++this.skipped;
    console.log(`skip ${name}: ${reason}`);
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed${this.skipped ? `, ${this.skipped} skipped` : ''}`);
    process.exitCode = this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}
