// Names the kind of each line by a zero-width token; the grammar then says what such a line consists of.
// Reads at most LINE_LIMIT code points of one line and the first few of the next; keeps no state at all: whether a
// weak line belongs to the table before it follows from the tokens that the parser offers (_flat_more, _aligned_more …).
// Must not know what a label means: labels.h only says that a line is one.
#include <stdbool.h>
#include <stdint.h>

#include "labels.h"
#include "tree_sitter/parser.h"

enum Token {
  END_OF_FILE,
  BLANK_LINE,
  FORM_FEED,
  PAGE_START,
  TEXT_START,
  H1_START,
  H2_START,
  H3_START,
  H4_START,
  TSV_START,
  TSV_MORE,
  PIPE_START,
  PIPE_DELIMITER_START,
  FLAT_START,
  FLAT_MORE,
  HTML_START,
  HTML_MORE,
  ALIGNED_START,
  ALIGNED_MORE,
  ATTACHMENT_START,
  COMMENT_START,
  ERROR_SENTINEL,
  NO_TOKEN,
};

enum {
  LINE_LIMIT = 400,     // code points of a line that are looked at
  TITLE_LIMIT = 48,     // longer than this is a sentence, not a heading or a cell
  FRAGMENT_LIMIT = 24,  // a wrapped label of an aligned table is shorter than this
  NEXT_LIMIT = 8,       // code points of the following line that are looked at
  LABEL_LIMIT = 120,    // no label is longer, spaces included
};

// One line without its leading spaces, as far as it was read.
typedef struct {
  int32_t at[LINE_LIMIT];
  uint32_t size;     // without trailing spaces if complete
  bool complete;     // the end of the line was reached
  uint32_t tabs;
  uint32_t leading_tabs;
  uint32_t trailing_tabs;
  uint32_t pipes;
  bool sentence;  // holds 。
  bool indented;  // spaces stood before it
} Line;

// ---- characters ---------------------------------------------------------------------------------------------------

static bool is_space(int32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x2002 || c == 0x2003 || c == 0x200B || c == 0x3000 || c == 0xFEFF;
}

static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }

static bool is_digit(int32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

static bool is_numeral(int32_t c) {
  switch (c) {
    case 0x4E00:  // 一
    case 0x4E8C:  // 二
    case 0x4E09:  // 三
    case 0x56DB:  // 四
    case 0x4E94:  // 五
    case 0x516D:  // 六
    case 0x4E03:  // 七
    case 0x516B:  // 八
    case 0x4E5D:  // 九
    case 0x5341:  // 十
      return true;
    default:
      return false;
  }
}

static bool is_opening(int32_t c) { return c == '(' || c == 0xFF08; }
static bool is_closing(int32_t c) { return c == ')' || c == 0xFF09; }
static bool is_dash(int32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0xFF0D || c == 0x2500;
}
static bool is_letter(int32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static int32_t char_at(const Line *line, uint32_t i) { return i < line->size ? line->at[i] : '\n'; }

// ---- labels: the folding must be that of labels.py ------------------------------------------------------------------

// 0 for characters that do not count: spaces and Markdown decoration.
static int32_t fold(int32_t c) {
  if (is_space(c) || c == '\t' || c == '*' || c == '#' || c == '\\') return 0;
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == '.' || c == 0x3001 || c == 0xFF64) return ',';
  if (c < 0x80) return c;
  uint32_t low = 0;
  uint32_t high = NIANBAO_FOLD_COUNT;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (nianbao_folds[middle].from < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < NIANBAO_FOLD_COUNT && nianbao_folds[low].from == c ? nianbao_folds[low].to : c;
}

static const uint64_t HASH_BEGIN = UINT64_C(14695981039346656037);

static uint64_t hash_add(uint64_t hash, int32_t c) {
  c = fold(c);
  if (c == 0) return hash;
  for (int shift = 0; shift < 24; shift += 8) {
    hash ^= ((uint32_t)c >> shift) & 0xFF;
    hash *= UINT64_C(1099511628211);
  }
  return hash;
}

static uint8_t label_kind(uint64_t hash) {
  uint32_t low = 0;
  uint32_t high = NIANBAO_LABEL_COUNT;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (nianbao_labels[middle].hash < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < NIANBAO_LABEL_COUNT && nianbao_labels[low].hash == hash ? nianbao_labels[low].kind : NIANBAO_NO_LABEL;
}

static uint8_t label_of(const Line *line, uint32_t begin, uint32_t end) {
  uint64_t hash = HASH_BEGIN;
  if (end - begin > LABEL_LIMIT) return NIANBAO_NO_LABEL;
  for (uint32_t i = begin; i < end; i++) hash = hash_add(hash, line->at[i]);
  return label_kind(hash);
}

// ---- reading --------------------------------------------------------------------------------------------------------

static void read_line(TSLexer *lexer, Line *line) {
  line->size = line->tabs = line->leading_tabs = line->trailing_tabs = line->pipes = 0;
  line->complete = line->sentence = false;
  uint32_t text_end = 0;
  while (line->size < LINE_LIMIT) {
    if (lexer->eof(lexer) || is_line_end(lexer->lookahead)) {
      line->complete = true;
      break;
    }
    const int32_t c = lexer->lookahead;
    line->at[line->size++] = c;
    lexer->advance(lexer, false);
    if (c == '\t') {
      line->tabs++;
      if (text_end == 0) line->leading_tabs++;
      line->trailing_tabs++;
    } else if (!is_space(c)) {
      text_end = line->size;
      line->trailing_tabs = 0;
      line->pipes += c == '|';
      line->sentence |= c == 0x3002;
    }
  }
  if (line->complete) line->size = text_end;
}

// After read_line: does a following line begin with one of the given characters?
static bool next_line_begins(TSLexer *lexer, bool (*wanted)(int32_t)) {
  if (lexer->eof(lexer)) return false;
  if (lexer->lookahead == '\r') lexer->advance(lexer, false);
  if (lexer->lookahead == '\n') lexer->advance(lexer, false);
  for (int i = 0; i < NEXT_LIMIT && is_space(lexer->lookahead); i++) lexer->advance(lexer, false);
  return !lexer->eof(lexer) && wanted(lexer->lookahead);
}

static bool is_form_feed(int32_t c) { return c == '\f'; }

// ---- shapes ---------------------------------------------------------------------------------------------------------

// Does what follows a full stop make a decimal fraction of it? Not in 1.2021年… or 1.12345热线….
static bool is_decimal_part(const Line *line, uint32_t i) {
  const uint32_t begin = i;
  while (is_digit(char_at(line, i))) i++;
  if (i - begin < 4) return i > begin;
  const int32_t next = char_at(line, i);
  return i >= line->size || next == 0x4E07 || next == 0x842C || next == 0x4EBF || next == 0x5143;  // 万 萬 亿 元
}

// Level of the heading marker at `i`, 0 for none; `*end` is behind the marker. Accepts a subset of MARKERS in grammar.js.
static uint32_t marker_at(const Line *line, uint32_t i, uint32_t *end) {
  const uint32_t begin = i;
  const int32_t first = char_at(line, i);
  if (first >= 0x3220 && first <= 0x3229) return *end = i + 1, 2;
  if (first >= 0x2488 && first <= 0x249B) return *end = i + 1, 3;
  const bool open = is_opening(first);
  if (open) i++;
  if (open && is_space(char_at(line, i))) i++;
  const bool numeral = is_numeral(char_at(line, i));
  const uint32_t number = i;
  while (i - number < 3 && (numeral ? is_numeral(char_at(line, i)) : is_digit(char_at(line, i)))) i++;
  if (i == number) return 0;
  const bool spaced = is_space(char_at(line, i));
  if (is_closing(char_at(line, spaced ? i + 1 : i)) && (open || !numeral)) {
    if (!numeral && (i - number > 2 || (spaced && !open))) return 0;
    *end = (spaced ? i + 1 : i) + 1;
    return numeral ? 2 : 4;
  }
  if (open || i == begin) return 0;
  const int32_t mark = char_at(line, i);
  const bool comma = mark == 0x3001 || mark == 0xFF64;
  const bool stop = mark == '.' || mark == 0xFF0E;
  if (numeral && (comma || stop || mark == ',' || mark == 0xFF0C)) return *end = i + 1, 1;
  if (!numeral && (comma || (stop && !is_decimal_part(line, i + 1)))) return *end = i + 1, 3;
  return 0;
}

// The same behind decoration: tabs, #, one ** (`_lead` and `strong` in grammar.js).
static uint32_t heading_level(const Line *line, uint32_t *end) {
  uint32_t i = 0;
  while (is_space(char_at(line, i)) || char_at(line, i) == '\t' || char_at(line, i) == '#') i++;
  if (char_at(line, i) == '*' && char_at(line, i + 1) == '*') {
    i += 2;
    while (is_space(char_at(line, i))) i++;
  }
  return marker_at(line, i, end);
}

// A count, an amount, or what stands for none: 0, -4, 1,234, 96171.6, 251000元, 12%.
static bool is_number(const Line *line, uint32_t begin, uint32_t end) {
  while (begin < end && (line->at[begin] == '*' || line->at[begin] == '+' || is_dash(line->at[begin]))) begin++;
  const uint32_t digits = begin;
  while (begin < end && (is_digit(line->at[begin]) || line->at[begin] == ',' || line->at[begin] == '.' ||
                         line->at[begin] == 0xFF0C || line->at[begin] == 0xFF0E)) {
    begin++;
  }
  if (begin == digits || !is_digit(line->at[digits]) || !is_digit(line->at[begin - 1])) return false;
  while (begin < end && (line->at[begin] == '*' || is_space(line->at[begin]))) begin++;
  if (begin < end && (line->at[begin] == 0x4E07 || line->at[begin] == 0x842C)) begin++;                    // 万 萬
  if (begin < end && (line->at[begin] == 0x5143 || line->at[begin] == '%' || line->at[begin] == 0xFF05)) begin++;  // 元
  return begin == end;
}

static bool is_dashes(const Line *line, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++) {
    if (!is_dash(line->at[i]) && line->at[i] != '/') return false;
  }
  return begin < end;
}

// 第二十条第（一）项 alone on its line.
static bool is_caption(const Line *line) {
  const int32_t last = char_at(line, line->size - 1);
  if (line->size > 16 || char_at(line, 0) != 0x7B2C || (last != 0x9879 && last != 0x9805)) return false;  // 第 项 項
  for (uint32_t i = 1; i < line->size; i++) {
    if (line->at[i] == 0x6761 || line->at[i] == 0x689D) return true;  // 条 條
  }
  return false;
}

// （本列数据的勾稽关系为…
static bool is_note(const Line *line) {
  uint32_t i = is_opening(char_at(line, 0)) ? 1 : 0;
  while (is_space(char_at(line, i))) i++;
  if (char_at(line, i) != 0x672C || char_at(line, i + 1) != 0x5217) return false;  // 本列
  return char_at(line, i + 2) == 0x6570 || char_at(line, i + 2) == 0x6578;         // 数 數
}

// - 3 -, — 3 —, 第 3 页, 第3页 共10页, 3 / 10
static bool is_page_number(const Line *line) {
  if (line->size > 20) return false;
  uint32_t digits = 0;
  uint32_t dashes_before = 0;
  uint32_t dashes_after = 0;
  uint32_t slashes = 0;
  bool page = false;
  for (uint32_t i = 0; i < line->size; i++) {
    const int32_t c = line->at[i];
    if (is_digit(c)) {
      digits++;
    } else if (is_dash(c) || c == 0xB7) {
      if (digits == 0) dashes_before++;
      else dashes_after++;
    } else if (c == '/') {
      slashes++;
    } else if (c == 0x9875 || c == 0x9801) {  // 页 頁
      page = true;
    } else if (!is_space(c) && c != 0x7B2C && c != 0x5171 && c != ',' && c != 0xFF0C) {  // 第 共
      return false;
    }
  }
  if (digits == 0 || digits > 8) return false;
  if (page) return char_at(line, 0) == 0x7B2C || char_at(line, 0) == 0x5171;
  if (dashes_before > 0 && dashes_after > 0) return slashes == 0 && is_dash(line->at[line->size - 1]);
  return slashes == 1 && dashes_before + dashes_after == 0 && is_digit(line->at[0]) && is_digit(line->at[line->size - 1]);
}

// Pieces of a line that gaps keep apart.
typedef struct {
  uint32_t wide_runs;     // separated by two columns of white space or more
  uint32_t words;         // separated by any white space
  uint32_t numbers;       // words that are numbers or dashes
  uint32_t last_numbers;  // of these, the unbroken run at the end
  bool label_then_number;
} Runs;

static Runs runs_of(const Line *line) {
  Runs runs = {0, 0, 0, 0, false};
  uint64_t hash = HASH_BEGIN;      // of everything so far
  uint64_t part_hash = HASH_BEGIN;  // since the last wide gap or label
  bool label = false;
  uint32_t previous_length = 0;
  for (uint32_t i = 0; i < line->size;) {
    const uint32_t begin = i;
    while (i < line->size && !is_space(line->at[i])) i++;
    const uint32_t length = i - begin;
    const bool number = is_number(line, begin, i) || is_dashes(line, begin, i);
    uint32_t columns = 0;
    uint32_t gap = 0;
    for (uint32_t j = begin; j > 0 && is_space(line->at[j - 1]); j--, gap++) columns += line->at[j - 1] == 0x3000 ? 2 : 1;
    // 统　计　指　标: single characters set apart by one wide space are one word.
    const bool spread = gap == 1 && length == 1 && previous_length == 1 && !number;
    const bool wide = begin == 0 || (columns >= 2 && !spread);
    runs.words++;
    runs.wide_runs += wide;
    runs.numbers += number;
    runs.last_numbers = number ? runs.last_numbers + 1 : 0;
    if (number && label) runs.label_then_number = true;
    if (wide || label) part_hash = HASH_BEGIN;
    for (uint32_t j = begin; j < i; j++) {
      hash = hash_add(hash, line->at[j]);
      part_hash = hash_add(part_hash, line->at[j]);
    }
    if (!number) label = label_kind(hash) != NIANBAO_NO_LABEL || label_kind(part_hash) != NIANBAO_NO_LABEL;
    previous_length = length;
    while (i < line->size && is_space(line->at[i])) i++;
  }
  return runs;
}

static bool is_aligned(const Line *line, const Runs *runs, uint32_t level) {
  if (line->sentence) return false;
  if (runs->label_then_number) return true;
  if (runs->words >= 3 && runs->numbers == runs->words) return true;
  if (runs->wide_runs < 3) return false;
  return level == 0 || runs->last_numbers >= 1;
}

// ---- tags -----------------------------------------------------------------------------------------------------------

static bool tag_is(const Line *line, uint32_t i, const char *name) {
  for (; *name != 0; name++, i++) {
    const int32_t c = char_at(line, i);
    if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != *name) return false;
  }
  return !is_letter(char_at(line, i));
}

static bool opens_html(const Line *line) {
  static const char *const table_tags[] = {"table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col"};
  if (char_at(line, 0) != '<') return false;
  const uint32_t name = char_at(line, 1) == '/' ? 2 : 1;
  for (uint32_t i = 0; i < sizeof table_tags / sizeof table_tags[0]; i++) {
    if (tag_is(line, name, table_tags[i])) return true;
  }
  for (uint32_t i = 1; i < line->size; i++) {
    if (line->at[i] == '<' && tag_is(line, i + 1, "table")) return true;
  }
  return false;
}

static bool is_comment(const Line *line) {
  const uint32_t n = line->size;
  return line->complete && n >= 7 && line->at[0] == '<' && line->at[1] == '!' && line->at[2] == '-' &&
         line->at[3] == '-' && line->at[n - 3] == '-' && line->at[n - 2] == '-' && line->at[n - 1] == '>';
}

// 附件：…, 附件1, 附表
static bool is_attachment(const Line *line) {
  if (char_at(line, 0) != 0x9644) return false;                                    // 附
  if (char_at(line, 1) != 0x4EF6 && char_at(line, 1) != 0x8868) return false;      // 件 表
  uint32_t i = 2;
  while (is_digit(char_at(line, i)) || is_numeral(char_at(line, i)) || is_space(char_at(line, i))) i++;
  return i >= line->size || line->at[i] == ':' || line->at[i] == 0xFF1A;
}

// ---- decisions ------------------------------------------------------------------------------------------------------

static enum Token heading_token(uint32_t level) { return (enum Token)(H1_START + level - 1); }

// A | row without a leading |, but not a sentence that happens to hold one.
static bool is_pipe_row(const Line *line) {
  if (char_at(line, 0) == '|') return true;
  if (line->sentence && line->size > TITLE_LIMIT) return false;
  if (line->pipes >= 2 || (line->complete && char_at(line, line->size - 1) == '|')) return true;
  return line->complete && line->size <= TITLE_LIMIT;
}

static bool is_pipe_delimiter(const Line *line) {
  uint32_t dashes = 0;
  bool colon = false;
  bool space = false;
  bool pair = false;
  if (!line->complete) return false;
  for (uint32_t i = 0; i < line->size; i++) {
    const int32_t c = line->at[i];
    if (c == '-') dashes++;
    else if (c == ':') colon = true;
    else if (is_space(c) || c == '\t') space = true;
    else if (c != '|') return false;
    if (c == '-' && char_at(line, i + 1) == '-') pair = true;
  }
  // | - | - | is a row of empty values.
  return dashes > 0 && (pair || colon || !space);
}

static enum Token with_tabs(const Line *line, bool in_table) {
  const uint32_t inner_tabs = line->tabs - line->leading_tabs - line->trailing_tabs;
  uint32_t end = 0;
  const uint32_t level = heading_level(line, &end);
  const bool label = label_of(line, 0, line->size) != NIANBAO_NO_LABEL;
  if (inner_tabs > 0) {
    // 一、<tab>总体情况, as word processors number their headings.
    if (level > 0 && !in_table && inner_tabs == 1 && line->trailing_tabs == 0 && char_at(line, end) == '\t' && !label &&
        !is_number(line, end + 1, line->size)) {
      return heading_token(level);
    }
    return line->sentence && line->size > TITLE_LIMIT && inner_tabs <= 2 ? TEXT_START : TSV_START;
  }
  if (label) return TSV_START;
  if (level > 0 && line->trailing_tabs <= 1 && (level == 1 || line->sentence || !in_table)) return heading_token(level);
  if (line->sentence || !line->complete) return TEXT_START;
  if (line->trailing_tabs > 0 || in_table) return TSV_START;
  return line->size > TITLE_LIMIT ? TEXT_START : TSV_START;
}

static enum Token without_tabs(TSLexer *lexer, const Line *line, bool in_flat, bool in_aligned) {
  uint32_t end = 0;
  const uint32_t level = heading_level(line, &end);
  const uint8_t label = line->complete ? label_of(line, 0, line->size) : NIANBAO_NO_LABEL;
  const bool number = line->complete && is_number(line, 0, line->size);
  const enum Token row = in_aligned ? ALIGNED_MORE : ALIGNED_START;
  const enum Token cell = in_flat ? FLAT_MORE : in_aligned ? ALIGNED_MORE : FLAT_START;

  if (line->complete && is_page_number(line)) return PAGE_START;
  if (label == NIANBAO_LABEL || (label == NIANBAO_GROUP_LABEL && (in_flat || in_aligned))) return cell;
  // 三、依申请公开情况 is a row of the statistics table or a heading: in the table its unit —— follows.
  if (label == NIANBAO_GROUP_LABEL) return next_line_begins(lexer, is_dash) ? FLAT_START : heading_token(level);
  if (number) return !in_flat && line->size <= 4 && next_line_begins(lexer, is_form_feed) ? PAGE_START : cell;
  const Runs runs = line->sentence ? (Runs){0, 0, 0, 0, false} : runs_of(line);
  if (is_note(line) || is_caption(line)) return runs.wide_runs > 1 ? row : cell;
  if (is_aligned(line, &runs, level)) return row;
  const bool fragment = line->complete && !line->sentence && line->size <= TITLE_LIMIT;
  if (level > 0 && !(in_flat && fragment && level > 1)) return heading_token(level);
  if (is_attachment(line)) return ATTACHMENT_START;
  if (in_flat && fragment) return FLAT_MORE;
  if (in_aligned && fragment && (runs.wide_runs >= 2 || line->size <= FRAGMENT_LIMIT)) return ALIGNED_MORE;
  return TEXT_START;
}

// Inside <table>: only a heading of the first level ends it early.
static bool stays_html(const Line *line) {
  uint32_t end = 0;
  if (line->size == 0 || char_at(line, 0) == '<' || line->size > TITLE_LIMIT) return true;
  if (heading_level(line, &end) != 1) return true;
  for (uint32_t i = 0; i < line->size; i++) {
    if (line->at[i] == '<') return true;
  }
  return label_of(line, 0, line->size) != NIANBAO_NO_LABEL;
}

static enum Token classify(TSLexer *lexer, const Line *line, const bool *valid) {
  if (valid[HTML_MORE] && stays_html(line)) return HTML_MORE;
  if (char_at(line, 0) == '<') {
    if (is_comment(line)) return COMMENT_START;
    if (opens_html(line)) return HTML_START;
  }
  if (char_at(line, 0) != '|' && line->tabs > 0) {
    const enum Token token = with_tabs(line, valid[TSV_MORE]);
    return token == TSV_START && valid[TSV_MORE] ? TSV_MORE : token;
  }
  if (line->pipes > 0 && is_pipe_row(line)) return is_pipe_delimiter(line) ? PIPE_DELIMITER_START : PIPE_START;
  return without_tabs(lexer, line, valid[FLAT_MORE], valid[ALIGNED_MORE]);
}

// ---- modes ----------------------------------------------------------------------------------------------------------

// Behind a heading marker: a first sentence that is too long for a title makes the line a numbered paragraph.
static enum Token after_marker(TSLexer *lexer) {
  lexer->mark_end(lexer);
  uint32_t length = 0;
  for (int i = 0; i < LINE_LIMIT && !lexer->eof(lexer) && !is_line_end(lexer->lookahead); i++) {
    if (lexer->lookahead == 0x3002) return NO_TOKEN;
    length += !is_space(lexer->lookahead) && lexer->lookahead != '*';
    if (length > TITLE_LIMIT) return TEXT_START;
    lexer->advance(lexer, false);
  }
  return NO_TOKEN;
}

// Accepts the end of the file, with the spaces before it, as the end of a line.
static enum Token end_of_file(TSLexer *lexer) {
  while (is_space(lexer->lookahead)) lexer->advance(lexer, false);
  if (!lexer->eof(lexer)) return NO_TOKEN;
  lexer->mark_end(lexer);
  return END_OF_FILE;
}

static enum Token at_line_begin(TSLexer *lexer, const bool *valid) {
  Line line;
  line.indented = is_space(lexer->lookahead);
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->eof(lexer)) return line.indented ? BLANK_LINE : NO_TOKEN;
  lexer->mark_end(lexer);
  if (lexer->lookahead == '\f' && !valid[HTML_MORE]) {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    return FORM_FEED;
  }
  read_line(lexer, &line);
  if (line.size == 0 && !valid[HTML_MORE]) {
    if (line.tabs > 0 && valid[TSV_MORE]) return TSV_MORE;
    if (lexer->lookahead == '\r') lexer->advance(lexer, false);
    if (lexer->lookahead == '\n') lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    return BLANK_LINE;
  }
  return classify(lexer, &line, valid);
}

// ---- interface ------------------------------------------------------------------------------------------------------

void *tree_sitter_nianbao_external_scanner_create(void) { return 0; }
void tree_sitter_nianbao_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_nianbao_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_nianbao_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_nianbao_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  if (valid_symbols[ERROR_SENTINEL]) return false;
  enum Token token = NO_TOKEN;
  if (valid_symbols[BLANK_LINE] || valid_symbols[HTML_MORE]) {
    token = at_line_begin(lexer, valid_symbols);
  } else if (valid_symbols[TEXT_START]) {
    if (lexer->eof(lexer)) {
      lexer->mark_end(lexer);
      token = END_OF_FILE;
    } else {
      token = after_marker(lexer);
    }
  } else if (valid_symbols[END_OF_FILE]) {
    token = end_of_file(lexer);
  }
  if (token == NO_TOKEN) return false;
  lexer->result_symbol = (TSSymbol)token;
  return true;
}
