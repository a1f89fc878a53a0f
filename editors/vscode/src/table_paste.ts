// Pasting a table from Word, WPS, Excel or a web page into a table of the report: offered in the paste menu where the
// editor has one, and as a command. An ordinary paste stays ordinary; the change is shown before it is made.

import * as vscode from 'vscode';
import type { Handlers } from './commands';
import type { Proposals } from './proposal';
import { LANGUAGE, lineReader, reportEditor } from './report_document';
import { fromHtml, fromTabs } from './table/clipboard';
import { fillTable, pipeTable } from './table/fill';
import { tableAt } from './table/grid';
import { linesOf, placeOf } from './table_editing';

type Grid = readonly (readonly string[])[];

// Editors since 1.97 have it; the types here are older.
interface PasteApi {
  registerDocumentPasteEditProvider?(selector: vscode.DocumentSelector, provider: PasteProvider, metadata: object): vscode.Disposable;
}
interface PasteEdit {
  readonly insertText: string;
  readonly title: string;
  readonly kind: unknown;
  yieldTo: unknown[];
}
interface PasteProvider {
  provideDocumentPasteEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer): Promise<PasteEdit[] | undefined>;
  resolveDocumentPasteEdit(edit: PasteEdit): Promise<PasteEdit>;
}
interface PasteClasses {
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: { append(...parts: string[]): unknown }; readonly Text: unknown };
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: unknown) => PasteEdit;
}

export class TablePaste implements vscode.Disposable {
  private readonly registration: vscode.Disposable | undefined;
  // The last table seen as HTML and the plain text it came with: the clipboard gives commands no HTML.
  private seen: { readonly plain: string; readonly grid: Grid } | undefined;

  readonly handlers: Handlers = { 'nianbao.table.paste': () => this.paste() };

  constructor(private readonly proposals: Proposals) {
    this.registration = this.register(vscode.languages as PasteApi, vscode as PasteClasses);
  }

  dispose(): void {
    this.registration?.dispose();
  }

  private register(api: PasteApi, classes: PasteClasses): vscode.Disposable | undefined {
    const { DocumentDropOrPasteEditKind: kinds, DocumentPasteEdit: Edit } = classes;
    if (api.registerDocumentPasteEditProvider === undefined || kinds === undefined || Edit === undefined) {
      return undefined;
    }
    const kind = kinds.Empty.append('nianbao', 'table');
    const provider: PasteProvider = {
      provideDocumentPasteEdits: async (_document, _ranges, data) => {
        const plain = (await data.get('text/plain')?.asString()) ?? '';
        const grid = fromHtml((await data.get('text/html')?.asString()) ?? '') ?? fromTabs(plain);
        if (grid === undefined || grid.length === 0) {
          return undefined;
        }
        this.seen = { plain, grid };
        const edit = new Edit('', vscode.l10n.t('Paste as official table'), kind);
        edit.yieldTo = [kinds.Text];
        return [edit];
      },
      // Chosen: the ordinary paste is taken back by the editor, then the proposal opens.
      resolveDocumentPasteEdit: async (edit) => {
        const grid = this.seen?.grid;
        if (grid !== undefined) {
          setTimeout(() => void this.propose(grid), 200);
        }
        return edit;
      },
    };
    const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html', 'text/plain'] };
    return api.registerDocumentPasteEditProvider([{ language: LANGUAGE }], provider, metadata);
  }

  private async paste(): Promise<void> {
    const plain = await vscode.env.clipboard.readText();
    const grid = this.seen?.plain === plain && plain !== '' ? this.seen.grid : (fromTabs(plain) ?? fromHtml(plain));
    if (grid === undefined || grid.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The clipboard holds no table. Copy the table in Word, WPS, Excel or on a web page first.'));
      return;
    }
    await this.propose(grid);
  }

  private async propose(grid: Grid): Promise<void> {
    const editor = reportEditor();
    if (editor === undefined) {
      return;
    }
    const { document } = editor;
    const line = editor.selection.active.line;
    const table = tableAt(lineReader(document), line);
    const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const title = vscode.l10n.t('Paste as official table');
    if (table === undefined) {
      const at = document.offsetAt(new vscode.Position(line, 0));
      const text = document.getText();
      const own = `${pipeTable(grid).join(end)}${end}`;
      await this.proposals.show(document, text.slice(0, at) + own + text.slice(at), title, vscode.l10n.t('{rows} rows read; the cursor is in no table, so they become one of their own.', { rows: grid.length }));
      return;
    }
    const place = placeOf(table, editor) ?? { line, column: 0 };
    const filled = fillTable(linesOf(document, table), grid, { line: place.line - table.first, column: place.column });
    const from = document.offsetAt(new vscode.Position(table.first, 0));
    const to = document.offsetAt(document.lineAt(table.last).range.end);
    const text = document.getText();
    await this.proposals.show(document, text.slice(0, from) + filled.lines.join(end) + text.slice(to), title, summary(filled));
  }
}

function summary({ rows, rowsFound, cells, cellsFound, missing }: ReturnType<typeof fillTable>): string {
  if (rows === rowsFound && cells === cellsFound) {
    return vscode.l10n.t('All {rows} rows recognised, {cells} cells read.', { rows, cells });
  }
  const read = { rowsFound, rows, cellsFound, cells };
  const names = missing.filter((name) => name !== '').slice(0, 3).join(' \u00b7 ');
  return names === ''
    ? vscode.l10n.t('{rowsFound} of {rows} rows recognised, {cellsFound} of {cells} cells read; the others stay as they are.', read)
    : vscode.l10n.t('{rowsFound} of {rows} rows recognised, {cellsFound} of {cells} cells read; not found: {names}', { ...read, names });
}
