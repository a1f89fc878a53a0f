// Rewrites of a table that a person asks for, and ordinals put in order. Must not know LSP.
#include "features/rewrites.h"

#include <algorithm>
#include <array>

#include "features/convert_table.h"
#include "features/pipe_table.h"
#include "rules/fixes.h"
#include "rules/table_edit.h"

namespace nianbao::features {
namespace {

using rules::TextEdit;

constexpr std::string_view convert_key = "convert:";
constexpr std::string_view fill_key = "fill:";
constexpr std::string_view ordinals_key = "ordinals";
/// Rules whose fixes renumber.
constexpr std::array<std::string_view, 2> ordinal_rules{"layout/section-number", "layout/ordinal"};

std::vector<TextEdit> fill_blanks(const View& view, const report::Grid& grid) {
  const standard::Form& form = view.standard.form(grid.form);
  std::vector<TextEdit> edits;
  for (const report::CellReading& cell : grid.cells) {
    if (cell.state != report::CellState::blank || !cell.editable || cell.cell >= form.cells.size()) continue;
    if (form.cells[cell.cell].type == standard::ValueType::none) continue;
    if (auto edit = rules::write_cell(view.report(), grid, cell, "0")) edits.push_back(std::move(*edit));
  }
  rules::sort_edits(edits);
  return edits;
}

std::vector<TextEdit> organize_ordinals(const View& view) {
  if (view.snapshot.findings == nullptr) return {};
  std::vector<rules::Finding> findings;
  for (const rules::Finding& finding : *view.snapshot.findings) {
    if (std::ranges::find(ordinal_rules, finding.rule) == ordinal_rules.end()) continue;
    findings.push_back(finding);
    // A lone ordinal is taken away by its own fix, not by putting ordinals in order.
    std::erase_if(findings.back().fixes, [](const rules::Fix& fix) {
      return std::ranges::any_of(fix.edits, [](const TextEdit& edit) { return edit.new_text.empty(); });
    });
  }
  return rules::fix_all(findings, true);
}

/// One piece with its row of dashes: to put its columns in line is formatting.
bool is_markdown(const View& view, const report::Grid& grid) {
  if (grid.layout != report::Layout::pipe || view.snapshot.tree == nullptr) return false;
  const std::vector<PipeTable> tables = pipe_tables(view.snapshot.text, *view.snapshot.tree, grid.range);
  return tables.size() == 1 && std::ranges::any_of(tables.front().rows, &PipeRow::delimiter);
}

bool touch(text::ByteRange a, text::ByteRange b) {
  return a.begin <= b.end && b.begin <= a.end;
}

void add_table(const View& view, const report::Grid& grid, std::vector<Rewrite>& out) {
  const rules::Context context = view.context();
  const standard::TableSpec* spec = view.standard.form(grid.form).table(grid.table);
  const std::string name = spec != nullptr ? spec->name : std::string();
  const std::string id(standard::name_of(grid.table));
  Conversion conversion = is_markdown(view, grid) ? Conversion{} : convert_table(view, grid);
  if (!conversion.obstacle.empty() || !conversion.edits.empty()) {
    out.push_back({Rewrite::Kind::convert_table, context.say("rewrite.convert", {{"table", name}}),
                   std::string(convert_key) + id, std::move(conversion.obstacle)});
  }
  if (const std::size_t blanks = fill_blanks(view, grid).size(); blanks > 0) {
    out.push_back({Rewrite::Kind::fill_blanks,
                   context.say("rewrite.fill", {{"table", name}, {"count", std::to_string(blanks)}}),
                   std::string(fill_key) + id,
                   {}});
  }
}

}  // namespace

std::vector<Rewrite> rewrites(const View& view, text::ByteRange range) {
  std::vector<Rewrite> out;
  for (const report::Grid& grid : view.report().grids) {
    if (touch(grid.range, range)) add_table(view, grid, out);
  }
  if (const std::size_t count = organize_ordinals(view).size(); count > 0) {
    out.push_back({Rewrite::Kind::organize_ordinals,
                   view.context().say("rewrite.ordinals", {{"count", std::to_string(count)}}),
                   std::string(ordinals_key),
                   {}});
  }
  return out;
}

std::vector<TextEdit> rewrite_edits(const View& view, std::string_view key) {
  if (key == ordinals_key) return organize_ordinals(view);
  const std::size_t colon = key.find(':');
  if (colon == std::string_view::npos) return {};
  const auto table = standard::table_id_of(key.substr(colon + 1));
  const report::Grid* grid = table ? view.report().grid(*table) : nullptr;
  if (grid == nullptr) return {};
  if (key.starts_with(convert_key)) return convert_table(view, *grid).edits;
  return key.starts_with(fill_key) ? fill_blanks(view, *grid) : std::vector<TextEdit>();
}

}  // namespace nianbao::features
