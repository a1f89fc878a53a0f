// What the editor and the preview say to each other. Lines count from 0. Types only.

export interface PreviewFinding {
  readonly id: number;
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly rule: string;
  readonly related: readonly string[];
}

/** Lines and UTF-16 columns, both from 0. */
export interface PlaceInText {
  readonly line: number;
  readonly from: number;
  readonly endLine: number;
  readonly to: number;
}

export type ToPreview =
  | {
      readonly type: 'render';
      readonly uri: string;
      readonly html: string;
      /** The style of the page, from the server. */
      readonly css: string;
      readonly findings: readonly PreviewFinding[];
      readonly summary: string;
      readonly marks: boolean;
    }
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'cursor'; readonly line: number; readonly byHand: boolean }
  | { readonly type: 'problem'; readonly text: string };

export type FromPreview =
  | { readonly type: 'ready' }
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'select'; readonly line: number; readonly text: string; readonly nth: number; readonly range?: PlaceInText }
  | { readonly type: 'fix'; readonly finding: PreviewFinding }
  | { readonly type: 'rule'; readonly rule: string }
  | { readonly type: 'print' };

/** Texts of the preview's own controls, handed in because the page knows no translation. */
export interface PreviewWords {
  readonly previous: string;
  readonly next: string;
  readonly marks: string;
  readonly print: string;
  readonly fix: string;
  readonly basis: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly toolbar: string;
}
