// Pages under the scheme `nianbao:` (rule pages, articles): the server has their text, nothing is fetched from
// elsewhere.

import type { CancellationToken, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const OWN = 'nianbao/textDocumentContent';
const STANDARD = 'workspace/textDocumentContent';

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
