// The status bar item of the report in front. Counts come from the collection that the language client fills.

import * as vscode from 'vscode';
import { readFacts, statusText, type ReportFacts, type ServerState } from './status_text';
import { translate } from './translate';

const SLOW_MS = 500;

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('nianbao.status', vscode.StatusBarAlignment.Right, 100);
  private readonly facts = new Map<string, ReportFacts>();
  private readonly listeners: vscode.Disposable;
  private state: ServerState = 'idle';
  private slow = false;
  private timer: NodeJS.Timeout | undefined;

  private readonly changed = new vscode.EventEmitter<void>();
  /** What is known of a document changed, or the server came or went. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly language: string,
    private readonly marks: vscode.DiagnosticCollection,
  ) {
    this.item.name = vscode.l10n.t('Annual report');
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.languages.onDidChangeDiagnostics(() => this.update()),
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidCloseTextDocument((document) => this.facts.delete(document.uri.toString())),
    );
    this.update();
  }

  show(state: ServerState): void {
    clearTimeout(this.timer);
    this.state = state;
    this.slow = false;
    if (state === 'starting') {
      this.timer = setTimeout(() => {
        this.slow = true;
        this.update();
      }, SLOW_MS);
    }
    if (state !== 'running') {
      this.facts.clear();
    }
    this.update();
  }

  /** What the server told about a document. */
  tell(message: unknown): void {
    if (typeof message === 'object' && message !== null && 'uri' in message && typeof message.uri === 'string') {
      this.facts.set(vscode.Uri.parse(message.uri).toString(), readFacts(message));
      this.update();
    }
  }

  factsOf(uri: vscode.Uri): ReportFacts | undefined {
    return this.facts.get(uri.toString());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
    this.listeners.dispose();
    this.item.dispose();
  }

  private update(): void {
    this.changed.fire();
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || document.languageId !== this.language || document.uri.scheme === 'nianbao') {
      this.item.hide();
      return;
    }
    const marks = this.marks.get(document.uri) ?? [];
    const count = (severity: vscode.DiagnosticSeverity): number => marks.filter((mark) => mark.severity === severity).length;
    const { text, tooltip, spoken } = statusText(
      {
        state: this.state,
        slow: this.slow,
        errors: count(vscode.DiagnosticSeverity.Error),
        warnings: count(vscode.DiagnosticSeverity.Warning),
        facts: this.facts.get(document.uri.toString()),
      },
      translate,
    );
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: spoken, role: 'button' };
    this.item.command = this.state === 'stopped' ? 'nianbao.server.restart' : 'workbench.actions.view.problems';
    this.item.show();
  }
}
