// Hover on a cited law, document or article. Must not know LSP.
#include "features/law_hover.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "features/law_page.h"
#include "features/law_place.h"
#include "features/law_wording.h"
#include "features/pages.h"
#include "rules/law_common.h"
#include "text/numeral.h"

namespace nianbao::features {
namespace {

using report::Citation;
using standard::Article;
using standard::Law;

constexpr std::size_t most_lines = 6;     // of the article's structure
constexpr std::size_t most_articles = 6;  // of a range
constexpr std::size_t most_rows = 4;

void add(Hover& hover, std::string text, HoverLine::Kind kind = HoverLine::Kind::plain) {
  if (!text.empty()) hover.lines.push_back({kind, std::move(text)});
}

/// 政府信息公开条例（国务院令第711号，2019年5月15日起施行）
std::string law_in_words(const rules::Context& context, const Law& law) {
  const std::string name(rules::plain_name(law));
  std::string facts = law.law_no;
  const auto join = [&](std::string_view fact) {
    if (!facts.empty()) facts += context.say("law.fact-join");
    facts += fact;
  };
  if (!law.in_force.empty() && law.repealed.empty()) {
    join(context.say("law.in-force", {{"from", date_in_words(context, law.in_force)}}));
  } else if (!law.in_force.empty()) {
    join(context.say("law.in-force-until",
                     {{"from", date_in_words(context, law.in_force)}, {"to", date_in_words(context, law.repealed)}}));
  } else if (!law.repealed.empty()) {
    join(context.say("law.until", {{"to", date_in_words(context, law.repealed)}}));
  }
  return facts.empty() ? name : context.say("law.with-facts", {{"law", name}, {"facts", facts}});
}

/// The window of lines that fits and holds the cited one, which is bold.
void add_structure(Hover& hover, const std::vector<WordingLine>& lines, const CitedPart& part) {
  std::size_t cited = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is(part)) cited = i;
  }
  const std::size_t begin = lines.size() > most_lines && cited >= most_lines ? cited + 1 - most_lines : 0;
  const std::size_t end = std::min(lines.size(), begin + most_lines);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string line = lines[i].whole();
    add(hover, lines[i].is(part) ? "**" + line + "**" : line, HoverLine::Kind::bullet);
  }
  if (end - begin < lines.size()) add(hover, "…", HoverLine::Kind::bullet);
}

/// Where the row's own total stands: its last cell that is one, as the total column is the last.
const report::CellReading* total_of(const rules::Context& context, std::string_view row, standard::TableId& table) {
  const report::CellReading* found = nullptr;
  for (std::size_t index = 0; index < context.form->cells.size(); ++index) {
    const standard::CellSpec& cell = context.form->cells[index];
    if (cell.row != row || !cell.is_total) continue;
    found = context.report.cell(static_cast<standard::CellIndex>(index));
    table = cell.table;
  }
  return found;
}

bool surely_rests_on(const standard::Entry& entry, const Law& law, const Article& article) {
  return std::ranges::any_of(entry.basis, [&](const standard::LegalBasis& one) {
    return one.law_id == law.id && one.article == article.number && one.confidence == standard::Confidence::seen;
  });
}

/// 表三相关行 予以公开 28 · 重复申请 1: rows of one table, with their totals.
std::string rows_of(const rules::Context& context, const Law& law, const Article& article) {
  std::string out;
  std::optional<standard::TableId> table;
  std::size_t count = 0;
  for (const std::string& id : article.cited_by) {
    const standard::Entry* entry = context.form->entry(id);
    if (entry == nullptr || entry->kind != standard::EntryKind::row) continue;
    if (!surely_rests_on(*entry, law, article)) continue;
    standard::TableId here{};
    const report::CellReading* total = total_of(context, id, here);
    if (total == nullptr || !total->value() || (table && *table != here)) continue;
    if (count++ == most_rows) break;
    table = here;
    if (!out.empty()) out += context.say("hover.row-value-join");
    out += context.say("hover.row-value", {{"row", context.label(id)}, {"value", to_string(*total->value())}});
  }
  if (!table) return {};
  return context.say("hover.article.rows", {{"table", context.form->table(*table)->name}, {"rows", out}});
}

void add_links(Hover& hover, const rules::Context& context, const Law& law, std::int32_t article,
               const HoverOptions& options) {
  std::string links;
  if (options.command_links) {
    const std::string page = article > 0 ? law_page_uri(law, article) : law_page_uri(law);
    links = context.say("hover.link.law", {{"target", page_command(page)}});
  }
  if (!law.url.empty()) {
    if (!links.empty()) links += " · ";
    links += context.say("law.official", {{"url", law.url}});
  }
  add(hover, std::move(links), HoverLine::Kind::links);
}

Hover of_article(const View& view, const Citation& citation, const Law& law, const Article& article,
                 const HoverOptions& options) {
  const rules::Context context = view.context();
  const CitedPart part{citation.paragraph, citation.item};
  const std::vector<WordingLine> lines = wording_of(context, law, article);
  Hover hover;
  hover.range = citation.range;
  add(hover,
      context.say("law.head",
                  {{"label", article.label}, {"caption", article.caption}, {"law", law_in_words(context, law)}}));
  // What was cited comes first; the article's structure behind it.
  const auto cited = std::ranges::find_if(lines, [&](const WordingLine& line) { return line.is(part); });
  if (cited != lines.end() && lines.size() > 1) {
    std::string name;
    if (citation.paragraph != 0) {
      name += context.say("hover.paragraph", {{"n", text::chinese_numeral(citation.paragraph)}});
    }
    if (citation.item != 0) name += context.say("hover.item", {{"n", text::chinese_numeral(citation.item)}});
    add(hover, "**" + name + "**　" + cited->text);
  } else if (citation.resolution == report::Resolution::unknown_part) {
    add(hover, context.say("law.no-part", {{"article", article.label}}));
  }
  add_structure(hover, lines, part);
  add(hover, rows_of(context, law, article));
  add(hover, provenance_of(context, law, article));
  add_links(hover, context, law, article.number, options);
  return hover;
}

Hover of_range(const View& view, const Citation& citation, const Law& law, const HoverOptions& options) {
  const rules::Context context = view.context();
  Hover hover;
  hover.range = citation.range;
  add(hover, "**" + citation.text + "**　" + law_in_words(context, law));
  std::size_t count = 0;
  for (std::int32_t number = citation.article; number <= citation.last_article; ++number) {
    const Article* article = law.article(number);
    if (article == nullptr) continue;
    if (count++ == most_articles) {
      add(hover, "…", HoverLine::Kind::bullet);
      break;
    }
    add(hover, article->label + "　" + article->caption, HoverLine::Kind::bullet);
  }
  add(hover, context.say("hover.paraphrase"));
  add_links(hover, context, law, citation.article, options);
  return hover;
}

/// An article that the law does not have, or that our data does not list.
Hover of_unlisted(const View& view, const Citation& citation, const Law& law, const HoverOptions& options) {
  const rules::Context context = view.context();
  Hover hover;
  hover.range = citation.range;
  add(hover, "**" + citation.text + "**　" + law_in_words(context, law));
  const bool unknown = citation.resolution == report::Resolution::unknown_article;
  add(hover, context.say(unknown ? "law.no-article" : "law.not-listed",
                         {{"law", rules::short_name_of(context, law)},
                          {"count", text::chinese_numeral(static_cast<std::int32_t>(law.articles.size()))}}));
  add_links(hover, context, law, 0, options);
  return hover;
}

Hover of_law(const View& view, const Citation& citation, const Law& law, const HoverOptions& options) {
  const rules::Context context = view.context();
  Hover hover;
  hover.range = citation.range;
  add(hover, "**" + std::string(rules::plain_name(law)) + "**");
  const std::string facts = law_in_words(context, law);
  if (facts != rules::plain_name(law)) add(hover, facts);
  if (!law.from_library) add(hover, law.note);
  if (!citation.short_name.empty()) add(hover, context.say("law.defines", {{"name", citation.short_name}}));
  if (citation.form == report::NameForm::defined) add(hover, context.say("law.defined-here"));
  std::size_t mentions = 0;
  for (const Citation& other : view.report().citations) mentions += other.law == law.id && !other.in_table ? 1U : 0U;
  add(hover, context.say("law.mentions", {{"count", std::to_string(mentions)}}));
  add_links(hover, context, law, 0, options);
  return hover;
}

}  // namespace

std::optional<Hover> hover_law(const View& view, text::Offset offset, const HoverOptions& options) {
  const Citation* citation = citation_at(view.report(), offset);
  if (citation == nullptr || citation->law.empty()) return std::nullopt;
  const Law* law = view.standard.law(citation->law);
  if (law == nullptr) return std::nullopt;
  if (citation->kind != report::CitationKind::provision) return of_law(view, *citation, *law, options);
  if (citation->last_article > citation->article) return of_range(view, *citation, *law, options);
  const Article* article = law->article(citation->article);
  if (article == nullptr) return of_unlisted(view, *citation, *law, options);
  return of_article(view, *citation, *law, *article, options);
}

}  // namespace nianbao::features
