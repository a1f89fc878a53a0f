// The commands that the server's code actions carry: leave one finding out (with a reason, kept in the file), or stop
// checking a kind (kept in the settings). Arguments come from the server as [rule, uri, range].

import * as vscode from 'vscode';
import { commentLine, ignoreComment } from './ignore_comment';

/** Registers the commands. */
export function registerFindingCommands(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.finding.ignore', ignoreFinding),
    vscode.commands.registerCommand('nianbao.rule.disable', disableRule),
  );
}

async function ignoreFinding(rule: unknown, address: unknown, range: unknown): Promise<void> {
  const line = startLine(range);
  if (typeof rule !== 'string' || typeof address !== 'string' || line === undefined) {
    return;
  }
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore this finding'),
    // The menu that this was chosen from gives the focus back to the text, sometimes after the box has opened.
    ignoreFocusOut: true,
    prompt: vscode.l10n.t('The reason is written into the file as a comment, which a web page does not show.'),
    placeHolder: vscode.l10n.t('Reason'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Please give a reason.') : undefined),
  });
  if (reason === undefined) {
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
  const at = commentLine(document.getText().split(/\r\n|\n|\r/), line);
  const edit = new vscode.WorkspaceEdit();
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  edit.insert(document.uri, new vscode.Position(at, 0), ignoreComment(rule, reason) + end);
  await vscode.workspace.applyEdit(edit);
}

async function disableRule(rule: unknown): Promise<void> {
  if (typeof rule !== 'string') {
    return;
  }
  const everywhere: vscode.QuickPickItem = { label: vscode.l10n.t('In all reports'), description: vscode.l10n.t('User settings') };
  const here: vscode.QuickPickItem = { label: vscode.l10n.t('In this folder only'), description: '.vscode/settings.json' };
  const chosen = await vscode.window.showQuickPick(vscode.workspace.workspaceFolders === undefined ? [everywhere] : [here, everywhere], {
    title: vscode.l10n.t('Stop checking {rule}', { rule }),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) {
    return;
  }
  const settings = vscode.workspace.getConfiguration('nianbao');
  const target = chosen === here ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const known = settings.inspect<Record<string, string>>('rules');
  const old = target === vscode.ConfigurationTarget.Workspace ? known?.workspaceValue : known?.globalValue;
  await settings.update('rules', { ...old, [rule]: 'off' }, target);
}

function startLine(range: unknown): number | undefined {
  const start = typeof range === 'object' && range !== null && 'start' in range ? range.start : undefined;
  const line = typeof start === 'object' && start !== null && 'line' in start ? start.line : undefined;
  return typeof line === 'number' && line >= 0 ? line : undefined;
}
