// Names of laws behind 《, articles behind 条例第, items behind 第三十六条第（, document numbers.
#include "features/law_completion.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

#include "features/law_page.h"
#include "features/law_place.h"
#include "features/law_wording.h"
#include "report/citations.h"
#include "rules/law_common.h"
#include "standard/law_in_force.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace nianbao::features {
namespace {

using standard::Article;
using standard::Law;

constexpr text::Offset looked_back = 600;  // bytes: a law may be named a few lines above
constexpr std::string_view title_open = "《";
constexpr std::string_view title_close = "》";
constexpr std::string_view ordinal_mark = "第";

std::string key_of(const Law& law, std::int32_t article) {
  return "law/" + law.id + (article > 0 ? "/" + std::to_string(article) : "");
}

/// What is left of the cursor on its line, and what is right of it.
struct Line {
  std::string_view before;
  std::string_view after;
  text::Offset offset = 0;

  [[nodiscard]] text::ByteRange tail(std::size_t bytes, std::size_t more = 0) const {
    return {offset - static_cast<text::Offset>(bytes), offset + static_cast<text::Offset>(more)};
  }
};

Line line_at(const text::Text& source, text::Offset offset) {
  const text::ByteRange line = source.line(source.line_of(offset));
  return {source.slice({line.begin, offset}), source.slice({offset, std::max(offset, line.end)}), offset};
}

bool applies(const View& view, const Law& law) {
  return &standard::in_force_for(view.standard, law, view.report().year) == &law &&
         (law.repealed.empty() || !view.report().year || standard::year_of(law.repealed) > *view.report().year);
}

Completion item_of(std::string label, std::string detail, text::ByteRange range, std::string text, std::string key) {
  Completion item;
  item.kind = Completion::Kind::law;
  item.label = std::move(label);
  item.detail = std::move(detail);
  item.range = range;
  item.text = std::move(text);
  item.key = std::move(key);
  return item;
}

// ---- names --------------------------------------------------------------------------------------------------------

/// What was typed behind a 《 that is still open.
std::optional<std::string_view> open_title(std::string_view before) {
  const std::size_t open = before.rfind(title_open);
  if (open == std::string_view::npos || before.find(title_close, open) != std::string_view::npos) return std::nullopt;
  return before.substr(open + title_open.size());
}

/// Bytes behind the cursor up to the 》 that closes the title; nothing where it is not closed.
std::optional<std::size_t> rest_of_title(std::string_view after) {
  const std::size_t close = after.find(title_close);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view rest = after.substr(0, close);
  for (const std::string_view other : {title_open, std::string_view("。"), std::string_view("；")}) {
    if (rest.find(other) != std::string_view::npos) return std::nullopt;
  }
  return close;
}

void add_name(const Line& line, std::string_view typed, const Law& law, const std::string& name,
              std::vector<Completion>& out) {
  const std::optional<std::size_t> rest = rest_of_title(line.after);
  out.push_back(item_of(name, law.law_no, line.tail(typed.size(), rest.value_or(0)),
                        name + (rest ? "" : std::string(title_close)), key_of(law, 0)));
}

std::vector<Completion> names(const View& view, const Line& line, std::string_view typed) {
  std::vector<Completion> out;
  for (const report::Citation& one : view.report().citations) {
    const Law* law = one.law.empty() ? nullptr : view.standard.law(one.law);
    const bool listed = std::ranges::any_of(out, [&](const Completion& item) { return item.label == one.short_name; });
    if (law != nullptr && !one.short_name.empty() && !listed) add_name(line, typed, *law, one.short_name, out);
  }
  for (const Law& law : view.standard.laws) {
    if (!applies(view, law)) continue;
    std::string name(rules::plain_name(law));
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"《", "〈"}, {"》", "〉"}}) {
      for (std::size_t at = name.find(from); at != std::string::npos; at = name.find(from)) {
        name.replace(at, from.size(), to);
      }
    }
    const std::string full = view.standard.citation_words.country + name;
    const bool national = std::ranges::find(law.aliases, full) != law.aliases.end() ||
                          std::ranges::any_of(law.aliases, [&](const std::string& a) { return a.starts_with(full); });
    if (national) add_name(line, typed, law, full, out);
    add_name(line, typed, law, name, out);
  }
  return out;
}

// ---- articles and their parts -------------------------------------------------------------------------------------

/// The law that an article written at the end of `before` would belong to.
const Law* law_before(const View& view, std::string_view before) {
  const text::Text piece{std::string(before) + "第一条"};
  const report::Flow flow(piece);
  const auto found = report::find_citations(flow, view.standard, view.report().year);
  if (found.empty() || found.back().kind != report::CitationKind::provision) return nullptr;
  const report::Citation& last = found.back();
  if (!last.law.empty()) return view.standard.law(last.law);
  // A short name that is defined further up in the report.
  if (!last.name) return nullptr;
  for (const report::Citation& one : view.report().citations) {
    if (!one.short_name.empty() && found[*last.name].text.find(one.short_name) != std::string::npos) {
      return one.law.empty() ? nullptr : view.standard.law(one.law);
    }
  }
  return nullptr;
}

std::string_view looked_at(const View& view, text::Offset offset, std::size_t without) {
  const std::string_view bytes = view.report().source.bytes();
  const std::size_t end = offset - without;
  const std::size_t begin = text::scalar_begin(bytes, end - std::min<std::size_t>(end, looked_back));
  return bytes.substr(begin, end - begin);
}

/// Bytes of a numeral (Chinese or digits, perhaps with an opening bracket) at the end of the text.
std::size_t numeral_tail(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0) {
    const std::size_t before = text::scalar_begin(text, at - 1);
    if (text::read_numeral(text.substr(before, at - before)).length == 0) break;
    at = before;
  }
  return text.size() - at;
}

/// Bytes behind the cursor that end the number being written: 十六条 of 第三‸十六条; nothing where it is no such
/// number.
std::size_t rest_of_number(std::string_view after, std::initializer_list<std::string_view> units) {
  std::string_view rest = after;
  rest.remove_prefix(text::read_numeral(rest).length);
  for (const std::string_view close : {"）", ")"}) {
    if (rest.starts_with(close)) rest.remove_prefix(close.size());
  }
  for (const std::string_view unit : units) {
    if (rest.starts_with(unit)) return after.size() - rest.size() + unit.size();
  }
  return 0;
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

std::vector<Completion> articles(const View& view, const Line& line) {
  std::vector<Completion> out;
  const std::size_t typed = numeral_tail(line.before);
  const std::string_view front = line.before.substr(0, line.before.size() - typed);
  if (!front.ends_with(ordinal_mark)) return out;
  const std::size_t length = typed + ordinal_mark.size();
  if (line.before.substr(0, line.before.size() - length).ends_with("令")) return out;  // 国务院令第711号
  const Law* law = law_before(view, looked_at(view, line.offset, length));
  if (law == nullptr) return out;
  const text::ByteRange range = line.tail(length, rest_of_number(line.after, {"条", "條"}));
  for (const Article& article : law->articles) {
    Completion item = item_of(article.label, article.caption, range, article.label, key_of(*law, article.number));
    // 第36 finds 第三十六条 too.
    if (typed > 0 && is_digit(line.before.back())) {
      item.filter = "第" + std::to_string(article.number) + "条";
    }
    out.push_back(std::move(item));
  }
  return out;
}

/// Behind 第三十六条, 第三十六条第, 第三十六条第（: its 款 and 项.
std::vector<Completion> parts(const View& view, const Line& line) {
  std::vector<Completion> out;
  std::string_view front = line.before;
  const std::size_t typed = numeral_tail(front);
  front.remove_suffix(typed);
  bool bracket = false;
  for (const std::string_view open : {"（", "("}) {
    if (!front.ends_with(open)) continue;
    bracket = true;
    front.remove_suffix(open.size());
  }
  if (front.ends_with(ordinal_mark)) front.remove_suffix(ordinal_mark.size());
  const std::size_t length = line.before.size() - front.size();
  if (length == 0 || !(front.ends_with("条") || front.ends_with("條") || front.ends_with("款"))) return out;
  const text::Text piece{std::string(looked_at(view, line.offset, length))};
  const auto found = report::find_citations(report::Flow(piece), view.standard, view.report().year);
  if (found.empty() || found.back().range.end != piece.size()) return out;
  report::Citation cited = found.back();
  if (cited.law.empty()) {
    const std::size_t whole = length + cited.range.size();
    if (const Law* law = law_before(view, looked_at(view, line.offset, whole))) cited.law = law->id;
  }
  const Article* article = article_of(view.standard, cited);
  if (article == nullptr) return out;
  const std::string key = key_of(*view.standard.law(cited.law), article->number);
  const text::ByteRange range = line.tail(length, rest_of_number(line.after, {"款", "项", "項"}));
  for (const standard::ArticleParagraph& paragraph : article->paragraphs) {
    if (cited.paragraph != 0 && paragraph.number != cited.paragraph) continue;
    if (!bracket && cited.paragraph == 0 && article->paragraphs.size() > 1) {
      const std::string label = "第" + text::chinese_numeral(paragraph.number) + "款";
      out.push_back(item_of(label, paragraph.summary, range, label, key));
    }
    for (const standard::ArticleItem& item : paragraph.items) {
      const std::string label = bracket ? "第（" + item.number + "）项" : "第" + item.number + "项";
      out.push_back(item_of(label, item.summary, range, label, key));
    }
  }
  return out;
}

// ---- document numbers ---------------------------------------------------------------------------------------------

/// The longest begin of the number that the line ends in: 国办公开 for 国办公开办函〔2021〕30号.
std::size_t typed_of(std::string_view before, std::string_view number) {
  std::size_t best = 0;
  for (std::size_t at = 0; at < number.size(); at += text::scalar_at(number, at).length) {
    if (at > 0 && before.ends_with(number.substr(0, at))) best = at;
  }
  return best;
}

std::vector<Completion> numbers(const View& view, const Line& line) {
  std::vector<Completion> out;
  constexpr std::size_t fewest = 6;  // two characters
  const bool behind_title = line.before.ends_with("》（") || line.before.ends_with("》(");
  for (const Law& law : view.standard.laws) {
    if (law.law_no.find("号") == std::string::npos || !applies(view, law)) continue;
    const std::size_t typed = typed_of(line.before, law.law_no);
    if (typed < fewest && !behind_title) continue;
    const std::string_view rest = std::string_view(law.law_no).substr(typed);
    const text::ByteRange range = line.tail(typed, line.after.starts_with(rest) ? rest.size() : 0);
    out.push_back(item_of(law.law_no, std::string(rules::plain_name(law)), range, law.law_no, key_of(law, 0)));
  }
  return out;
}

}  // namespace

std::vector<Completion> law_completions(const View& view, text::Offset offset) {
  const Line line = line_at(view.report().source, offset);
  if (const auto typed = open_title(line.before)) return names(view, line, *typed);
  if (std::vector<Completion> found = parts(view, line); !found.empty()) return found;
  if (std::vector<Completion> found = articles(view, line); !found.empty()) return found;
  return numbers(view, line);
}

std::string law_documentation(const standard::Standard& standard, const rules::Options& options, std::string_view key) {
  constexpr std::string_view group = "law/";
  if (!key.starts_with(group)) return {};
  key.remove_prefix(group.size());
  const std::size_t slash = key.rfind('/');
  const Law* law = standard.law(key.substr(0, slash));
  if (law == nullptr) return {};
  const report::Report nothing;
  const rules::Context context{nothing, standard, options, nullptr};
  if (slash == std::string_view::npos) {
    return "**" + law->name + "**\n\n" + law->law_no + (law->note.empty() ? "" : "\n\n" + law->note);
  }
  std::int32_t number = 0;
  std::from_chars(key.data() + slash + 1, key.data() + key.size(), number);
  const Article* article = law->article(number);
  return article != nullptr ? law_article_page(*law, *article, context) : std::string();
}

}  // namespace nianbao::features
