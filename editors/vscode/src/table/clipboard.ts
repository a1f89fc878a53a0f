// What the clipboard holds of a table: rows of cells, from tab-separated text (Excel, WPS, Word) or from HTML (Word, WPS,
// a web page). A merged cell keeps its text in its first place; the others are blank. Pure; bounded by MAX_CELLS.

const MAX_CELLS = 20_000;

/** Rows of tab-separated text; undefined if there is no tab. Quoted cells may hold line ends. */
export function fromTabs(text: string): string[][] | undefined {
  if (!text.includes('\t')) {
    return undefined;
  }
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let count = 0; count < MAX_CELLS; ++count) {
    const match = cell.exec(text);
    if (match === null) {
      break;
    }
    rows.at(-1)?.push(tidy(match[1]?.replaceAll('""', '"') ?? match[2] ?? ''));
    if (match[3] === '') {
      break;
    }
    if (match[3] !== '\t') {
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some((text) => text !== ''));
}

/** Rows of the first table of an HTML text; undefined if there is none. */
export function fromHtml(html: string): string[][] | undefined {
  const bare = html.replace(/<!--[\s\S]*?-->|<!\[[^>]*>/g, '').replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '');
  const begin = bare.search(/<table[\s>]/i);
  if (begin < 0) {
    return undefined;
  }
  const grid: (string | undefined)[][] = [];
  let row = -1;
  let open: { text: string; columns: number; rows: number } | undefined;
  let depth = 0;
  let cells = 0;
  const close = (): void => {
    if (open !== undefined && row >= 0) {
      place(grid, row, tidy(open.text), open.columns, open.rows);
    }
    open = undefined;
  };
  for (const [token, slash, tag, rest] of bare.slice(begin).matchAll(/<(\/?)([a-z][\w:]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi)) {
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (open !== undefined) open.text += entities(token);
    } else if (name === 'table') {
      depth += slash === '/' ? -1 : 1;
      if (depth === 0) break;
    } else if (depth > 1) {
      if (open !== undefined) open.text += ' ';
    } else if (name === 'tr') {
      close();
      if (slash === '') grid[++row] ??= [];
    } else if (name === 'td' || name === 'th') {
      close();
      if (slash === '' && ++cells < MAX_CELLS) open = { text: '', columns: span(rest, 'colspan'), rows: span(rest, 'rowspan') };
    } else if (name === 'br' && open !== undefined) {
      open.text += ' ';
    }
  }
  close();
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? '')).filter((line) => line.some((text) => text !== ''));
}

function place(grid: (string | undefined)[][], row: number, text: string, columns: number, rows: number): void {
  const line = (grid[row] ??= []);
  let column = 0;
  while (line[column] !== undefined) ++column;
  for (let down = 0; down < rows; ++down) {
    const target = (grid[row + down] ??= []);
    for (let right = 0; right < columns; ++right) {
      target[column + right] = down === 0 && right === 0 ? text : '';
    }
  }
}

function span(attributes: string | undefined, name: string): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes ?? '')?.[1] ?? 1);
  return Math.min(Math.max(value, 1), 100);
}

const NAMED: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '\u201c', rdquo: '\u201d', ensp: ' ', emsp: ' ' };

function entities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal: string, hex: string, name: string) => {
    const point = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
    return point === undefined ? (NAMED[name] ?? whole) : point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

// One line, without the spaces that layout put between Chinese characters.
function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/g, '')
    .trim();
}
