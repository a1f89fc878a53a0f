// The commands that the small entry registers by name and hands to the large part, which it loads when one is run.

/** Offered in the palette, in menus or by keys. */
export const DESK_COMMANDS = [
  'nianbao.report.new',
  'nianbao.report.checklist',
  'nianbao.report.fixAll',
  'nianbao.preview.open',
  'nianbao.preview.print',
  'nianbao.export.html',
  'nianbao.table.nextCell',
  'nianbao.table.previousCell',
  'nianbao.table.nextRow',
  'nianbao.table.sum',
  'nianbao.table.align',
  'nianbao.table.paste',
  'nianbao.table.fillZero',
  'nianbao.proposal.accept',
  'nianbao.proposal.reject',
  'nianbao.findings.byPart',
  'nianbao.findings.byCause',
  'nianbao.findings.fixGroup',
  'nianbao.findings.reveal',
  'nianbao.law.refresh',
  'nianbao.report.reopenEncoding',
] as const;

export type DeskCommand = (typeof DESK_COMMANDS)[number];
export type Handlers = Partial<Record<DeskCommand, (...args: never[]) => unknown>>;

/** Ids of the views in the side bar. */
export const VIEWS = ['nianbao.findings', 'nianbao.law'] as const;
export type ViewId = (typeof VIEWS)[number];

export const PREVIEW_TYPE = 'nianbao.preview';
