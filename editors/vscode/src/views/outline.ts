// Marks in the outline: what of a part is wrong, to be filled in, or in order. The symbols come from the server.

import * as vscode from 'vscode';
import type { Mark } from '../marks';
import { gapsIn } from '../tasks/gaps';

/** The symbols with a sign and a word behind the name of each part; parts may stand under the title of the report. */
export function withMarks(symbols: readonly vscode.DocumentSymbol[], marks: readonly Mark[], document: vscode.TextDocument): vscode.DocumentSymbol[] {
  return symbols.map((symbol) => {
    const isPart = symbol.kind === vscode.SymbolKind.Module;
    const detail = [isPart ? signOf(symbol.range, marks, document) : '', symbol.detail].filter((text) => text !== '').join(' \u00b7 ');
    const marked = new vscode.DocumentSymbol(symbol.name, detail, symbol.kind, symbol.range, symbol.selectionRange);
    marked.children = isPart ? symbol.children : withMarks(symbol.children, marks, document);
    return marked;
  });
}

function signOf(range: vscode.Range, marks: readonly Mark[], document: vscode.TextDocument): string {
  const inside = marks.filter((mark) => range.contains(mark.range));
  const errors = inside.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
  const gaps = gapsIn(document.getText(range)).length;
  const rest = inside.length - errors;
  return errors > 0 ? `\u2717 ${errors}` : gaps > 0 ? vscode.l10n.t('\u25cb {count} to fill in', { count: gaps }) : rest > 0 ? `! ${rest}` : '\u2713';
}
