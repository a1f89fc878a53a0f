// The view of the regulation: first the articles that the report cites, with the places, then all of them. The server knows
// which version the report's year means and what counts as a citation.

import * as vscode from 'vscode';
import type { Handlers } from '../commands';
import { reportEditor } from '../report_document';
import type { Server } from '../service';
import { citedIn, readLaw, type Article, type Law, type Place } from './articles';

type Node = { readonly kind: 'summary'; readonly law: Law } | { readonly kind: 'article'; readonly article: Article; readonly law: Law; readonly withPlaces: boolean } | { readonly kind: 'citation'; readonly place: Place; readonly text: string };

const SETTLE_MS = 400;
const SHOWN = 60;

export class LawTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly listeners: vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  readonly handlers: Handlers = { 'nianbao.law.refresh': () => this.changed.fire(undefined) };

  constructor(private readonly server: Server) {
    let wasRunning = false;
    this.listeners = [
      server.onDidChange(() => {
        if (server.isRunning !== wasRunning) this.changed.fire(undefined);
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
      return this.childrenOf(node);
    }
    this.document = reportEditor()?.document ?? this.document;
    if (this.document === undefined || this.document.isClosed || !this.server.isRunning) {
      return [];
    }
    const law = readLaw(await this.server.request('nianbao/lawArticles', { textDocument: { uri: this.document.uri.toString() } }).catch(() => undefined));
    return law === undefined ? [] : [{ kind: 'summary', law }, ...law.articles.map((article): Node => ({ kind: 'article', article, law, withPlaces: false }))];
  }

  private childrenOf(node: Node): Node[] {
    switch (node.kind) {
      case 'summary':
        return node.law.articles.filter(({ cited }) => cited.length > 0).map((article): Node => ({ kind: 'article', article, law: node.law, withPlaces: true }));
      case 'article':
        return node.withPlaces ? node.article.cited.map((place): Node => ({ kind: 'citation', place, text: this.lineAt(place.line) })) : [];
      case 'citation':
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'summary':
        return summaryItem(node.law);
      case 'article':
        return articleItem(node.article, node.law, node.withPlaces);
      case 'citation':
        return this.citationItem(node.place, node.text);
    }
  }

  private citationItem({ line, from, toLine, to }: Place, text: string): vscode.TreeItem {
    // The words around the citation: a paragraph is longer than the side bar is wide.
    const start = Math.max(0, from - SHOWN / 4);
    const item = new vscode.TreeItem((start > 0 ? '\u2026' : '') + text.slice(start, start + SHOWN).trim());
    item.description = vscode.l10n.t('line {line}', { line: line + 1 });
    item.tooltip = text.trim();
    item.command = { command: 'nianbao.findings.reveal', title: '', arguments: [this.document?.uri, new vscode.Range(line, from, toLine, to)] };
    return item;
  }

  private lineAt(line: number): string {
    return this.document !== undefined && line < this.document.lineCount ? this.document.lineAt(line).text : '';
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(undefined), SETTLE_MS);
  }
}

function summaryItem(law: Law): vscode.TreeItem {
  const { articles, places } = citedIn(law);
  const text =
    articles === 0
      ? vscode.l10n.t('This report cites none of the {count} articles yet', { count: law.articles.length })
      : vscode.l10n.t('This report cites {articles} of {count} articles, in {places} places', { articles, count: law.articles.length, places });
  const item = new vscode.TreeItem(text, articles === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon('bookmark');
  item.tooltip = `${law.name} ${law.number}`;
  item.contextValue = 'summary';
  return item;
}

function articleItem(article: Article, law: Law, withPlaces: boolean): vscode.TreeItem {
  const count = article.cited.length;
  const item = new vscode.TreeItem([article.label, article.caption].filter(Boolean).join(' '), withPlaces ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None);
  item.id = `${withPlaces ? 'cited:' : ''}${article.uri}`;
  if (count > 0) {
    item.description = count === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {count} times', { count });
  }
  item.tooltip = `${law.name} ${article.label}`;
  item.iconPath = new vscode.ThemeIcon(count > 0 ? 'bookmark' : 'law');
  item.command = { command: 'nianbao.page.open', title: '', arguments: [article.uri] };
  return item;
}
