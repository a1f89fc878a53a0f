// The clerk's story in real VS Code: a wrong total is seen, explained, repaired by keyboard and taken back. Run once
// against a stand-in server, which tests the extension alone, and once against the server in the package.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clerkStory } from './clerk_story.mjs';
import { deskStory } from './desk_story.mjs';
import { previewStory } from './preview_story.mjs';
import { tableStory } from './table_story.mjs';
import { troubleStory } from './trouble_story.mjs';
import { launch, Steps, until } from './vscode.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { NIANBAO_VSIX: vsix, NIANBAO_EDITORS_SERVER: wanted = 'all', NIANBAO_EDITORS_SHOTS: shots } = process.env;
const pictures = process.env.NIANBAO_EDITORS_PICTURES ?? join(shots, 'pictures');
// Only for work on the tests: the names of the stories to run, for instance "stubStory".
const only = process.env.NIANBAO_EDITORS_ONLY?.split(',');
const REPORT = '2025年政府信息公开工作年度报告.md';
const STATUS = 'nianbao.status';
const right = readFileSync(join(here, '../fixtures/editors', REPORT), 'utf8');
const steps = new Steps();
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-servers-'));

/** A wrong total in a report: the text around it, where it stands and what it should be. */
function slip(text, rowStart, cell, wrong) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(rowStart));
  if (at < 0) {
    throw new Error(`no row ${rowStart}`);
  }
  const broken = lines[at].replace(cell.find, cell.replace);
  if (broken === lines[at]) {
    throw new Error(`nothing to change in ${lines[at]}`);
  }
  return { text: lines.with(at, broken).join('\n'), line: at + 1, wrong, broken, whole: lines[at] };
}

const grantedTotal = slip(right, '（一）予以公开', { find: '| 28 |', replace: '| 29 |' }, '29');

function script(name, body, mode = 0o755) {
  const path = join(scratch, name);
  writeFileSync(path, body);
  chmodSync(path, mode);
  return path;
}

/** The steps that every server must pass: see, understand, repair, take back. */
async function reportStory(v, name, error, { fix, hover, basis }) {
  const step = (title, body) => steps.step(`${name}: ${title}`, body, (shot) => v.screenshot(shot));
  await step('the file opens as an annual report', async () => {
    await v.open(name);
    await until('the language', async () => (await v.language()) === '政府信息公开年报');
  });
  await step('the wrong total is underlined, and nothing else is an error', async () => {
    await v.goTo(error.line);
    await v.waitForSquiggles(1);
    await v.waitForStatus(STATUS, '1 错误');
    await v.screenshot(`${shotName(name)}-1-error`);
  });
  await step('the Problems panel lists it with its rule', async () => {
    const rows = await v.problems(name);
    if (!rows.some((row) => row.includes(error.wrong) && /\(?[a-z]+\/[a-z-]+/.test(row))) {
      throw new Error(`not listed: ${rows.join(' | ')}`);
    }
    await v.closePanel();
  });
  await step('the mark says what is wrong', async () => {
    const [mark] = await v.waitForSquiggles(1);
    await v.hover(mark, hover);
    await v.screenshot(`${shotName(name)}-2-message`);
    await v.press('Escape');
  });
  await step('the row label shows its legal basis', async () => {
    const box = await v.hover(await v.placeOf(basis.label), basis.says);
    await v.screenshot(`${shotName(name)}-3-basis`);
    if ((await box.innerText()).length < 10) {
      throw new Error('an empty explanation');
    }
    await v.press('Escape');
  });
  await step('Ctrl+. repairs it by keyboard', async () => {
    await v.goTo(error.line, error.broken.lastIndexOf(error.wrong) + 1);
    await v.quickFix(fix);
    await v.waitForSquiggles(0);
    await v.screenshot(`${shotName(name)}-4-repaired`);
  });
  await step('only that number changed, and the status bar is content', async () => {
    const before = error.text.split('\n');
    const after = (await v.saved(name)).split('\n');
    const changed = after.flatMap((line, at) => (line === before[at] ? [] : [line]));
    if (changed.length !== 1 || changed[0] !== error.whole || after.length !== before.length) {
      throw new Error(`changed lines: ${JSON.stringify(changed)}`);
    }
    await until('no error in the status bar', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
  });
  await step('one undo brings the number back', async () => {
    await v.undo(name, error.text);
    await v.waitForSquiggles(1);
  });
}

// Only in the pipe layout: a comment line before a table changes no other layout either, but is not looked at here.
async function ignoreStory(v, name, error) {
  await steps.step(`${name}: a finding is left out with a reason, kept in the file`, async () => {
    await v.goTo(error.line, error.broken.lastIndexOf(error.wrong) + 1);
    await v.quickFix('忽略这一处');
    const input = v.page.locator('.quick-input-widget:visible input[type=text]');
    await input.waitFor();
    await input.fill('已与台账核对');
    await v.press('Enter');
    await v.waitForStatus(STATUS, '年报');
    await until('no error in the status bar', async () => !(await v.statusItem(STATUS))?.text.includes('错误'));
    await v.waitForText('已与台账核对 -->');
    await v.undo(name, error.text);
    await v.waitForStatus(STATUS, '1 错误');
  }, (shot) => v.screenshot(shot));
}

/** A click on the rule in a message, and on a link in an explanation, opens a page that the server has. */
async function pageStory(v, name, error, { rule, label, link, law }) {
  const step = (title, body) => steps.step(`${name}: ${title}`, body, (shot) => v.screenshot(shot));
  const back = async () => {
    await v.runCommand('View: Close Editor');
    await v.tab(name);
  };
  await step('the rule in the message opens its page, offline', async () => {
    await v.goTo(error.line);
    const [mark] = await v.waitForSquiggles(1);
    const box = await v.hover(mark, rule.id);
    await box.locator('a.code-link').click();
    await v.tab(`${rule.id.split('/')[1]}.md`);
    await v.waitForPage(rule.says);
    await v.screenshot(`${shotName(name)}-5-rule-page`);
    await back();
  });
  await step('a link in an explanation opens a page', async () => {
    await v.open(name);
    const box = await v.hover(await v.placeOf(label), link);
    await box.locator('a', { hasText: link }).first().click();
    await v.waitForPage(law);
    await v.screenshot(`${shotName(name)}-6-link`);
    await back();
  });
}

async function restartStory(v, name, marker) {
  const step = (title, body) => steps.step(`${name}: ${title}`, body, (shot) => v.screenshot(shot));
  const servers = () => v.processes(marker, 'lsp --stdio');
  await step('the restart command starts a new server, and the mark is there', async () => {
    const [old] = await until('a server', () => (servers().length === 1 ? servers() : undefined));
    await v.runCommand('重新启动检查服务');
    await until('a new server', () => servers().length === 1 && servers()[0] !== old);
    await v.waitForStatus(STATUS, '1 错误');
    await v.waitForSquiggles(1);
  });
  await step('a server that dies is started again by itself', async () => {
    const [old] = servers();
    process.kill(old, 'SIGKILL');
    await until('a new server', () => servers().length === 1 && servers()[0] !== old);
    await v.waitForSquiggles(1);
    await v.waitForStatus(STATUS, '1 错误');
  });
}

async function quietEnd(v, name) {
  await steps.step(`${name}: no pop-up, and no request left the machine`, async () => {
    const seen = [...(await v.notifications()), ...v.refused];
    if (seen.length > 0) {
      throw new Error(seen.join('\n'));
    }
  });
}

/** The extension alone, with the stand-in. */
async function stubStory() {
  const program = join(scratch, 'stub_server.mjs');
  copyFileSync(join(here, 'stub_server.mjs'), program);
  const stub = script('stub.sh', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  const files = {
    [REPORT]: grantedTotal.text,
    '汇报材料.md': right,
    '会议记录.txt': '2026年1月办公会记录\n\n一、讨论防汛预案。\n',
    '2024年信息公开年报.txt': '2024年政府信息公开工作年度报告\n\n一是加强培训；\n',
  };
  const v = await launch({ extensions: [vsix], files, settings: { 'nianbao.server.path': stub }, locale: 'zh-cn', shots });
  console.log(`VS Code started in ${(v.startMs / 1000).toFixed(1)} s`);
  const step = (title, body) => steps.step(`extension: ${title}`, body, (shot) => v.screenshot(shot));
  try {
    await reportStory(v, REPORT, grantedTotal, {
      fix: '总计改为 28',
      hover: '不等于',
      basis: { label: '2.重复申请', says: '第三十六条' },
    });
    await ignoreStory(v, REPORT, grantedTotal);
    await pageStory(v, REPORT, grantedTotal, {
      rule: { id: 'sum/row-total', says: '每一行的总计等于六类申请人之和' },
      label: '2.重复申请',
      link: '规则说明',
      law: '每一行的总计',
    });
    await step('the status bar tells what was checked', async () => {
      await v.tab(REPORT);
      const item = await v.waitForStatus(STATUS, '年报 1 错误');
      if (!item.label.includes('年报检查：1 处错误，0 处提醒。')) {
        throw new Error(item.label);
      }
    });
    await restartStory(v, REPORT, program);
    await step('Enter goes on counting, and pairs are closed', async () => {
      await v.open('2024年信息公开年报.txt');
      await v.goTo(3, 10);
      await v.press('End', 'Enter');
      await v.waitForText('二是');
      await v.page.keyboard.insertText('修订');
      await v.type('《');
      await v.waitForText('二是修订《》');
      await v.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
      await v.saved('2024年信息公开年报.txt');
    });
    await step('a file that looks like a report is offered, not taken', async () => {
      await v.open('汇报材料.md');
      await v.page.locator('.statusbar-item[id="status.languageStatus"]').hover();
      const offer = v.page.locator('.hover-language-status', { hasText: '这像是年报' });
      await offer.first().waitFor();
      await v.screenshot('offer');
      await offer.first().locator('a', { hasText: '按年报检查' }).click();
      await until('the language', async () => (await v.language()) === '政府信息公开年报');
      await v.waitForStatus(STATUS, '勾稽 42/42');
    });
    await step('any other text is left alone', async () => {
      await v.open('会议记录.txt');
      await v.page.waitForTimeout(500);
      if ((await v.statusItem(STATUS)) !== undefined) {
        throw new Error('it is checked');
      }
    });
    await quietEnd(v, 'extension');
  } finally {
    await v.close();
  }
}

/** A server that cannot start: each reason has its own sentence, and a lost executable bit is repaired silently. */
async function failureStory() {
  const program = join(scratch, 'stub_server.mjs');
  copyFileSync(join(here, 'stub_server.mjs'), program);
  const elsewhere = Buffer.alloc(64);
  elsewhere.writeUInt32BE(0x7f454c46, 0);
  elsewhere.writeUInt16LE(183, 18);
  const failures = [
    ['a missing program', join(scratch, '没有这个程序'), '所指的位置没有程序'],
    ['a program that ends at once', script('ends.sh', '#!/bin/sh\nexit 127\n'), '代码 127'],
    ['a program that prints something else', script('rubbish.sh', '#!/bin/sh\necho hello; sleep 30\n'), '程序的回应无法识别'],
    ['a program for another processor', script('arm', elsewhere), '此安装包用于 Linux ARM64'],
  ];
  const v = await launch({ extensions: [vsix], files: { [REPORT]: grantedTotal.text }, settings: { 'nianbao.server.path': failures[0][1] }, locale: 'zh-cn', shots });
  const step = (title, body) => steps.step(`start: ${title}`, body, (shot) => v.screenshot(shot));
  try {
    await v.open(REPORT);
    for (const [at, [title, path, says]] of failures.entries()) {
      await step(`${title} is named in words`, async () => {
        if (at > 0) {
          v.settings({ 'nianbao.server.path': path });
          await v.page.waitForTimeout(1500);
          await v.runCommand('重新启动检查服务');
        }
        const toast = await v.notification(says);
        for (const button of ['重试', '查看日志', '复制信息']) {
          await toast.locator('.monaco-button', { hasText: button }).waitFor();
        }
        await v.waitForStatus(STATUS, '检查已停止');
        await v.screenshot(`start-failure-${at + 1}`);
        await v.runCommand('Notifications: Clear All Notifications');
      });
    }
    await step('a lost executable bit is repaired without a word', async () => {
      const path = script('plain.sh', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, 0o644);
      v.settings({ 'nianbao.server.path': path });
      await v.page.waitForTimeout(1500);
      await v.runCommand('重新启动检查服务');
      await v.waitForStatus(STATUS, '1 错误');
      if ((await v.notifications()).length > 0) {
        throw new Error((await v.notifications()).join('\n'));
      }
    });
    await step('a checker that dies while it is started again is started once more, without a word', async () => {
      // The second of its starts fails; `starts` has the process of each.
      const starts = join(scratch, 'starts');
      const path = script('second.sh', `#!/bin/sh\necho $$ >> "${starts}"\n[ "$(wc -l < "${starts}")" -eq 2 ] && exit 1\nexec "${process.execPath}" "${program}" "$@"\n`);
      const started = () => (existsSync(starts) ? readFileSync(starts, 'utf8').trim().split('\n') : []);
      v.settings({ 'nianbao.server.path': path });
      await v.page.waitForTimeout(1500);
      await v.runCommand('重新启动检查服务');
      await until('the first start', () => started().length === 1);
      await v.waitForStatus(STATUS, '1 错误');
      process.kill(Number(started()[0]), 'SIGKILL');
      await until('the third start', () => started().length === 3);
      await v.waitForStatus(STATUS, '1 错误');
      if ((await v.notifications()).length > 0) {
        throw new Error((await v.notifications()).join('\n'));
      }
    });
  } finally {
    await v.close();
  }
}

/** The server in the package, on the project's own report and on a published one. */
async function packedStory() {
  const files = { [REPORT]: grantedTotal.text };
  const stories = [[REPORT, grantedTotal, { fix: '28', hover: '29', basis: { label: '2.重复申请', says: '第三十六条' } }]];
  const published = '2021年政府信息公开工作年度报告.txt';
  const folder = join(process.env.NIANBAO_SHARED_DIR ?? join(here, '../../../shared'), 'reports');
  const found = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('002')) : undefined;
  if (found === undefined) {
    steps.skip(published, 'no published reports here');
  } else {
    const error = slip(readFileSync(join(folder, found), 'utf8'), '一、本年新收政府信息公开申请数量', { find: /0(?=\s*$)/, replace: '1' }, '1');
    files[published] = error.text;
    stories.push([published, error, { fix: '0', hover: '1', basis: { label: '2. 重复申请', says: '第三十六条' } }]);
  }
  const v = await launch({ extensions: [vsix], files, locale: 'zh-cn', shots });
  console.log(`VS Code started in ${(v.startMs / 1000).toFixed(1)} s`);
  try {
    for (const [name, error, expected] of stories) {
      await reportStory(v, name, error, expected);
      if (name === REPORT) {
        await ignoreStory(v, name, error);
        await pageStory(v, name, error, { rule: { id: 'sum/culprit', says: 'sum/culprit' }, label: '2.重复申请', link: '查看条文', law: '第三十六条' });
      }
    }
    await restartStory(v, stories.at(-1)[0], v.root);
    await quietEnd(v, 'server');
  } finally {
    await v.close();
  }
}

function shotName(report) {
  return report.endsWith('.txt') ? 'published' : 'own';
}

async function tables() {
  await tableStory({ steps, vsix, report: REPORT, text: right, shots, scratch });
}

async function preview() {
  await previewStory({ steps, vsix, report: REPORT, text: grantedTotal.text, wrong: { value: '29' }, shots });
}

async function clerk() {
  await clerkStory({ steps, vsix, text: right, shots, pictures });
}

async function desk() {
  const gb18030 = (words, program) => spawnSync('python3', ['-c', program], { input: words }).stdout;
  await deskStory({ steps, vsix, text: right, shots, gb18030 });
}

async function trouble() {
  await troubleStory({ steps, vsix, text: grantedTotal.text, shots });
}

const stories = { stub: [stubStory, failureStory], packed: [packedStory, tables, preview, clerk, desk, trouble] };
const chosen = wanted === 'all' ? [...stories.stub, ...stories.packed] : stories[wanted];
try {
  for (const story of chosen.filter(({ name }) => only?.includes(name) ?? true)) {
    await story().catch((error) => steps.fail(story.name, error));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
steps.close();
