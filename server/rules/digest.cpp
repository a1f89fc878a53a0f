// What other reports may ask of a report. Must not know where reports lie or which belong together.
#include "rules/digest.h"

#include <algorithm>
#include <utility>

#include "rules/organ_name.h"
#include "rules/sentences.h"

namespace nianbao::rules {
namespace {

DigestTable table_of(const report::Grid& grid, const standard::Form& form, const text::Text& source) {
  DigestTable table;
  table.form = grid.form;
  table.table = grid.table;
  for (const report::CellReading& cell : grid.cells) {
    if (cell.cell >= form.cells.size()) continue;
    const std::optional<report::Decimal> value = certain_number(cell, form.cells[cell.cell]);
    if (!value) continue;
    table.cells.push_back({cell.cell, *value, text::Place(source, cell.range)});
  }
  std::sort(table.cells.begin(), table.cells.end(),
            [](const DigestCell& a, const DigestCell& b) { return a.cell < b.cell; });
  return table;
}

}  // namespace

std::optional<report::Decimal> certain_number(const report::CellReading& cell, const standard::CellSpec& spec) {
  if (spec.type == standard::ValueType::none) return std::nullopt;
  if (spec.type == standard::ValueType::amount && !cell.number.unit.empty() && cell.number.unit != spec.unit)
    return std::nullopt;
  return cell.value();
}

const DigestCell* Digest::cell(const standard::Standard& standard, const standard::CellSpec& spec) const {
  for (const DigestTable& one : tables) {
    if (one.table != spec.table) continue;
    const auto index = standard.form(one.form).cell(spec.row, spec.column);
    if (!index) continue;
    const auto found = std::lower_bound(one.cells.begin(), one.cells.end(), *index,
                                        [](const DigestCell& a, standard::CellIndex b) { return a.cell < b; });
    if (found != one.cells.end() && found->cell == *index) return &*found;
  }
  return nullptr;
}

bool Digest::has_sentence(std::uint64_t fingerprint) const {
  return std::binary_search(sentences.begin(), sentences.end(), fingerprint);
}

Digest digest_of(const report::Report& report, const standard::Standard& standard, std::string document) {
  Digest digest;
  digest.document = std::move(document);
  digest.organ = report.organ;
  digest.organ_key = comparable_organ(report.organ);
  digest.organ_has_place = !report.organ.empty() && place_of(standard, report.organ) == OrganPlace::named;
  digest.year = report.year;
  if (report.title) {
    digest.title = text::Place(report.source, report.title->range);
    digest.title_text = report.title->text;
  }
  for (const report::Grid& grid : report.grids) {
    if (grid.certain) digest.tables.push_back(table_of(grid, standard.form(grid.form), report.source));
  }
  for (const Sentence& sentence : sentences_of(report)) digest.sentences.push_back(sentence.fingerprint);
  std::sort(digest.sentences.begin(), digest.sentences.end());
  return digest;
}

}  // namespace nianbao::rules
