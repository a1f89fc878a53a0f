import { expect, it } from 'vitest';
import { commentLine, ignoreComment } from '../src/ignore_comment';

const lines = ['# 标题', '', '| a | b |', '|---|---|', '| 1 | 2 |', '', '一段。', '同一段。'];

it('goes before the table, not into it', () => expect(commentLine(lines, 4)).toBe(2));
it('goes before the paragraph', () => expect(commentLine(lines, 7)).toBe(6));
it('goes to the top of the file', () => expect(commentLine(lines, 0)).toBe(0));
it('survives a line that is no longer there', () => expect(commentLine(['a'], 9)).toBe(0));

it('keeps the reason, and lets it not end the comment', () => {
  expect(ignoreComment('sum/stock', ' 本年并入其他机关 --> <b>\n')).toBe('<!-- nianbao-ignore sum/stock: 本年并入其他机关 <b> -->');
});
