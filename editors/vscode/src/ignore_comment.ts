// The comment that leaves one finding out, and where it goes. The server reads it as: it covers the block that follows
// (a table, or the lines up to the next empty one), so it stands before the block, never inside a table. Pure.

/** The line before which the comment for a finding on `line` is written. */
export function commentLine(lines: readonly string[], line: number): number {
  let first = Math.min(line, lines.length - 1);
  while (first > 0 && (lines[first - 1] ?? '').trim() !== '') {
    --first;
  }
  return Math.max(first, 0);
}

/** The comment itself; the reason may not end it. */
export function ignoreComment(rule: string, reason: string): string {
  const said = reason.replace(/--+>?/g, ' ').replace(/\s+/g, ' ').trim();
  return `<!-- nianbao-ignore ${rule}: ${said} -->`;
}
