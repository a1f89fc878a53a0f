// A report in GB18030 that was opened as UTF-8 is full of replacement characters, and the server never sees its bytes.
// A language status item offers to open it again; nothing is changed until the user asks.

import * as vscode from 'vscode';
import { LANGUAGE } from './report_document';

const LOOKED_AT = 20_000;

/** Registers the offer. */
export function registerEncodingOffer(): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const broken = document?.languageId === LANGUAGE && document.getText(new vscode.Range(document.positionAt(0), document.positionAt(LOOKED_AT))).includes('\ufffd');
    if (!broken) {
      item?.dispose();
      item = undefined;
    } else if (item === undefined) {
      item = vscode.languages.createLanguageStatusItem('nianbao.encoding', { language: LANGUAGE });
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Some characters cannot be read');
      item.command = { command: 'nianbao.report.reopenEncoding', title: vscode.l10n.t('Open again as GB18030') };
    }
  };
  update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), vscode.workspace.onDidOpenTextDocument(update), { dispose: () => item?.dispose() });
}
