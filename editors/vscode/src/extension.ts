// The entry of the extension, kept small: it is also loaded for any Markdown or text file, where it reads thirty lines
// and offers the check. Everything with the language client is in service_client.ts and loaded for the first report.

import * as vscode from 'vscode';
import { DESK_COMMANDS, PREVIEW_TYPE, VIEWS } from './commands';
import { LazyTree } from './lazy_tree';
import { registerOffer } from './offer';
import type { Service, ServiceModule } from './service';

const LANGUAGE = 'nianbao';
const SCHEME = 'nianbao';
let service: Service | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const trees = VIEWS.map((id) => new LazyTree(id));
  const running = (): Service => {
    if (service === undefined) {
      service = load(context);
      trees.forEach((tree) => tree.connect(service));
    }
    return service;
  };
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId === LANGUAGE && document.uri.scheme !== SCHEME) {
      void running().start();
    }
  };
  context.subscriptions.push(
    changed,
    ...trees.map((tree) => vscode.window.registerTreeDataProvider(tree.id, tree)),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => running().content(uri, token),
    }),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
      deserializeWebviewPanel: (panel, state) => running().restorePreview(panel, state),
    }),
    vscode.commands.registerCommand('nianbao.server.restart', async () => {
      await running().restart();
      // Pages that were opened while the server was down get their text now.
      vscode.workspace.textDocuments.filter((open) => open.uri.scheme === SCHEME).forEach((open) => changed.fire(open.uri));
    }),
    vscode.commands.registerCommand('nianbao.server.showLog', () => running().showLog()),
    vscode.commands.registerCommand('nianbao.support.copy', () => running().copySupport()),
    vscode.commands.registerCommand('nianbao.page.open', async (address: unknown) => {
      const uri = typeof address === 'string' ? vscode.Uri.parse(address) : undefined;
      if (uri?.scheme === SCHEME) {
        await vscode.commands.executeCommand('vscode.open', uri);
      }
    }),
    vscode.commands.registerCommand('nianbao.walkthrough.open', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#nianbao.firstReport`, false),
    ),
    ...DESK_COMMANDS.map((name) => vscode.commands.registerCommand(name, (...args: unknown[]) => running().run(name, args))),
    registerOffer(LANGUAGE),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}

export async function deactivate(): Promise<void> {
  await service?.stop();
}

function load(context: vscode.ExtensionContext): Service {
  const module = require('./service_client.js') as ServiceModule;
  const created = module.createService(context);
  context.subscriptions.push(created);
  return created;
}
