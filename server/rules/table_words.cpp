// How the table rules name cells and rows, and how they keep a report's own script.
// Must not know any row or column by name.
#include "rules/table_words.h"

#include <cstddef>

#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::size_t longest_label = 20;  // characters; a message has about 40

/// Byte length of the first `count` characters; the whole text where it is shorter.
std::size_t bytes_of_characters(std::string_view utf8, std::size_t count) {
  std::size_t at = 0;
  while (at < utf8.size() && count > 0) {
    ++at;
    while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U) ++at;
    --count;
  }
  return at;
}

}  // namespace

std::string in_script(const report::Report& report, std::string_view simplified) {
  return report.script == report::Script::traditional ? text::to_traditional(simplified) : std::string(simplified);
}

std::string brief(std::string_view label) {
  const std::size_t remark = label.find("（", 1);
  if (remark != std::string_view::npos && label.ends_with("）") && remark > 9) label = label.substr(0, remark);
  const std::size_t fits = bytes_of_characters(label, longest_label);
  if (fits >= label.size()) return std::string(label);
  return std::string(label.substr(0, bytes_of_characters(label, longest_label - 1))) + "…";
}

std::string full_label(const standard::Form& form, std::string_view entry_id) {
  const standard::Entry* entry = form.entry(entry_id);
  return entry != nullptr ? brief(entry->label) : std::string();
}

std::string cell_name(const standard::CellSpec& cell) {
  return cell.row + "/" + cell.column;
}

std::string cell_place(const Context& context, const standard::CellSpec& cell) {
  if (cell.row.empty()) return context.say("where.column", {{"column", context.label(cell.column)}});
  if (cell.column.empty()) return context.say("where.row", {{"row", context.label(cell.row)}});
  return context.say("where.cell", {{"row", context.label(cell.row)}, {"column", context.label(cell.column)}});
}

std::string table_name(const standard::Form& form, standard::TableId table) {
  const standard::TableSpec* spec = form.table(table);
  return spec != nullptr ? spec->name : std::string();
}

}  // namespace nianbao::rules
