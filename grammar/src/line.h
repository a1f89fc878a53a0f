// One line of text as the scanner reads it, its characters, and whether it is an official label.
// Included by scanner.c only. Must not know kinds of lines.
#ifndef NIANBAO_LINE_H_
#define NIANBAO_LINE_H_

#include <stdbool.h>
#include <stdint.h>

#include "labels.h"
#include "tree_sitter/parser.h"

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

#endif
