// The report as one page in a file: for the website's editor, or for printing in the system's browser, because a web view
// cannot print. The server's program makes the page; nothing but the file is opened.

import { spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { pageName } from '../file_names';
import type { Server } from '../service';

const LIMIT_MS = 30_000;

export class PageExport {
  constructor(
    private readonly server: Server,
    private readonly storage: vscode.Uri,
  ) {}

  /** Writes the page to the extension's folder and opens it in the system's browser. */
  async print(document: vscode.TextDocument | undefined): Promise<void> {
    const page = await this.page(document);
    if (document === undefined || page === undefined) {
      return;
    }
    await vscode.workspace.fs.createDirectory(this.storage);
    const file = vscode.Uri.joinPath(this.storage, pageName(document.uri.path));
    await vscode.workspace.fs.writeFile(file, Buffer.from(page));
    const opened = await vscode.env.openExternal(file);
    if (!opened) {
      await vscode.window.showInformationMessage(vscode.l10n.t('The page was written to {path}; open it in a browser to print it.', { path: file.fsPath }));
    }
  }

  /** Asks for a place and writes the page there; with errors left it asks once whether to go on. */
  async save(document: vscode.TextDocument | undefined): Promise<void> {
    const page = await this.page(document);
    if (document === undefined || page === undefined || !(await goOn(document.uri))) {
      return;
    }
    const folder = document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
    const defaultUri = folder === undefined ? undefined : vscode.Uri.joinPath(folder, pageName(document.uri.path));
    const target = await vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { HTML: ['html'] } });
    if (target !== undefined) {
      await vscode.workspace.fs.writeFile(target, Buffer.from(page));
      void vscode.window.showInformationMessage(vscode.l10n.t('Exported. The page holds no remarks and no marks.'));
    }
  }

  private async page(document: vscode.TextDocument | undefined): Promise<string | undefined> {
    if (document === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first.'));
      return undefined;
    }
    const { program } = this.server;
    try {
      return program === undefined ? undefined : await run(program, ['render', '--html', '-'], document.getText());
    } catch {
      void vscode.window.showErrorMessage(vscode.l10n.t('The page could not be made: the checker does not run or cannot make pages.'));
      return undefined;
    }
  }
}

async function goOn(uri: vscode.Uri): Promise<boolean> {
  const errors = vscode.languages.getDiagnostics(uri).filter(({ severity, source }) => severity === vscode.DiagnosticSeverity.Error && source === 'nianbao').length;
  if (errors === 0) {
    return true;
  }
  const text = errors === 1 ? vscode.l10n.t('1 error is left. Export nevertheless?') : vscode.l10n.t('{count} errors are left. Export nevertheless?', { count: errors });
  const yes = vscode.l10n.t('Export nevertheless');
  const look = vscode.l10n.t('Look at them');
  const chosen = await vscode.window.showWarningMessage(text, yes, look);
  if (chosen === look) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  return chosen === yes;
}

function run(program: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'pipe', windowsHide: true, timeout: LIMIT_MS });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stdin.on('error', () => undefined);
    child.once('error', reject);
    child.once('close', (code) => (code === 0 && parts.length > 0 ? resolve(Buffer.concat(parts).toString('utf8')) : reject(new Error(String(code)))));
    child.stdin.end(input);
  });
}
