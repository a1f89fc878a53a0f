#include "features/new_report.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "features/formatting.h"
#include "features/gaps.h"
#include "features/snapshot.h"
#include "features/view.h"
#include "rules/rules.h"
#include "rules/table_template.h"
#include "standard/draft.h"
#include "syntax/tree.h"
#include "text/width.h"

namespace nianbao::features {
namespace {

using report::Decimal;
using standard::CellIndex;

std::string_view name_of(rules::OrganLevel level) {
  switch (level) {
    case rules::OrganLevel::government:
      return "government";
    case rules::OrganLevel::township:
      return "township";
    case rules::OrganLevel::department:
    case rules::OrganLevel::unknown:
      break;
  }
  return "department";
}

/// The figures that a new report begins with.
class Figures {
 public:
  Figures(const standard::Standard& standard, const standard::Form& form, const standard::Draft& draft,
          const report::Report* last)
      : standard_(standard), form_(form), last_(last), values_(form.cells.size()) {
    if (last != nullptr) {
      for (const standard::Relation& relation : form.relations) carry(relation);
    }
    for (const auto& [from, to] : draft.same_rows) copy_row(from, to);
  }

  [[nodiscard]] std::string text(CellIndex cell) const { return report::to_string(values_[cell]); }
  [[nodiscard]] std::string text(std::string_view row, std::string_view column) const {
    const auto cell = form_.cell(row, column);
    return cell ? text(*cell) : std::string();
  }
  [[nodiscard]] CarriedFigures carried() const { return carried_; }

 private:
  /// this year's cell (± what is 0 so far) = (or ≥) a sum of last year's cells: the cell begins with that sum.
  void carry(const standard::Relation& relation) {
    if (relation.kind != standard::RelationKind::cross_year || relation.then.left.terms.empty()) return;
    const auto comparison = relation.then.comparison;
    if (comparison != standard::Comparison::equal && comparison != standard::Comparison::greater_equal) return;
    const standard::Term& first = relation.then.left.terms.front();
    if (first.factor != 1) return;
    std::int64_t sum = relation.then.right.constant * Decimal::scale;
    for (const standard::Term& term : relation.then.right.terms) {
      const std::optional<Decimal> value = last_value(form_.cells[term.cell]);
      if (!value) return;
      sum += value->scaled * term.factor;
    }
    values_[first.cell].scaled = sum;
    ++(relation.rule == "year/carry-over" ? carried_.applications : carried_.stock);
  }

  /// The cell of the same row and column in last year's report, whatever its form.
  [[nodiscard]] std::optional<Decimal> last_value(const standard::CellSpec& spec) const {
    for (const report::Grid& grid : last_->grids) {
      if (grid.table != spec.table || !grid.certain) continue;
      const auto index = standard_.form(grid.form).cell(spec.row, spec.column);
      const report::CellReading* cell = index ? grid.cell(*index) : nullptr;
      if (cell != nullptr) return cell->value();
    }
    return std::nullopt;
  }

  void copy_row(std::string_view from, std::string_view to) {
    for (std::size_t i = 0; i < form_.cells.size(); ++i) {
      if (form_.cells[i].row != from) continue;
      if (const auto target = form_.cell(to, form_.cells[i].column)) values_[*target] = values_[i];
    }
  }

  const standard::Standard& standard_;
  const standard::Form& form_;
  const report::Report* last_;
  std::vector<Decimal> values_;
  CarriedFigures carried_;
};

class Writer {
 public:
  Writer(const standard::Standard& standard, const NewReport& wanted)
      : standard_(standard),
        wanted_(wanted),
        form_(standard.form_for_year(wanted.year)),
        draft_(standard::draft_of(form_)),
        figures_(standard, form_, draft_, wanted.last) {}

  std::string write() {
    out_ = "# " + filled(draft_.title) + "\n";
    for (const std::string& text : draft_.opening) paragraph(text);
    for (const standard::SectionSpec& section : form_.sections) write_section(section);
    for (const std::string& text : draft_.closing) paragraph(text);
    for (const standard::TableSpec& table : form_.tables) {
      if (!table.section.empty()) continue;
      out_ += "\n" + plain("附件") + "\n\n" + plain(table.title) + "\n";
      write_table(table);
    }
    if (wanted_.snippets) out_ += "$0";
    return std::move(out_);
  }

  [[nodiscard]] std::string title() { return filled(draft_.title); }

 private:
  void write_section(const standard::SectionSpec& section) {
    out_ += "\n## " + plain(section.numeral + "、" + section.title) + "\n";
    const auto draft = std::ranges::find(draft_.sections, section.id, &standard::DraftSection::section);
    if (draft != draft_.sections.end()) {
      for (const standard::DraftParagraph& one : draft->paragraphs) {
        const auto& levels = one.levels;
        if (levels.empty() || std::ranges::find(levels, name_of(wanted_.level)) != levels.end()) paragraph(one.text);
      }
    }
    for (const standard::TableSpec& table : form_.tables) {
      if (table.section == section.id) write_table(table);
    }
  }

  void paragraph(const std::string& text) { out_ += "\n" + filled(text) + "\n"; }

  /// The table, in columns where these fit: formatted in a document of its own, because a snippet is no report yet.
  void write_table(const standard::TableSpec& table) {
    const std::string head = "# " + std::to_string(wanted_.year) + "年政府信息公开工作年度报告\n\n";
    const std::string markdown = rules::table_in_markdown(
        form_, table.id, [&](const standard::CellSpec& cell) { return figures_.text(cell.row, cell.column); });
    const text::Text text(head + markdown);
    const auto tree = std::make_shared<const syntax::Tree>(syntax::parse(text));
    const Snapshot snapshot = read_snapshot(0, text, tree, standard_);
    const rules::Options options;
    const std::string aligned = rules::apply(text.bytes(), format(View{snapshot, standard_, options}));
    const std::string in_columns = aligned.substr(std::min(head.size(), aligned.size()));
    out_ += "\n" + plain(!wanted_.snippets || fits(in_columns) ? in_columns : markdown);
  }

  /// Lines that an editor has to wrap beside a preview are no columns any more: then short lines are better.
  [[nodiscard]] static bool fits(std::string_view table) {
    constexpr std::uint32_t columns_in_sight = 60;
    return text::display_width(table.substr(0, table.find('\n'))) <= columns_in_sight;
  }

  /// Text that is no prompt, escaped where snippets demand it.
  [[nodiscard]] std::string plain(std::string_view text) const {
    if (!wanted_.snippets) return std::string(text);
    std::string out;
    for (const char c : text) {
      if (c == '$' || c == '}' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }

  std::string prompt(std::string_view text) {
    if (!wanted_.snippets) return gap(text);
    return "${" + std::to_string(++tab_stop_) + ":" + plain(gap(text)) + "}";
  }

  [[nodiscard]] std::string value_of(std::string_view name) const {
    if (name == "organ") return wanted_.organ;
    if (name == "year") return std::to_string(wanted_.year);
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) return {};
    return figures_.text(name.substr(0, slash), name.substr(slash + 1));
  }

  std::string filled(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const std::size_t open = text.find('{');
      out += plain(text.substr(0, open));
      if (open == std::string_view::npos) break;
      text.remove_prefix(open);
      const bool is_prompt = text.starts_with("{{");
      const std::string_view closing = is_prompt ? "}}" : "}";
      const std::size_t end = text.find(closing);
      if (end == std::string_view::npos) return out + plain(text);
      const std::string_view inner = text.substr(closing.size(), end - closing.size());
      out += is_prompt ? prompt(inner) : plain(value_of(inner));
      text.remove_prefix(end + closing.size());
    }
    return out;
  }

  const standard::Standard& standard_;
  const NewReport& wanted_;
  const standard::Form& form_;
  standard::Draft draft_;
  Figures figures_;
  std::int32_t tab_stop_ = 0;
  std::string out_;
};

}  // namespace

std::string new_report(const standard::Standard& standard, const NewReport& wanted) {
  return Writer(standard, wanted).write();
}

CarriedFigures carried_figures(const standard::Standard& standard, const NewReport& wanted) {
  const standard::Form& form = standard.form_for_year(wanted.year);
  return Figures(standard, form, standard::draft_of(form), wanted.last).carried();
}

std::string new_report_name(const standard::Standard& standard, const NewReport& wanted) {
  NewReport plain = wanted;
  plain.snippets = false;
  std::string name = Writer(standard, plain).title();
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
      c = '_';
  }
  return name + ".md";
}

}  // namespace nianbao::features
