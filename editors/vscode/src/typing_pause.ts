// While a number is being typed it is not yet wrong: the check of a report waits until the cell is left or the keys have
// rested for a moment. Only keys count; a quick fix or a paste is checked at once.

import * as vscode from 'vscode';
import { cellNumber } from './table/row';

const REST_MS = 800;

interface Typing {
  readonly uri: string;
  readonly line: number;
  readonly cell: number;
  readonly rested: Promise<void>;
  readonly end: () => void;
}

export class TypingPause implements vscode.Disposable {
  private typing: Typing | undefined;
  private readonly listeners: vscode.Disposable;

  constructor(private readonly language: string) {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => this.moved(textEditor.document, selections[0]?.active)),
      vscode.window.onDidChangeActiveTextEditor(() => this.end()),
    );
  }

  /** Resolves when nobody types in a cell of the document. */
  async over(uri: vscode.Uri): Promise<void> {
    while (this.typing?.uri === uri.toString()) {
      await this.typing.rested;
    }
  }

  dispose(): void {
    this.end();
    this.listeners.dispose();
  }

  private changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change] = contentChanges;
    if (document.languageId !== this.language || change === undefined) {
      return;
    }
    const key = contentChanges.length === 1 && change.text.length + change.rangeLength === 1 && /^[\d.]?$/.test(change.text);
    const { line, character } = change.range.start;
    const text = document.lineAt(line).text;
    // The table is aligned behind the keys: blanks come and go, and no number changes.
    if (!key && reason === undefined && contentChanges.every(({ text: blanks }) => /^[ -]*$/.test(blanks))) {
      return;
    }
    this.end();
    if (key && reason === undefined && text.startsWith('|')) {
      this.begin(document.uri.toString(), line, cellNumber(text, character));
    }
  }

  private begin(uri: string, line: number, cell: number): void {
    let end = (): void => undefined;
    const rested = new Promise<void>((resolve) => (end = resolve));
    const timer = setTimeout(() => this.end(), REST_MS);
    this.typing = { uri, line, cell, rested, end: () => (clearTimeout(timer), end()) };
  }

  private moved(document: vscode.TextDocument, at: vscode.Position | undefined): void {
    const { typing } = this;
    if (typing === undefined || at === undefined || document.uri.toString() !== typing.uri) {
      return;
    }
    if (at.line !== typing.line || cellNumber(document.lineAt(at.line).text, at.character) !== typing.cell) {
      this.end();
    }
  }

  private end(): void {
    const ended = this.typing;
    this.typing = undefined;
    ended?.end();
  }
}
