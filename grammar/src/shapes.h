// What a line looks like: heading, number, page number, aligned row, tag …; each question answered from the line alone.
// Included by scanner.c only. Must not know tokens or the table before the line.
#ifndef NIANBAO_SHAPES_H_
#define NIANBAO_SHAPES_H_

#include "line.h"

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

#endif
