// Editing of pipe tables in the editor: moving between cells, keeping aligned tables aligned, sums and zeros. What a
// cell is and where it leads is decided in table/. A composition of Chinese characters is never disturbed: letters
// typed on the way are left alone until the cursor leaves the cell.

import * as vscode from 'vscode';
import type { Handlers } from './commands';
import { isReport, lineReader, preferredEdits } from './report_document';
import { alignment, isAligned } from './table/align';
import { namesOf, nextStop, stopBelow, tableAt, type Place, type Table } from './table/grid';
import { cellIndexAt, isRow, valueOf } from './table/row';
import { rowSum } from './table/row_sum';

const SETTLE_MS = 120;
// Latin letters and Bopomofo can belong to a composition that has not ended.
const UNFINISHED = /[A-Za-z'\u3100-\u312f]/;

export class TableEditing implements vscode.Disposable {
  private readonly where = vscode.window.createStatusBarItem('nianbao.cell', vscode.StatusBarAlignment.Right, 101);
  private readonly listeners: vscode.Disposable;
  // The table in front was aligned before the edits that wait to be aligned.
  private neat: { readonly uri: string; readonly first: number } | undefined;
  private pending: { readonly line: number; readonly column: number } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private inTable = false;

  readonly handlers: Handlers = {
    'nianbao.table.nextCell': () => this.move((table, from) => nextStop(table, from, 1)),
    'nianbao.table.previousCell': () => this.move((table, from) => nextStop(table, from, -1)),
    'nianbao.table.nextRow': () => this.move(stopBelow),
    'nianbao.table.sum': () => this.sum(),
    'nianbao.table.align': () => this.align(true),
    'nianbao.table.fillZero': () => this.fillZero(),
  };

  constructor() {
    this.where.name = vscode.l10n.t('Annual report: table cell');
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.moved(editor)),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
    );
    this.moved(vscode.window.activeTextEditor);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.where.dispose();
  }

  private moved(editor: vscode.TextEditor | undefined): void {
    const line = editor?.selection.active.line ?? -1;
    const inTable = editor !== undefined && isReport(editor.document) && isRow(lineReader(editor.document)(line) ?? '');
    if (inTable !== this.inTable) {
      this.inTable = inTable;
      void vscode.commands.executeCommand('setContext', 'nianbao.inTable', inTable);
    }
    const table = inTable ? tableAt(lineReader(editor.document), line) : undefined;
    this.showCell(table, editor);
    if (this.pending !== undefined) {
      const here = placeOf(table, editor);
      if (here?.line !== this.pending.line || here.column !== this.pending.column) {
        this.settleSoon(0);
      }
      return;
    }
    const uri = editor?.document.uri.toString() ?? '';
    this.neat = table !== undefined && editor !== undefined && isAligned(linesOf(editor.document, table)) ? { uri, first: table.first } : undefined;
  }

  private showCell(table: Table | undefined, editor: vscode.TextEditor | undefined): void {
    const place = placeOf(table, editor);
    const names = table === undefined || place === undefined ? undefined : namesOf(table, place);
    if (names === undefined) {
      this.where.hide();
      return;
    }
    this.where.text = [names.row, names.column].filter((name) => name !== '').join(' · ');
    this.where.tooltip = vscode.l10n.t('Tab: next cell. Enter: next row. Alt+=: totals.');
    this.where.show();
  }

  private changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (reason !== undefined || change === undefined || contentChanges.length !== 1 || editor?.document !== document || !isReport(document)) {
      return;
    }
    const { range, text } = change;
    const table = range.isSingleLine && !/[\r\n]/.test(text) ? tableAt(lineReader(document), range.start.line) : undefined;
    const known = this.neat?.uri === document.uri.toString() && this.neat.first === table?.first;
    if (table === undefined || !known || vscode.workspace.getConfiguration('nianbao', document.uri).get('table.keepAligned') !== true) {
      return;
    }
    const row = table.rows[range.start.line - table.first];
    this.pending = { line: range.start.line, column: cellIndexAt(row?.cells ?? [], range.start.character) };
    if (UNFINISHED.test(text)) {
      clearTimeout(this.timer);
    } else {
      this.settleSoon(SETTLE_MS);
    }
  }

  private settleSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.align(false), milliseconds);
  }

  // Aligns the table that was edited, or on request the one at the cursor. Joins the edit before it in one undo step.
  private async align(asked: boolean): Promise<void> {
    clearTimeout(this.timer);
    const editor = vscode.window.activeTextEditor;
    const line = asked ? editor?.selection.active.line : this.pending?.line;
    if (editor === undefined || line === undefined || !isReport(editor.document)) {
      this.pending = undefined;
      return;
    }
    const table = tableAt(lineReader(editor.document), line);
    const edits = table === undefined ? [] : alignment(linesOf(editor.document, table));
    if (table !== undefined && edits.length > 0) {
      const done = await editor.edit(
        (builder) => edits.forEach((edit) => builder.replace(rangeOn(table.first + edit.row, edit.from, edit.to), edit.text)),
        { undoStopBefore: asked, undoStopAfter: asked },
      );
      if (!done && !asked) {
        return this.settleSoon(SETTLE_MS); // Typed on meanwhile.
      }
    } else if (asked) {
      tell(table === undefined ? vscode.l10n.t('The cursor is not in a table.') : vscode.l10n.t('This table is aligned.'));
    }
    this.pending = undefined;
    this.moved(editor);
  }

  private async move(next: (table: Table, from: Place) => Place | undefined): Promise<void> {
    if (this.pending !== undefined) {
      await this.align(false);
    }
    const editor = vscode.window.activeTextEditor;
    const table = editor === undefined ? undefined : tableAt(lineReader(editor.document), editor.selection.active.line);
    const from = placeOf(table, editor);
    if (editor === undefined || table === undefined || from === undefined) {
      return;
    }
    const to = next(table, from);
    if (to === undefined) {
      await leave(editor, table);
      return;
    }
    const cell = table.rows[to.line - table.first]?.cells[to.column];
    const range = rangeOn(to.line, cell?.start ?? 0, cell?.end ?? 0);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range);
  }

  // All totals of the table that are certain, and the sum for the cell at the cursor if that is a total: one undo step.
  private async sum(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const table = editor === undefined ? undefined : tableAt(lineReader(editor.document), editor.selection.active.line);
    const place = placeOf(table, editor);
    if (editor === undefined || table === undefined || place === undefined) {
      return tell(vscode.l10n.t('The cursor is not in a table.'));
    }
    const { document } = editor;
    const edits = await preferredEdits(document, [new vscode.Range(table.first, 0, table.last, document.lineAt(table.last).text.length)]);
    const own = rowSum(table, place);
    const cell = table.rows[place.line - table.first]?.cells[place.column];
    if (own !== undefined && cell !== undefined && valueOf(cell.text) !== own) {
      const range = rangeOn(place.line, cell.start, cell.end);
      if (!edits.some((edit) => edit.range.intersection(range) !== undefined)) {
        edits.push(vscode.TextEdit.replace(range, String(own)));
      }
    }
    if (edits.length === 0) {
      return tell(vscode.l10n.t('The totals of this table need no change.'));
    }
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    tell(edits.length === 1 ? vscode.l10n.t('1 total set.') : vscode.l10n.t('{count} totals set.', { count: edits.length }));
  }

  private async fillZero(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const table = editor === undefined ? undefined : tableAt(lineReader(editor.document), editor.selection.active.line);
    if (editor === undefined || table === undefined) {
      return tell(vscode.l10n.t('The cursor is not in a table.'));
    }
    const blank = table.rows.flatMap((row) =>
      row.stops.flatMap((column) => {
        const cell = row.cells[column];
        return cell?.text === '' ? [rangeOn(row.line, cell.start, cell.end)] : [];
      }),
    );
    if (blank.length > 0) {
      await editor.edit((builder) => blank.forEach((range) => builder.replace(range, '0')));
    }
    tell(blank.length === 1 ? vscode.l10n.t('1 blank cell filled with 0.') : vscode.l10n.t('{count} blank cells filled with 0.', { count: blank.length }));
  }
}

/** The cell at the cursor. */
export function placeOf(table: Table | undefined, editor: vscode.TextEditor | undefined): Place | undefined {
  if (table === undefined || editor === undefined) {
    return undefined;
  }
  const { line, character } = editor.selection.active;
  const row = table.rows[line - table.first];
  return row === undefined ? undefined : { line, column: cellIndexAt(row.cells, character) };
}

/** The lines of a table. */
export function linesOf(document: vscode.TextDocument, table: Table): string[] {
  return Array.from({ length: table.last - table.first + 1 }, (_, row) => document.lineAt(table.first + row).text);
}

async function leave(editor: vscode.TextEditor, table: Table): Promise<void> {
  const { document } = editor;
  if (table.last + 1 >= document.lineCount) {
    await editor.edit((builder) => builder.insert(document.lineAt(table.last).range.end, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
  }
  const after = new vscode.Position(table.last + 1, 0);
  editor.selection = new vscode.Selection(after, after);
  editor.revealRange(new vscode.Range(after, after));
}

function rangeOn(line: number, from: number, to: number): vscode.Range {
  return new vscode.Range(line, from, line, to);
}

function tell(text: string): void {
  vscode.window.setStatusBarMessage(text, 5000);
}
