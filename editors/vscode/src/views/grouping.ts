// Findings in groups, by part of the report or by cause. Pure: names of groups are handed in.

import { partAt, type Part } from './parts';

export interface Groupable {
  readonly line: number;
  readonly rule: string;
}

export interface Group<T> {
  readonly id: string;
  readonly label: string;
  readonly items: readonly T[];
}

/** One group per part that has findings, in the order of the report; what stands before the first part comes first. */
export function byPart<T extends Groupable>(findings: readonly T[], parts: readonly Part[], before: string): Group<T>[] {
  return grouped(findings, ({ line }) => {
    const part = partAt(parts, line);
    return part === undefined ? ['0', before] : [String(part.line), part.title];
  });
}

/** One group per kind of rule, in the order of `names`; kinds without a name come last under their own. */
export function byCause<T extends Groupable>(findings: readonly T[], names: ReadonlyMap<string, string>): Group<T>[] {
  const order = [...names.keys()];
  const rank = ({ id }: Group<T>): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const groups = grouped(findings, ({ rule }) => {
    const kind = rule.split('/')[0] ?? '';
    return [kind, names.get(kind) ?? kind];
  });
  return groups.sort((left, right) => rank(left) - rank(right));
}

function grouped<T>(items: readonly T[], key: (item: T) => [id: string, label: string]): Group<T>[] {
  const groups = new Map<string, { id: string; label: string; items: T[] }>();
  for (const item of items) {
    const [id, label] = key(item);
    const group = groups.get(id) ?? { id, label, items: [] };
    group.items.push(item);
    groups.set(id, group);
  }
  return [...groups.values()];
}
