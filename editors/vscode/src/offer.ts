// Offers the check for Markdown and text files that look like a report: a language status item, never a pop-up, and
// nothing is changed until the user asks. Must not start the server.

import * as vscode from 'vscode';
import { LINES_READ, looksLikeReport } from './looks_like_report';

const OFFERED: readonly vscode.DocumentFilter[] = [
  { language: 'markdown', scheme: 'file' },
  { language: 'plaintext', scheme: 'file' },
  { language: 'markdown', scheme: 'untitled' },
  { language: 'plaintext', scheme: 'untitled' },
];

/** Registers the offer and the commands that take it. */
export function registerOffer(language: string): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const wanted = document !== undefined && vscode.languages.match(OFFERED, document) > 0 && looksLikeReport(firstLines(document));
    if (!wanted) {
      item?.dispose();
      item = undefined;
    } else {
      item ??= createItem();
    }
  };
  const check = async (document: vscode.TextDocument | undefined): Promise<void> => {
    if (document !== undefined) {
      await vscode.languages.setTextDocumentLanguage(document, language);
    }
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    vscode.workspace.onDidSaveTextDocument(update),
    vscode.commands.registerCommand('nianbao.report.check', async () => {
      await check(vscode.window.activeTextEditor?.document);
      update();
    }),
    vscode.commands.registerCommand('nianbao.report.open', async (uri: vscode.Uri | undefined) => {
      if (uri !== undefined) {
        const document = await vscode.workspace.openTextDocument(uri);
        await check(document);
        await vscode.window.showTextDocument(document);
      }
    }),
    { dispose: () => item?.dispose() },
  );
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('nianbao.offer', OFFERED);
  item.name = vscode.l10n.t('Annual report');
  item.text = vscode.l10n.t('This looks like an annual report');
  item.command = { command: 'nianbao.report.check', title: vscode.l10n.t('Check as annual report') };
  return item;
}

function firstLines(document: vscode.TextDocument): string[] {
  const count = Math.min(LINES_READ, document.lineCount);
  return Array.from({ length: count }, (_, line) => document.lineAt(line).text);
}
