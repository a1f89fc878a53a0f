// The page around a report: a bar with the state and the buttons, the paper, a live region for screen readers. Pure.

import { escapeHtml, webPage } from '../tasks/html';
import type { PreviewWords } from './messages';

/** The page; the report itself comes later, as a message. */
export function previewShell(title: string, words: PreviewWords, style: string, script: string): string {
  const button = (action: string, text: string, more = ''): string => `<button type="button" data-act="${action}"${more}>${escapeHtml(text)}</button>`;
  const body = `<header class="bar" aria-label="${escapeHtml(words.toolbar)}">
<span id="summary" role="status"></span><span class="buttons">
${button('previous', words.previous)}${button('next', words.next)}${button('marks', words.marks, ' aria-pressed="true"')}${button('print', words.print)}
</span></header>
<div class="desk" id="desk"><div id="report"></div><aside id="notes"></aside></div>
<div id="words" hidden>${escapeHtml(JSON.stringify(words))}</div>`;
  return webPage({ title, language: 'zh-CN', style, script, body, before: 'paper' });
}
