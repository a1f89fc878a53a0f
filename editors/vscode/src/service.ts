// What the small entry of the extension knows of the large one, which is loaded only when a report is open.

import type { CancellationToken, Disposable, Event, ExtensionContext, TreeDataProvider, Uri, WebviewPanel } from 'vscode';
import type { DeskCommand, ViewId } from './commands';

export interface Service extends Disposable {
  /** Starts the server if it is not running; a second call waits for the first. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  showLog(): void;
  copySupport(): Promise<void>;
  /** The text of a page under the scheme `nianbao:`. */
  content(uri: Uri, token: CancellationToken): Promise<string>;
  /** Runs a command of the desk. */
  run(command: DeskCommand, args: readonly unknown[]): unknown;
  /** What a view in the side bar shows. */
  tree(id: ViewId): TreeDataProvider<unknown>;
  /** Brings a preview back after the window was reloaded. */
  restorePreview(panel: WebviewPanel, state: unknown): Promise<void>;
}

export interface ServiceModule {
  createService(context: ExtensionContext): Service;
}

/** What the features of the desk use of the server. */
export interface Server {
  /** Asks the running server; rejects if it does not run or does not know the method. */
  request(method: string, params: object, token?: CancellationToken): Promise<unknown>;
  /** Facts about a document that the server told of its own accord. */
  facts(uri: Uri): import('./status_text').ReportFacts | undefined;
  /** Marks or facts of documents changed, or the server came or went. */
  readonly onDidChange: Event<void>;
  readonly isRunning: boolean;
  /** The program in use, for commands that the protocol does not have. */
  readonly program: string | undefined;
}
