// Text and shell of the pages in web views: strict content policy, nothing from elsewhere, no inline style. Pure.

import { randomBytes } from 'node:crypto';

export interface PageParts {
  readonly title: string;
  readonly language: string;
  readonly style: string;
  readonly script: string;
  /** Already escaped. */
  readonly body: string;
  /** The id of an empty style before the page's own, for its script to fill. */
  readonly before?: string;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (mark) => names[mark] ?? mark);
}

/** A whole page whose only style and script are its own. */
export function webPage({ title, language, style, script, body, before }: PageParts): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${before === undefined ? '' : `<style nonce="${nonce}" id="${before}"></style>`}<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}
