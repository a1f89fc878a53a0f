// Runs inside the preview: puts the rendered report on the page block by block, shows findings beside it, keeps the
// scroll position in step with the editor. A scroll that was ordered is not reported back.

import type { FromPreview, PlaceInText, PreviewFinding, PreviewWords, ToPreview } from '../preview/messages';
import { clearNotes, placeNotes } from './notes';
import { keptLine, lineAtTop, topOfLine, type Place } from './place';

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void; getState(): unknown; setState(state: Place): void };

const editor = acquireVsCodeApi();
const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const report = byId('report');
const summary = byId('summary');
const words = JSON.parse(byId('words').textContent ?? '{}') as PreviewWords;
const SETTLED = 2;
/** After a page has gone back to its place, the text beside it is restored too, and moves again when its hints and lenses
 * come: its scrolling is not the reader's until the cursor was moved or some time has passed. */
const RESTORING_MS = 10_000;
let findings: readonly PreviewFinding[] = [];
let ordered: number | undefined;
let current = -1;
let frame = 0;
let shown: string | undefined;
let restoringUntil = 0;
let cursorLine: number | undefined;
let last = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  if (data.type === 'render') {
    render(data);
  } else if (data.type === 'scroll') {
    if (!restoring()) scrollToLine(data.line);
  } else if (data.type === 'cursor') {
    if (data.byHand) restoringUntil = 0;
    showCursor(data.line);
  } else {
    summary.textContent = data.text;
  }
});

function render(data: ToPreview & { type: 'render' }): void {
  // A page that says nothing new stays as it is, so that nothing is taken away under a click.
  const now = JSON.stringify(data);
  if (now === last) return;
  last = now;
  const fresh = new DOMParser().parseFromString(data.html, 'text/html').body;
  const page = byId('paper');
  if (page.textContent !== data.css) page.textContent = data.css;
  // Marks are shown or hidden here, for the whole desk.
  fresh.querySelector('main')?.classList.remove('marked');
  clearNotes(report, byId('notes'));
  unmarkCursor();
  if (shown !== data.uri) cursorLine = undefined;
  patch(report, fresh);
  markCursor();
  report.querySelectorAll<HTMLElement>('a[href]').forEach((link) => link.removeAttribute('href'));
  findings = data.findings;
  summary.textContent = data.summary;
  summary.className = findings.some(({ severity }) => severity === 'error') ? 'error' : '';
  showMarks(data.marks && byId('desk').dataset['marks'] !== 'off');
  placeNotes(report, byId('notes'), findings, words);
  const back = shown === undefined ? keptLine(editor.getState(), data.uri) : undefined;
  shown = data.uri;
  if (back !== undefined) {
    restoringUntil = Date.now() + RESTORING_MS;
    scrollToLine(back);
  }
  keepPlace();
}

const restoring = (): boolean => Date.now() < restoringUntil;

function keepPlace(): void {
  if (shown !== undefined) {
    const tops = anchors().map(({ line, element }) => ({ line, top: topOf(element) }));
    editor.setState({ uri: shown, line: window.scrollY < SETTLED ? 0 : lineAtTop(tops, window.scrollY + barHeight()) });
  }
}

// Replaces what changed and leaves the rest: the reader's place on the page does not move.
function patch(target: Element, source: Element): void {
  const fresh = [...source.childNodes];
  const old = [...target.childNodes];
  fresh.forEach((node, index) => {
    const before = old[index];
    if (before === undefined) {
      target.append(node);
    } else if (before instanceof HTMLElement && node instanceof HTMLElement && sameShell(before, node) && !isLeaf(node)) {
      patch(before, node);
    } else if (!before.isEqualNode(node)) {
      before.replaceWith(node);
    }
  });
  old.slice(fresh.length).forEach((node) => node.remove());
}

function sameShell(left: Element, right: Element): boolean {
  return left.tagName === right.tagName && left.cloneNode(false).isEqualNode(right.cloneNode(false));
}

function isLeaf(element: Element): boolean {
  return element.children.length === 0 || /^(?:P|H[1-6]|TR)$/.test(element.tagName);
}

function showMarks(on: boolean): void {
  byId('desk').classList.toggle('marked', on);
  document.querySelector('[data-act="marks"]')?.setAttribute('aria-pressed', String(on));
}

/** Elements with a line of the text, from top to bottom. Lines of the server count from 1. */
function anchors(): { line: number; element: HTMLElement }[] {
  return [...report.querySelectorAll<HTMLElement>('h1[data-line],h2[data-line],h3[data-line],h4[data-line],p[data-line],tr[data-line],div[data-line]:not(:has(tr[data-line]))')].map((element) => ({
    line: Number(element.dataset['line']) - 1,
    element,
  }));
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top + window.scrollY;
}

const barHeight = (): number => document.querySelector('.bar')?.getBoundingClientRect().height ?? 0;

function scrollToLine(line: number): void {
  const y = topOfLine(anchors().map((anchor) => ({ line: anchor.line, top: topOf(anchor.element) })), line);
  if (y !== undefined) {
    order(line === 0 ? 0 : y - barHeight());
  }
}

function order(y: number): void {
  const limit = document.documentElement.scrollHeight - window.innerHeight;
  const target = Math.round(Math.max(0, Math.min(y, limit)));
  if (Math.abs(target - window.scrollY) >= SETTLED) {
    ordered = target;
    window.scrollTo({ top: target, behavior: 'instant' });
  }
}

function unmarkCursor(): void {
  report.querySelector('.here')?.classList.remove('here');
}

/** Marks the block that the cursor stands in. */
function markCursor(): HTMLElement | undefined {
  const all = anchors();
  const block = cursorLine === undefined ? undefined : all[all.findLastIndex(({ line }) => line <= (cursorLine ?? 0))]?.element;
  block?.classList.add('here');
  return block;
}

function showCursor(line: number): void {
  cursorLine = line;
  unmarkCursor();
  const block = markCursor();
  if (block === undefined) {
    return;
  }
  const { top, bottom } = block.getBoundingClientRect();
  if (!restoring() && (bottom < barHeight() || top > window.innerHeight)) {
    order(topOf(block) - window.innerHeight / 3);
  }
}

window.addEventListener('scroll', () => {
  const own = ordered !== undefined && Math.abs(window.scrollY - ordered) < SETTLED;
  if (own) {
    ordered = undefined;
  }
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    keepPlace();
    if (own) {
      return;
    }
    const all = anchors();
    const top = all.findLast(({ element }) => element.getBoundingClientRect().top <= barHeight() + 4) ?? all[0];
    if (top !== undefined) {
      editor.postMessage({ type: 'scrolled', line: window.scrollY < 4 ? 0 : top.line });
    }
  });
});

// A click on a cell or a sentence selects it in the editor.
report.addEventListener('click', ({ target }) => {
  if ((target as Element).closest('.remark, .card') !== null) {
    return;
  }
  const element = (target as Element).closest<HTMLElement>('td,th,[data-finding],[data-line]');
  const home = element?.closest<HTMLElement>('[data-line]');
  const line = Number((element?.closest<HTMLElement>('tr[data-line]') ?? home)?.dataset['line']) - 1;
  if (element === null || element === undefined || !Number.isFinite(line) || (window.getSelection()?.toString() ?? '') !== '') {
    return;
  }
  const text = element.matches('td,th,[data-finding]') ? (element.textContent ?? '').trim() : '';
  const same = [...(element.closest('tr') ?? home ?? report).querySelectorAll('td,th,[data-finding]')].filter((other) => (other.textContent ?? '').trim() === text);
  const range = rangeOf(element);
  editor.postMessage({ type: 'select', line, text, nth: Math.max(0, same.indexOf(element)), ...(range && { range }) });
});

// The place in the text that the server gave an element, if it did: counted from 1.
function rangeOf(element: HTMLElement): PlaceInText | undefined {
  const { line, column, endLine, endColumn } = element.dataset;
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) {
    return undefined;
  }
  return { line: Number(line) - 1, from: Number(column) - 1, endLine: Number(endLine) - 1, to: Number(endColumn) - 1 };
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-act]');
  const action = button?.dataset['act'];
  if (action === 'marks') {
    const on = button?.getAttribute('aria-pressed') !== 'true';
    byId('desk').dataset['marks'] = on ? 'on' : 'off';
    showMarks(on);
  } else if (action === 'print') {
    editor.postMessage({ type: 'print' });
  } else if (action === 'next' || action === 'previous') {
    step(action === 'next' ? 1 : -1);
  } else if (action === 'fix') {
    const finding = findings.find(({ id }) => String(id) === button?.dataset['id']);
    if (finding !== undefined) editor.postMessage({ type: 'fix', finding });
  } else if (action === 'rule') {
    editor.postMessage({ type: 'rule', rule: button?.dataset['rule'] ?? '' });
  }
});

function step(by: number): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.card')];
  if (cards.length === 0) {
    return;
  }
  current = (current + by + cards.length) % cards.length;
  const card = cards[current];
  const mark = document.getElementById(card?.dataset['for'] ?? '');
  (mark ?? card)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  card?.focus({ preventScroll: true });
}

window.addEventListener('resize', () => placeNotes(report, byId('notes'), findings, words));
editor.postMessage({ type: 'ready' });
