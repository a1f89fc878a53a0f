// What a new report took over from last year's, in words: whoever signs it has to compare these figures. Pure.

import { baseName } from '../file_names';
import type { Translate } from '../start_failure';

export interface Carried {
  readonly applications: number;
  readonly stock: number;
}

/** What the server's answer says about it; undefined where it says nothing. */
export function readCarried(answer: unknown): Carried | undefined {
  const carried = typeof answer === 'object' && answer !== null ? (answer as { carried?: unknown }).carried : undefined;
  const { applications, stock } = (carried ?? {}) as Partial<Record<keyof Carried, unknown>>;
  return typeof applications === 'number' && typeof stock === 'number' ? { applications, stock } : undefined;
}

/** The notice; `path` is that of last year's report. The counts come first: an editor cuts what is longer than a line. */
export function carriedText(carried: Carried, path: string, t: Translate): string {
  const name = baseName(path).replace(/(?:\.nianbao)?\.\w+$/, '');
  return carried.applications + carried.stock === 0
    ? t('No figures were carried over: the tables of {name} were not recognised', { name })
    : t('Cells carried over: pending applications {applications}, stock {stock}; please check them against {name}', { name, ...carried });
}
