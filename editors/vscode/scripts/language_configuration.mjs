// Writes language-configuration.json. VS Code's Enter rules cannot count, so there is one rule per numeral. A numeral
// goes on only after a line that ends as a sentence: after a heading comes text, not the next heading.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LAST = 20;

/** 1 → 一, 12 → 十二, 20 → 二十. */
export function numeral(number) {
  const tens = Math.floor(number / 10);
  const ones = DIGITS[number % 10];
  return tens === 0 ? ones : (tens === 1 ? '' : DIGITS[tens]) + '十' + ones;
}

const FORMS = [
  { write: (number) => `${numeral(number)}、` },
  { write: (number) => `（${numeral(number)}）` },
  { write: (number) => `${number}.`, gap: ' ?(?!\\d)' },
  { write: (number) => `${numeral(number)}是` },
];

function rules() {
  const result = [];
  for (const { write, gap = '' } of FORMS) {
    for (let number = 1; number < LAST; ++number) {
      const before = write(number).replace('.', '\\.');
      result.push({
        beforeText: { pattern: `^\\s*${before}${gap}\\S.*[。；;]\\s*$` },
        afterText: { pattern: '^\\s*$' },
        action: { indent: 'none', appendText: write(number + 1) },
      });
    }
  }
  return result;
}

export function languageConfiguration() {
  const pairs = [['《', '》'], ['（', '）'], ['“', '”'], ['〔', '〕'], ['(', ')'], ['[', ']']];
  return {
    comments: { blockComment: ['<!--', '-->'] },
    brackets: pairs,
    autoClosingPairs: pairs.map(([open, close]) => ({ open, close })),
    surroundingPairs: [...pairs, ['**', '**']],
    autoCloseBefore: ' \t\n，。；：、！？》）”〕)]|',
    onEnterRules: rules(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../language-configuration.json', import.meta.url), `${JSON.stringify(languageConfiguration(), null, 2)}\n`);
}
