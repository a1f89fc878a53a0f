// The preview beside the text: shows what the server renders, follows the cursor both ways, marks findings. Knows
// nothing of the layout of a report.

import * as vscode from 'vscode';
import { PREVIEW_TYPE, type Handlers } from '../commands';
import type { Mark, Marks } from '../marks';
import { isReport, lineReader, quickFixes, reportEditor } from '../report_document';
import type { Server } from '../service';
import { summaryText } from '../status_text';
import { translate } from '../translate';
import type { PageExport } from './export';
import type { FromPreview, PreviewFinding, ToPreview } from './messages';
import { rangeInLine } from './select';
import { previewShell } from './shell';

const REFRESH_MS = 150;
const ECHO_MS = 400;
/** How often a finding that is not there is looked for again, REFRESH_MS apart. */
const WAITS = 12;

export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.TextDocument | undefined;
  private ready = false;
  private timer: NodeJS.Timeout | undefined;
  private echoUntil = 0;
  private top = -1;
  private readonly listeners: vscode.Disposable[] = [];

  readonly handlers: Handlers = {
    'nianbao.preview.open': () => this.open(),
    'nianbao.preview.print': () => this.pages.print(this.document ?? reportEditor()?.document),
    'nianbao.export.html': () => this.pages.save(this.document ?? reportEditor()?.document),
  };

  constructor(
    private readonly server: Server,
    private readonly marks: Marks,
    private readonly pages: PageExport,
    private readonly assets: { readonly style: string; readonly script: string },
  ) {
    this.listeners.push(
      server.onDidChange(() => this.refreshSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.refreshSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isReport(editor.document) && editor.document !== this.document) this.follow(editor.document);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        if (textEditor.document !== this.document || line === undefined || line === this.top) {
          return; // Typing changes the end of what is in sight, not its beginning.
        }
        this.top = line;
        if (Date.now() > this.echoUntil && this.setting('followCursor')) {
          this.post({ type: 'scroll', line });
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (textEditor.document === this.document && this.setting('followCursor')) {
          const byHand = kind === vscode.TextEditorSelectionChangeKind.Keyboard || kind === vscode.TextEditorSelectionChangeKind.Mouse;
          this.post({ type: 'cursor', line: textEditor.selection.active.line, byHand });
        }
      }),
    );
  }

  /** Opens the preview of the report in front, beside it. */
  open(): void {
    const document = reportEditor()?.document;
    if (document === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first; its preview then stands beside it.'));
      return;
    }
    if (this.panel === undefined) {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.attach(vscode.window.createWebviewPanel(PREVIEW_TYPE, '', place, PANEL_OPTIONS));
    } else {
      this.panel.reveal(undefined, true);
    }
    this.follow(document);
  }

  /** Takes over a panel of the last session. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.attach(panel);
    const uri = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? vscode.Uri.parse(state.uri) : undefined;
    if (uri !== undefined) {
      await vscode.workspace.openTextDocument(uri).then((document) => this.follow(document), () => panel.dispose());
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.listeners.forEach((listener) => listener.dispose());
  }

  private attach(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    panel.webview.options = PANEL_OPTIONS;
    panel.webview.onDidReceiveMessage((message: FromPreview) => void this.receive(message));
    panel.onDidDispose(() => {
      if (this.panel === panel) {
        this.panel = undefined;
        this.document = undefined;
      }
    });
    const title = vscode.l10n.t('Preview');
    panel.title = title;
    panel.webview.html = previewShell(title, words(), this.assets.style, this.assets.script);
  }

  private follow(document: vscode.TextDocument): void {
    this.document = document;
    if (this.panel !== undefined) {
      this.panel.title = vscode.l10n.t('Preview: {name}', { name: document.uri.path.split('/').at(-1) ?? '' });
      this.refreshSoon(0);
    }
  }

  private refreshSoon(milliseconds = REFRESH_MS): void {
    clearTimeout(this.timer);
    if (this.panel !== undefined && this.document !== undefined) {
      this.timer = setTimeout(() => void this.refresh(), milliseconds);
    }
  }

  private async refresh(): Promise<void> {
    const { document } = this;
    if (document === undefined || !this.ready) {
      return;
    }
    const version = document.version;
    try {
      const answer = await this.server.request('nianbao/preview', { textDocument: { uri: document.uri.toString() } });
      if (version !== document.version || document !== this.document) {
        return; // A newer one is under way.
      }
      const findings = this.marks.of(document.uri).map((mark, id): PreviewFinding => ({
        id,
        line: mark.range.start.line,
        severity: mark.severity === vscode.DiagnosticSeverity.Error ? 'error' : mark.severity === vscode.DiagnosticSeverity.Warning ? 'warning' : 'information',
        message: mark.message,
        rule: mark.rule,
        related: mark.related,
      }));
      const summary = summaryText(this.marks.counts(document.uri), this.server.facts(document.uri), translate);
      this.post({ type: 'render', uri: document.uri.toString(), html: textOf(answer, 'html').replace(INLINE_WIDTH, ''), css: textOf(answer, 'css'), findings, summary, marks: this.setting('showFindings') });
    } catch {
      if (!this.server.isRunning) {
        this.post({ type: 'problem', text: vscode.l10n.t('The checker is not running; the preview shows the last state.') });
      }
    }
  }

  private post(message: ToPreview): void {
    if (this.ready) {
      void this.panel?.webview.postMessage(message);
    }
  }

  private async receive(message: FromPreview): Promise<void> {
    const { document } = this;
    if (message.type === 'ready') {
      this.ready = true;
      this.refreshSoon(0);
    } else if (document === undefined) {
      return;
    } else if (message.type === 'scrolled') {
      const editor = vscode.window.visibleTextEditors.find((open) => open.document === document);
      if (editor !== undefined && this.setting('followPreview')) {
        this.echoUntil = Date.now() + ECHO_MS;
        const line = Math.min(message.line, document.lineCount - 1);
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
      }
    } else if (message.type === 'select') {
      await this.select(document, message);
    } else if (message.type === 'fix') {
      await this.fix(document, message.finding);
    } else if (message.type === 'rule') {
      await vscode.commands.executeCommand('nianbao.page.open', `nianbao:/rules/${message.rule}.md`);
    } else {
      await this.pages.print(document);
    }
  }

  private async select(document: vscode.TextDocument, { line, text, nth, range }: FromPreview & { type: 'select' }): Promise<void> {
    const found = rangeInLine(lineReader(document)(line) ?? '', text, nth) ?? { from: 0, to: 0 };
    const place = range ?? { line, from: found.from, endLine: line, to: found.to };
    const column = vscode.window.visibleTextEditors.find((open) => open.document === document)?.viewColumn ?? vscode.ViewColumn.One;
    const selection = document.validateRange(new vscode.Range(place.line, place.from, place.endLine, place.to));
    this.echoUntil = Date.now() + ECHO_MS;
    await vscode.window.showTextDocument(document, { viewColumn: column, selection });
  }

  /** The page may be a moment behind the text: a finding that is about to come again is waited for. */
  private async markOf(uri: vscode.Uri, finding: PreviewFinding): Promise<Mark | undefined> {
    for (let wait = 0; wait < WAITS; ++wait) {
      const alike = this.marks.of(uri).filter((mark) => mark.rule === finding.rule && mark.message === finding.message);
      const distance = (mark: Mark): number => Math.abs(mark.range.start.line - finding.line);
      if (alike.length > 0) {
        return alike.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best));
      }
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
    }
    return undefined;
  }

  private async fix(document: vscode.TextDocument, finding: PreviewFinding): Promise<void> {
    for (let time = 0; time < WAITS; ++time) {
      const mark = await this.markOf(document.uri, finding);
      if (mark === undefined) {
        return this.refreshSoon(0);
      }
      const version = document.version;
      const edit = editFor(await quickFixes(document, mark.range), mark.message);
      // An answer about an earlier text is none: asked again.
      const stale = document.version !== version;
      if (!stale && edit === undefined) {
        return this.select(document, { type: 'select', line: mark.range.start.line, text: document.getText(mark.range), nth: 0 });
      }
      if (!stale && edit !== undefined && (await vscode.workspace.applyEdit(edit))) {
        return;
      }
    }
    this.refreshSoon(0);
  }

  private setting(name: string): boolean {
    return vscode.workspace.getConfiguration('nianbao', this.document?.uri).get(`preview.${name}`, true);
  }
}

// Where findings stand at one place, that of the finding itself.
function editFor(actions: readonly vscode.CodeAction[], message: string): vscode.WorkspaceEdit | undefined {
  const edits = actions.filter((action) => action.edit !== undefined);
  const named = edits.filter((action) => action.diagnostics?.some((diagnostic) => diagnostic.message === message));
  const own = named.length > 0 ? named : edits;
  return (own.find((action) => action.isPreferred === true) ?? own[0])?.edit;
}

// The content policy refuses inline style; the same widths stand in attributes.
const INLINE_WIDTH = / style="width:[\d.]+%"/g;

const PANEL_OPTIONS = { enableScripts: true, enableForms: false, enableCommandUris: false, localResourceRoots: [] };

function textOf(answer: unknown, name: string): string {
  const value = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function words(): Parameters<typeof previewShell>[1] {
  return {
    previous: vscode.l10n.t('Previous finding'),
    next: vscode.l10n.t('Next finding'),
    marks: vscode.l10n.t('Show marks'),
    print: vscode.l10n.t('Print…'),
    fix: vscode.l10n.t('Correct'),
    basis: vscode.l10n.t('About this rule'),
    error: vscode.l10n.t('error'),
    warning: vscode.l10n.t('warning'),
    information: vscode.l10n.t('note'),
    toolbar: vscode.l10n.t('Preview toolbar'),
  };
}
