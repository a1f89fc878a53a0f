// A stand-in for the server, to test the extension alone: marks rows of seven numbers whose last is not the sum of the
// first six, explains row labels, offers the sum, and has one page. It is not a checker of reports.

const page = '# sum/row-total\n\n每一行的总计等于六类申请人之和。\n';
const documents = new Map();

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

/** Wrong totals of a text: where they stand, what they are and what they should be. */
function wrongTotals(text) {
  if (text.includes('<!-- nianbao-ignore sum/row-total:')) {
    return [];
  }
  return text.split('\n').flatMap((line, row) => {
    const cells = [...line.matchAll(/(?<=[|\t]\s*)\d+(?=\s*(?:[|\t]|$))/g)];
    if (cells.length !== 7) {
      return [];
    }
    const values = cells.map((cell) => Number(cell[0]));
    const sum = values.slice(0, 6).reduce((left, right) => left + right, 0);
    const at = cells[6].index;
    return sum === values[6]
      ? []
      : [{ value: values[6], sum, range: { start: { line: row, character: at }, end: { line: row, character: at + cells[6][0].length } } }];
  });
}

function publish(uri) {
  const found = wrongTotals(documents.get(uri) ?? '');
  const diagnostics = found.map(({ value, sum, range }) => ({
    range,
    severity: 1,
    source: 'nianbao',
    code: 'sum/row-total',
    codeDescription: { href: 'nianbao:/rules/sum/row-total.md' },
    message: `总计 ${value} 不等于六类申请人之和 ${sum}`,
  }));
  send({ method: 'textDocument/publishDiagnostics', params: { uri, diagnostics } });
  send({ method: 'nianbao/status', params: { uri, form: '2021', cells: 200, relations: 42, holding: 42 - found.length } });
}

const requests = {
  initialize: () => ({
    capabilities: { textDocumentSync: { openClose: true, change: 1 }, hoverProvider: true, codeActionProvider: { codeActionKinds: ['quickfix'] } },
    serverInfo: { name: 'stub', version: '0' },
  }),
  shutdown: () => null,
  'textDocument/hover': ({ textDocument, position }) => {
    const line = (documents.get(textDocument.uri) ?? '').split('\n')[position.line] ?? '';
    return line.includes('重复申请')
      ? { contents: { kind: 'markdown', value: '**2.重复申请**　表三 ›（五）不予处理\n\n- 条例第三十六条第六项\n\n[规则说明](nianbao:/rules/sum/row-total.md)' } }
      : null;
  },
  'textDocument/codeAction': ({ textDocument, range, context }) =>
    wrongTotals(documents.get(textDocument.uri) ?? '')
      .filter((found) => found.range.start.line === range.start.line)
      .flatMap((found) => [
        {
          title: `总计改为 ${found.sum}`,
          kind: 'quickfix',
          isPreferred: true,
          diagnostics: context.diagnostics,
          edit: { changes: { [textDocument.uri]: [{ range: found.range, newText: String(found.sum) }] } },
        },
        {
          title: '忽略这一处…',
          kind: 'quickfix',
          diagnostics: context.diagnostics,
          command: { title: '忽略这一处…', command: 'nianbao.finding.ignore', arguments: ['sum/row-total', textDocument.uri, found.range] },
        },
      ]),
  'nianbao/textDocumentContent': ({ uri }) => ({ text: uri.includes('row-total') ? page : '' }),
};

const notifications = {
  'textDocument/didOpen': ({ textDocument }) => {
    documents.set(textDocument.uri, textDocument.text);
    publish(textDocument.uri);
  },
  'textDocument/didChange': ({ textDocument, contentChanges }) => {
    documents.set(textDocument.uri, contentChanges.at(-1).text);
    publish(textDocument.uri);
  },
  'textDocument/didClose': ({ textDocument }) => {
    documents.delete(textDocument.uri);
    send({ method: 'textDocument/publishDiagnostics', params: { uri: textDocument.uri, diagnostics: [] } });
  },
  exit: () => process.exit(0),
};

function handle(message) {
  const { id, method, params } = message;
  if (id === undefined) {
    notifications[method]?.(params);
  } else if (requests[method] !== undefined) {
    send({ id, result: requests[method](params) });
  } else if (method !== undefined) {
    send({ id, error: { code: -32601, message: method } });
  }
}

let buffer = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    const length = end < 0 ? undefined : Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
    if (length === undefined || buffer.length < end + 4 + length) {
      return;
    }
    const body = buffer.subarray(end + 4, end + 4 + length);
    buffer = buffer.subarray(end + 4 + length);
    handle(JSON.parse(body.toString('utf8')));
  }
});
process.stdin.on('end', () => process.exit(0));
