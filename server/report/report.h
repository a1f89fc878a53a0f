// The model of one report: title, parts, headings, paragraphs, grids. A value; built once per version of a text.
// Must not know rules, editors or JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/citation.h"
#include "report/facts.h"
#include "report/grid.h"
#include "standard/standard.h"
#include "syntax/tree.h"
#include "text/text.h"

namespace nianbao::report {

enum class Script : std::uint8_t { simplified, traditional };

/// 沙坡头区司法局2021年政府信息公开工作年度报告
struct Title {
  text::ByteRange range;  ///< all of it; may span two lines
  std::string text;       ///< joined, spaces removed
  std::string organ;      ///< as written; empty where the title names none
  text::ByteRange organ_range;
  std::optional<std::int32_t> year;
  text::ByteRange year_range;   ///< the digits; without a year what stands in its place
  bool official_name = false;   ///< ends in 政府信息公开工作年度报告 (工作 and 度 present)
  bool organ_in_title = false;  ///< false where the organ stands only on a line of its own or in the text
  text::ByteRange name_range;   ///< the words behind the year: 年政府信息公开年度报告
};

struct Date {
  text::ByteRange range;
  std::int32_t year = 0;  ///< 0 where only month and day are written
  text::ByteRange year_range;
  std::int32_t month = 0;
  std::int32_t day = 0;
};

/// 统计期限: 2021年1月1日至2021年12月31日 (the second year may be left out).
struct Period {
  text::ByteRange range;
  Date from;
  Date to;
  bool stated_as_period = false;  ///< the sentence speaks of 统计 or 期限 or 数据
};

enum class TitleMatch : std::uint8_t { official, variant, deviation, similar, none };

/// Any numbered or recognised heading, in source order.
struct Heading {
  std::int32_t level = 1;  ///< 1 一、 2 （一） 3 1. 4 （1）
  text::ByteRange line;    ///< the whole physical line
  text::ByteRange marker;  ///< empty where the number is lost
  std::string numeral;     ///< normalised number: 一, 二 … as written inside the marker; empty where lost
  text::ByteRange title;   ///< without decoration
  std::string title_text;
  std::string section;  ///< id of the part it opens, or empty
  TitleMatch match = TitleMatch::none;
};

/// One of the form's parts as found.
struct Part {
  std::string section;                 ///< SectionSpec id
  std::optional<std::size_t> heading;  ///< index into headings; none where only its table is there
  text::ByteRange body;                ///< behind the heading up to the next part
  bool has_text = false;               ///< prose other than headings
  bool has_table = false;
  bool has_picture = false;  ///< an image or a pointer to an attachment stands in the body
};

/// Prose between blank lines, headings and tables, in source order.
struct Paragraph {
  text::ByteRange range;
  std::string_view text;  ///< slice of the report's text, line breaks inside
};

/// A run of table rows that no table of any form explains.
struct UnreadTable {
  text::ByteRange range;
  Layout layout = Layout::pipe;
};

/// A suppression comment: <!-- nianbao-ignore rule-id: 理由 -->
struct Suppression {
  text::ByteRange range;
  text::ByteRange block;  ///< the block that follows
  std::vector<std::string> rules;
  std::string reason;
};

struct Report {
  text::Text source;                     ///< what the editor has; every range is in it
  text::Text text;                       ///< what was parsed; differs from `source` only for web pages
  std::optional<standard::FormId> form;  ///< by labels, then by year
  bool form_by_labels = false;
  Script script = Script::simplified;
  std::optional<Title> title;
  std::string organ;                 ///< from the title, else the text; empty where unknown
  std::optional<std::int32_t> year;  ///< report year: title, else period
  std::optional<Period> period;
  std::vector<Date> dates;           ///< all full dates, in source order
  std::optional<Date> signing_date;  ///< a date on a line of its own near the end of the text
  std::vector<Heading> headings;
  std::vector<Part> parts;  ///< in source order
  std::vector<Paragraph> paragraphs;
  Facts facts;              ///< what the paragraphs say in numbers
  std::vector<Grid> grids;  ///< at most one per table, in source order
  std::vector<UnreadTable> unread;
  std::vector<Suppression> suppressions;
  std::vector<Citation> citations;  ///< of laws, documents and articles, in source order
  std::vector<Layout> layouts;      ///< distinct, in order of first use

  [[nodiscard]] const Grid* grid(standard::TableId table) const;
  [[nodiscard]] const Part* part(std::string_view section) const;
  /// The form's cell wherever its grid stands, or nothing.
  [[nodiscard]] const CellReading* cell(standard::CellIndex index) const;
};

struct Memory;

/// Reads a report. Never fails: what is not understood is left out and listed in `unread`. `memory` makes reading the
/// next version of the same document faster and changes nothing else; it may be null. `edited` does the same: the tree
/// of the version that `memory` has seen last with the edits since then marked, which `tree` was parsed from; or null.
[[nodiscard]] Report build(const text::Text& source, const syntax::Tree& tree, const standard::Standard& standard,
                           Memory* memory = nullptr, const syntax::Tree* edited = nullptr);

/// A saved web page: tags other than tables are dropped, with a position map back to the source.
[[nodiscard]] Report build_from_web_page(const text::Text& source, const standard::Standard& standard);

/// True where the text (or file name) is that of an annual report on information disclosure: its first 4 KB speak of
/// 信息公开 and 年度报告 (or 年报), in either script. Contract of the command line for folders.
[[nodiscard]] bool looks_like_report(std::string_view name, std::string_view head);

}  // namespace nianbao::report
