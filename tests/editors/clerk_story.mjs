// From an empty page to a published report, in twelve steps, each with a picture for the user guide.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copy, frameWith, goToWords, same, textOf, viewRows, waitForRow } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const STATUS = 'nianbao.status';

/** Runs the story. `text` is a report without errors, whose table of applications is pasted with a slip. */
export async function clerkStory({ steps, vsix, text, shots, pictures, settings = {} }) {
  const before = text.replaceAll('2025年', '2024年').replaceAll('2026年', '2025年').replace('| 行政规范性文件 | 3 | 1 | 14 |', '| 行政规范性文件 | 2 | 0 | 12 |');
  const files = { '2024年政府信息公开工作年度报告.md': before };
  const v = await launch({ extensions: [vsix], files, locale: 'zh-cn', shots, size: { width: 1440, height: 900 }, settings: { 'workbench.colorTheme': 'Default Light Modern', ...settings } });
  const step = (title, body) => steps.step(`clerk: ${title}`, body, (shot) => v.screenshot(shot));
  const picture = async (name) => {
    mkdirSync(pictures, { recursive: true });
    await v.page.waitForTimeout(400);
    await v.page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 50 });
  };
  const input = v.page.locator('.quick-input-widget:visible input');
  const answer = async (value, says) => {
    await v.page.locator('.quick-input-widget:visible', { hasText: says }).waitFor();
    if (value !== undefined) await input.first().fill(value);
    await v.press('Enter');
  };
  let name = '';
  try {
    await step('1 the first steps are explained in five steps, offline', async () => {
      await v.runCommand('入门：写好一份年报');
      await v.page.locator('.getting-started-step', { hasText: '新建年报' }).first().waitFor();
      same(await v.page.locator('.getting-started-step').count(), 5, 'steps');
      await picture('01-first-steps');
    });
    await step('2 four questions, the last of them offers last year\u2019s report', async () => {
      await v.runCommand('新建年度报告…');
      await answer('云岭市水利局', '1/4');
      await answer('政府部门', '2/4');
      await answer('2025', '3/4');
      await v.page.locator('.quick-input-widget:visible', { hasText: '4/4' }).waitFor();
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: '2024年政府信息公开工作年度报告.md' }).first().waitFor();
      await picture('02-new-report');
      await v.press('Enter');
    });
    await step('3 the draft stands there, the preview beside it, figures are carried over', async () => {
      await v.waitForText('2025年政府信息公开工作年度报告');
      name = (await v.page.locator('.tabs-container .tab.active').first().getAttribute('data-resource-name')) ?? '';
      const frame = await frameWith(v, '#report main');
      await frame.locator('table.t3').waitFor({ state: 'attached' });
      same(await frame.locator('table').count(), 3, 'tables');
      same((await frame.locator('[data-cell="t3_carried_in/t3c_natural"]').innerText()).trim(), '3', 'carried in');
      await picture('03-draft');
      same((await v.lines()).some((line) => line.includes('${')), false, 'marks of snippets');
      await v.press('Escape');
    });
    await step('4 text is typed, nothing pops up', async () => {
      await v.press('Escape', 'Control+Home');
      await v.press('Control+s');
      name = await until('the file', () => ['2025年政府信息公开工作年度报告.md', name].find((one) => one !== '' && existsSync(join(v.folder, one)) && textOf(v, one).includes('（一）主动公开')));
      await goToWords(v, textOf(v, name), '（一）主动公开', '主动公开');
      await v.press('End', 'Enter', 'Enter');
      await v.page.keyboard.insertText('全年通过局门户网站公开信息312条。');
      await v.waitForText('公开信息312条');
      same(await v.notifications(), [], 'pop-ups');
      await picture('04-text');
    });
    await step('5 figures go from cell to cell', async () => {
      await v.saved(name);
      const current = textOf(v, name);
      const row = current.split('\n').find((line) => /^\| *行政规范性文件/.test(line));
      await goToWords(v, current, row, row.match(/\d+/)[0]);
      await v.waitForStatus('nianbao.cell', '行政规范性文件 · 本年制发件数');
      await v.press('Shift+Tab');
      await v.waitForStatus('nianbao.cell', '规章 · 现行有效件数');
      for (const [column, value] of [['本年制发件数', '3'], ['本年废止件数', '1'], ['现行有效件数', '14']]) {
        await v.press('Tab');
        await v.waitForStatus('nianbao.cell', `行政规范性文件 · ${column}`);
        await v.type(value);
      }
      await until('the row', async () => /行政规范性文件 *\| *3 *\| *1 *\| *14 *\|/.test(await v.saved(name)));
      await picture('05-table');
    });
    await step('6 a table from a spreadsheet is filled in after it was shown', async () => {
      await v.saved(name);
      const rows = text.split('\n').filter((line) => /^\|.*(?:\| \d+ ){7}\|$/.test(line) && /[一-龥]/.test(line));
      const plain = rows.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()).join('\t')).join('\r\n').replace('\t21\t4\t', '\t12\t4\t');
      const current = textOf(v, name);
      const row = current.split('\n').find((line) => line.includes('（一）予以公开'));
      await goToWords(v, current, row, row.match(/\| *\d/)[0]);
      await copy(v, { plain });
      await v.runCommand('粘贴为法定表格');
      const toast = await v.notification('175 格全部读取');
      await picture('06-paste');
      await toast.locator('.monaco-button', { hasText: '采用' }).click();
      await until('the pasted row', async () => /予以公开 *\|[ |]*12 *\| *4 *\|/.test(await v.saved(name)));
    });
    await step('7 the slip is seen: one finding, marked in the preview too', async () => {
      await v.waitForStatus(STATUS, '1 错误');
      const frame = await frameWith(v, '#report main');
      await frame.locator('td.noted.error', { hasText: '12' }).waitFor({ state: 'attached' });
      same((await v.problems()).filter((row) => row.includes('应为 21')).length, 1, 'one line');
      await v.closePanel();
      await picture('07-slip');
    });
    await step('8 the repair is two keys away, and one key takes it back', async () => {
      await v.saved(name);
      const row = textOf(v, name).split('\n').find((line) => line.includes('（一）予以公开'));
      await goToWords(v, textOf(v, name), row, '12');
      await v.fixes();
      await picture('08-repair');
      await v.press('Escape');
      await v.quickFix('改为 21');
      await until('no error', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
      await v.press('Control+z');
      await v.waitForStatus(STATUS, '1 错误');
      await v.press('Control+y');
      await until('no error again', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
    });
    await step('9 a figure in the text that the table contradicts is found', async () => {
      await v.saved(name);
      await goToWords(v, textOf(v, name), '公开信息312条', '全年');
      await v.press('End');
      await v.page.keyboard.insertText('全年新收政府信息公开申请85件。');
      await until('the finding', async () => (await v.problems()).some((row) => row.includes('85')));
      await v.closePanel();
      await picture('09-text-and-table');
      await v.press('Control+z');
    });
    await step('10 the view sorts what was found, by part and by cause', async () => {
      await v.saved(name);
      await v.page.locator('.activitybar .action-label[aria-label="年报"]').click();
      await waitForRow(v, '年报检查', '检查');
      const byPart = await viewRows(v, '年报检查');
      await picture('10-findings');
      await v.page.locator('.pane-header', { hasText: '年报检查' }).hover();
      await v.page.locator('.action-label[aria-label*="按原因排列"]').click();
      same(byPart.length > 0, true, 'rows');
    });
    await step('11 the last look lists what was checked and is kept as Markdown', async () => {
      await v.open(name);
      await v.runCommand('提交前检查');
      const frame = await frameWith(v, 'ul.items');
      await frame.locator('li.good', { hasText: '必备内容 6/6' }).waitFor();
      await frame.locator('[data-box="1"]').check();
      await picture('11-checklist');
      await frame.locator('[data-act="save"]').click();
      await input.first().waitFor();
      await v.press('Enter');
      const file = '提交前检查2025.md';
      const saved = await until('the file', () => (existsSync(join(v.folder, file)) ? readFileSync(join(v.folder, file), 'utf8') : undefined));
      same(/- ✓ 必备内容 6\/6/.test(saved) && /- \[x\] 保密审查/.test(saved) && /- \[ \] 领导审签/.test(saved), true, saved);
    });
    await step('12 the page for the website is written', async () => {
      await v.open(name);
      await v.runCommand('导出为网页');
      const box = v.page.locator('.quick-input-widget:visible input, .notification-toast .monaco-button:has-text("仍要导出")').first();
      await box.waitFor();
      if ((await v.notifications()).some((toast) => toast.includes('仍要导出'))) {
        await v.page.locator('.notification-toast .monaco-button', { hasText: '仍要导出' }).click();
      }
      await input.first().waitFor();
      await v.press('Enter');
      const file = name.replace(/\.md$/, '.html');
      const html = await until('the page', () => (existsSync(join(v.folder, file)) ? readFileSync(join(v.folder, file), 'utf8') : undefined));
      same(/<table/.test(html) && !/<script/.test(html), true, 'tables and no script');
      await v.notification('已导出');
      await picture('12-export');
    });
    await step('nothing left the machine', async () => same(v.refused, [], 'addresses asked for'));
  } finally {
    await v.close();
  }
}
