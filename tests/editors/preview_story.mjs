// The preview beside the text: layout, findings, both directions of following, themes, keyboard, printing, and what may
// not happen: jumps while typing, anything from elsewhere, a lost place after a reload.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameWith, goToWords, lineWith, same, textOf } from './desk.mjs';
import { launch, until } from './vscode.mjs';

const STATUS = 'nianbao.status';
const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['contrast', 'Default High Contrast'],
  ['contrast-light', 'Default High Contrast Light'],
];

/** Runs the story on a report in which one number is wrong. */
export async function previewStory({ steps, vsix, report, text, wrong, shots }) {
  const v = await launch({ extensions: [vsix], files: { [report]: text }, locale: 'zh-cn', shots, size: { width: 1600, height: 900 } });
  const step = (title, body) => steps.step(`preview: ${title}`, body, (shot) => v.screenshot(shot));
  const page = () => frameWith(v, '#report main');
  const scrolled = async () => (await page()).evaluate(() => Math.round(window.scrollY));
  const firstLine = async () => Math.min(...(await v.page.locator('.editor-instance .margin-view-overlays .line-numbers').allInnerTexts()).map(Number).filter((line) => line > 0));
  // After a click in the preview the text has to be in front again.
  const toText = async () => {
    await v.page.locator(`.tabs-container .tab[data-resource-name="${report}"]`).first().click();
    await v.tab(report);
  };
  const cursor = () => v.page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
  try {
    await step('it opens beside the text with the layout as published', async () => {
      await v.open(report);
      await v.waitForStatus(STATUS, '错误');
      await v.page.locator('.editor-actions .action-label[aria-label*="打开预览"]').click();
      const frame = await page();
      await frame.locator('h1', { hasText: '年度报告' }).waitFor();
      same(await frame.locator('table').count(), 3, 'tables');
      same(await frame.locator('table.t3 td[data-cell]').count(), 175, 'cells of the table of applications');
      await frame.locator('thead th[colspan="5"]', { hasText: '法人或其他组织' }).waitFor();
      await v.screenshot('preview-open');
    });
    await step('the wrong number is marked in place, with a note that says why', async () => {
      const frame = await page();
      const card = frame.locator('.card.error');
      await card.waitFor({ state: 'attached' });
      same(await card.count(), 1, 'notes');
      const cell = frame.locator('td.noted.error');
      same((await cell.innerText()).trim(), wrong.value, 'the marked cell');
      same(await cell.getAttribute('aria-describedby'), await card.getAttribute('id'), 'described by its note');
      await frame.locator('[data-act="next"]').click();
      await until('the cell in sight', () => cell.evaluate((node) => node.getBoundingClientRect().top > 0 && node.getBoundingClientRect().bottom < window.innerHeight));
      await v.screenshot('preview-finding');
    });
    await step('in a narrow pane all columns are in sight, and the note stands under its row without breaking the table', async () => {
      const frame = await page();
      const seen = await frame.evaluate(() => {
        const table = document.querySelector('table.t3');
        const remark = table.querySelector('tr.remark');
        const ends = (row) => [...row.cells].at(-1).getBoundingClientRect().right;
        return {
          overflow: [...document.querySelectorAll('.table')].filter((box) => box.scrollWidth > box.clientWidth + 1).length,
          behind: remark?.previousElementSibling.querySelector('td.noted.error') !== null,
          right: [...new Set([...table.tBodies[0].rows].map((row) => Math.round(ends(row))))].length,
        };
      });
      same(seen, { overflow: 0, behind: true, right: 1 }, 'layout');
    });
    await step('it follows the cursor', async () => {
      await toText();
      await goToWords(v, text, '| 结果维持', '结果');
      const frame = await page();
      await until('table four in sight', () => frame.locator('table').nth(2).evaluate((node) => node.getBoundingClientRect().top < window.innerHeight && node.getBoundingClientRect().bottom > 0));
    });
    await step('the text follows its scrolling, and there is no echo', async () => {
      const frame = await page();
      await frame.evaluate(() => window.scrollTo(0, document.querySelector('table.t2').getBoundingClientRect().top + window.scrollY - 60));
      const wanted = lineWith(text, '第二十条第（一）项').number;
      // Lines under the headings that stay in view count as drawn.
      await until('the text of table two', async () => Math.abs((await firstLine()) - wanted) <= 10);
      const before = await scrolled();
      await v.page.waitForTimeout(700);
      same(await scrolled(), before, 'echo');
    });
    await step('a click on a cell selects exactly that cell, for many cells of all tables', async () => {
      const frame = await page();
      const cells = frame.locator('td[data-cell]');
      const count = await cells.count();
      same(count, 200, 'cells');
      for (let at = 0; at < count; at += 23) {
        const cell = cells.nth(at);
        const [line, column, value] = await cell.evaluate((node) => [node.dataset.line, node.dataset.column, node.textContent.trim()]);
        await cell.evaluate((node) => node.click());
        const end = Number(column) + value.length;
        await until(`the selection of ${line}:${column}`, async () => (await cursor()).includes(`Ln ${line}, Col ${end}`) && (await cursor()).includes(`${value.length} selected`), 10_000);
      }
    });
    await step('typing in a block in sight does not move it, and what is typed appears', async () => {
      await toText();
      await goToWords(v, text, '（四）平台建设', '改版');
      const frame = await page();
      await until('the block in sight', () => frame.locator('p.here').evaluate((node) => node.getBoundingClientRect().top >= 0 && node.getBoundingClientRect().bottom < window.innerHeight));
      const before = await until('a page at rest', async () => {
        const at = await scrolled();
        await v.page.waitForTimeout(1000);
        return (await scrolled()) === at ? { at } : undefined;
      });
      await v.type('0123456789'.repeat(8));
      await frame.locator('p', { hasText: '0123456789'.repeat(8) }).waitFor();
      same(await scrolled(), before.at, 'scrolled while typing');
      same(await frame.locator('p.here').innerText().then((words) => words.includes('0123456789')), true, 'the block of the cursor is still marked');
      await until('the old text', async () => {
        await v.press('Control+z');
        return (await v.saved(report)) === text;
      });
    });
    await step('the note corrects the number, one undo takes it back', async () => {
      const frame = await page();
      // The page may be made anew at any moment: the button is found and pressed in one go.
      await until('the button', () => frame.evaluate(() => {
        const button = document.querySelector('.card.error [data-act="fix"]');
        button?.click();
        return button !== null;
      }));
      await until('no error', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
      await until('no note', async () => (await frame.locator('.card.error').count()) === 0);
      await toText();
      await v.undo(report, text);
      await frame.locator('.card.error').first().waitFor({ state: 'attached' });
    });
    await step('marks can be hidden', async () => {
      const frame = await page();
      await frame.locator('[data-act="marks"]').click();
      await frame.locator('.card.error').first().waitFor({ state: 'hidden' });
      await until('a cell without outline', () => frame.locator('td.noted').evaluate((node) => getComputedStyle(node).outlineStyle === 'none'));
      await frame.locator('[data-act="marks"]').click();
      await frame.locator('.card.error').first().waitFor();
    });
    for (const [name, theme] of THEMES) {
      await step(`it can be read in the theme ${theme}`, async () => {
        v.settings({ 'workbench.colorTheme': theme });
        const frame = await page();
        const dark = name === 'dark' || name === 'contrast';
        await until('the theme', () =>
          frame.evaluate(([wanted, high]) => {
            const names = document.body.className;
            const isDark = names.includes('vscode-dark') || (names.includes('vscode-high-contrast') && !names.includes('vscode-high-contrast-light'));
            return isDark === wanted && names.includes('high-contrast') === high;
          }, [dark, name.startsWith('contrast')]),
        );
        const low = await frame.evaluate(contrasts);
        same(low, [], 'contrast below 4.5');
        await v.screenshot(`preview-${name}`);
      });
    }
    await step('its content policy allows nothing from elsewhere', async () => {
      const frame = await page();
      const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content');
      same(/^default-src 'none'/.test(policy) && !/unsafe|https?:|\*/.test(policy), true, policy);
      same(await frame.evaluate(() => [...document.querySelectorAll('img,iframe,link,[style*="url"],script[src]')].length), 0, 'things to load');
    });
    await step('all its controls can be reached and named', async () => {
      const frame = await page();
      const unnamed = await frame.evaluate(() => [...document.querySelectorAll('button')].filter((button) => button.textContent.trim() === '').length);
      same(unnamed, 0, 'buttons without a name');
      await frame.locator('[data-act="previous"]').focus();
      await v.press('Tab', 'Tab');
      same(await frame.evaluate(() => document.activeElement.dataset.act), 'marks', 'focus');
    });
    // The page is thrown away and made anew; the reader is to find the same row where it stood.
    const row = () => page().then((frame) => frame.evaluate(() => [...document.querySelectorAll('tr[data-line]')].find((one) => one.getBoundingClientRect().top > 60)?.dataset.line));
    const sameRow = async (before, what) => {
      await until(what, async () => Math.abs(Number(await row()) - Number(before)) <= 1, 15_000).catch(() => undefined);
      await v.page.waitForTimeout(1500);
      const found = await row();
      same(Math.abs(Number(found) - Number(before)) <= 1, true, `${what}: row ${before}, now ${found}`);
    };
    const middle = async () => {
      const frame = await page();
      await frame.evaluate(() => window.scrollTo(0, document.querySelector('table.t3').getBoundingClientRect().top + window.scrollY + 300));
      await v.page.waitForTimeout(700);
      return row();
    };
    await step('hidden behind another file and shown again, it is at the same place', async () => {
      const before = await middle();
      const tab = v.page.locator('.tabs-container .tab', { hasText: '预览：' });
      await tab.click();
      await v.runCommand('File: New Untitled Text File');
      await until('no page', async () => (await Promise.all(v.page.frames().map((frame) => frame.locator('#report main').count().catch(() => 0)))).every((count) => count === 0));
      await v.runCommand('View: Close Editor');
      await tab.click();
      await sameRow(before, 'after hiding');
    });
    await step('it is there again at the same place after the window was loaded anew', async () => {
      const before = await middle();
      await v.page.reload();
      await v.page.locator('.monaco-workbench .part.statusbar').waitFor();
      // A window that is loaded anew in a hurry may bring back the file that was closed last, in front of the preview.
      await v.page.locator('.tabs-container .tab', { hasText: '预览：' }).click();
      const frame = await page();
      await frame.locator('h1', { hasText: '年度报告' }).waitFor();
      same(await frame.locator('table').count(), 3, 'tables');
      await sameRow(before, 'after loading');
    });
    await step('printing writes one page without marks that prints on A4', async () => {
      const frame = await page();
      await frame.locator('[data-act="print"]').evaluate((node) => node.click());
      const folder = join(v.root, 'data', 'User', 'globalStorage', 'nianbao.nianbao', 'pages');
      const file = await until('the page', () => (existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.html')) : undefined));
      const html = await until('its text', () => readFileSync(join(folder, file), 'utf8'));
      same(/<script|https?:\/\/(?!www\.w3\.org)|data-finding|class="[^"]*\berror\b/.test(html), false, 'scripts, addresses or marks');
      const tab = await v.page.context().newPage();
      await tab.setContent(html);
      const pdf = await tab.pdf({ preferCSSPageSize: true });
      writeFileSync(join(shots, 'print.pdf'), pdf);
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((box) => [Math.round(box[1]), Math.round(box[2])]);
      same(pages >= 3 && pages <= 7, true, `${pages} pages`);
      same(boxes.every(([x, y]) => Math.abs(x - 595) < 3 && Math.abs(y - 842) < 3), true, `boxes ${boxes}`);
      await tab.close();
    });
  } finally {
    await v.close();
  }
}

// Runs in the page: texts whose colour is too near to what is behind them.
function contrasts() {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { light: 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255), a };
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.a > 0.9) return colour;
    }
    return { light: document.body.className.includes('dark') ? 0 : 1 };
  };
  return [...document.querySelectorAll('h1,h2,p,td,th,.card h3,.card p,.card li,button,#summary')].flatMap((node) => {
    const [low, high] = [parse(getComputedStyle(node).color).light, behind(node).light].sort((left, right) => left - right);
    const ratio = (high + 0.05) / (low + 0.05);
    return ratio < 4.5 ? [`${node.tagName}.${node.className} ${ratio.toFixed(1)}`] : [];
  }).slice(0, 5);
}
