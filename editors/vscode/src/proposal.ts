// A change is shown before it is made: the text now and the text after it beside each other, with accept and reject.
// One proposal at a time.

import * as vscode from 'vscode';
import type { Handlers } from './commands';
import { changeBetween } from './line_diff';

const SCHEME = 'nianbao-proposal';

interface Proposal {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly after: string;
  readonly uri: vscode.Uri;
}

export class Proposals implements vscode.Disposable {
  private current: Proposal | undefined;
  private count = 0;
  private readonly provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => (this.current?.uri.toString() === uri.toString() ? this.current.after : ''),
  });

  readonly handlers: Handlers = {
    'nianbao.proposal.accept': () => this.accept(),
    'nianbao.proposal.reject': () => this.close(),
  };

  /** Shows what a document would become; the summary says what was read or will change. */
  async show(document: vscode.TextDocument, after: string, title: string, summary: string): Promise<void> {
    await this.close();
    const uri = vscode.Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(++this.count) });
    this.current = { document, version: document.version, after, uri };
    // The first change is in sight at once.
    const from = document.positionAt(changeBetween(document.getText(), after)?.from ?? 0);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true, selection: new vscode.Range(from, from) });
    const accept = vscode.l10n.t('Accept');
    const reject = vscode.l10n.t('Cancel');
    void vscode.window.showInformationMessage(summary, accept, reject).then((chosen) => {
      if (this.current?.uri !== uri) {
        return undefined;
      }
      return chosen === accept ? this.accept() : chosen === reject ? this.close() : undefined;
    });
  }

  dispose(): void {
    this.provider.dispose();
  }

  private async accept(): Promise<void> {
    const proposal = this.current;
    await this.close();
    if (proposal === undefined) {
      return;
    }
    const { document } = proposal;
    if (document.version !== proposal.version) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The report was changed in the meantime, so nothing was taken over. Please try again.'));
      return;
    }
    const change = changeBetween(document.getText(), proposal.after);
    await vscode.window.showTextDocument(document);
    if (change !== undefined) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(document.positionAt(change.from), document.positionAt(change.to)), change.text);
      await vscode.workspace.applyEdit(edit);
    }
  }

  private async close(): Promise<void> {
    const closing = this.current;
    this.current = undefined;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === closing?.uri.toString());
    if (own.length > 0) {
      await vscode.window.tabGroups.close(own);
    }
  }
}
