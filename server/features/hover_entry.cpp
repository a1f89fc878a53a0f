// Hover on a label or cell of the form. Must not know cited articles or LSP.
#include "features/hover_entry.h"

#include <algorithm>
#include <utility>

#include "features/arithmetic.h"
#include "features/citation.h"
#include "features/pages.h"

namespace nianbao::features {
namespace {

using standard::Entry;
using standard::EntryKind;

constexpr std::size_t most_basis_lines = 4;
constexpr std::size_t most_arithmetic_lines = 2;
constexpr std::size_t most_cell_sums = 3;
constexpr std::size_t most_cited_in_a_row = 3;

void add(Hover& hover, std::string text, HoverLine::Kind kind = HoverLine::Kind::plain) {
  if (!text.empty()) hover.lines.push_back({kind, std::move(text)});
}

bool is_column(const Entry& entry) {
  return entry.kind == EntryKind::column || entry.kind == EntryKind::column_group;
}

bool is_group(const Entry& entry) {
  return entry.kind == EntryKind::row_group || entry.kind == EntryKind::column_group;
}

/// 表三 › （三）不予公开; for a part the form: 2021年格式.
std::string path_of(const rules::Context& context, const Entry& entry, const report::Grid* grid) {
  if (entry.kind == EntryKind::section || grid == nullptr) {
    return context.say("hover.form", {{"year", context.form->name}});
  }
  const standard::TableSpec* table = context.form->table(grid->table);
  std::string out = table != nullptr ? table->name : std::string(standard::name_of(grid->table));
  std::vector<const Entry*> parents;
  const Entry* parent = context.form->entry(entry.parent);
  while (parent != nullptr && parents.size() < 4) {
    parents.push_back(parent);
    parent = context.form->entry(parent->parent);
  }
  for (auto at = parents.rbegin(); at != parents.rend(); ++at) {
    out += context.say("hover.path-separator") + (*at)->label;
  }
  return out;
}

/// Says plainly where no article stands behind the entry.
std::string remark_on_basis(const rules::Context& context, const Entry& entry) {
  const bool seen = std::ranges::any_of(basis_of_year(context, entry.basis), [](const standard::LegalBasis* one) {
    return one->confidence == standard::Confidence::seen;
  });
  if (seen) return {};
  if (entry.kind == EntryKind::section || entry.kind == EntryKind::caption) return {};
  return context.say(is_column(entry) ? "hover.no-basis.column" : "hover.no-basis.row");
}

std::string links_of(const rules::Context& context, const Entry& entry) {
  std::string out;
  for (const standard::LegalBasis* one : basis_of_year(context, entry.basis)) {
    if (one->confidence != standard::Confidence::seen) continue;
    const std::optional<std::string> uri = article_page_uri(context.standard, *one);
    if (!uri) continue;
    out = context.say("hover.link.law", {{"target", page_command(*uri)}});
    break;
  }
  if (!entry.note.empty()) {
    if (!out.empty()) out += " · ";
    out += context.say(is_column(entry) ? "hover.link.column" : "hover.link.row",
                       {{"target", page_command(entry_page_uri(*context.form, entry))}});
  }
  return out;
}

std::string change_of(const rules::Context& context, const Entry& entry) {
  const std::string id = "hover.changed." + entry.id;
  return context.knows(id) ? context.say(id) : std::string();
}

}  // namespace

std::optional<Hover> hover_entry(const rules::Context& context, const Target& target, const HoverOptions& options) {
  const Entry* entry = context.form->entry(target.entry);
  if (entry == nullptr) return std::nullopt;
  Hover hover;
  hover.range = target.range;
  add(hover, context.say("hover.title", {{"label", entry->label}, {"path", path_of(context, *entry, target.grid)}}));
  add(hover, definition_of(context, *entry));
  for (std::string& line : counting_advice(context, *entry)) add(hover, std::move(line));
  if (is_group(*entry)) add(hover, context.say(is_column(*entry) ? "hover.group.column" : "hover.group.row"));
  add(hover, remark_on_basis(context, *entry));

  std::size_t count = 0;
  for (const standard::LegalBasis* one : basis_of_year(context, entry->basis)) {
    if (count++ == most_basis_lines) break;
    add(hover, basis_line(context, *one), HoverLine::Kind::bullet);
  }
  if (target.grid != nullptr) {
    count = 0;
    for (std::string& line : arithmetic_of_entry(context, *entry)) {
      if (count++ == most_arithmetic_lines) break;
      add(hover, std::move(line));
    }
  }
  add(hover, change_of(context, *entry));
  if (options.command_links) add(hover, links_of(context, *entry), HoverLine::Kind::links);
  return hover;
}

std::optional<Hover> hover_cell(const rules::Context& context, const Target& target, const HoverOptions& options) {
  const standard::CellSpec& cell = context.form->cells[target.cell->cell];
  const Entry* entry = context.form->entry(target.entry);
  if (entry == nullptr) return std::nullopt;
  std::vector<std::string> broken = failing_arithmetic_of_cell(context, target.cell->cell);
  if (broken.empty() && !options.right_numbers) return std::nullopt;
  std::string title = context.label(entry->id);
  if (!cell.row.empty() && !cell.column.empty()) {
    title = context.say("hover.row-by-column", {{"row", title}, {"column", context.label(cell.column)}});
  }
  Hover hover;
  hover.range = target.range;
  const standard::TableSpec* table = context.form->table(cell.table);
  const bool in_group = cell.row.empty() && !entry->parent.empty();
  std::string path = table != nullptr ? table->name : std::string();
  if (in_group) path = path_of(context, *entry, target.grid);
  add(hover, context.say("hover.title", {{"label", title}, {"path", path}}));
  add(hover, definition_of(context, *entry));

  std::string cited;
  std::size_t count = 0;
  for (const standard::LegalBasis* one : basis_of_year(context, entry->basis)) {
    if (one->confidence != standard::Confidence::seen || count++ == most_cited_in_a_row) break;
    if (!cited.empty()) cited += context.say("hover.join");
    cited += cite(context, *one);
  }
  add(hover, cited.empty() ? remark_on_basis(context, *entry) : cited);

  count = 0;
  for (std::string& line : broken) {
    if (count++ == most_cell_sums) break;
    add(hover, std::move(line));
  }
  return hover;
}

}  // namespace nianbao::features
