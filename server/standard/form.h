// One official form as data: sections, tables, rows, columns, cells, their meaning and their relations.
// Must not know how a report is written down; nothing here is specific to one form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standard/ids.h"
#include "standard/relation.h"

namespace nianbao::standard {

/// Where a row, column or part rests in the law. `paragraph` 款, `item` 项 (一, 二, … or empty); 0 = whole article or
/// none.
struct LegalBasis {
  std::string law_id;  ///< Law::id
  std::string law;     ///< its name
  std::string law_no;  ///< its number
  std::int32_t article = 0;
  std::int32_t paragraph = 0;
  std::string item;
  Confidence confidence = Confidence::seen;
  std::string note;
};

/// Anything of the form that has a label: part, caption, row, column or a group of them. Source: legal_basis.json.
struct Entry {
  std::string id;
  EntryKind kind = EntryKind::row;
  std::string label;                  ///< exact official wording, with its ordinal
  std::vector<std::string> variants;  ///< wordings that are accepted silently
  std::string short_label;            ///< without ordinal and remarks: what messages call it
  std::string parent;                 ///< id of the group, or empty
  std::string ordinal;                ///< 一, （一）, 1, or empty
  std::string definition;             ///< our own words
  std::string definition_en;
  Confidence definition_confidence = Confidence::seen;
  std::vector<LegalBasis> basis;
  std::string note;
};

/// One data cell of the form; its place in `Form::cells` is its CellIndex.
struct CellSpec {
  TableId table = TableId::t2;
  std::string row;     ///< entry id; empty in table 四
  std::string column;  ///< entry id; empty in the statistics table
  ValueType type = ValueType::integer;
  std::string unit;       ///< 件, 条, 万元 … or empty
  bool is_total = false;  ///< computed from other cells of its table: a fix may set it without the register
};

/// A data row, or (statistics table) a group row whose only cell has type `none`. Cells are consecutive.
struct RowSpec {
  std::string id;  ///< entry id; empty in table 四
  CellIndex first_cell = 0;
  std::uint16_t cell_count = 0;
};

/// Rows under one header. Table 二 has one block per caption, the others have one block.
struct BlockSpec {
  std::string caption;               ///< entry id or empty
  std::vector<std::string> columns;  ///< data columns in order (entry ids; one empty id in the statistics table)
  std::vector<std::uint16_t> spans;  ///< physical columns of each on paper; empty: one each
  std::vector<RowSpec> rows;
};

/// One cell of a printed head: the label of an entry, or a text of its own.
struct HeadCell {
  std::string entry;
  std::string text;
  std::uint16_t columns = 1;
  std::uint16_t rows = 1;
};

/// How the notice that prescribes the form draws the table. Without widths: equal ones, one label column.
struct PrintSpec {
  std::vector<std::uint16_t> widths;        ///< of the physical columns, in thousandths of the table
  std::uint16_t label_columns = 0;          ///< in front of the values
  bool units = false;                       ///< a column with the unit stands before the values
  std::vector<std::vector<HeadCell>> head;  ///< empty: each block has its caption and one row of column labels
};

struct TableSpec {
  TableId id = TableId::t2;
  std::string section;              ///< entry id of the part that holds it; empty for the statistics table
  std::string name;                 ///< 表二, 表三, 表四, 统计表
  std::string title;                ///< what it is called in messages, e.g. 收到和处理政府信息公开申请情况
  std::vector<std::string> header;  ///< entry ids of header cells and groups that hold no data
  PrintSpec print;
  std::vector<BlockSpec> blocks;
};

/// A part of the report. For 2014 `optional` is true and `keywords` decide, as headings were free.
struct SectionSpec {
  std::string id;
  std::string numeral;                  ///< 一 … 七
  std::string title;                    ///< without numeral
  std::vector<std::string> variants;    ///< accepted silently, without numeral
  std::vector<std::string> deviations;  ///< recognised as this part, and reported (layout/section-title)
  std::vector<std::string> keywords;
  bool optional = false;
};

/// Look-up tables of a form. They hold numbers only, so that a form can be copied and moved.
struct FormIndex {
  /// Where a row stands: Form::tables[table].blocks[block].rows[row].
  struct Place {
    std::uint16_t table = 0;
    std::uint16_t block = 0;
    std::uint16_t row = 0;
  };
  std::vector<std::uint16_t> entries;  ///< Form::entries in the order of their ids
  std::vector<CellIndex> cells;        ///< Form::cells in the order of (row, column)
  std::vector<Place> rows;             ///< of each cell
};

/// The text before the first part, as the form's notice asks for it.
struct PreambleSpec {
  std::string text;      ///< of a whole preamble, with {year} and {organ}
  bool contact = false;  ///< must it name whom to ask
};

struct Form {
  FormId id{};
  std::string name;  ///< "2021": the year that it began in, as the contract names it
  std::int32_t first_year = 0;
  std::int32_t last_year = 0;  ///< 0 = still in force
  std::string basis;           ///< 文号 of the notice that prescribes it
  bool free_headings = false;  ///< the name of the report and of its parts is not prescribed
  bool fee_statement = false;  ///< the last part must state the fees collected
  PreambleSpec preamble;
  std::vector<SectionSpec> sections;
  std::vector<TableSpec> tables;
  std::vector<CellSpec> cells;
  std::vector<Entry> entries;
  std::vector<Relation> relations;  ///< of this form, instances of for_each expanded
  std::vector<RelationNote> notes;  ///< relations that rules carry out in their own way
  FormIndex index;                  ///< made by build_index

  /// To be called once entries, tables and cells stand; the loader does.
  void build_index();

  [[nodiscard]] const Entry* entry(std::string_view entry_id) const;
  [[nodiscard]] const TableSpec* table(TableId table_id) const;
  [[nodiscard]] std::optional<CellIndex> cell(std::string_view row, std::string_view column) const;
  [[nodiscard]] const RowSpec* row_of(CellIndex cell) const;
  /// What messages call a row or column: its official label without ordinal and remarks; empty for an unknown id.
  [[nodiscard]] std::string_view short_label(std::string_view entry_id) const;
};

}  // namespace nianbao::standard
