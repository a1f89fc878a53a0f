#include "report/report.h"

#include <algorithm>
#include <array>

#include "report/brief.h"
#include "report/dates.h"
#include "report/front_rows.h"
#include "report/grid_reader.h"
#include "report/memory.h"
#include "report/parts.h"
#include "report/physical.h"
#include "report/suppressions.h"
#include "report/title.h"
#include "report/web_page.h"
#include "standard/label_index.h"
#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

using standard::FormId;

constexpr std::size_t script_sample_bytes = 8192;
constexpr std::size_t head_bytes = 4096;

Script script_of(std::string_view bytes) {
  const std::string_view sample =
      bytes.substr(0, text::scalar_begin(bytes, std::min(bytes.size(), script_sample_bytes)));
  std::uint32_t changed = 0;
  std::uint32_t han = 0;
  for (std::size_t at = 0; at < sample.size();) {
    const text::Scalar scalar = text::scalar_at(sample, at);
    if (text::is_ideograph(scalar.value)) ++han;
    if (text::simplified_of(scalar.value) != scalar.value) ++changed;
    at += scalar.length;
  }
  return changed * 20 > han ? Script::traditional : Script::simplified;
}

/// A line that is a heading and nothing else: 四、行政复议和行政诉讼情况, but not （一）主动公开。全年公开.
bool is_bare_heading(std::string_view line) {
  return line.find("。") == std::string_view::npos && line.find("，") == std::string_view::npos;
}

std::vector<Paragraph> find_paragraphs(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                       const std::vector<bool>& used) {
  std::vector<Paragraph> paragraphs;
  bool open = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool prose = !used[i] && (rows[i].kind == RowKind::line || rows[i].kind == RowKind::heading);
    const text::ByteRange range = prose ? trimmed(text, rows[i].line) : text::ByteRange{};
    if (range.empty()) {
      open = false;
      continue;
    }
    if (open && rows[i].kind != RowKind::heading) {
      paragraphs.back().range.end = range.end;
    } else {
      paragraphs.push_back({range, {}});
    }
    // What stands right under a heading does not go on with its words.
    open = rows[i].kind != RowKind::heading || !is_bare_heading(text.slice(range));
  }
  for (Paragraph& paragraph : paragraphs) paragraph.text = text.slice(paragraph.range);
  return paragraphs;
}

std::vector<Layout> layouts_of(const std::vector<Grid>& grids) {
  std::vector<Layout> layouts;
  for (const Grid& grid : grids) {
    if (std::find(layouts.begin(), layouts.end(), grid.layout) == layouts.end()) layouts.push_back(grid.layout);
  }
  return layouts;
}

/// Everything that `build` finds but what the running text says; ranges are in `text`.
/// Rows and what they mean are left in `memory`; `edited` as for `build`.
Report read_brief(const text::Text& text, const syntax::Tree& tree, const standard::Standard& standard,
                  RowMemory& memory, const syntax::Tree* edited) {
  Report report;
  report.source = text;
  report.text = text;
  report.script = script_of(text.bytes());
  report.dates = find_dates(text);
  report.period = find_period(text, report.dates);
  report.signing_date = find_signing_date(text, report.dates);

  const standard::LabelIndex& index = *standard.labels;
  const std::vector<TokenRow>& tokens = memory.read(text, tree, edited, index);
  const std::vector<PhysicalRow>& rows = memory.rows();
  const std::size_t metadata = metadata_rows(text, rows);
  report.title = find_title(text, rows, metadata, standard.word_variants);
  if (report.title) {
    report.organ = report.title->organ;
    report.year = report.title->year;
  }
  if (!report.year && report.period) report.year = report.period->from.year;

  const FormId by_year = report.year ? standard.form_for_year(*report.year).id : standard.forms.back().id;
  GridReading reading = read_grids(text, rows, tokens, standard, by_year);
  report.grids = std::move(reading.grids);
  report.unread = std::move(reading.unread);
  report.layouts = layouts_of(report.grids);
  report.form = reading.choice.form;
  report.form_by_labels = report.form.has_value();
  if (!report.form && (report.year || !report.grids.empty())) report.form = by_year;

  const standard::Form& form = standard.form(report.form.value_or(by_year));
  std::fill_n(reading.used.begin(), metadata, true);
  mark_contents_list(text, rows, tokens, index, form, reading.used);
  report.headings = find_headings(text, rows, tokens, reading.used, index, form);
  report.parts = find_parts(text, rows, reading.used, report.headings, report.grids, form);
  report.paragraphs = find_paragraphs(text, rows, reading.used);
  report.suppressions = find_suppressions(text, report.grids);
  return report;
}

Report read(const text::Text& text, const syntax::Tree& tree, const standard::Standard& standard, Memory& memory,
            const syntax::Tree* edited) {
  Report report = read_brief(text, tree, standard, memory.rows, edited);
  report.facts = memory.facts.read(report, standard.facts, memory.rows.change());
  report.citations = memory.citations.read(text, memory.rows.rows(), memory.rows.change(), standard, report.year);
  return report;
}

Report read(const text::Text& text, const syntax::Tree& tree, const standard::Standard& standard) {
  Memory none;
  return read(text, tree, standard, none, nullptr);
}

Report read_brief(const text::Text& text, const syntax::Tree& tree, const standard::Standard& standard) {
  RowMemory none;
  return read_brief(text, tree, standard, none, nullptr);
}

/// Moves every range of a report from a page's text to the page itself.
class Remapper {
 public:
  explicit Remapper(const WebPage& page) : page_(page) {}

  void operator()(text::ByteRange& range) const { range = page_.source(range); }
  void operator()(Date& date) const { each(date.range, date.year_range); }
  void operator()(LabelReading& label) const { (*this)(label.range); }
  void operator()(Title& title) const { each(title.range, title.organ_range, title.year_range, title.name_range); }
  void operator()(Period& period) const { each(period.range, period.from, period.to); }
  void operator()(Heading& heading) const { each(heading.line, heading.marker, heading.title); }
  void operator()(Part& part) const { (*this)(part.body); }
  void operator()(Paragraph& paragraph) const { (*this)(paragraph.range); }
  void operator()(Count& count) const { each(count.range, count.digits); }
  void operator()(Percentage& percentage) const { each(percentage.range, percentage.digits); }
  void operator()(Facts& facts) const { each(facts.counts, facts.percentages); }
  void operator()(UnreadTable& table) const { (*this)(table.range); }
  void operator()(Suppression& suppression) const { each(suppression.range, suppression.block); }
  void operator()(Citation& citation) const {
    each(citation.range, citation.inner, citation.short_name_range, citation.bracket);
  }
  void operator()(RowReading& row) const { each(row.label, row.line); }
  void operator()(CellReading& cell) const {
    bool contiguous = true;
    cell.range = page_.source(cell.range, &contiguous);
    cell.editable = cell.editable && contiguous;
  }
  void operator()(Grid& grid) const {
    each(grid.range, grid.cells, grid.rows, grid.labels, grid.local_rows, grid.pieces);
  }
  template <typename T>
  void operator()(std::vector<T>& list) const {
    for (T& item : list) (*this)(item);
  }
  template <typename T>
  void operator()(std::optional<T>& value) const {
    if (value) (*this)(*value);
  }
  template <typename... Ts>
  void each(Ts&... values) const {
    ((*this)(values), ...);
  }

 private:
  const WebPage& page_;
};

/// `read` finds the report in the page's text.
template <typename Read>
Report read_web_page(const text::Text& source, Read read) {
  const WebPage page(source);
  Report report = read(page.text(), syntax::parse(page.text()));
  report.source = source;
  Remapper(page).each(report.title, report.period, report.dates, report.signing_date, report.headings, report.parts,
                      report.paragraphs, report.facts, report.grids, report.unread, report.suppressions,
                      report.citations);
  return report;
}

}  // namespace

const Grid* Report::grid(standard::TableId table) const {
  const auto found = std::find_if(grids.begin(), grids.end(), [&](const Grid& each) { return each.table == table; });
  return found == grids.end() ? nullptr : &*found;
}

const Part* Report::part(std::string_view section) const {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.section == section; });
  return found == parts.end() ? nullptr : &*found;
}

const CellReading* Report::cell(standard::CellIndex index) const {
  for (const Grid& grid : grids) {
    if (form && grid.form != *form) continue;
    if (const CellReading* found = grid.cell(index)) return found;
  }
  return nullptr;
}

const CellReading* Grid::cell(standard::CellIndex index) const {
  if (cells.empty() || index < cells.front().cell || index > cells.back().cell) return nullptr;
  return &cells[static_cast<std::size_t>(index - cells.front().cell)];
}

const RowReading* Grid::row(std::string_view entry_id) const {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const RowReading& each) { return each.row == entry_id; });
  return found == rows.end() ? nullptr : &*found;
}

std::string_view name_of(Layout layout) {
  constexpr std::array<std::string_view, 5> names{"pipe", "tab", "lines", "html", "aligned"};
  return names[static_cast<std::size_t>(layout)];
}

Report build(const text::Text& source, const syntax::Tree& tree, const standard::Standard& standard, Memory* memory,
             const syntax::Tree* edited) {
  return memory != nullptr ? read(source, tree, standard, *memory, edited) : read(source, tree, standard);
}

Report build_brief(const text::Text& source, const syntax::Tree& tree, const standard::Standard& standard) {
  return read_brief(source, tree, standard);
}

Report build_from_web_page(const text::Text& source, const standard::Standard& standard) {
  return read_web_page(source,
                       [&](const text::Text& text, const syntax::Tree& tree) { return read(text, tree, standard); });
}

Report build_brief_from_web_page(const text::Text& source, const standard::Standard& standard) {
  return read_web_page(
      source, [&](const text::Text& text, const syntax::Tree& tree) { return read_brief(text, tree, standard); });
}

bool looks_like_report(std::string_view name, std::string_view head) {
  const auto speaks = [](std::string_view text) {
    const std::string simplified = text::to_simplified(text);
    std::string compact;
    std::copy_if(simplified.begin(), simplified.end(), std::back_inserter(compact), [](char c) { return c != ' '; });
    const bool subject = compact.find("信息公开") != std::string::npos || compact.find("资讯公开") != std::string::npos;
    return subject && (compact.find("年度报告") != std::string::npos || compact.find("年报") != std::string::npos);
  };
  return speaks(name) || speaks(head.substr(0, head_bytes));
}

}  // namespace nianbao::report
