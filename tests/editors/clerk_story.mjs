// From an empty page to a published report, in twelve steps, each with a picture for the user guide.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copy, frameWith, goToWords, same, textOf, viewRows, waitForRow } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const STATUS = 'nianbao.status';

// What is written into the places of the draft, in their order; undefined: left for later.
const TEXTS = (year) => [
  '局办公室，电话0000-1234567',
  '全面落实政府信息公开各项要求',
  '全年通过局门户网站公开信息312条，重点公开水库蓄水、防汛抗旱信息',
  undefined,
  '规范性文件的制发和废止及时公开，公开属性从源头认定',
  '门户网站和政务新媒体由专人维护，服务大厅设有查阅点',
  '明确专人负责，全年组织业务培训2次，未发生责任追究情形',
  '政策解读形式较为单一',
  '部分信息更新不够及时',
  '制作图解和短视频',
  '建立信息更新提醒制度',
  '未收取信息处理费',
  '没有其他需要报告的事项',
  `${year + 1}年1月20日`,
];

/** Runs the story. `text` is a report of 2025 without errors, whose table of applications is pasted with a slip. */
export async function clerkStory({ steps, vsix, text, shots, pictures, settings = {} }) {
  // The report is for the year whose day of publication is still to come, whenever the test runs.
  const now = new Date();
  const year = now.getMonth() === 0 ? now.getFullYear() - 1 : now.getFullYear();
  const of = (one) => text.replaceAll('2026年', 'N年').replaceAll('2025年', `${one}年`).replaceAll('N年', `${one + 1}年`);
  // Last year ended with what this year begins with.
  const before = [
    ['| 行政规范性文件 | 3 | 1 | 14 |', '| 行政规范性文件 | 2 | 0 | 12 |'],
    ['| 46 | 8 | 0 | 1 | 3 | 0 | 58 |', '| 45 | 7 | 0 | 1 | 3 | 0 | 56 |'],
    ['| 3 | 2 | 0 | 0 | 0 | 0 | 5 |', '| 2 | 1 | 0 | 0 | 0 | 0 | 3 |'],
  ].reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`no ${from}`);
    return current.replace(from, to);
  }, of(year - 1));
  const last = `${year - 1}年政府信息公开工作年度报告.md`;
  const files = { [last]: before };
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
      // The picture of a step is drawn when the step is chosen.
      await v.page.locator('.getting-started-step', { hasText: '新建年报' }).first().click();
      await frameWith(v, 'svg text');
      await picture('01-first-steps');
    });
    await step('2 four questions, the last of them offers last year\u2019s report', async () => {
      await v.runCommand('新建年度报告…');
      await answer('云岭市水利局', '1/4');
      await answer('政府部门', '2/4');
      await answer(String(year), '3/4');
      await v.page.locator('.quick-input-widget:visible', { hasText: '4/4' }).waitFor();
      await v.page.locator('.quick-input-list .monaco-list-row', { hasText: last }).first().waitFor();
      await picture('02-new-report');
      await v.press('Enter');
    });
    await step('3 the draft stands there, the preview beside it, figures are carried over', async () => {
      await v.waitForText(`${year}年政府信息公开工作年度报告`);
      name = (await v.page.locator('.tabs-container .tab.active').first().getAttribute('data-resource-name')) ?? '';
      const frame = await frameWith(v, '#report main');
      await frame.locator('table.t3').waitFor({ state: 'attached' });
      same(await frame.locator('table').count(), 3, 'tables');
      same((await frame.locator('[data-cell="t3_carried_in/t3c_natural"]').innerText()).trim(), '2', 'carried in');
      await v.waitForStatus(STATUS, '待填 14 处');
      same((await v.lines()).some((line) => line.includes('${')), false, 'marks of snippets');
      const notice = await v.notification('已带入');
      same((await notice.innerText()).includes(`已带入上年结转 7 格、存量 2 格，请核对；来自《${last.replace('.md', '')}》`), true, await notice.innerText());
      await picture('03-draft');
      await v.runCommand('Notifications: Clear All Notifications');
    });
    await step('4 Tab goes from place to place, text is typed, nothing pops up', async () => {
      const texts = TEXTS(year);
      for (const [at, words] of texts.entries()) {
        if (words !== undefined) {
          await v.page.keyboard.insertText(words);
          await v.waitForWords(words.slice(0, 8));
        }
        await v.press('Tab');
        if (at === 0) await v.waitForStatus(STATUS, '待填 13 处');
      }
      await v.press('Escape', 'Control+Home');
      await v.press('Control+s');
      name = await until('the file', () => [`云岭市水利局${year}年政府信息公开工作年度报告.md`, name].find((one) => one !== '' && existsSync(join(v.folder, one)) && textOf(v, one).includes('公开信息312条')));
      await v.waitForStatus(STATUS, '待填 1 处');
      const written = textOf(v, name);
      same(texts.filter((words) => words !== undefined && !written.includes(words)), [], 'not written');
      same(await v.notifications(), [], 'pop-ups');
      await v.page.locator('.pane-header', { hasText: '年报 工作区' }).click();
      await v.page.locator('.pane-header', { hasText: 'Outline' }).click();
      const part = v.page.locator('.outline-pane .monaco-list-row', { hasText: '一、总体情况' });
      await until('the mark of part one', async () => (await part.innerText()).includes('待填 1 处'));
      await goToWords(v, written, '（一）主动公开', '全年');
      await picture('04-text');
      await v.page.locator('.pane-header', { hasText: 'Outline' }).click();
      await v.page.locator('.pane-header', { hasText: '年报 工作区' }).click();
      await v.press('Control+b');
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
      const rows = of(year).split('\n').filter((line) => /^\|.*(?:\| \d+ ){7}\|$/.test(line) && /[一-龥]/.test(line));
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
    await step('9 a figure in the text that the table contradicts is found, and repaired by two keys', async () => {
      await v.saved(name);
      const current = textOf(v, name);
      const gap = /〔请填写：新收[^〕]*〕/.exec(current)[0];
      await goToWords(v, current, gap, gap);
      for (let at = 0; at < gap.length; ++at) await v.press('Shift+ArrowRight');
      await v.page.keyboard.insertText('全年新收政府信息公开申请85件');
      await v.waitForStatus(STATUS, '1 提醒');
      const frame = await frameWith(v, '#report main');
      await frame.locator('.card.warning', { hasText: '85' }).waitFor();
      await picture('09-text-and-table');
      await v.press('ArrowLeft');
      await v.quickFix('58');
      await until('no reminder', async () => !(await v.statusItem(STATUS))?.text.includes('提醒'));
      await v.waitForStatus(STATUS, '勾稽 42/42');
    });
    await step('10 the view sorts what was found, by part and by cause, and corrects a whole group after showing it', async () => {
      await v.saved(name);
      await goToWords(v, textOf(v, name), '业务培训2次', '，未发生');
      await v.page.keyboard.insertText(',参加60人次');
      await v.saved(name);
      await v.page.locator('.activitybar .action-label[aria-label="年报"]').click();
      const group = await waitForRow(v, '年报检查', '一、总体情况');
      same(/一、总体情况 ?1/.test(group), true, group);
      await v.page.locator('.pane-header', { hasText: '条例' }).click();
      await waitForRow(v, '条例', '第五十条');
      await v.page.mouse.move(700, 5);
      await picture('10-findings');
      await v.page.locator('.pane-header', { hasText: '年报检查' }).hover();
      await v.page.locator('.action-label[aria-label*="按原因排列"]').click();
      await waitForRow(v, '年报检查', '文字');
      const row = v.page.locator('.pane .monaco-list-row', { hasText: '文字' }).first();
      await row.hover();
      await row.locator('.action-label[aria-label*="改正本组"]').click();
      await (await v.notification('将改正 1 处')).locator('.monaco-button', { hasText: '采用' }).click();
      await until('the full-width comma', async () => (await v.saved(name)).includes('业务培训2次，参加60人次，未发生'));
      await waitForRow(v, '年报检查', '未发现问题');
    });
    await step('11 the last look lists what was checked and is kept as Markdown', async () => {
      await v.open(name);
      await v.runCommand('提交前检查');
      const frame = await frameWith(v, 'ul.items');
      await frame.locator('li.good', { hasText: '必备内容 6/6' }).waitFor();
      await frame.locator('li.good', { hasText: '还有' }).waitFor();
      await frame.locator('[data-box="1"]').check();
      await picture('11-checklist');
      await frame.locator('[data-act="save"]').click();
      await v.acceptSave();
      const file = `提交前检查${year}.md`;
      const saved = await until('the file', () => (existsSync(join(v.folder, file)) ? readFileSync(join(v.folder, file), 'utf8') : undefined));
      same(/- ✓ 必备内容 6\/6/.test(saved) && /- \[x\] 保密审查/.test(saved) && /- \[ \] 领导审签/.test(saved), true, saved);
    });
    await step('12 the page for the website is written', async () => {
      await v.open(name);
      await v.runCommand('导出为网页');
      await v.acceptSave();
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
