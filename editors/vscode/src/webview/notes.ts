// The findings beside the paper, each at the height of its place; in a narrow pane under the row or block it belongs to,
// so that they are in reading order. Marked places name their note for screen readers.

import type { PreviewFinding, PreviewWords } from '../preview/messages';

const GAP = 10;
const SIGNS = { error: '\u2717', warning: '!', information: 'i' } as const;

/** Takes all notes away: the page is again as the server made it. */
export function clearNotes(report: HTMLElement, aside: HTMLElement): void {
  report.querySelectorAll<HTMLTableRowElement>('tr.remark').forEach(removeRow);
  report.querySelectorAll('.card').forEach((card) => card.remove());
  report.querySelectorAll('[data-note]').forEach((element) => unmark(element as HTMLElement));
  aside.replaceChildren();
}

/** Shows the findings; those that were there before are replaced. */
export function placeNotes(report: HTMLElement, aside: HTMLElement, findings: readonly PreviewFinding[], words: PreviewWords): void {
  clearNotes(report, aside);
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
      const row = place?.closest<HTMLTableRowElement>('tbody tr');
      if (row) rowBehind(row).append(card);
      else (place?.closest('.table, p, h1, h2, h3, h4') ?? report.firstElementChild)?.after(card);
    }
  }
}

// A cell for notes in a row of its own behind a row; cells of groups that go on below grow by that row.
function rowBehind(row: HTMLTableRowElement): HTMLElement {
  const next = row.nextElementSibling;
  if (next?.classList.contains('remark')) {
    return next.firstElementChild as HTMLElement;
  }
  const remark = document.createElement('tr');
  remark.className = 'remark';
  const cell = document.createElement('td');
  cell.colSpan = columnsOf(row);
  for (const group of spanning(row)) {
    group.rowSpan += 1;
    cell.colSpan -= group.colSpan;
  }
  remark.append(cell);
  row.after(remark);
  return cell;
}

function removeRow(remark: HTMLTableRowElement): void {
  const before = remark.previousElementSibling as HTMLTableRowElement | null;
  remark.remove();
  if (before !== null) spanning(before).forEach((cell) => (cell.rowSpan -= 1));
}

// Cells of this row and those above that go on below it.
function spanning(row: HTMLTableRowElement): HTMLTableCellElement[] {
  const rows = [...(row.parentElement as HTMLTableSectionElement).rows].slice(0, row.sectionRowIndex + 1);
  return rows.flatMap((one) => [...one.cells]).filter((cell) => endOf(cell) > row.sectionRowIndex);
}

function endOf(cell: HTMLTableCellElement): number {
  return (cell.parentElement as HTMLTableRowElement).sectionRowIndex + cell.rowSpan - 1;
}

function columnsOf(row: HTMLTableRowElement): number {
  const columns = row.closest('table')?.querySelectorAll('col').length ?? 0;
  return Math.max(columns, [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0));
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
