// The editor's translator in the shape that the pure modules want.

import * as vscode from 'vscode';
import type { Translate } from './start_failure';

export const translate: Translate = (message, args) => (args === undefined ? vscode.l10n.t(message) : vscode.l10n.t(message, args));
