// A run of text that opens no inline node: one token instead of one for each word. Included by scanner.c only.
// It ends where the patterns of grammar.js would begin a token that may be an inline node; those decide then. So a run
// changes no node of the tree, only how many hidden tokens there are.
#ifndef NIANBAO_RUN_H_
#define NIANBAO_RUN_H_

#include <stdbool.h>
#include <stdint.h>

#include "line.h"
#include "run_characters.h"
#include "tree_sitter/parser.h"

typedef enum { RUN_END, RUN_HAN, RUN_ONE_LEAD, RUN_BREAK } RunClass;

// HAN of grammar.js.
static bool is_han(int32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

static RunClass class_of_han(int32_t c) {
  uint32_t low = 0;
  uint32_t high = NIANBAO_SPECIAL_COUNT;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (nianbao_specials[middle].at < c)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == NIANBAO_SPECIAL_COUNT || nianbao_specials[low].at != c) return RUN_HAN;
  if (nianbao_specials[low].kind == NIANBAO_ONE_LEAD) return RUN_ONE_LEAD;
  return nianbao_specials[low].kind == NIANBAO_FUNCTION_WORD ? RUN_BREAK : RUN_END;
}

static bool is_bracket(int32_t c) {
  return c == '(' || c == '[' || c == 0x3010 || c == 0x3014 || c == 0xFF08 || c == 0xFF3B;  // 【 〔 （ ［
}

static bool is_full_width_digit(int32_t c) {
  return c >= 0xFF10 && c <= 0xFF19;
}

// PUNCTUATION of grammar.js and function words are breaks: a document number may begin behind them.
static RunClass run_class(int32_t c) {
  if (is_han(c)) return class_of_han(c);
  if (c < 0x80) {
    const bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c <= ' ' || c == 0x7F || c == '*' || word || is_bracket(c) ? RUN_END : RUN_BREAK;
  }
  return is_space(c) || is_bracket(c) || is_full_width_digit(c) || c == 0x300A ? RUN_END : RUN_BREAK;  // 《
}

// May the characters before `c` be the organ of a document number, 国办发〔2020〕, 国务院令第711号?
static bool may_number(int32_t before, int32_t c) {
  if (is_bracket(c) || is_space(c) || c == 0x81EA || c == 0x7531) return true;  // 自 由
  return before == 0x4EE4;                                                      // 令
}

static bool begins_run(const TSLexer* lexer) {
  return !lexer->eof(lexer) && run_class(lexer->lookahead) != RUN_END;
}

/// Marks the end of the run that begins here; false if it may be a document number as a whole.
static bool read_run(TSLexer* lexer) {
  int32_t before = 0;
  bool in_han = false;
  bool marked = false;
  RunClass last = RUN_END;
  for (;;) {
    const int32_t c = lexer->lookahead;
    RunClass now = lexer->eof(lexer) ? RUN_END : run_class(c);
    // The numeral of 统一 belongs to its word.
    if (now == RUN_END && c == 0x4E00 && last == RUN_ONE_LEAD) now = RUN_HAN;
    if (now == RUN_END) {
      if (in_han && may_number(before, c)) return marked;
      lexer->mark_end(lexer);
      return true;
    }
    const bool han = now != RUN_BREAK;
    if (han && !in_han && last != RUN_END) {
      lexer->mark_end(lexer);
      marked = true;
    }
    in_han = han;
    before = c;
    last = now;
    lexer->advance(lexer, false);
  }
}

#endif
