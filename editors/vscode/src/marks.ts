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
    return { errors: count(vscode.DiagnosticSeverity.Error), warnings: count(vscode.DiagnosticSeverity.Warning) };
  }
}

function markOf(diagnostic: vscode.Diagnostic): Mark {
  const { range, severity, message, code, relatedInformation } = diagnostic;
  const rule = typeof code === 'object' ? code.value : code;
  return { range, severity, message, rule: String(rule ?? ''), related: (relatedInformation ?? []).map((one) => one.message) };
}
