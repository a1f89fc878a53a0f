// The grammar of nianbao: annual reports on government information disclosure, as plain text, Markdown or table text.
// Total (every byte sequence parses without ERROR) and line-oriented: src/scanner.c names the kind of each line by a
// zero-width token, the rules below only say what such a line consists of. What the columns of a table mean is not known here.
/* global grammar, seq, choice, repeat, repeat1, optional, alias, field, token, prec */

// ---- character classes (texts that go inside [...]) -------------------------------------------------------------

const SPACE = ' \\u00a0\\u2002\\u2003\\u200b\\u3000\\ufeff';
// What a cell is trimmed of. Few on purpose: a negated class of more than eight ranges is compiled to a table that does
// not hold -1, the value of a byte that is no UTF-8, and the grammar would not be total.
const TRIMMED = ' \\u00a0\\u3000';
const DIGIT = '[0-9０-９]';
const NUMERAL = '一二三四五六七八九十';
// Chinese numbers in citations and written dates.
const NUMBER = `(?:[${NUMERAL}百零〇○两]{1,7}|${DIGIT}{1,3})`;
const GAP = '[ \\u00a0\\u3000]{0,2}';

// Function words end a run of characters, so that 国办发〔2020〕1号 in 按照国办发〔2020〕1号 starts at 国.
const FUNCTION_WORDS = '据據照按根依实實的等和与與及在以于於件求知了将將向为為是到并或';
// A numeral behind one of these opens nothing: 唯一是, 统一是 are no ordinals.
const ONE_LEADS = '唯统統之万萬同任单單专專某每';
// Characters that may open an inline node, or a connection between two of them.
const OPENERS = `第自从由從${NUMERAL}`;

const HAN = [[0x3400, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x323af]];

/** The inside of a character class: `ranges` without the characters of `without`. */
function subtract(ranges, without) {
  const holes = [...without].map((c) => c.codePointAt(0)).sort((a, b) => a - b);
  const escape = (c) => `\\u{${c.toString(16)}}`;
  let out = '';
  for (let [from, to] of ranges) {
    for (const hole of holes) {
      if (hole < from || hole > to) continue;
      if (hole > from) out += `${escape(from)}-${escape(hole - 1)}`;
      from = hole + 1;
    }
    if (from <= to) out += `${escape(from)}-${escape(to)}`;
  }
  return out;
}

const PLAIN_HAN = subtract(HAN, FUNCTION_WORDS + OPENERS);
const ORGAN_HAN = PLAIN_HAN + '自由';
const ANY_HAN = subtract(HAN, '');

// What opens no inline node.
const PUNCTUATION = `[^\\r\\n${SPACE}0-9０-９A-Za-z${ANY_HAN}。《〔［\\[【（(*]`;

const re = (source) => new RegExp(source, 'u');

// ---- inline patterns --------------------------------------------------------------------------------------------
// Every repetition is bounded, or stops at its own opener and at the end of the line: nothing here can be quadratic.

const DAY = `${DIGIT}{1,2}${GAP}[日号號]`;
const MONTH = `${DIGIT}{1,2}${GAP}月`;
const YEAR = `${DIGIT}{4}${GAP}年`;
const WRITTEN_YEAR = `[${NUMERAL}〇○零]{4}年`;
const WRITTEN_REST = `[${NUMERAL}]{1,2}月(?:[${NUMERAL}]{1,3}日)?`;

const DATE = [
  `${YEAR}(?:${GAP}${MONTH}(?:${GAP}${DAY})?)?`,
  `${MONTH}(?:${GAP}${DAY})?`,
  `${WRITTEN_YEAR}(?:${WRITTEN_REST})?`,
  `${DIGIT}{4}[-./]${DIGIT}{1,2}[-./]${DIGIT}{1,2}`,
].join('|');

const PERIOD =
  `[自从由從]?${GAP}${YEAR}${GAP}${MONTH}(?:${GAP}${DAY})?${GAP}起?${GAP}(?:至|到|[—–~～-]{1,2})${GAP}` +
  `(?:${YEAR}${GAP})?${MONTH}(?:${GAP}${DAY})?(?:${GAP}止)?`;

const ITEM = `[（(]?${GAP}${NUMBER}${GAP}[）)]?`;
const ARTICLE =
  `第${GAP}${NUMBER}(?:${GAP}[、至到和—-]${GAP}第?${NUMBER}){0,6}${GAP}[条條](?:之[${NUMERAL}])?` +
  `(?:${GAP}第${GAP}${NUMBER}(?:${GAP}[、至到和—-]${GAP}第?${NUMBER}){0,6}${GAP}款)?` +
  `(?:${GAP}第${GAP}${ITEM}(?:${GAP}[、至到和—-]${GAP}第?${ITEM}){0,6}${GAP}[项項])?`;

const DOCUMENT_NUMBER =
  `[${ORGAN_HAN}]{0,16}${GAP}[〔［\\[【（(]${GAP}(?:19|20|１９|２０)${DIGIT}{2}${GAP}[〕］\\]】）)]${GAP}第?${GAP}${DIGIT}{1,5}${GAP}[号號]` +
  `|[${ORGAN_HAN}]{1,15}令[（(]?第?${GAP}${DIGIT}{1,4}${GAP}[号號]`;

const UNITS = [
  '人次', '件次', '条次', '篇次', '场次', '期次', '个百分点', '亿元', '万元', '元', '億元', '萬元', '平方米', '公里', '小时', '分钟', '课时',
  '条', '條', '件', '项', '項', '个', '個', '人', '次', '篇', '场', '場', '期', '份', '台', '臺', '部', '家', '起', '张', '張', '册', '冊', '批', '字', '名', '位', '类', '類',
  '户', '戶', '宗', '例', '幅', '则', '則', '块', '塊', '处', '處', '版', '集', '页', '頁', '套', '支', '组', '組', '天', '日', '种', '種', '周', '週', '只', '座', '枚', '封', '%', '％', '‰',
].join('|');
const QUANTITY = `${DIGIT}{1,15}(?:[,，]${DIGIT}{3}){0,4}(?:[.．]${DIGIT}{1,9})?${GAP}[万萬亿億千百余餘多来來]{0,3}${GAP}(?:${UNITS})`;

const ORDINAL = `[${NUMERAL}]{1,3}是|第[${NUMERAL}]{1,2}[，,、：:]`;
const URL = '(?:https?://|www[.])[A-Za-z0-9._~:/?#@$&+=%-]+';
// 《…《…》…》 happens: one level of nesting.
const CITATION = '《[^《》\\r\\n]*(?:《[^《》\\r\\n]*》[^《》\\r\\n]*)*》';

// ---- headings ---------------------------------------------------------------------------------------------------

const MARKERS = {
  1: `[${NUMERAL}]{1,3}[、.．､,，]`,
  2: `(?:[（(][${SPACE}]?[${NUMERAL}]{1,3}[${SPACE}]?[）)]|[㈠-㈩])[、.．]?`,
  3: `(?:${DIGIT}{1,3}[、.．､]|[⒈-⒛])`,
  4: `[（(]?[${SPACE}]?${DIGIT}{1,2}[${SPACE}]?[）)][、.．]?`,
};
const LEVELS = [1, 2, 3, 4];

/** Heading rules of one level; see README.md, "Headings". */
function heading_rules(level) {
  const start = ($) => seq($[`_h${level}_start`], optional($._lead));
  const marker = ($) => field('marker', $[`h${level}_marker`]);
  const title = ($) => optional(field('title', $.title));
  const plain = ($) => seq(start($), marker($), optional($._gap));
  const bold = ($) =>
    seq(
      start($),
      choice(
        seq($.strong, optional($._space), marker($), optional($._gap), optional(seq($.strong, optional($._space)))),
        seq(marker($), optional($._gap), $.strong, optional($._space)),
      ),
    );
  const deeper = LEVELS.filter((l) => l > level);

  return {
    [`h${level}_marker`]: () => token(re(MARKERS[level])),
    // 一、总体情况
    [`_h${level}_open`]: ($) => choice(seq(plain($), title($)), seq(bold($), title($))),
    // （一）主动公开情况。1. … : what follows the full stop is a paragraph.
    [`_h${level}_closed`]: ($) =>
      choice(seq(plain($), title($), $._stop), prec.right(seq(bold($), title($), $._stop, optional($.strong)))),
    // 1. followed by a whole sentence: a numbered paragraph.
    [`_h${level}_bare`]: ($) => seq(start($), optional(seq($.strong, optional($._space))), marker($)),
    [`_section${level}`]: ($) =>
      prec.right(
        seq(
          choice(
            seq(alias($[`_h${level}_open`], $.heading), $._line_end),
            seq(alias($[`_h${level}_closed`], $.heading), choice($._line_end, alias($._run_in, $.paragraph))),
            seq(alias($[`_h${level}_bare`], $.heading), $.paragraph),
          ),
          repeat($._block),
          repeat(choice(...deeper.map((l) => alias($[`_section${l}`], $.section)))),
        ),
      ),
  };
}

module.exports = grammar({
  name: 'nianbao',

  extras: () => [],

  // The order is that of `enum Token` in src/scanner.c.
  externals: ($) => [
    $._eof,
    $.blank_line,
    $._form_feed,
    $._page_start,
    $._text_start,
    $._h1_start,
    $._h2_start,
    $._h3_start,
    $._h4_start,
    $._tsv_start,
    $._tsv_more,
    $._pipe_start,
    $._pipe_delimiter_start,
    $._flat_start,
    $._flat_more,
    $._html_start,
    $._html_more,
    $._aligned_start,
    $._aligned_more,
    $._attachment_start,
    $._comment_start,
    $._text_run,
    $._error_sentinel,
  ],

  rules: {
    document: ($) => seq(repeat($._block), repeat(choice(...LEVELS.map((l) => alias($[`_section${l}`], $.section))))),

    ...Object.assign({}, ...LEVELS.map(heading_rules)),

    title: ($) => seq($._inline_word, repeat($._inline)),

    _block: ($) =>
      choice(
        $.blank_line,
        $.paragraph,
        seq($.attachment_line, $._line_end),
        seq($.comment_line, $._line_end),
        alias($._form_feed, $.page_break),
        seq($._page_start, $.page_break, $._line_end),
        $.pipe_table,
        $.tsv_table,
        $.flat_table,
        $.aligned_table,
        $.html_table,
      ),

    // ---- text -----------------------------------------------------------------------------------------------
    paragraph: ($) => prec.right(repeat1(seq($.text_line, $._line_end))),
    text_line: ($) => seq($._text_start, repeat($._text)),
    _run_in: ($) =>
      prec.right(seq(alias($._run_in_line, $.text_line), $._line_end, repeat(seq($.text_line, $._line_end)))),
    _run_in_line: ($) => repeat1($._text),
    // What opens no inline node is one token, read by src/run.h; what that leaves is read by the patterns below.
    _text: ($) => choice($._text_run, $._inline, $._stop),
    attachment_line: ($) => seq($._attachment_start, repeat($._text)),
    comment_line: ($) => seq($._comment_start, $._rest),

    // ---- tables: runs of physical rows; separators stay visible so that columns can be counted -----------------
    tsv_table: ($) =>
      prec.right(
        seq(alias($._tsv_first, $.tsv_row), $._line_end, repeat(seq(alias($._tsv_next, $.tsv_row), $._line_end))),
      ),
    _tsv_first: ($) => seq($._tsv_start, $._tsv_cells),
    _tsv_next: ($) => seq($._tsv_more, $._tsv_cells),
    _tsv_cells: ($) => repeat1(choice($.tsv_cell, '\t', $._space)),
    tsv_cell: () => token(re(`[^\\t\\r\\n${TRIMMED}](?:[^\\t\\r\\n]*[^\\t\\r\\n${TRIMMED}])?`)),

    pipe_table: ($) => prec.right(repeat1(seq(choice($.pipe_row, $.pipe_delimiter_row), $._line_end))),
    pipe_row: ($) => seq($._pipe_start, repeat1(choice($.pipe_cell, alias($._bar, '|'), $._space))),
    // With the spaces around it: two tokens less for each cell.
    _bar: () => token(re(`[${TRIMMED}]*[|][${TRIMMED}]*`)),
    // A backslash keeps the next character in the cell, unless the line ends there.
    pipe_cell: () => {
      const inner = `(?:[^|\\\\\\r\\n]|\\\\[^\\r\\n])`;
      const outer = `(?:[^|\\\\\\r\\n${TRIMMED}]|\\\\[^\\r\\n])`;
      return token(re(`${outer}(?:${inner}*${outer})?|\\\\`));
    },
    pipe_delimiter_row: ($) => seq($._pipe_delimiter_start, repeat1(choice(alias($._bar, '|'), $._pipe_delimiter))),
    _pipe_delimiter: () => token(re('[^|\\r\\n]+')),

    flat_table: ($) =>
      prec.right(seq($._flat_start, $.flat_cell, $._line_end, repeat(seq($._flat_more, $.flat_cell, $._line_end)))),
    flat_cell: () => token(re(`[^\\r\\n${TRIMMED}](?:[^\\r\\n]*[^\\r\\n${TRIMMED}])?`)),

    aligned_table: ($) =>
      prec.right(
        seq(
          alias($._aligned_first, $.aligned_row),
          $._line_end,
          repeat(seq(alias($._aligned_next, $.aligned_row), $._line_end)),
        ),
      ),
    _aligned_first: ($) => seq($._aligned_start, $._aligned_cells),
    _aligned_next: ($) => seq($._aligned_more, $._aligned_cells),
    _aligned_cells: ($) => repeat1(choice($.aligned_cell, $._space)),
    // One space inside a label (尚 未 审 结) does not end the cell; before a number or a dash it does.
    aligned_cell: () => token(re(`[^\\r\\n${TRIMMED}](?:[^\\r\\n${TRIMMED}]|[ \\u00a0][^\\r\\n${TRIMMED}0-9０-９+\\-－—/])*`)),

    html_table: ($) =>
      prec.right(
        seq(
          $._html_start,
          repeat(seq(repeat($._html_content), $._line_end, $._html_more)),
          repeat($._html_content),
          optional(seq(alias($._html_close, $.html_tag), repeat(choice($._html_content, alias($._html_close, $.html_tag))))),
          $._line_end,
        ),
      ),
    _html_content: ($) => choice($.html_tag, $.html_text, alias($._html_lone, $.html_text), $._space),
    html_tag: () => token(re('<[A-Za-z/!?][^<>\\r\\n]*>?')),
    _html_close: () => token(prec(1, re('</[tT][aA][bB][lL][eE][^<>\\r\\nA-Za-z]*>?'))),
    html_text: () => token(re(`[^<\\r\\n${TRIMMED}](?:[^<\\r\\n]*[^<\\r\\n${TRIMMED}])?`)),
    _html_lone: () => token(re('<')),

    page_break: () => token(re(`[^\\r\\n${TRIMMED}](?:[^\\r\\n]*[^\\r\\n${TRIMMED}])?`)),

    // ---- inline ---------------------------------------------------------------------------------------------
    _inline: ($) => choice($._inline_word, $.strong, $._space),
    _inline_word: ($) =>
      choice(
        $.title_citation,
        $.document_number,
        $.article_reference,
        $.period,
        $.date,
        $.quantity,
        $.ordinal,
        $.url,
        $._han,
        $._function_words,
        $._digits,
        $._word,
        $._punctuation,
        $._any,
      ),
    title_citation: () => token(re(CITATION)),
    document_number: () => token(re(DOCUMENT_NUMBER)),
    article_reference: () => token(re(ARTICLE)),
    period: () => token(re(PERIOD)),
    date: () => token(re(DATE)),
    quantity: () => token(re(QUANTITY)),
    ordinal: () => token(re(ORDINAL)),
    url: () => token(re(URL)),
    strong: () => '**',
    // The punctuation behind goes along: a token less for each clause.
    _han: () => token(re(`(?:[${PLAIN_HAN}]|[${ONE_LEADS}]一)+${PUNCTUATION}*`)),
    _function_words: () => token(re(`[${FUNCTION_WORDS}]+${PUNCTUATION}*`)),
    _digits: () => token(re(`${DIGIT}+`)),
    _word: () => token(re('[A-Za-z]+')),
    _punctuation: () => token(re(`${PUNCTUATION}+`)),
    _any: () => token(prec(-1, re('[^\\r\\n]'))),
    _stop: () => token(re('。')),

    // ---- white space and line ends --------------------------------------------------------------------------
    _lead: () => token(re(`[\\t#${SPACE}]+`)),
    _gap: () => token(prec(1, re(`[\\t${SPACE}]+`))),
    _space: () => token(re(`[${SPACE}]+`)),
    _rest: () => token(re(`[^\\r\\n]+`)),
    _line_end: ($) => choice($._newline, $._eof),
    _newline: () => token(re(`[${SPACE}]*(?:\\r\\n|\\r|\\n)`)),
  },
});
