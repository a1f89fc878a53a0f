// A view of the side bar that is empty until the large part of the extension is loaded: opening the side bar starts
// nothing.

import * as vscode from 'vscode';
import type { ViewId } from './commands';
import type { Service } from './service';

export class LazyTree implements vscode.TreeDataProvider<unknown> {
  private readonly changed = new vscode.EventEmitter<unknown>();
  private tree: vscode.TreeDataProvider<unknown> | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(readonly id: ViewId) {}

  connect(service: Service | undefined): void {
    this.tree = service?.tree(this.id);
    this.tree?.onDidChangeTreeData?.((node) => this.changed.fire(node));
    this.changed.fire(undefined);
  }

  getTreeItem(node: unknown): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.tree?.getTreeItem(node) ?? new vscode.TreeItem('');
  }

  getChildren(node?: unknown): vscode.ProviderResult<unknown[]> {
    return this.tree?.getChildren(node) ?? [];
  }
}
