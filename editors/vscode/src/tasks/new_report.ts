// A new report in four questions: organ, level, year, last year's report. The server writes the document; here it only
// becomes a file that is not yet saved, with its gaps to jump through.

import * as vscode from 'vscode';
import type { Handlers } from '../commands';
import { baseName, numberedName } from '../file_names';
import words from '../report_words.json';
import type { Server } from '../service';
import { translate } from '../translate';
import { carriedText, readCarried } from './carried';
import { decodeText } from './decode';
import { pickStep, Steps } from './steps';

interface Answers {
  organ: string;
  level: string;
  year: number;
  from: vscode.Uri | undefined;
}

export class NewReport {
  readonly handlers: Handlers = { 'nianbao.report.new': () => this.run() };

  constructor(
    private readonly server: Server,
    private readonly start: () => Promise<void>,
    private readonly created: () => void,
  ) {}

  private async run(): Promise<void> {
    const started = this.start();
    const answers = await ask();
    if (answers === undefined) {
      return;
    }
    await started;
    const { organ, level, year, from } = answers;
    try {
      const text = from === undefined ? undefined : await textAt(from);
      const answer = await this.server.request('nianbao/newReport', { organ, level, year, ...(text !== undefined && { from: text }), snippets: true });
      await this.show(answer);
      tellCarried(answer, from);
    } catch {
      void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be made: the checker does not run, or it could not read last year\u2019s report.'));
    }
  }

  private async show(answer: unknown): Promise<void> {
    const { text, name } = answer as { text: string; name: string };
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = folder === undefined ? undefined : await free(folder, name);
    const document = await (target === undefined
      ? vscode.workspace.openTextDocument({ language: 'nianbao', content: '' })
      : vscode.workspace.openTextDocument(target.with({ scheme: 'untitled' })));
    const editor = await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'nianbao'), vscode.ViewColumn.One);
    await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Range(0, 0, 0, 0));
    this.created();
  }
}

function tellCarried(answer: unknown, from: vscode.Uri | undefined): void {
  const carried = readCarried(answer);
  if (from !== undefined && carried !== undefined) {
    void vscode.window.showInformationMessage(carriedText(carried, from.path, translate));
  }
}

// As it stands in an editor, else as it lies on the disk: the server only knows what is open.
async function textAt(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? decodeText(await vscode.workspace.fs.readFile(uri));
}

async function free(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let count = 1; ; ++count) {
    const uri = vscode.Uri.joinPath(folder, numberedName(name, count));
    const taken = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
    if (!taken && !vscode.workspace.textDocuments.some((open) => open.uri.path === uri.path)) {
      return uri;
    }
  }
}

async function ask(): Promise<Answers | undefined> {
  const settings = vscode.workspace.getConfiguration('nianbao');
  const last = new Date().getFullYear() - 1;
  const answers: Answers = { organ: settings.get('organ.name', ''), level: settings.get('organ.level', 'unknown'), year: last, from: undefined };
  const done = await new Steps(vscode.l10n.t('New annual report'), [
    (step) => pickStep.text(step, vscode.l10n.t('Name of the organ'), answers.organ, (text) => (answers.organ = text)),
    (step) => pickStep.choose(step, vscode.l10n.t('Kind of organ'), levels(), answers.level, (level) => (answers.level = level)),
    (step) =>
      pickStep.choose(step, vscode.l10n.t('Year of the report'), years(last), String(answers.year), (year) => (answers.year = Number(year))),
    async (step) => pickStep.choose(step, vscode.l10n.t('Last year\u2019s report, to carry figures over'), await earlier(answers.year - 1), '', async (path) => (answers.from = await fileFor(path))),
  ]).run();
  return done ? answers : undefined;
}

function levels(): { label: string; value: string }[] {
  return [
    { label: vscode.l10n.t('People\u2019s government'), value: 'government' },
    { label: vscode.l10n.t('Department'), value: 'department' },
    { label: vscode.l10n.t('Township or subdistrict'), value: 'township' },
  ];
}

function years(last: number): { label: string; value: string; description?: string }[] {
  return [last, last - 1, last + 1].map((year, index) => ({ label: String(year), value: String(year), ...(index === 0 && { description: vscode.l10n.t('the past calendar year') }) }));
}

const OTHER = 'other';
const NONE = 'none';

// Files of the folder whose names speak of a report, those of the year before first.
async function earlier(year: number): Promise<{ label: string; value: string; description?: string }[]> {
  const name = new RegExp(words.fileName);
  const files = (await vscode.workspace.findFiles('**/*.{md,txt,html,htm}', '**/node_modules/**', 500)).filter((uri) => name.test(baseName(uri.path)));
  const found = files.map((uri) => ({ label: baseName(uri.path), value: uri.toString(), description: vscode.workspace.asRelativePath(uri) }));
  const rank = ({ label }: { label: string }): number => (label.includes(String(year)) ? 0 : 1);
  const none = { label: vscode.l10n.t('Without'), value: NONE };
  const other = { label: vscode.l10n.t('Other file…'), value: OTHER };
  const sorted = found.sort((left, right) => rank(left) - rank(right) || left.label.localeCompare(right.label));
  return rank(sorted[0] ?? { label: '' }) === 0 ? [...sorted, other, none] : [none, ...sorted, other];
}

async function fileFor(value: string): Promise<vscode.Uri | undefined> {
  if (value !== OTHER) {
    return value === NONE ? undefined : vscode.Uri.parse(value);
  }
  return (await vscode.window.showOpenDialog({ canSelectMany: false }))?.[0];
}
