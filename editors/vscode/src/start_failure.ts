// Why the server did not start, and the sentence that says so. Each reason has its own whole sentence, which names the
// next step; nothing is glued together. Knows no editor: the translator is handed in.

import type { BinaryKind } from './binary_kind';

export type Translate = (message: string, args?: Record<string, string | number>) => string;

export type StartFailure =
  | { readonly kind: 'missing'; readonly fromSetting: boolean }
  | { readonly kind: 'not-executable' }
  | { readonly kind: 'wrong-system'; readonly built: BinaryKind | undefined; readonly platform: string; readonly arch: string }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'rubbish' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'crashing' };

/** The failure that a spawn error means. */
export function spawnFailure(code: string | undefined, platform: string, arch: string): StartFailure {
  switch (code) {
    case 'ENOENT':
      return { kind: 'missing', fromSetting: false };
    case 'EACCES':
      return { kind: 'not-executable' };
    case 'ENOEXEC':
    case 'UNKNOWN':
      return { kind: 'wrong-system', built: undefined, platform, arch };
    default:
      return { kind: 'blocked' };
  }
}

/** One sentence for the clerk: what is wrong and what to do. */
export function failureText(failure: StartFailure, t: Translate): string {
  switch (failure.kind) {
    case 'missing':
      return failure.fromSetting
        ? t('The checker cannot start: there is no program at the place that the setting nianbao.server.path names.')
        : t('The checker cannot start: the package is incomplete. Please install it again.');
    case 'not-executable':
      return t('The checker cannot start: it may not be executed. A repair was tried, please retry; if it still fails, give the copied information to your IT staff.');
    case 'wrong-system':
      return failure.built === undefined
        ? t('The checker cannot start: this package was not made for this system ({here}).', { here: systemName(failure.platform, failure.arch) })
        : t('The checker cannot start: this package is for {built}, this machine is {here}.', {
            built: systemName(failure.built.system, failure.built.processor),
            here: systemName(failure.platform, failure.arch),
          });
    case 'blocked':
      return t('The checker cannot start: security software blocks it. Please have nianbao added to the trusted programs.');
    case 'exited':
      return t('The checker stopped while starting (exit code {code}). Please retry; if it still fails, give the copied information to your IT staff.', {
        code: failure.code ?? failure.signal ?? '?',
      });
    case 'rubbish':
      return t('The checker cannot start: the program answered with something else than its protocol. Please install it again.');
    case 'silent':
      return t('The checker does not answer. Please retry; if it still fails, give the copied information to your IT staff.');
    case 'crashing':
      return t('The checker stopped several times and was not started again. The text is not affected.');
  }
}

/** Names of systems are the same in every language. */
export function systemName(platform: string, arch: string): string {
  const systems: Record<string, string> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };
  const processors: Record<string, string> = { x64: 'x64', arm64: 'ARM64' };
  return [systems[platform] ?? platform, processors[arch] ?? (arch === 'other' ? '' : arch)].filter(Boolean).join(' ');
}

/** What goes to the clipboard for the IT staff: no paths, no text of a report. */
export function supportText(facts: Record<string, string>, failure: StartFailure | undefined): string {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  lines.push(`failure: ${failure === undefined ? 'none' : JSON.stringify(failure)}`);
  return lines.join('\n');
}
