// Names the kind of each line by a zero-width token; the grammar then says what such a line consists of.
// For that it reads at most LINE_LIMIT code points of one line and the first few of the next. Inside a line it reads runs of
// text (run.h). It keeps no state at all: whether a
// weak line belongs to the table before it follows from the tokens that the parser offers (_flat_more, _aligned_more …).
// Must not know what a label means: labels.h only says that a line is one.
#include <stdbool.h>
#include <stdint.h>

#include "line.h"
#include "run.h"
#include "shapes.h"
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
  TEXT_RUN,
  ERROR_SENTINEL,
  NO_TOKEN,
};

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
  const uint8_t label = line->complete && !line->sentence ? label_of(line, 0, line->size) : NIANBAO_NO_LABEL;
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
  } else if (valid_symbols[TEXT_RUN] && begins_run(lexer)) {
    token = read_run(lexer) ? TEXT_RUN : NO_TOKEN;
  } else if (valid_symbols[END_OF_FILE]) {
    token = end_of_file(lexer);
  }
  if (token == NO_TOKEN) return false;
  lexer->result_symbol = (TSSymbol)token;
  return true;
}
