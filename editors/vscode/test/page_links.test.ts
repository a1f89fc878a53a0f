import { expect, it } from 'vitest';
import { commandLinks } from '../src/page_links';

it('turns links to pages into a command, and leaves other links alone', () => {
  const made = commandLinks('[a](nianbao:/rules/sum/row-total.md) [b](https://example.invalid/) nianbao:/x', 'open');
  const argument = encodeURIComponent('["nianbao:/rules/sum/row-total.md"]');
  expect(made).toBe(`[a](command:open?${argument}) [b](https://example.invalid/) nianbao:/x`);
});

it('keeps brackets and quotes inside an address from breaking out of the link', () => {
  expect(commandLinks('[a](nianbao:/x"y)', 'open')).toBe('[a](command:open?%5B%22nianbao%3A%2Fx%5C%22y%22%5D)');
});
