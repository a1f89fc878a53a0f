// Names of files made from names of files. Pure: paths as addresses have them, with / on every system.

/** The last part of an address's path. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** The page that a report is exported to: the same name, with .html for its ending. */
export function pageName(path: string): string {
  return `${(baseName(path) || 'report').replace(/(?:\.nianbao)?\.(?:md|txt|html?|nianbao)$/i, '')}.html`;
}

/** The count-th name for a new file, counted from 1, where the ones before are taken. */
export function numberedName(name: string, count: number): string {
  return count === 1 ? name : name.replace(/(\.\w+)?$/, `-${count}$1`);
}
