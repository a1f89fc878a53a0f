// What can be written next. Must not know LSP.
#include "features/completion.h"

#include <algorithm>
#include <charconv>

#include "features/citation.h"
#include "features/completion_sources.h"
#include "features/gaps.h"
#include "features/law_completion.h"
#include "text/normalise.h"

namespace nianbao::features {
namespace {

constexpr std::string_view entry_key = "entry:";

/// The text with escapes and stops taken out, and each ${2:name} as `write` has it.
template <typename Write>
std::string without_placeholders(std::string_view text, Write write) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      out += text[++i];
    } else if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{') {
      const std::size_t colon = text.find(':', i);
      const std::size_t close = text.find('}', i);
      if (colon == std::string_view::npos || close == std::string_view::npos || close < colon) break;
      out += write(text.substr(colon + 1, close - colon - 1));
      i = close;
    } else if (text[i] == '$') {
      while (i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_number(std::string_view name) {
  return name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What stands for a placeholder where it cannot be one: it is seen, and counted as left to be filled in.
std::string waiting(std::string_view name) {
  return is_number(name) ? number_gap() : gap(name);
}

/// The report's own script: what is written into it, and what typed letters are compared with.
void keep_script(const report::Report& report, std::vector<Completion>& items) {
  if (report.script != report::Script::traditional) return;
  for (Completion& item : items) {
    if (item.kind == Completion::Kind::value) continue;
    for (std::string* text : {&item.label, &item.text, &item.filter}) *text = text::to_traditional(*text);
  }
}

/// LF as the document has it: CRLF where its first line ends so.
void keep_line_ends(const text::Text& text, std::vector<Completion>& items) {
  if (text.line_count() < 2 || !text.slice(text.full_line(0)).ends_with("\r\n")) return;
  for (Completion& item : items) {
    std::string out;
    for (const char byte : item.text) {
      if (byte == '\n') out += '\r';
      out += byte;
    }
    item.text = std::move(out);
  }
}

}  // namespace

std::string readable(std::string_view snippet) {
  return without_placeholders(snippet, [](std::string_view name) {
    return is_number(name) ? std::string("…") : "〔" + std::string(name) + "〕";
  });
}

Place place_at(const text::Text& text, text::Offset offset) {
  Place place;
  place.line = text.line(text.line_of(offset));
  place.offset = std::clamp(offset, place.line.begin, place.line.end);
  place.before = text.slice({place.line.begin, place.offset});
  place.after = text.slice({place.offset, place.line.end});
  return place;
}

std::vector<Completion> completions(const View& view, text::Offset offset,
                                    const CompletionOptions& completion_options) {
  // Inside a citation only the law has something to say.
  std::vector<Completion> items = law_completions(view, offset);
  if (!items.empty()) {
    keep_script(view.report(), items);
    return items;
  }
  const Place place = place_at(view.snapshot.text, offset);
  propose_values(view, place, items);
  propose_rows(view, place, items);
  if (items.empty()) {
    const standard::Snippets none;
    const standard::Snippets& texts = completion_options.texts != nullptr ? *completion_options.texts : none;
    propose_reports(view, texts, place, items);
    propose_headings(view, texts, place, items);
    propose_tables(view, place, items);
    propose_sentences(view, texts, place, items);
  }
  keep_script(view.report(), items);
  if (!completion_options.snippets) {
    for (Completion& item : items) {
      if (item.snippet) item.text = without_placeholders(item.text, waiting);
      item.snippet = false;
    }
  }
  keep_line_ends(view.snapshot.text, items);
  return items;
}

std::string completion_documentation(const standard::Standard& standard, const rules::Options& options,
                                     std::string_view key) {
  // entry:2021:t3_granted
  if (!key.starts_with(entry_key)) return law_documentation(standard, options, key);
  key.remove_prefix(entry_key.size());
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos) return {};
  const standard::Form* form = standard.form_named(key.substr(0, colon));
  if (form == nullptr) return {};
  const standard::Entry* entry = form->entry(key.substr(colon + 1));
  if (entry == nullptr) return {};
  const report::Report nothing;
  const rules::Context context{nothing, standard, options, form};
  const bool english = options.locale == rules::Locale::en && !entry->definition_en.empty();
  std::string out = english ? entry->definition_en : entry->definition;
  for (const standard::LegalBasis* basis : by_certainty(entry->basis)) {
    out.append(out.empty() ? "" : "\n\n").append(basis_line(context, *basis));
    break;
  }
  return out;
}

}  // namespace nianbao::features
