// The report in front, and small helpers for its text.

import * as vscode from 'vscode';

export const LANGUAGE = 'nianbao';

/** True for a document that the server checks. */
export function isReport(document: vscode.TextDocument): boolean {
  return document.languageId === LANGUAGE && ['file', 'untitled'].includes(document.uri.scheme);
}

/** The editor of the report in front, or else of one in sight. */
export function reportEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined && isReport(active.document)) {
    return active;
  }
  return vscode.window.visibleTextEditors.find((editor) => isReport(editor.document));
}

/** The lines of a document by number. */
export function lineReader(document: vscode.TextDocument): (line: number) => string | undefined {
  return (line) => (line >= 0 && line < document.lineCount ? document.lineAt(line).text : undefined);
}

/** The quick fixes in a range that need no look at the register, without those that overlap an earlier one. */
export async function preferredEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[]): Promise<vscode.TextEdit[]> {
  const edits: vscode.TextEdit[] = [];
  for (const range of ranges) {
    const actions = await quickFixes(document, range);
    for (const action of actions) {
      const own = action.edit?.get(document.uri) ?? [];
      if (action.isPreferred === true && own.length > 0 && !own.some((edit) => edits.some((other) => touches(edit, other)))) {
        edits.push(...own);
      }
    }
  }
  return edits;
}

/** What the lightbulb would offer at a place. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, range, kind, 100)) ?? [];
}

function touches(left: vscode.TextEdit, right: vscode.TextEdit): boolean {
  const both = left.range.intersection(right.range);
  return both !== undefined && (!both.isEmpty || left.range.isEqual(right.range));
}

/** The text with edits made, which do not overlap. */
export function textWith(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = document.getText();
  const placed = edits.map((edit) => ({ from: document.offsetAt(edit.range.start), to: document.offsetAt(edit.range.end), text: edit.newText }));
  for (const edit of placed.sort((left, right) => right.from - left.from)) {
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return text;
}
