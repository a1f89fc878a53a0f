#include "report/report.h"

#include <algorithm>
#include <array>

#include "report/citations.h"
#include "report/dates.h"
#include "report/fact_reader.h"
#include "report/flow.h"
#include "report/grid_reader.h"
#include "report/parts.h"
#include "report/physical.h"
#include "report/suppressions.h"
#include "report/title.h"
#include "report/web_page.h"
#include "standard/label_index.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

using standard::FormId;

constexpr std::size_t script_sample_bytes = 8192;
constexpr std::size_t head_bytes = 4096;

Script script_of(std::string_view bytes) {
  const std::string_view sample =
      bytes.substr(0, text::scalar_begin(bytes, std::min(bytes.size(), script_sample_bytes)));
  const std::string simplified = text::to_simplified(sample);
  std::uint32_t changed = 0;
  std::uint32_t han = 0;
  for (std::size_t at = 0, other = 0; at < sample.size() && other < simplified.size();) {
    const text::Scalar from = text::scalar_at(sample, at);
    const text::Scalar to = text::scalar_at(simplified, other);
    if (from.value >= 0x3400 && from.value < 0xA000) ++han;
    if (from.value != to.value) ++changed;
    at += from.length;
    other += to.length;
  }
  return changed * 20 > han ? Script::traditional : Script::simplified;
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
    open = true;
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

/// Everything that `build` finds; ranges are in `text`.
Report read(const text::Text& text, const syntax::Tree& tree, const standard::Standard& standard) {
  Report report;
  report.source = text;
  report.text = text;
  report.script = script_of(text.bytes());
  report.dates = find_dates(text);
  report.period = find_period(text, report.dates);
  report.signing_date = find_signing_date(text, report.dates);

  const std::vector<PhysicalRow> rows = physical_rows(text, tree);
  report.title = find_title(text, rows, standard.word_variants);
  if (report.title) {
    report.organ = report.title->organ;
    report.year = report.title->year;
  }
  if (!report.year && report.period) report.year = report.period->from.year;

  const standard::LabelIndex& index = *standard.labels;
  const FormId by_year = report.year ? standard.form_for_year(*report.year).id : FormId::f2021;
  GridReading reading = read_grids(rows, standard, by_year);
  report.grids = std::move(reading.grids);
  report.unread = std::move(reading.unread);
  report.layouts = layouts_of(report.grids);
  report.form = reading.choice.form;
  report.form_by_labels = report.form.has_value();
  if (!report.form && (report.year || !report.grids.empty())) report.form = by_year;

  const standard::Form& form = standard.form(report.form.value_or(by_year));
  report.headings = find_headings(text, rows, reading.used, index, form);
  report.parts = find_parts(text, rows, reading.used, report.headings, report.grids, form);
  report.paragraphs = find_paragraphs(text, rows, reading.used);
  report.facts = read_facts(report, standard.facts);
  report.suppressions = find_suppressions(text, report.grids);
  report.citations = find_citations(Flow(text, rows), standard, report.year);
  return report;
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

Report build(const text::Text& source, const syntax::Tree& tree, const standard::Standard& standard) {
  return read(source, tree, standard);
}

Report build_from_web_page(const text::Text& source, const standard::Standard& standard) {
  const WebPage page(source);
  const syntax::Tree tree = syntax::parse(page.text());
  Report report = read(page.text(), tree, standard);
  report.source = source;
  Remapper(page).each(report.title, report.period, report.dates, report.signing_date, report.headings, report.parts,
                      report.paragraphs, report.facts, report.grids, report.unread, report.suppressions,
                      report.citations);
  return report;
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
