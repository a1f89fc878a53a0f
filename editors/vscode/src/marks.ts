// The findings of a document as the features need them. Reads the collection that the language client fills.

import * as vscode from 'vscode';
import type { Counts } from './status_text';

export interface Mark {
  readonly range: vscode.Range;
  readonly severity: vscode.DiagnosticSeverity;
  readonly message: string;
  readonly rule: string;
  readonly related: readonly string[];
}

export class Marks {
  constructor(private readonly collection: vscode.DiagnosticCollection) {}

  /** In the order of the text. */
  of(uri: vscode.Uri): Mark[] {
    const marks = [...(this.collection.get(uri) ?? [])].map(markOf);
    return marks.sort((left, right) => left.range.start.compareTo(right.range.start));
  }

  counts(uri: vscode.Uri): Counts {
    const marks = this.collection.get(uri) ?? [];
    const count = (severity: vscode.DiagnosticSeverity): number => marks.filter((mark) => mark.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    return { errors, warnings, others: marks.length - errors - warnings };
  }
}

/** Takes away the marks of documents that are not open. */
export function forgetClosed(collection: vscode.DiagnosticCollection): void {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const gone: vscode.Uri[] = [];
  collection.forEach((uri) => {
    if (!open.has(uri.toString())) gone.push(uri);
  });
  gone.forEach((uri) => collection.delete(uri));
}

/** Greys all marks: they are of an earlier text, and nobody looks any more. `why` is added to each message. */
export function fade(collection: vscode.DiagnosticCollection, why: string): void {
  const old: [vscode.Uri, vscode.Diagnostic[]][] = [];
  collection.forEach((uri, marks) => old.push([uri, marks.map((mark) => faded(mark, why))]));
  old.forEach(([uri, marks]) => collection.set(uri, marks));
}

function faded(mark: vscode.Diagnostic, why: string): vscode.Diagnostic {
  const grey = new vscode.Diagnostic(mark.range, vscode.l10n.t('{message} ({why})', { message: mark.message, why }), vscode.DiagnosticSeverity.Hint);
  if (mark.source !== undefined) grey.source = mark.source;
  if (mark.code !== undefined) grey.code = mark.code;
  grey.tags = [vscode.DiagnosticTag.Unnecessary];
  return grey;
}

function markOf(diagnostic: vscode.Diagnostic): Mark {
  const { range, severity, message, code, relatedInformation } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return { range, severity, message, rule: String(rule ?? ''), related: (relatedInformation ?? []).map((one) => one.message) };
}
