// The page of the checklist: a list, boxes for people, and a button that saves it as Markdown.

import * as vscode from 'vscode';
import type { Handlers } from '../commands';
import type { Marks } from '../marks';
import { reportEditor } from '../report_document';
import type { Server } from '../service';
import { translate } from '../translate';
import { checklist, checklistMarkdown, type Checklist, type Level } from './checklist';
import { escapeHtml, webPage } from './html';

const TYPE = 'nianbao.checklist';

export class ChecklistPage implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private list: Checklist | undefined;
  private document: vscode.TextDocument | undefined;
  private readonly listener: vscode.Disposable;

  readonly handlers: Handlers = { 'nianbao.report.checklist': () => this.open() };

  constructor(
    private readonly server: Server,
    private readonly marks: Marks,
    private readonly assets: { readonly style: string; readonly script: string },
  ) {
    this.listener = server.onDidChange(() => this.refresh());
  }

  dispose(): void {
    this.panel?.dispose();
    this.listener.dispose();
  }

  private open(): void {
    this.document = reportEditor()?.document;
    if (this.document === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first.'));
      return;
    }
    if (this.panel === undefined) {
      const options = { enableScripts: true, enableForms: false, enableCommandUris: false, localResourceRoots: [] };
      this.panel = vscode.window.createWebviewPanel(TYPE, vscode.l10n.t('Before handing in'), vscode.ViewColumn.Active, options);
      this.panel.onDidDispose(() => (this.panel = undefined));
      this.panel.webview.onDidReceiveMessage((message: { type: 'save' | 'problems' | 'export'; ticked?: boolean[] }) => void this.receive(message));
    } else {
      this.panel.reveal();
    }
    this.list = undefined;
    this.refresh();
  }

  // Boxes that were ticked stay so: the page is written again only if the list changed.
  private refresh(): void {
    const { document, panel } = this;
    if (document === undefined || panel === undefined) {
      return;
    }
    const level = vscode.workspace.getConfiguration('nianbao', document.uri).get<Level>('organ.level', 'unknown');
    const list = checklist(
      {
        text: document.getText(),
        counts: this.marks.counts(document.uri),
        personal: this.marks.of(document.uri).filter(({ rule }) => rule.startsWith('privacy/')).length,
        facts: this.server.facts(document.uri),
        level,
        today: new Date(),
      },
      translate,
    );
    if (JSON.stringify(list) !== JSON.stringify(this.list)) {
      this.list = list;
      panel.webview.html = this.page(list);
    }
  }

  private page(list: Checklist): string {
    const signs = { good: '\u2713', bad: '\u2717', look: '!' } as const;
    const spoken = { good: vscode.l10n.t('in order'), bad: vscode.l10n.t('not in order'), look: vscode.l10n.t('have a look') } as const;
    const items = list.items.map(({ state, text }) => `<li class="${state}"><span aria-hidden="true">${signs[state]}</span><span class="sr">${escapeHtml(spoken[state])}</span> ${escapeHtml(text)}</li>`);
    const boxes = list.byHand.map((text, index) => `<li><label><input type="checkbox" data-box="${index}"> ${escapeHtml(text)}</label></li>`);
    const heading = vscode.l10n.t('Before handing in');
    const body = `<main><h1>${escapeHtml(heading)}</h1><p class="title">${escapeHtml(list.title)}</p>
<ul class="items">${items.join('\n')}</ul>
<h2>${escapeHtml(vscode.l10n.t('To be checked by people'))}</h2><ul class="boxes">${boxes.join('\n')}</ul>
<p class="act"><button type="button" class="primary" data-act="save">${escapeHtml(vscode.l10n.t('Save as Markdown'))}</button>
<button type="button" data-act="problems">${escapeHtml(vscode.l10n.t('Show problems'))}</button>
<button type="button" data-act="export">${escapeHtml(vscode.l10n.t('Export as web page…'))}</button></p></main>`;
    return webPage({ title: heading, language: vscode.env.language, style: this.assets.style, script: this.assets.script, body });
  }

  private async receive(message: { type: 'save' | 'problems' | 'export'; ticked?: boolean[] }): Promise<void> {
    if (message.type === 'problems') {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    } else if (message.type === 'export') {
      await vscode.commands.executeCommand('nianbao.export.html');
    } else if (this.list !== undefined && this.document !== undefined) {
      await this.save(this.list, message.ticked ?? [], this.document.uri);
    }
  }

  private async save(list: Checklist, ticked: readonly boolean[], uri: vscode.Uri): Promise<void> {
    const heading = vscode.l10n.t('Before handing in');
    const text = checklistMarkdown(list, ticked, heading, vscode.l10n.t('To be checked by people'), new Date().toISOString().slice(0, 10));
    // Not named as a report, or it would be checked as one.
    const year = /(?:19|20)\d{2}/.exec(uri.path.split('/').at(-1) ?? '')?.[0] ?? '';
    const name = `${vscode.l10n.t('checklist')}${year}.md`;
    const folder = uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { Markdown: ['md'] } });
    if (target !== undefined) {
      await vscode.workspace.fs.writeFile(target, Buffer.from(text));
      await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.One });
    }
  }
}
