// form-*.json → Form: sections, tables with their cells, entries with their basis.
// Must not know relations (relation_loader.cpp).
#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "standard/loaders.h"

namespace nianbao::standard {
namespace {

/// What a row or a column says of its cells; the row's word goes before the column's.
struct CellTraits {
  std::string id;
  std::optional<ValueType> type;
  std::string unit;
  bool total = false;
};

CellTraits load_traits(const Node& node) {
  CellTraits traits;
  traits.id = node.text("id");
  if (node.has("type")) traits.type = closed_word(node, "type", value_type_of);
  traits.unit = node.optional_text("unit");
  traits.total = node.optional_flag("total");
  return traits;
}

CellSpec make_cell(TableId table, const CellTraits& row, const CellTraits& column) {
  CellSpec cell;
  cell.table = table;
  cell.row = row.id;
  cell.column = column.id;
  cell.type = row.type.value_or(column.type.value_or(ValueType::integer));
  cell.unit = row.unit.empty() ? column.unit : row.unit;
  cell.is_total = row.total || column.total;
  return cell;
}

void check_entry(const Node& node, const char* key, const Form& form, std::string_view id) {
  if (!id.empty() && form.entry(id) == nullptr) node.fail(key, fmt::format("unknown entry \"{}\"", id));
}

LegalBasis load_basis(const Node& node, const Standard& standard) {
  LegalBasis basis;
  basis.law_id = node.text("law");
  basis.article = node.optional_integer("article");
  basis.paragraph = node.optional_integer("paragraph");
  basis.item = node.optional_text("item");
  basis.confidence = closed_word(node, "confidence", confidence_of);
  basis.note = node.optional_text("note");
  const auto law = std::ranges::find(standard.laws, basis.law_id, &Law::id);
  if (law == standard.laws.end()) {
    node.fail("law", fmt::format("unknown law \"{}\"", basis.law_id));
    return basis;
  }
  basis.law = law->name;
  basis.law_no = law->law_no;
  if (basis.article != 0 && law->article(basis.article) == nullptr) {
    node.fail("article", fmt::format("law {} has no article {}", basis.law_id, basis.article));
  }
  return basis;
}

/// The label without its ordinal mark: the entry's own ordinal and the 、 or . behind it.
std::string without_ordinal(std::string_view label, std::string_view ordinal) {
  if (ordinal.empty() || !label.starts_with(ordinal)) return std::string(label);
  label.remove_prefix(ordinal.size());
  for (const std::string_view mark : {"、", "."}) {
    if (label.starts_with(mark)) label.remove_prefix(mark.size());
  }
  return std::string(label);
}

Entry load_entry(const Node& node, const Standard& standard) {
  Entry entry;
  entry.id = node.text("id");
  entry.kind = closed_word(node, "kind", entry_kind_of);
  entry.label = node.text("label");
  entry.variants = node.optional_texts("variants");
  entry.parent = node.optional_text("parent");
  entry.ordinal = node.optional_text("ordinal");
  entry.short_label = node.optional_text("short");
  if (entry.short_label.empty()) entry.short_label = without_ordinal(entry.label, entry.ordinal);
  entry.definition = node.text("definition");
  entry.definition_en = node.text("definition_en");
  entry.definition_confidence = closed_word(node, "confidence", confidence_of);
  entry.note = node.optional_text("note");
  node.optional_each("basis", [&](const Node& basis) { entry.basis.push_back(load_basis(basis, standard)); });
  return entry;
}

SectionSpec load_section(const Node& node) {
  SectionSpec section;
  section.id = node.text("id");
  section.numeral = node.text("numeral");
  section.title = node.text("title");
  section.variants = node.optional_texts("variants");
  section.deviations = node.optional_texts("deviations");
  section.keywords = node.optional_texts("keywords");
  section.optional = node.optional_flag("optional");
  return section;
}

std::uint16_t small_number(const Node& node, const char* key, std::uint16_t otherwise) {
  if (!node.has(key)) return otherwise;
  const std::int32_t value = node.integer(key);
  if (value < 0 || value > std::numeric_limits<std::uint16_t>::max()) node.fail(key, "out of range");
  return static_cast<std::uint16_t>(value);
}

std::vector<std::uint16_t> small_numbers(const Node& node, const char* key) {
  std::vector<std::uint16_t> numbers;
  node.optional_each(key, [&](const Node& each) { numbers.push_back(static_cast<std::uint16_t>(each.integer())); });
  return numbers;
}

HeadCell load_head_cell(const Node& node, const Form& form) {
  HeadCell cell;
  cell.entry = node.optional_text("entry");
  cell.text = node.optional_text("text");
  cell.columns = small_number(node, "columns", 1);
  cell.rows = small_number(node, "rows", 1);
  check_entry(node, "entry", form, cell.entry);
  return cell;
}

PrintSpec load_print(const Node& node, const Form& form) {
  PrintSpec print;
  print.widths = small_numbers(node, "columns");
  print.label_columns = small_number(node, "labels", 0);
  print.units = node.optional_flag("units");
  node.optional_each("head", [&](const Node& row) {
    auto& cells = print.head.emplace_back();
    row.each([&](const Node& cell) { cells.push_back(load_head_cell(cell, form)); });
  });
  return print;
}

BlockSpec load_block(const Node& node, TableId table, Form& form) {
  BlockSpec block;
  block.caption = node.optional_text("caption");
  check_entry(node, "caption", form, block.caption);
  std::vector<CellTraits> columns;
  node.each("columns", [&](const Node& column) {
    columns.push_back(load_traits(column));
    check_entry(column, "id", form, columns.back().id);
    block.columns.push_back(columns.back().id);
  });
  block.spans = small_numbers(node, "spans");
  node.each("rows", [&](const Node& node_of_row) {
    const CellTraits traits = load_traits(node_of_row);
    check_entry(node_of_row, "id", form, traits.id);
    const auto first = static_cast<CellIndex>(form.cells.size());
    block.rows.push_back({traits.id, first, static_cast<std::uint16_t>(columns.size())});
    for (const CellTraits& column : columns) form.cells.push_back(make_cell(table, traits, column));
    if (form.cells.size() > std::numeric_limits<CellIndex>::max()) node_of_row.fail("too many cells");
  });
  return block;
}

TableSpec load_table(const Node& node, Form& form) {
  TableSpec table;
  table.id = closed_word(node, "id", table_id_of);
  table.section = node.optional_text("section");
  table.name = node.text("name");
  table.title = node.text("title");
  table.header = node.optional_texts("header");
  check_entry(node, "section", form, table.section);
  for (const std::string& id : table.header) check_entry(node, "header", form, id);
  if (node.has("print")) node.with("print", [&](const Node& print) { table.print = load_print(print, form); });
  node.each("blocks", [&](const Node& block) { table.blocks.push_back(load_block(block, table.id, form)); });
  return table;
}

/// Two equal neighbours in the order of the index are duplicates.
void check_entries_unique(const Node& node, const Form& form) {
  const auto& entries = form.index.entries;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const std::string& id = form.entries[entries[i]].id;
    if (form.entries[entries[i - 1]].id == id) node.fail("entries", fmt::format("duplicate entry \"{}\"", id));
  }
}

void check_cells_unique(const Node& node, const Form& form) {
  const auto& cells = form.index.cells;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const CellSpec& cell = form.cells[cells[i]];
    const CellSpec& before = form.cells[cells[i - 1]];
    if (before.row == cell.row && before.column == cell.column) {
      node.fail("tables", fmt::format("duplicate cell \"{}/{}\"", cell.row, cell.column));
    }
  }
}

}  // namespace

Form load_form(const Node& node, const Standard& standard) {
  Form form;
  form.name = node.text("id");
  form.first_year = node.integer("first_year");
  form.last_year = node.integer("last_year");
  form.basis = node.text("basis");
  form.free_headings = node.optional_flag("free_headings");
  form.fee_statement = node.optional_flag("fee_statement");
  node.with("preamble", [&](const Node& preamble) {
    form.preamble.text = preamble.text("text");
    form.preamble.contact = preamble.optional_flag("contact");
  });
  node.each("sections", [&](const Node& section) { form.sections.push_back(load_section(section)); });
  node.each("entries", [&](const Node& entry) { form.entries.push_back(load_entry(entry, standard)); });
  form.build_index();  // for check_entry
  check_entries_unique(node, form);
  node.each("entries", [&](const Node& entry) {
    if (entry.has("parent")) check_entry(entry, "parent", form, entry.text("parent"));
  });
  node.each("tables", [&](const Node& table) { form.tables.push_back(load_table(table, form)); });
  form.build_index();
  check_cells_unique(node, form);
  load_relations(node, standard, form);
  return form;
}

}  // namespace nianbao::standard
