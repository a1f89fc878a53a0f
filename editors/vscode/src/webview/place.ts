// Where the reader is on the page, as a line of the text with its fraction. The editor throws the page away when it is
// hidden, moved to another window or loaded anew; what is kept here leads back to the same place. Pure.

/** An element of the page that stands for a line; in the order of the page. */
export interface Anchor {
  readonly line: number;
  readonly top: number;
}

export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** How far down the page a line stands; between two anchors it is interpolated. */
export function topOfLine(anchors: readonly Anchor[], line: number): number | undefined {
  const at = anchors.findLastIndex((anchor) => anchor.line <= line);
  const before = anchors[at];
  if (before === undefined) {
    return anchors.length > 0 ? 0 : undefined;
  }
  const after = anchors[at + 1];
  return after !== undefined && after.line > before.line ? before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line) : before.top;
}

/** The line that stands so far down the page. */
export function lineAtTop(anchors: readonly Anchor[], top: number): number {
  const at = anchors.findLastIndex((anchor) => anchor.top <= top);
  const before = anchors[at];
  if (before === undefined) {
    return 0;
  }
  const after = anchors[at + 1];
  return after !== undefined && after.top > before.top && after.line > before.line ? before.line + ((after.line - before.line) * (top - before.top)) / (after.top - before.top) : before.line;
}

/** The line to go back to, if what the editor kept is a place in this document. */
export function keptLine(kept: unknown, uri: string): number | undefined {
  const place = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof Place, unknown>>;
  return place.uri === uri && typeof place.line === 'number' && Number.isFinite(place.line) && place.line >= 0 ? place.line : undefined;
}
