// Pages under the scheme `nianbao:` (rule pages, articles): the server has their text, nothing is fetched from
// elsewhere.

import { MarkdownString, type CancellationToken, type MarkedString, type Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commandLinks } from './page_links';

const OWN = 'nianbao/textDocumentContent';
const STANDARD = 'workspace/textDocumentContent';

/** The command that opens a page; the only one that links in the server's Markdown may run. */
export const OPEN_PAGE = 'nianbao.page.open';

/** Makes links to pages work in a hover, in place. */
export function withPageLinks(content: MarkdownString | MarkedString): void {
  if (content instanceof MarkdownString) {
    content.value = commandLinks(content.value, OPEN_PAGE);
  }
}

/** The text of a page, or undefined if the server has none. */
export async function requestPage(client: LanguageClient, uri: Uri, token: CancellationToken): Promise<string | undefined> {
  const standard = client.initializeResult?.capabilities.workspace?.textDocumentContent !== undefined;
  for (const method of standard ? [OWN, STANDARD] : [OWN]) {
    try {
      const answer: unknown = await client.sendRequest(method, { uri: uri.toString() }, token);
      if (typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string') {
        return answer.text;
      }
    } catch {
      // Unknown to this server, or no such page: the next way, or none.
    }
  }
  return undefined;
}
