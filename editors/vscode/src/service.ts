// What the small entry of the extension knows of the large one, which is loaded only when a report is open.

import type { CancellationToken, Disposable, ExtensionContext, Uri } from 'vscode';

export interface Service extends Disposable {
  /** Starts the server if it is not running; a second call waits for the first. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  showLog(): void;
  copySupport(): Promise<void>;
  /** The text of a page under the scheme `nianbao:`. */
  content(uri: Uri, token: CancellationToken): Promise<string>;
}

export interface ServiceModule {
  createService(context: ExtensionContext): Service;
}
