// Hover on a cited article. Must not know LSP; never shows the statute's wording.
#include "features/hover_article.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "features/citation.h"
#include "features/pages.h"
#include "syntax/cursor.h"

namespace nianbao::features {
namespace {

using standard::Article;
using standard::Law;
using syntax::NodeKind;

constexpr std::size_t most_item_lines = 7;
constexpr std::size_t most_rows = 4;
constexpr std::string_view short_name = "条例";
constexpr std::string_view full_name = "政府信息公开条例";

struct Citation {
  text::ByteRange reference;
  std::optional<text::ByteRange> title;  ///< the 《name》 before it on the same line
};

std::optional<Citation> citation_at(const syntax::Tree& tree, text::Offset offset) {
  std::optional<text::ByteRange> title;
  syntax::Cursor cursor(tree);
  for (bool more = cursor.next(); more;) {
    const syntax::Node& node = cursor.node();
    if (node.range.begin > offset) break;
    if (node.kind == NodeKind::title_citation && node.range.end <= offset) title = node.range;
    if (node.kind == NodeKind::article_reference && node.range.touches(offset)) return Citation{node.range, title};
    if (node.kind == NodeKind::text_line && node.range.contains(offset)) title.reset();
    more = node.range.touches(offset) ? cursor.next() : cursor.skip();
  }
  return std::nullopt;
}

std::int32_t year_of(std::string_view iso_date) {
  std::int32_t year = 0;
  std::from_chars(iso_date.data(), iso_date.data() + iso_date.size(), year);
  return year;
}

std::string_view without_marks(std::string_view title) {
  for (const std::string_view mark : {"《", "〈"}) {
    if (title.starts_with(mark)) title.remove_prefix(mark.size());
  }
  for (const std::string_view mark : {"》", "〉"}) {
    if (title.ends_with(mark)) title.remove_suffix(mark.size());
  }
  return title;
}

/// The law of that name as it stood for the report's year: the regulations were replaced in 2019.
const Law* law_named(const rules::Context& context, std::string_view name) {
  const Law* law = context.standard.law(name == short_name ? full_name : name);
  if (law == nullptr || !context.report.year || law->in_force.empty()) return law;
  if (*context.report.year >= year_of(law->in_force)) return law;
  for (const Law& former : context.standard.laws) {
    if (former.replaced_by == law->id) return &former;
  }
  return law;
}

const Law* law_of(const rules::Context& context, const text::Text& text, const Citation& citation) {
  if (citation.title) return law_named(context, without_marks(text.slice(*citation.title)));
  const std::string_view before = text.slice({0, citation.reference.begin});
  return before.ends_with(short_name) ? law_named(context, short_name) : nullptr;
}

std::string date_of(const rules::Context& context, std::string_view iso) {
  // 2019-05-15
  if (iso.size() != 10) return std::string(iso);
  const auto number = [&](std::size_t at, std::size_t count) {
    std::string_view digits = iso.substr(at, count);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return std::string(digits);
  };
  return context.say("hover.date", {{"year", number(0, 4)}, {"month", number(5, 2)}, {"day", number(8, 2)}});
}

std::string head_of(const rules::Context& context, const Law& law, const Article& article) {
  const std::string_view id = law.in_force.empty() ? "hover.article.head" : "hover.article.head-in-force";
  return context.say(id, {{"label", article.label},
                          {"caption", article.caption},
                          {"law", law.name},
                          {"number", law.law_no},
                          {"date", date_of(context, law.in_force)}});
}

/// One line per paragraph or, where it has them, per item; what was cited is bold.
std::vector<std::string> lines_of(const rules::Context& context, const Article& article, const ArticleReference& cited,
                                  std::size_t& cited_line) {
  std::vector<std::string> lines;
  const bool several = article.paragraphs.size() > 1;
  for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
    std::string mark = several ? context.say("hover.paragraph", {{"n", chinese_number(paragraph.number)}}) + "　" : "";
    const bool here = cited.paragraph == paragraph.number || (cited.paragraph == 0 && !cited.item.empty());
    if (here && cited.item.empty()) {
      cited_line = lines.size();
      lines.push_back("**" + mark + paragraph.summary + "**");
    } else {
      lines.push_back(mark + paragraph.summary);
    }
    for (const standard::ArticleItem& item : paragraph.items) {
      std::string line = context.say("hover.item-mark", {{"n", item.number}}) + item.summary;
      if (here && item.number == cited.item) {
        cited_line = lines.size();
        line.insert(0, "**").append("**");
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// The window of lines that fits and holds the cited one.
void add_lines(Hover& hover, std::vector<std::string> lines, std::size_t cited_line) {
  std::size_t begin = 0;
  if (lines.size() > most_item_lines && cited_line >= most_item_lines) begin = cited_line + 1 - most_item_lines;
  const std::size_t end = std::min(lines.size(), begin + most_item_lines);
  for (std::size_t i = begin; i < end; ++i) {
    hover.lines.push_back({HoverLine::Kind::bullet, std::move(lines[i])});
  }
  if (end < lines.size() || begin > 0) hover.lines.push_back({HoverLine::Kind::bullet, "…"});
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

/// 予以公开 28 · 重复申请 1: rows of one table that surely rest on the article, with their totals.
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

}  // namespace

std::optional<Hover> hover_article(const rules::Context& context, const Snapshot& snapshot, text::Offset offset,
                                   const HoverOptions& options) {
  if (snapshot.tree == nullptr) return std::nullopt;
  const std::optional<Citation> citation = citation_at(*snapshot.tree, offset);
  if (!citation) return std::nullopt;
  const std::optional<ArticleReference> reference = parse_reference(snapshot.text.slice(citation->reference));
  const Law* law = law_of(context, snapshot.text, *citation);
  if (!reference || law == nullptr) return std::nullopt;
  const Article* article = law->article(reference->article);
  if (article == nullptr) return std::nullopt;

  Hover hover;
  hover.range = citation->reference;
  hover.lines.push_back({HoverLine::Kind::plain, head_of(context, *law, *article)});
  std::size_t cited_line = 0;
  std::vector<std::string> lines = lines_of(context, *article, *reference, cited_line);
  add_lines(hover, std::move(lines), cited_line);
  if (std::string rows = rows_of(context, *law, *article); !rows.empty()) {
    hover.lines.push_back({HoverLine::Kind::plain, std::move(rows)});
  }
  hover.lines.push_back({HoverLine::Kind::plain, context.say("hover.paraphrase")});
  if (options.command_links) {
    const std::string target = page_command(article_page_uri(*law, article->number));
    hover.lines.push_back({HoverLine::Kind::links, context.say("hover.link.law", {{"target", target}})});
  }
  return hover;
}

}  // namespace nianbao::features
