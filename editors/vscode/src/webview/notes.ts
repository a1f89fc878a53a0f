// The findings beside the paper, each at the height of its place; in a narrow pane under the block it belongs to, so
// that they are in reading order. Marked places name their note for screen readers.

import type { PreviewFinding, PreviewWords } from '../preview/messages';

const GAP = 10;
const SIGNS = { error: '\u2717', warning: '!', information: 'i' } as const;

/** Shows the findings; those that were there before are replaced. */
export function placeNotes(report: HTMLElement, aside: HTMLElement, findings: readonly PreviewFinding[], words: PreviewWords): void {
  report.querySelectorAll('.card').forEach((card) => card.remove());
  report.querySelectorAll('[data-note]').forEach((element) => unmark(element as HTMLElement));
  aside.replaceChildren();
  const beside = getComputedStyle(aside).display !== 'none';
  let free = 0;
  for (const finding of findings) {
    const place = placeOf(report, finding);
    const card = cardOf(finding, words);
    if (place !== undefined) {
      place.id = `place-${finding.id}`;
      place.dataset['note'] = card.id;
      place.setAttribute('aria-describedby', card.id);
      place.classList.add('noted', finding.severity);
      card.dataset['for'] = place.id;
    }
    if (beside) {
      aside.append(card);
      const wanted = place === undefined ? free : place.getBoundingClientRect().top - aside.getBoundingClientRect().top;
      const top = Math.max(wanted, free);
      card.style.top = `${top}px`;
      free = top + card.offsetHeight + GAP;
    } else {
      (place?.closest('.table, p, h1, h2, h3, h4') ?? report.firstElementChild)?.after(card);
    }
  }
}

function unmark(element: HTMLElement): void {
  delete element.dataset['note'];
  element.removeAttribute('aria-describedby');
  element.classList.remove('noted');
}

// The server marks the place and repeats the message there; else the line must do.
function placeOf(report: HTMLElement, finding: PreviewFinding): HTMLElement | undefined {
  const named = [...report.querySelectorAll<HTMLElement>('[data-finding]')].filter((element) => element.title.includes(finding.message));
  const line = String(finding.line + 1);
  return named.find((element) => element.closest<HTMLElement>('[data-line]')?.dataset['line'] === line) ?? named[0] ?? report.querySelector<HTMLElement>(`[data-line="${line}"]`) ?? undefined;
}

function cardOf(finding: PreviewFinding, words: PreviewWords): HTMLElement {
  const card = element('section', `card ${finding.severity}`);
  card.id = `note-${finding.id}`;
  card.tabIndex = -1;
  card.append(element('h3', '', `${SIGNS[finding.severity]} ${words[finding.severity]}`), element('p', '', finding.message));
  if (finding.related.length > 0) {
    const list = element('ul', '');
    finding.related.slice(0, 8).forEach((text) => list.append(element('li', '', text)));
    card.append(list);
  }
  const actions = element('div', 'act');
  const fix = button(words.fix, 'fix');
  fix.dataset['id'] = String(finding.id);
  const rule = button(words.basis, 'rule');
  rule.dataset['rule'] = finding.rule;
  actions.append(fix, rule);
  card.append(actions);
  return card;
}

function button(text: string, action: string): HTMLElement {
  const result = element('button', action === 'fix' ? 'primary' : '', text);
  result.setAttribute('type', 'button');
  result.dataset['act'] = action;
  return result;
}

function element(tag: string, classes: string, text?: string): HTMLElement {
  const result = document.createElement(tag);
  if (classes !== '') result.className = classes;
  if (text !== undefined) result.textContent = text;
  return result;
}
