// The view of findings: groups by part or by cause with counts, under them the findings; a line that says what was
// checked, so that an empty list is not taken for a broken one.

import * as vscode from 'vscode';
import type { Handlers } from '../commands';
import type { Mark, Marks } from '../marks';
import type { Proposals } from '../proposal';
import { preferredEdits, reportEditor, textWith } from '../report_document';
import type { Server } from '../service';
import { checkedText } from '../status_text';
import { translate } from '../translate';
import { byCause, byPart, type Group } from './grouping';
import { partsOf } from './parts';

interface Item extends Mark {
  readonly line: number;
}

type Node = { readonly kind: 'checked'; readonly text: string } | { readonly kind: 'group'; readonly group: Group<Item> } | { readonly kind: 'finding'; readonly item: Item };

export class FindingsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly listeners: vscode.Disposable[] = [];
  private document: vscode.TextDocument | undefined;
  private order: 'part' | 'cause' = 'part';
  readonly onDidChangeTreeData = this.changed.event;

  readonly handlers: Handlers = {
    'nianbao.findings.byPart': () => this.sort('part'),
    'nianbao.findings.byCause': () => this.sort('cause'),
    'nianbao.findings.fixGroup': (node: Node | undefined) => this.fixGroup(node),
    'nianbao.findings.reveal': (uri: vscode.Uri, range: vscode.Range) => vscode.window.showTextDocument(uri, { selection: range }),
    'nianbao.report.fixAll': () => this.fixGroup(undefined),
  };

  constructor(
    private readonly server: Server,
    private readonly marks: Marks,
    private readonly proposals: Proposals,
  ) {
    this.sort('part');
    this.listeners.push(
      server.onDidChange(() => this.changed.fire(undefined)),
      vscode.window.onDidChangeActiveTextEditor(() => this.changed.fire(undefined)),
    );
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node !== undefined) {
      return node.kind === 'group' ? node.group.items.map((item) => ({ kind: 'finding', item })) : [];
    }
    this.document = reportEditor()?.document ?? this.document;
    if (this.document === undefined || this.document.isClosed) {
      this.document = undefined;
      return [];
    }
    const { uri } = this.document;
    const text = checkedText(this.marks.counts(uri), this.server.facts(uri), this.server.isRunning, translate);
    return [{ kind: 'checked', text }, ...this.groups(this.document).map((group): Node => ({ kind: 'group', group }))];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'checked') {
      const item = new vscode.TreeItem(node.text);
      item.tooltip = node.text;
      const well = this.document !== undefined && this.marks.of(this.document.uri).length === 0 && this.server.isRunning;
      item.iconPath = new vscode.ThemeIcon(well ? 'pass' : this.server.isRunning ? 'checklist' : 'circle-slash');
      return item;
    }
    if (node.kind === 'group') {
      const { group } = node;
      const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
      item.id = `${this.order}:${group.id}`;
      item.description = String(group.items.length);
      item.contextValue = 'group';
      item.iconPath = iconOf(group.items);
      item.accessibilityInformation = { label: `${group.label} ${group.items.length}` };
      return item;
    }
    return this.findingItem(node.item);
  }

  private findingItem(mark: Item): vscode.TreeItem {
    const item = new vscode.TreeItem(mark.message);
    item.description = vscode.l10n.t('line {line}', { line: mark.line + 1 });
    item.tooltip = new vscode.MarkdownString().appendText([mark.message, ...mark.related, mark.rule].join('\n'));
    item.iconPath = iconOf([mark]);
    item.contextValue = 'finding';
    item.command = { command: 'nianbao.findings.reveal', title: '', arguments: [this.document?.uri, mark.range] };
    return item;
  }

  private groups(document: vscode.TextDocument): Group<Item>[] {
    const items = this.marks.of(document.uri).map((mark): Item => ({ ...mark, line: mark.range.start.line }));
    if (this.order === 'cause') {
      return byCause(items, causes());
    }
    return byPart(items, partsOf(document.getText().split(/\r\n|\n|\r/)), vscode.l10n.t('Title and preamble'));
  }

  private sort(order: 'part' | 'cause'): void {
    this.order = order;
    void vscode.commands.executeCommand('setContext', 'nianbao.findingsOrder', order);
    this.changed.fire(undefined);
  }

  // What needs no look at the register, of one group or of the whole report: shown first, then one step to undo.
  private async fixGroup(node: Node | undefined): Promise<void> {
    const document = reportEditor()?.document ?? this.document;
    if (document === undefined) {
      return;
    }
    const items = node?.kind === 'group' ? node.group.items : this.marks.of(document.uri);
    const edits = await preferredEdits(document, items.map(({ range }) => range));
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here can be corrected by itself: these places need a look one by one (F8).'));
      return;
    }
    const summary = edits.length === 1 ? vscode.l10n.t('1 place will be corrected.') : vscode.l10n.t('{count} places will be corrected.', { count: edits.length });
    await this.proposals.show(document, textWith(document, edits), vscode.l10n.t('Corrections'), summary);
  }
}

/** Names of the kinds of rules. */
export function causes(): Map<string, string> {
  return new Map([
    ['sum', vscode.l10n.t('Figures')],
    ['table', vscode.l10n.t('Tables')],
    ['year', vscode.l10n.t('Against last year')],
    ['prose', vscode.l10n.t('Text')],
    ['layout', vscode.l10n.t('Layout')],
    ['law', vscode.l10n.t('Legal citations')],
    ['privacy', vscode.l10n.t('Personal data')],
  ]);
}

function iconOf(marks: readonly Mark[]): vscode.ThemeIcon {
  const worst = Math.min(...marks.map(({ severity }) => severity));
  if (worst === vscode.DiagnosticSeverity.Error) {
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  }
  return worst === vscode.DiagnosticSeverity.Warning ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) : new vscode.ThemeIcon('info');
}
