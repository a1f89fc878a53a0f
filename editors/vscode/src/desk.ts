// Everything around the text: tables, preview, views, tasks. Built with the language client, for the first report or the
// first command.

import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { DeskCommand, Handlers, ViewId } from './commands';
import { registerEncodingOffer } from './encoding_offer';
import { Marks } from './marks';
import { PageExport } from './preview/export';
import { Preview } from './preview/panel';
import { Proposals } from './proposal';
import type { Server } from './service';
import { TableEditing } from './table_editing';
import { TablePaste } from './table_paste';
import { ChecklistPage } from './tasks/checklist_page';
import { NewReport } from './tasks/new_report';
import { FindingsTree } from './views/findings_tree';
import { LawTree } from './views/law_tree';

export class Desk implements vscode.Disposable {
  private readonly parts: vscode.Disposable[] = [];
  private readonly trees: Record<ViewId, vscode.TreeDataProvider<unknown>>;
  private readonly handlers: Handlers;
  private readonly preview: Preview;

  constructor(context: vscode.ExtensionContext, server: Server, collection: vscode.DiagnosticCollection, start: () => Promise<void>) {
    const asset = (name: string): { style: string; script: string } => ({
      style: readFileSync(context.asAbsolutePath(`dist/${name}.css`), 'utf8'),
      script: readFileSync(context.asAbsolutePath(`dist/${name}.js`), 'utf8'),
    });
    const marks = new Marks(collection);
    const pages = new PageExport(server, vscode.Uri.joinPath(context.globalStorageUri, 'pages'));
    const proposals = this.own(new Proposals());
    const tables = this.own(new TableEditing());
    const paste = this.own(new TablePaste(proposals));
    this.preview = this.own(new Preview(server, marks, pages, asset('preview')));
    const findings = this.own(new FindingsTree(server, marks, proposals));
    const law = this.own(new LawTree(server));
    const check = this.own(new ChecklistPage(server, marks, asset('checklist')));
    const create = new NewReport(server, start, () => this.preview.open());
    this.own(registerEncodingOffer());
    this.trees = { 'nianbao.findings': findings as vscode.TreeDataProvider<unknown>, 'nianbao.law': law as vscode.TreeDataProvider<unknown> };
    this.handlers = Object.assign(
      { 'nianbao.report.reopenEncoding': () => vscode.commands.executeCommand('workbench.action.editor.changeEncoding') } satisfies Handlers,
      ...[proposals, tables, paste, this.preview, findings, law, check, create].map((part) => part.handlers),
    ) as Handlers;
  }

  run(command: DeskCommand, args: readonly unknown[]): unknown {
    return this.handlers[command]?.(...(args as never[]));
  }

  tree(id: ViewId): vscode.TreeDataProvider<unknown> {
    return this.trees[id];
  }

  restorePreview(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    return this.preview.restore(panel, state);
  }

  dispose(): void {
    this.parts.forEach((part) => part.dispose());
  }

  private own<T extends vscode.Disposable>(part: T): T {
    this.parts.push(part);
    return part;
  }
}
