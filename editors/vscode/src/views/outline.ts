// Marks in the outline: what of a part is wrong, to be filled in, or in order. The symbols come from the server.

import * as vscode from 'vscode';
import type { Mark } from '../marks';
import { gapsIn } from '../tasks/gaps';

/** The symbols with a sign and a word behind the name of each part. */
export function withMarks(symbols: readonly vscode.DocumentSymbol[], marks: readonly Mark[], document: vscode.TextDocument): vscode.DocumentSymbol[] {
  return symbols.map((symbol) => {
    const inside = marks.filter((mark) => symbol.range.contains(mark.range));
    const errors = inside.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    const gaps = gapsIn(document.getText(symbol.range)).length;
    const rest = inside.length - errors;
    const sign = errors > 0 ? `\u2717 ${errors}` : gaps > 0 ? vscode.l10n.t('\u25cb {count} to fill in', { count: gaps }) : rest > 0 ? `! ${rest}` : '\u2713';
    const marked = new vscode.DocumentSymbol(symbol.name, [sign, symbol.detail].filter((text) => text !== '').join(' \u00b7 '), symbol.kind, symbol.range, symbol.selectionRange);
    marked.children = symbol.children;
    return marked;
  });
}
