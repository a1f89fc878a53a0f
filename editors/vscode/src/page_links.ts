// VS Code drops links of a scheme it does not know from the Markdown of a hover. They are turned into links that run a
// command of the extension. Pure text.

const LINK = /\]\((nianbao:[^()\s]+)\)/g;

/** Markdown in which every link to a page runs `command` with the page's address. */
export function commandLinks(markdown: string, command: string): string {
  return markdown.replace(LINK, (_, address: string) => `](command:${command}?${encodeURIComponent(JSON.stringify([address]))})`);
}
