// Tables as people edit them: keys, alignment, sums, pasting, menus, and other extensions that want the same keys.

import { join } from 'node:path';
import { Composition, copy, goToWords, lineWith, menuTitles, packExtension, same, textOf, width } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const CELL = 'nianbao.cell';

// Binds Tab and Enter as the well-known Markdown table extensions do.
const rival = {
  name: 'rival-tables', publisher: 'nianbao-test', version: '1.0.0', engines: { vscode: '^1.91.0' }, main: './main.js', activationEvents: ['onLanguage:markdown'],
  contributes: {
    commands: ['next', 'row'].map((name) => ({ command: `rival.${name}`, title: `rival ${name}` })),
    keybindings: [
      { command: 'rival.next', key: 'tab', when: 'editorTextFocus && !editorReadonly && editorLangId == markdown' },
      { command: 'rival.row', key: 'enter', when: 'editorTextFocus && !editorReadonly && editorLangId =~ /^(markdown|quarto|mdx)$/' },
    ],
  },
};
const rivalMain = `const vscode = require('vscode');
exports.activate = () => ['next', 'row'].forEach((name) => vscode.commands.registerCommand('rival.' + name, () =>
  vscode.window.activeTextEditor.edit((edit) => edit.insert(vscode.window.activeTextEditor.selection.active, '[rival]'))));`;

/** Runs the story on a report without errors. */
export async function tableStory({ steps, vsix, report, text, shots, scratch, settings = {} }) {
  const broken = text.replace('| 1 | 2 | 0 | 28 |', '| 1 | 2 | 0 | 29 |').replace('| 2 | 1 | 0 | 0 | 0 | 0 | 3 |', '| 2 | 1 | 0 | 0 | 0 | 0 |  |');
  const three = text.split('\n').filter((line) => /^\|.*(?:\| \d+ ){7}\|$/.test(line) && /[一-龥]/.test(line));
  const empty = text.split('\n').map((line) => (three.includes(line) ? line.replace(/\| \d+ (?=\|)/g, '| 0 ').replace(/\| \d+ (?=\|)/g, '| 0 ') : line)).join('\n');
  const files = { [report]: text, '合计信息公开年报.md': broken, '粘贴信息公开年报.md': empty, '别的表.md': '# 别的\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n' };
  const extensions = [vsix, packExtension(scratch, rival, { 'main.js': rivalMain })];
  const v = await launch({ extensions, files, settings, locale: 'zh-cn', shots });
  const step = (title, body) => steps.step(`tables: ${title}`, body, (shot) => v.screenshot(shot));
  const cell = (words) => v.waitForStatus(CELL, words);
  try {
    await step('one command aligns this table and nothing else, one undo takes it back', async () => {
      await v.open(report);
      await goToWords(v, text, '| 行政规范性文件', '3 |');
      await v.waitForStatus('nianbao.status', '年报');
      await v.runCommand('对齐本表');
      const aligned = await until('aligned lines', async () => ((await v.lines()).some((line) => /^\| 规章 {3,}\| 0 {3,}\|/.test(line)) ? v.saved(report) : undefined));
      const bars = aligned.split('\n').slice(...range(aligned, '第二十条第（一）项')).map(width);
      if (new Set(bars).size !== 1) {
        throw new Error(`widths ${bars}`);
      }
      same(outside(aligned), outside(text), 'other lines changed');
      await v.screenshot('table-aligned');
    });
    await step('Tab, Shift+Tab and Enter move between figures, and the status bar names the cell', async () => {
      await goToWords(v, textOf(v, report), '| 规章', '| 0').then(() => v.press('ArrowRight', 'ArrowRight'));
      await cell('规章 · 本年制发件数');
      await v.press('Tab');
      await cell('规章 · 本年废止件数');
      await v.press('Tab', 'Tab');
      await cell('行政规范性文件 · 本年制发件数');
      await v.press('Shift+Tab');
      await cell('规章 · 现行有效件数');
      await v.press('Enter');
      await cell('行政规范性文件 · 现行有效件数');
      await v.screenshot('table-cell');
    });
    await step('typing keeps the aligned table aligned, and undo takes both back', async () => {
      const before = textOf(v, report);
      await v.type('123456789012345');
      const after = await until('a wider column', async () => ((await v.lines()).some((line) => /行政规范性文件 +\| 3 +\| 1 {12,}\| 123456789012345 \|/.test(line)) ? v.saved(report) : undefined));
      same(new Set(after.split('\n').slice(...range(after, '第二十条第（一）项')).map(width)).size, 1, 'aligned widths');
      await until('the old text', async () => {
        await v.press('Control+z');
        return (await v.saved(report)) === before;
      });
    });
    await step('Chinese input in a cell is left alone until it ends', async () => {
      await goToWords(v, textOf(v, report), '| 规章', '章');
      await v.press('ArrowRight');
      const composition = await Composition.on(v);
      const before = (await v.lines()).filter((line) => !line.includes('规章'));
      await composition.letters('caogao');
      await v.page.waitForTimeout(500);
      same((await v.lines()).filter((line) => !line.includes('规章')), before, 'edited during the composition');
      await composition.commit('草稿');
      await v.waitForText('规章草稿');
      await v.press('Tab');
      await cell('规章草稿 · 本年制发件数');
      const after = await v.saved(report);
      same(new Set(after.split('\n').slice(...range(after, '第二十条第（一）项')).map(width)).size, 1, 'aligned widths');
      same(after.split('规章草稿').length, 2, 'times committed');
    });
    await step('punctuation from an input method is typed once', async () => {
      await goToWords(v, textOf(v, report), '改版门户网站', '改版');
      const composition = await Composition.on(v);
      await composition.letters('。');
      await composition.commit('。');
      await v.waitForText('。改版');
      same((await v.lines()).find((line) => line.includes('改版门户')).split('。改版').length, 2, 'once');
    });
    await step('one key sets the totals of the table, one undo takes them back', async () => {
      const name = '合计信息公开年报.md';
      await v.open(name);
      await goToWords(v, broken, '二、上年结转', '2 | 1');
      await v.waitForStatus('nianbao.status', '错误');
      await v.press('End', 'ArrowLeft', 'ArrowLeft', 'Alt+=');
      await until('both totals', async () => {
        const lines = await v.lines();
        return lines.some((line) => /予以公开.*\| 28\s*\|/.test(line)) && lines.some((line) => /上年结转.*\| 0\s*\| 3\s*\|/.test(line));
      });
      await v.screenshot('table-sum');
      await v.undo(name, broken);
    });
    await pasteSteps({ v, step, text, empty });
    await menuSteps({ v, step, report });
    await step('in Markdown the other extension has the keys, in a report it has not', async () => {
      await v.open('别的表.md');
      await v.goTo(5, 3);
      await v.press('Tab');
      await v.waitForText('[rival]');
      await v.press('Control+z');
      await v.open('粘贴信息公开年报.md');
      await goToWords(v, textOf(v, '粘贴信息公开年报.md'), '| 规章', '| 0').then(() => v.press('ArrowRight', 'ArrowRight'));
      // The keys are the table's from when the status bar names the cell.
      await cell('规章 · 本年制发件数');
      await v.press('Tab');
      await cell('规章 · 本年废止件数');
      await v.press('Enter');
      await cell('行政规范性文件 · 本年废止件数');
      same((await v.lines()).some((line) => line.includes('[rival]')), false, 'rival text in a report');
    });
    await step('Tab in the text indents, and with the setting off also in a table', async () => {
      await v.goTo(7, 1);
      await v.press('Tab');
      await until('an indent', async () => (await v.lines()).some((line) => /^\s{2,}2025年/.test(line)));
      await v.press('Control+z');
      v.settings({ ...settings, 'nianbao.table.keys': false });
      await v.page.waitForTimeout(1500);
      await goToWords(v, textOf(v, '粘贴信息公开年报.md'), '| 规章', '| 0').then(() => v.press('ArrowRight', 'ArrowRight', 'Tab'));
      await until('spaces in the cell', async () => (await v.lines()).some((line) => /\| 规章 \| {2,}0/.test(line)));
      await v.press('Control+z');
    });
  } finally {
    await v.close();
  }
}

async function pasteSteps({ v, step, text, empty }) {
  const name = '粘贴信息公开年报.md';
  const rows = text.split('\n').slice(...range(text, '自然人')).filter((line) => !line.includes('---')).map((line) => line.split('|').slice(1, -1).map((one) => one.trim()));
  const filled = async () => {
    await until('the filled table', async () => (await v.lines()).some((line) => line.includes('| 21 | 4 | 0 | 1 | 2 | 0 | 28 |')));
    same(await v.saved(name, text), text, 'the filled report');
    await v.undo(name, empty);
  };
  const accept = async (says) => {
    const toast = await v.notification(says);
    await v.screenshot('table-paste');
    await toast.locator('.monaco-button', { hasText: '采用' }).click();
    await v.tab(name);
  };
  await step('a table from a spreadsheet is filled in after it was shown, one undo takes it back', async () => {
    await v.open(name);
    await goToWords(v, empty, '（一）予以公开', '0 |');
    await copy(v, { plain: rows.map((row) => row.join('\t')).join('\r\n') });
    await v.runCommand('粘贴为法定表格');
    await accept('已识别 25 行，175 格全部读取');
    await filled();
  });
  await step('a table from a word processor, with merged cells, is offered when it is pasted', async () => {
    await goToWords(v, empty, '（一）予以公开', '0 |');
    const html = `<table>${rows.map((row) => `<tr>${row.map((one) => `<td><p class=MsoNormal>${one}<o:p></o:p></p></td>`).join('')}</tr>`).join('')}</table>`;
    await copy(v, { plain: rows.map((row) => row.join('\t')).join('\r\n'), html });
    await v.press('Control+v');
    const widget = v.page.locator('.post-edit-widget .monaco-button, .post-edit-widget a').first();
    await widget.waitFor();
    await widget.click();
    await v.page.locator('.action-widget .monaco-list-row', { hasText: '粘贴为法定表格' }).click();
    await accept('175 格全部读取');
    await until('the filled table', async () => (await v.lines()).some((line) => line.includes('| 21 | 4 | 0 | 1 | 2 | 0 | 28 |')));
    same(await v.saved(name, text), text, 'the filled report');
    await until('the empty table', async () => {
      await v.press('Control+z');
      return (await v.saved(name)) === empty;
    });
  });
}

async function menuSteps({ v, step }) {
  const open = async (words) => {
    const { x, y, width: wide, height } = await v.placeOf(words);
    await v.page.mouse.click(x + wide / 2, y + height / 2, { button: 'right' });
    const menu = v.page.locator('.context-view .monaco-menu .action-item', { hasText: '年报' }).first();
    await menu.waitFor();
    await menu.hover();
    await v.page.locator('.monaco-submenu .action-label', { hasText: '提交前检查' }).waitFor();
    return menuTitles(v);
  };
  await step('the menu of a table has at most seven entries, and stands only in a table', async () => {
    await goToWords(v, textOf(v, '粘贴信息公开年报.md'), '| 行政规范性文件', '行政');
    const inside = await open('行政规范性文件');
    if (!inside.includes('表格')) {
      throw new Error(inside.join(' | '));
    }
    await v.page.locator('.monaco-submenu .action-item', { hasText: '表格' }).hover();
    await v.page.locator('.monaco-submenu .monaco-submenu .action-label, .monaco-submenu .action-label', { hasText: '计算合计' }).first().waitFor();
    await v.screenshot('table-menu');
    const all = await menuTitles(v);
    const own = ['计算合计', '空格填 0', '粘贴为法定表格…', '对齐本表'];
    same(own.every((title) => all.includes(title)), true, all.join(' | '));
    await v.press('Escape', 'Escape', 'Escape');
    await v.goTo(1);
    const outsideOf = await open('云岭市水利局2025年');
    same(outsideOf.includes('表格'), false, outsideOf.join(' | '));
    await v.press('Escape', 'Escape');
  });
}

/** First and last line of the table that holds some words, as arguments of slice. */
function range(text, words) {
  const lines = text.split('\n');
  let first = lineWith(text, words).number - 1;
  let last = first;
  while (lines[first - 1]?.startsWith('|')) --first;
  while (lines[last + 1]?.startsWith('|')) ++last;
  return [first, last + 1];
}

function outside(text) {
  const [first, last] = range(text, '第二十条第（一）项');
  return text.split('\n').toSpliced(first, last - first).join('\n');
}
