// The view of the regulation: all its articles, those that the report cites first to be seen, with the places. Captions
// come from the server's pages.

import * as vscode from 'vscode';
import type { Handlers } from '../commands';
import { reportEditor } from '../report_document';
import type { Server } from '../service';
import { citationsOf, type Citation } from './citations';

interface Article {
  readonly number: number;
  readonly title: string;
}

type Node = { readonly kind: 'article'; readonly article: Article; readonly cited: readonly Citation[] } | { readonly kind: 'citation'; readonly citation: Citation; readonly text: string };

const LAW = 'nianbao:/law/711/';
const ARTICLES = 56;
const SETTLE_MS = 400;

export class LawTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly listeners: vscode.Disposable[];
  private articles: Promise<Article[]> | undefined;
  private document: vscode.TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  readonly handlers: Handlers = { 'nianbao.law.refresh': () => this.reload() };

  constructor(private readonly server: Server) {
    let wasRunning = false;
    this.listeners = [
      server.onDidChange(() => {
        if (server.isRunning && !wasRunning) this.reload();
        wasRunning = server.isRunning;
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.soon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) {
      return node.kind === 'article' ? node.cited.map((citation) => ({ kind: 'citation', citation, text: this.document?.lineAt(citation.line).text ?? '' })) : [];
    }
    this.document = reportEditor()?.document ?? this.document;
    if (this.document === undefined || !this.server.isRunning) {
      return [];
    }
    this.articles ??= this.load();
    const citations = citationsOf(this.document.getText().split(/\r\n|\n|\r/));
    return (await this.articles).map((article) => ({ kind: 'article', article, cited: citations.filter((one) => one.article === article.number) }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'article') {
      const { article, cited } = node;
      const item = new vscode.TreeItem(article.title, cited.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
      if (cited.length > 0) {
        item.description = cited.length === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {count} times', { count: cited.length });
      }
      item.iconPath = new vscode.ThemeIcon(cited.length > 0 ? 'bookmark' : 'law');
      item.command = { command: 'nianbao.page.open', title: '', arguments: [`${LAW}${article.number}.md`] };
      return item;
    }
    const { line, from, to } = node.citation;
    const item = new vscode.TreeItem(node.text.trim().slice(0, 60));
    item.description = vscode.l10n.t('line {line}', { line: line + 1 });
    item.command = { command: 'nianbao.findings.reveal', title: '', arguments: [this.document?.uri, new vscode.Range(line, from, line, to)] };
    return item;
  }

  private reload(): void {
    this.articles = undefined;
    this.changed.fire(undefined);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(undefined), SETTLE_MS);
  }

  private async load(): Promise<Article[]> {
    const pages = Array.from({ length: ARTICLES }, async (_, index): Promise<Article[]> => {
      const number = index + 1;
      const answer = await this.server.request('nianbao/textDocumentContent', { uri: `${LAW}${number}.md` }).catch(() => undefined);
      const text = typeof answer === 'object' && answer !== null && 'text' in answer ? String(answer.text) : '';
      const title = /^#\s*(.+)$/m.exec(text)?.[1];
      return title === undefined ? [] : [{ number, title: title.replace('\u3000', ' ') }];
    });
    return (await Promise.all(pages)).flat();
  }
}
