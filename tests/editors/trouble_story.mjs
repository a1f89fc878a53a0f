// What goes wrong in offices: odd names and encodings, files that may not be changed, huge reports, several folders, a
// checker that dies. The text must never suffer.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goToWords, same } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const STATUS = 'nianbao.status';
const REPORT = '2025年政府信息公开工作年度报告.md';
const PLACE = '工作 资料/2025年报（终稿）#1+100%';
const HUGE_BYTES = 1_000_000;
const KILLS = 6;

/** Runs the story; `text` has one wrong total. */
export async function troubleStory({ steps, vsix, text, shots }) {
  const filler = '（六）其他。全年围绕重点工作公开信息，及时回应群众关切，按季度通报各科室公开情况。\n\n';
  const huge = text.replace('## 二、', `${filler.repeat(Math.ceil(HUGE_BYTES / Buffer.byteLength(filler)))}## 二、`);
  const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
  const files = { [REPORT]: text, '2023年政府信息公开年报.TXT': text, '2022年政府信息公开年报.md': windows, '只读信息公开年报.md': text, '大信息公开年报.md': huge };
  const settings = { 'files.readonlyInclude': { '**/只读*': true } };
  const v = await launch({ extensions: [vsix], files, locale: 'zh-cn', shots, settings });
  const step = (title, body) => steps.step(`trouble: ${title}`, body, (shot) => v.screenshot(shot));
  const servers = () => v.processes(v.root, 'lsp --stdio');
  try {
    await step('a name in capitals and a path with spaces, brackets, #, % and + are checked', async () => {
      await v.open('2023年政府信息公开年报.TXT');
      await v.waitForStatus(STATUS, '1 错误');
      mkdirSync(join(v.folder, PLACE), { recursive: true });
      writeFileSync(join(v.folder, PLACE, '终稿信息公开年报.md'), text);
      await v.open('终稿信息公开年报.md');
      await v.waitForStatus(STATUS, '1 错误');
    });
    await step('saving changes no byte: not the mark at the beginning, not the line ends', async () => {
      const name = '2022年政府信息公开年报.md';
      await v.open(name);
      await v.waitForStatus(STATUS, '1 错误');
      await v.goTo(7, 1);
      await v.type('x');
      await v.press('Backspace');
      same(await v.saved(name, windows), windows, 'after saving');
    });
    await step('a file that may not be changed is checked and stays as it is', async () => {
      const name = '只读信息公开年报.md';
      await v.open(name);
      await v.waitForStatus(STATUS, '1 错误');
      await goToWords(v, text, '（一）予以公开', '21 |');
      await v.press('Alt+=', 'Tab', 'Enter');
      await v.page.waitForTimeout(500);
      same(readFileSync(join(v.folder, name), 'utf8'), text, 'the file');
      same(await v.page.locator('.tabs-container .tab.active.dirty').count(), 0, 'changed in the editor');
    });
    await step('a report of one megabyte is typed in without waiting', async () => {
      await v.open('大信息公开年报.md');
      await v.waitForStatus(STATUS, '1 错误');
      await v.goTo(7, 1);
      const begin = Date.now();
      await v.type('0123456789');
      await v.waitForText('0123456789');
      const took = Date.now() - begin;
      console.log(`     ten characters in a report of 1 MB: ${took} ms`);
      same(took < 10_000, true, `${took} ms`);
      await v.waitForStatus(STATUS, '1 错误');
      await until('the old text', async () => {
        await v.press('Control+z');
        return (await v.saved('大信息公开年报.md')) === huge;
      });
    });
    await step('a checker that dies again and again is given up in words; the text is whole, one click brings it back', async () => {
      await v.open(REPORT);
      await v.waitForStatus(STATUS, '1 错误');
      for (let time = 0; time < KILLS; ++time) {
        const [server] = await until('a server', async () => (servers().length > 0 ? servers() : (await v.statusItem(STATUS))?.text.includes('检查已停止') ? [0] : undefined));
        if (server === 0) break;
        process.kill(server, 'SIGKILL');
        await until('its end', () => !servers().includes(server));
      }
      await v.waitForStatus(STATUS, '检查已停止');
      await v.notification('检查服务多次中断');
      // The old marks stay, in grey: they are of an earlier text.
      await goToWords(v, text, '（一）予以公开', '21 |');
      await v.page.locator('.editor-instance .squiggly-inline-unnecessary').first().waitFor();
      await v.waitForSquiggles(0);
      await v.screenshot('trouble-stopped');
      await v.goTo(7, 1);
      await v.type('abc');
      await v.waitForText('abc2025年');
      await v.press('Backspace', 'Backspace', 'Backspace');
      same(await v.saved(REPORT, text), text, 'the text');
      await v.page.locator(`.statusbar-item[id*="${STATUS}"] a`).first().click();
      await v.waitForStatus(STATUS, '1 错误');
      await v.runCommand('Notifications: Clear All Notifications');
    });
    await step('two folders in one window are both checked', async () => {
      const other = join(v.root, '另一个单位');
      mkdirSync(other, { recursive: true });
      writeFileSync(join(other, '2024年政府信息公开工作年度报告.md'), text);
      const file = join(v.root, '两个.code-workspace');
      writeFileSync(file, JSON.stringify({ folders: [{ path: v.folder }, { path: other }] }));
      const { origin } = new URL(v.page.url());
      await v.page.goto(`${origin}/?workspace=${encodeURIComponent(file)}`);
      // The window may come up before the editor's own server has read the file of folders, and then shows none.
      for (let time = 0; time < 3; ++time) {
        await v.page.locator('.monaco-workbench .part.statusbar').waitFor();
        const folders = v.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '另一个单位' });
        if (await folders.first().waitFor({ timeout: 15_000 }).then(() => true, () => false)) break;
        await v.page.reload();
      }
      for (const name of [REPORT, '2024年政府信息公开工作年度报告.md']) {
        await v.open(name);
        await v.waitForStatus(STATUS, '1 错误');
      }
      same(servers().length, 1, 'servers');
    });
  } finally {
    await v.close();
  }
}
