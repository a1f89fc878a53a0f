// Every command and view that the other stories do not run: what the palette, the menus, the views and the keys offer, and
// that the views tell their empty state, too. Also the complaints about hovers, marks while typing, work while idle.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameWith, goToWords, same, textOf, waitForRow } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const STATUS = 'nianbao.status';
const REPORT = '2025年政府信息公开工作年度报告.md';
const TICKS_PER_SECOND = 100;
// 年报 in GB18030, and a title as an old office writes it.
const OLD = { name: '2023年政府信息公开年报.txt', encode: 'import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode("utf-8").encode("gb18030"))' };

/** Runs the story; `text` is a report without errors. */
export async function deskStory({ steps, vsix, text, shots, gb18030 }) {
  const marked = text.replace('改版门户网站', '改版门户网站,优化检索').replace('| 1 | 2 | 0 | 28 |', '| 1 | 2 | 0 | 29 |');
  const blank = text.replace('| 2 | 1 | 0 | 0 | 0 | 0 | 3 |', '| 2 | 1 |  | 0 | 0 |  | 3 |');
  const files = {
    [REPORT]: marked,
    '空格信息公开年报.md': blank,
    '汇报材料.md': text,
    '附件一.md': text,
    '干净信息公开年报.md': text,
  };
  const v = await launch({ extensions: [vsix], files, locale: 'zh-cn', shots, size: { width: 1440, height: 900 } });
  const step = (title, body) => steps.step(`desk: ${title}`, body, (shot) => v.screenshot(shot));
  const view = async (title) => {
    if (!(await v.page.locator('.pane-header', { hasText: '年报检查' }).isVisible())) {
      await v.page.locator('.activitybar .action-label[aria-label="年报"]').click();
    }
    const header = v.page.locator('.pane-header', { hasText: title });
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  };
  const titleIcon = (name) => v.page.locator(`.editor-actions .action-label[aria-label*="${name}"]`).first();
  // The proposal is named after its report; saving it would ask for a name.
  const proposalGone = async () => {
    await titleIcon('采用').waitFor({ state: 'hidden' });
    await v.tab(REPORT);
  };
  const clean = () => until('no error', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
  const back = async (name) => {
    await v.open(name);
    await v.waitForStatus(STATUS, '年报');
  };
  try {
    await step('with no report open the views say what to do, with buttons', async () => {
      await view('年报检查');
      const welcome = v.page.locator('.welcome-view-content', { hasText: '打开或新建一份年报后' });
      await welcome.first().waitFor();
      for (const button of ['新建年度报告', '打开文件', '入门']) {
        await v.page.locator('.welcome-view-content a, .welcome-view-content .monaco-button', { hasText: button }).first().waitFor();
      }
      await view('条例');
      await v.page.locator('.welcome-view-content', { hasText: '条例全部条文' }).waitFor();
      await v.screenshot('desk-empty');
    });
    await step('no command is offered that would do nothing', async () => {
      const titles = (await v.commands('年报')).filter((title) => title.startsWith('年报'));
      for (const absent of ['导出为网页', '对齐本表', '采用', '下一格', '全部改正']) {
        same(titles.some((title) => title.includes(absent)), false, titles.join(' | '));
      }
      for (const present of ['新建年度报告', '查看日志', '入门', '复制技术支持信息', '重新启动检查服务']) {
        same(titles.some((title) => title.includes(present)), true, `${present}: ${titles.join(' | ')}`);
      }
    });
    await step('a Markdown file is checked by the command, another from the menu of the explorer', async () => {
      await v.open('汇报材料.md');
      await v.runCommand('按年报检查本文件');
      await until('the language', async () => (await v.language()) === '政府信息公开年报');
      await v.waitForStatus(STATUS, '勾稽 42/42');
      await v.press('Control+Shift+e');
      const file = v.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '附件一.md' });
      const entry = v.page.locator('.context-view .monaco-menu .action-label', { hasText: '按年报打开' });
      await until('the file from the menu', async () => {
        await file.click({ button: 'right', timeout: 10_000 });
        const opened = await v.choose(entry).then(() => v.tab('附件一.md', 10_000)).then(() => true, () => false);
        // A menu that is still open covers the window.
        if (!opened) await v.press('Escape');
        return opened;
      });
      await until('the language', async () => (await v.language()) === '政府信息公开年报');
    });
    await step('the view lists findings by part; a click goes there', async () => {
      await back(REPORT);
      await v.waitForStatus(STATUS, '1 错误');
      await view('年报检查');
      await waitForRow(v, '年报检查', '三、收到和处理');
      const row = v.page.locator('.pane .monaco-list-row', { hasText: '推算应为 28' }).first();
      await row.click();
      await until('the selected number', async () => /\(2 selected\)/.test(await v.page.locator('.statusbar-item[id="status.editor.selection"]').innerText()));
      await v.screenshot('desk-findings');
    });
    await step('by cause, and back by part', async () => {
      await v.page.locator('.pane-header', { hasText: '年报检查' }).hover();
      await v.page.locator('.action-label[aria-label*="按原因排列"]').click();
      await waitForRow(v, '年报检查', '数字核对');
      await v.page.locator('.pane-header', { hasText: '年报检查' }).hover();
      await v.page.locator('.action-label[aria-label*="按部分排列"]').click();
      await waitForRow(v, '年报检查', '三、收到和处理');
    });
    await step('all corrections are shown first; cancel leaves the file, accept is one undo', async () => {
      await back(REPORT);
      await v.runCommand('全部改正');
      await v.notification('将改正');
      await titleIcon('取消').click();
      await proposalGone();
      same(textOf(v, REPORT), marked, 'after cancelling');
      await v.runCommand('Notifications: Clear All Notifications');
      await v.runCommand('全部改正');
      await v.notification('将改正');
      await v.screenshot('desk-proposal');
      await titleIcon('采用').click();
      await proposalGone();
      const corrected = text.replace('改版门户网站', '改版门户网站，优化检索');
      await until('the corrections', async () => (await v.saved(REPORT)) === corrected);
      await v.undo(REPORT, marked);
      await v.runCommand('Notifications: Clear All Notifications');
    });
    await step('the view of the regulation lists 56 articles, where they are cited, and opens their pages', async () => {
      await back(REPORT);
      await view('条例');
      await waitForRow(v, '条例', '本报告引用');
      await waitForRow(v, '条例', '第五十条');
      await v.page.locator('.pane .monaco-list-row', { hasText: '第五十条' }).nth(1).click();
      await until('the citation', async () => (await v.page.locator('.statusbar-item[id="status.editor.selection"]').innerText()).includes('Ln 3,'));
      await v.page.locator('.pane-header', { hasText: '条例' }).hover();
      await v.page.locator('.pane-header', { hasText: '条例' }).locator('.action-label[aria-label*="刷新"]').click();
      await waitForRow(v, '条例', '本报告引用');
      const article = v.page.locator('.pane .monaco-list-row', { hasText: '第一条' }).first();
      await article.click();
      await v.waitForPage('第一条');
      await v.runCommand('View: Close Editor');
      await v.screenshot('desk-law');
    });
    await step('a citation leads to its article in the law as a text, with outline, links and peek', async () => {
      await back(REPORT);
      await goToWords(v, marked, '（以下简称《条例》）第五十条', '五十条');
      await v.press('F12');
      await v.tab('711.md');
      await v.waitForText('### 第五十条');
      // Without a selection the whole line of the cursor is copied.
      await until('the cursor on the article', async () => {
        await v.press('Control+c');
        return (await v.page.evaluate(() => navigator.clipboard.readText())).startsWith('### 第五十条');
      });
      await v.type('x');
      same(await v.page.locator('.tabs-container .tab.active.dirty').count(), 0, 'a law that can be written to');
      await until('links', async () => (await v.page.locator('.editor-instance .detected-link').count()) > 0);
      await v.quickInput('Control+Shift+o', '@第五十');
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: '第五十条' }).first().waitFor();
      await v.press('Escape');
      await v.screenshot('desk-law-text');
      await v.runCommand('View: Close Editor');
      await back(REPORT);
      await goToWords(v, marked, '（以下简称《条例》）第五十条', '五十条');
      await v.runCommand('Peek Definition');
      await v.page.locator('.peekview-widget .view-line', { hasText: '第五十条' }).first().waitFor();
      await v.screenshot('desk-law-peek');
      await v.press('Escape');
    });
    await step('blank cells are filled with 0 by one command', async () => {
      const name = '空格信息公开年报.md';
      await back(name);
      await goToWords(v, blank, '二、上年结转', '2 | 1');
      await v.waitForStatus('nianbao.cell', '上年结转');
      await v.runCommand('空格填 0');
      await until('zeros', async () => (await v.saved(name)) === text);
      await v.undo(name, blank);
    });
    await step('a kind is switched off for the folder, from the lightbulb', async () => {
      await back(REPORT);
      await goToWords(v, marked, '改版门户网站,优化', ',优化');
      await v.quickFix('不再检查此类');
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: '只在本文件夹中' }).click();
      const settings = await until('the setting', () => {
        try {
          return JSON.parse(readFileSync(join(v.folder, '.vscode/settings.json'), 'utf8'))['nianbao.rules'];
        } catch {
          return undefined;
        }
      });
      same(Object.values(settings), ['off'], JSON.stringify(settings));
      await until('the mark is gone', async () => !(await v.problems()).some((row) => row.includes(Object.keys(settings)[0])));
      await v.closePanel();
    });
    await step('Ctrl+K V opens the preview; hidden, or its file renamed, it is there again', async () => {
      await back('干净信息公开年报.md');
      await v.press('Control+k', 'v');
      let frame = await frameWith(v, '#report main');
      await frame.locator('table.t3').waitFor({ state: 'attached' });
      // Behind another file it is thrown away, and made again when it is looked at.
      const tab = v.page.locator('.tabs-container .tab', { hasText: '预览：' });
      await tab.click();
      await v.open('附件一.md');
      await tab.click();
      frame = await frameWith(v, '#report main');
      await frame.locator('table.t3').waitFor({ state: 'attached' });
      await v.page.locator('.tabs-container .tab[data-resource-name="干净信息公开年报.md"]').first().click();
      await v.press('Control+Shift+e');
      const file = v.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '干净信息公开年报.md' });
      await file.click();
      await v.press('F2');
      const box = v.page.locator('.explorer-folders-view input');
      await box.fill('改名信息公开年报.md');
      await box.press('Enter');
      await v.page.locator('.tabs-container .tab[data-resource-name="改名信息公开年报.md"]').first().waitFor();
      await back('改名信息公开年报.md');
      await v.page.locator('.tabs-container .tab', { hasText: '预览：改名' }).first().waitFor();
      await goToWords(v, text, '（四）平台建设', '改版');
      await v.page.keyboard.insertText('新近');
      frame = await frameWith(v, '#report main');
      await frame.locator('p', { hasText: '新近改版' }).first().waitFor();
      await v.press('Control+z');
      await v.saved('改名信息公开年报.md', text);
    });
    await step('the log can be read, and what is copied for the technicians names no path and no text', async () => {
      await v.runCommand('复制技术支持信息');
      const copied = await until('the clipboard', async () => {
        const words = await v.page.evaluate(() => navigator.clipboard.readText());
        return words.includes('nianbao:') ? words : undefined;
      });
      same(/\/|工作区|年度报告/.test(copied.replace(/^editor:.*$/m, '')), false, copied);
      await v.runCommand('查看日志');
      await v.page.locator('.part.panel .output-view, .part.panel [id*="output"], .part.panel .view-lines').first().waitFor();
      await v.press('Control+j');
    });
    await step('a file in GB18030 is noticed, and the command offers the encodings', async () => {
      writeFileSync(join(v.folder, OLD.name), gb18030(text, OLD.encode));
      await v.open(OLD.name);
      await v.page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      await v.page.locator('.hover-language-status', { hasText: 'GB18030' }).first().waitFor();
      await v.runCommand('换一种编码重新打开');
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reopen with Encoding' }).click();
      const input = v.page.locator('.quick-input-widget:visible input[type=text]');
      await input.fill('GB18030');
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: 'GB18030' }).first().click();
      await v.waitForText('云岭市水利局');
      await v.waitForStatus(STATUS, '勾稽 42/42');
    });
    await step('over a number that is right stand at most three lines', async () => {
      await back('改名信息公开年报.md');
      await goToWords(v, text, '（一）予以公开', '21 |');
      const place = await v.placeOf('21 | 4');
      const box = await v.hover({ ...place, width: 12 }, '予以公开');
      const lines = (await box.innerText()).split('\n').filter((line) => line.trim() !== '');
      await v.screenshot('desk-hover');
      await v.press('Escape');
      same(lines.length <= 3, true, lines.join(' / '));
    });
    await step('a number that is being typed is not marked until the keys rest, and undo leaves no mark', async () => {
      await goToWords(v, text, '（一）予以公开', '21 |');
      await v.press('ArrowRight', 'ArrowRight');
      let early = 0;
      const end = Date.now() + 2400;
      for (let digit = 0; Date.now() < end; digit = (digit + 1) % 10) {
        await v.type(String(digit));
        early += (await v.squiggles()).filter(({ severity, width }) => severity === 'error' && width > 0).length;
        await v.page.waitForTimeout(150);
      }
      same(early, 0, 'marks while typing');
      await v.waitForStatus(STATUS, '错误');
      await until('the old text', async () => {
        await v.press('Control+z');
        return (await v.saved('改名信息公开年报.md')) === text;
      });
      await clean();
      await v.waitForSquiggles(0);
    });
    await step('the checker does next to nothing while one types, and nothing at all when nobody does', async () => {
      const [server] = v.processes(v.root, 'lsp --stdio');
      const ticks = () => {
        const fields = readFileSync(`/proc/${server}/stat`, 'utf8').split(') ')[1].split(' ');
        return Number(fields[11]) + Number(fields[12]);
      };
      await goToWords(v, text, '（四）平台建设', '改版');
      const begin = ticks();
      const started = Date.now();
      for (let key = 0; key < 60; ++key) {
        await v.type('新');
        await v.page.waitForTimeout(120);
      }
      const share = (100 * (ticks() - begin)) / TICKS_PER_SECOND / ((Date.now() - started) / 1000);
      console.log(`     the checker while typing: ${share.toFixed(1)} % of a core`);
      same(share < 25, true, `${share} %`);
      await until('the old text', async () => {
        await v.press('Control+z');
        return (await v.saved('改名信息公开年报.md')) === text;
      });
      await v.waitForStatus(STATUS, '勾稽 42/42');
      // The editor asks for colours, hints and lenses some time after the last key.
      await until('four seconds of rest', async () => {
        const rest = ticks();
        await v.page.waitForTimeout(4000);
        return ticks() - rest <= 1;
      }, 20_000);
      const rest = ticks();
      await v.page.waitForTimeout(6000);
      same(ticks() - rest <= 1, true, `${ticks() - rest} ticks while idle`);
    });
    await step('no pop-up came by itself, nothing left the machine', async () => same([...(await v.notifications()), ...v.refused], [], 'seen'));
  } finally {
    await v.close();
  }
}
