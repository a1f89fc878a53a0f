// The language client: one server process at a time, started for the first report, started again after a crash, and
// named in words when it cannot start. Loaded lazily by extension.ts.

import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { DeskCommand, ViewId } from './commands';
import { CrashPolicy } from './crash_policy';
import { Desk } from './desk';
import { registerFindingCommands } from './finding_commands';
import { findServer, prepare, PROGRAM, StartError, startServer, type RunningServer } from './server_process';
import { fade, forgetClosed, Marks } from './marks';
import type { Server, Service } from './service';
import { failureText, supportText, type StartFailure } from './start_failure';
import { StatusBar } from './status_bar';
import type { ReportFacts } from './status_text';
import { translate } from './translate';
import { TypingPause } from './typing_pause';
import { withMarks } from './views/outline';
import { OPEN_PAGE, requestPage, withPageLinks } from './virtual_documents';

const ID = 'nianbao';
const SILENT_MS = 15_000;
const STOP_MS = 2_000;

export function createService(context: vscode.ExtensionContext): Service {
  return new ClientService(context);
}

class ClientService implements Service, Server {
  private readonly log = vscode.window.createOutputChannel(vscode.l10n.t('Annual report check'), { log: true });
  // One collection for pushed and pulled marks; it outlives a crash, so that marks do not flicker while the server restarts.
  private readonly marks = vscode.languages.createDiagnosticCollection(ID);
  private readonly status = new StatusBar(ID, this.marks);
  private readonly commands = registerFindingCommands();
  private readonly policy = new CrashPolicy();
  private readonly pause = new TypingPause(ID);
  private readonly desk: Desk;
  private running: { readonly client: LanguageClient; readonly server: RunningServer; readonly program: string } | undefined;
  readonly onDidChange = this.status.onDidChange;
  private starting: Promise<void> | undefined;
  private lastFailure: StartFailure | undefined;
  // After a failure the user was told of, opening another report does not try again; a command does.
  private gaveUp = false;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.desk = new Desk(context, this, this.marks, () => this.start());
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  get program(): string | undefined {
    return this.running?.program;
  }

  facts(uri: vscode.Uri): ReportFacts | undefined {
    return this.status.factsOf(uri);
  }

  async request(method: string, params: object, token?: vscode.CancellationToken): Promise<unknown> {
    if (this.running === undefined) {
      throw new Error('not running');
    }
    const { client } = this.running;
    try {
      return await (token === undefined ? client.sendRequest<unknown>(method, params) : client.sendRequest<unknown>(method, params, token));
    } catch (error) {
      this.log.warn(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  run(command: DeskCommand, args: readonly unknown[]): unknown {
    return this.desk.run(command, args);
  }

  tree(id: ViewId): vscode.TreeDataProvider<unknown> {
    return this.desk.tree(id);
  }

  restorePreview(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    void this.start();
    return this.desk.restorePreview(panel, state);
  }

  start(): Promise<void> {
    if (this.running !== undefined || this.gaveUp) {
      return Promise.resolve();
    }
    this.starting ??= this.tryStart().finally(() => (this.starting = undefined));
    return this.starting;
  }

  async restart(): Promise<void> {
    await this.starting;
    await this.stop();
    this.policy.forget();
    this.gaveUp = false;
    await this.start();
  }

  async stop(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    if (running !== undefined) {
      await running.client.dispose(STOP_MS).catch(() => undefined);
      running.server.kill();
    }
  }

  showLog(): void {
    this.log.show();
  }

  async copySupport(): Promise<void> {
    const facts = {
      nianbao: String(this.context.extension.packageJSON.version),
      server: this.running?.client.initializeResult?.serverInfo?.version ?? '-',
      editor: `${vscode.env.appName} ${vscode.version}`,
      system: `${process.platform} ${process.arch}`,
      language: vscode.env.language,
    };
    await vscode.env.clipboard.writeText(supportText(facts, this.lastFailure));
  }

  async content(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    await this.start();
    const text = this.running === undefined ? undefined : await requestPage(this.running.client, uri, token);
    return text ?? vscode.l10n.t('This page is not available: the checker is not running or does not have it.');
  }

  dispose(): void {
    void this.stop();
    this.desk.dispose();
    this.commands.dispose();
    this.pause.dispose();
    this.status.dispose();
    this.marks.dispose();
    this.log.dispose();
  }

  private async tryStart(): Promise<void> {
    this.status.show('starting');
    let failure = await this.connected();
    // A server that ends while it is started again after a crash has crashed once more: one sentence for one trouble.
    while (failure?.kind === 'exited' && this.policy.hasCrashed(Date.now())) {
      failure = this.policy.mayRestart(Date.now()) ? await this.connected() : { kind: 'crashing' };
    }
    if (failure !== undefined) {
      this.giveUp(failure);
    }
  }

  /** Starts one server; gives the reason if it does not run. */
  private async connected(): Promise<StartFailure | undefined> {
    try {
      const running = await this.connect();
      this.running = running;
      this.lastFailure = undefined;
      // Marks of open documents stay until the new server says better: it may end before it says anything.
      forgetClosed(this.marks);
      this.status.show('running');
      void running.server.ended.then((end) => this.crashed(running.server, end));
      return undefined;
    } catch (error) {
      return error instanceof StartError ? error.failure : { kind: 'silent' };
    }
  }

  private async connect(): Promise<{ client: LanguageClient; server: RunningServer; program: string }> {
    const program = await findServer({
      setting: vscode.workspace.getConfiguration(ID).get<string>('server.path', '').trim(),
      bundled: this.context.asAbsolutePath(`bin/${PROGRAM}`),
      searchPath: process.env['PATH'] ?? '',
    });
    await prepare(program);
    const server = await startServer(program, (line) => this.log.info(line));
    const client = new QuietClient(ID, ID, () => Promise.resolve({ reader: server.reader, writer: server.process.stdin, detached: true }), this.options());
    client.onNotification('nianbao/status', (message: unknown) => this.status.tell(message));
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<StartFailure>((resolve) => (timer = setTimeout(() => resolve({ kind: 'silent' }), SILENT_MS)));
    const started = client.start().then(
      () => undefined,
      async (error: unknown): Promise<StartFailure> => {
        this.log.error(error instanceof Error ? error.message : String(error));
        // The end of the process says more than the broken pipe that it causes.
        return Promise.race([server.ended, wait(500).then((): StartFailure => ({ kind: 'silent' }))]);
      },
    );
    const failure = await Promise.race([started, server.ended, silence]);
    clearTimeout(timer);
    if (failure !== undefined) {
      server.kill();
      void client.dispose(STOP_MS).catch(() => undefined);
      throw new StartError(failure);
    }
    return { client, server, program };
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { language: ID, scheme: 'file' },
        { language: ID, scheme: 'untitled' },
      ],
      // The settings of the first check, and that this client runs the commands which code actions carry.
      initializationOptions: () => ({ ...vscode.workspace.getConfiguration(ID), clientCommands: true }),
      outputChannel: this.log,
      markdown: { isTrusted: { enabledCommands: [OPEN_PAGE] } },
      middleware: {
        provideHover: async (document, position, token, next) => {
          const hover = await next(document, position, token);
          hover?.contents.forEach(withPageLinks);
          return hover;
        },
        provideDiagnostics: async (document, previous, token, next) => {
          await this.pause.over(document instanceof vscode.Uri ? document : document.uri);
          return next(document, previous, token);
        },
        provideDocumentSymbols: async (document, token, next) => {
          const symbols = await next(document, token);
          const own = symbols?.filter((symbol): symbol is vscode.DocumentSymbol => symbol instanceof vscode.DocumentSymbol);
          return own === undefined || own.length === 0 ? symbols : withMarks(own, new Marks(this.marks).of(document.uri), document);
        },
      },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionProvider: { create: () => this.marks, dispose: () => undefined },
      initializationFailedHandler: () => false,
      // Starting again is decided here, not by the client: a new process gets a new client.
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
    };
  }

  private crashed(server: RunningServer, end: StartFailure): void {
    if (this.running?.server !== server) {
      return; // It was stopped on purpose.
    }
    this.log.warn(`server ended: ${JSON.stringify(end)}`);
    void this.running.client.dispose(STOP_MS).catch(() => undefined);
    this.running = undefined;
    if (this.policy.mayRestart(Date.now())) {
      void this.start();
    } else {
      this.giveUp({ kind: 'crashing' });
    }
  }

  private giveUp(failure: StartFailure): void {
    this.gaveUp = true;
    this.lastFailure = failure;
    fade(this.marks, vscode.l10n.t('no longer checked'));
    this.status.show('stopped');
    this.log.error(`start failed: ${JSON.stringify(failure)}`);
    void this.ask(failure);
  }

  private async ask(failure: StartFailure): Promise<void> {
    const retry = vscode.l10n.t('Retry');
    const log = vscode.l10n.t('Show Log');
    const copy = vscode.l10n.t('Copy Information');
    const chosen = await vscode.window.showErrorMessage(failureText(failure, translate), retry, log, copy);
    if (chosen === retry) {
      await this.restart();
    } else if (chosen === log) {
      this.showLog();
    } else if (chosen === copy) {
      await this.copySupport();
    }
  }
}

// The client's own pop-ups speak English and of sockets; ours say what to do. It still writes to the log.
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
