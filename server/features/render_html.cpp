#include "features/render_html.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "features/render_claims.h"
#include "features/render_inline.h"
#include "features/render_marks.h"
#include "features/render_table.h"
#include "report/heading_line.h"
#include "report/physical.h"
#include "report/web_page.h"
#include "syntax/tree.h"
#include "text/utf8.h"
#include "text/width.h"

namespace nianbao::features {
namespace {

constexpr std::uint32_t longest_title_line = 36;    // columns: two lines look better than one that wraps
constexpr std::size_t longest_heading_bytes = 150;  // a longer line is a sentence
constexpr std::size_t longest_lead_bytes = 120;     // 3号 bold text of more than a line is no lead
constexpr std::size_t longest_signature_bytes = 90;

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {"。", "！", "？", "；", "：", "…", "”", "）", ".", "!", "?", ";", ":", ")"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool starts_indented(std::string_view line) {
  return line.starts_with("　") || line.starts_with("  ") || line.starts_with("\t");
}

bool is_list_item(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ") || text.starts_with("> ");
}

/// As written, without white space and the marks of a heading.
std::string title_text(const report::Report& report) {
  std::string out;
  const std::string_view written = report.text.slice(report.title->range);
  for (std::size_t at = 0; at < written.size();) {
    const text::Scalar scalar = text::scalar_at(written, at);
    const bool mark = scalar.value == '#' || scalar.value == '*' || scalar.value == 0x3000 || scalar.value == 0xA0;
    if (!mark && scalar.value > ' ') out += written.substr(at, scalar.length);
    at += scalar.length;
  }
  return out;
}

struct Block {
  std::string tag;
  std::string classes;
  std::string attributes;
  std::string inner;
  text::ByteRange range;  ///< of its first line
  std::string_view last;  ///< its last line, as far as it is prose that may go on
  bool short_line = false;
};

/// Builds the blocks of a page from the physical rows of a text.
class Flow {
 public:
  Flow(const report::Report& report, const syntax::Tree& tree, const standard::Standard& standard, Places& places)
      : report_(report),
        standard_(standard),
        places_(places),
        rows_(report::physical_rows(report.text, tree)),
        claims_(report, standard) {}

  std::string write() {
    collect_tables();
    for (std::size_t i = 0; i < rows_.size();) i = take(i);
    mark_signature();
    return join();
  }

 private:
  struct TableRows {
    std::vector<ExtraRow> extras;
    std::vector<std::string> strays;
    bool written = false;
  };

  /// First all rows of the grids, because a table is written whole where it begins.
  void collect_tables() {
    tables_.resize(report_.grids.size());
    owners_ = claims_.owners(rows_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!owners_[i]) continue;
      TableRows& table = tables_[*owners_[i]];
      if (claims_.is_local(rows_[i]) || !claims_.owner(rows_[i])) {
        ExtraRow extra{rows_[i].line, {}};
        bool news = false;
        for (const report::PhysicalCell& cell : rows_[i].cells) {
          if (cell.text.empty() || cell.covered) continue;
          extra.cells.push_back(cell.text);
          news = news || !claims_.is_wording(cell.text, *owners_[i]);
        }
        if (news) table.extras.push_back(std::move(extra));
        continue;
      }
      for (std::string& stray : claims_.strays(rows_[i], *owners_[i])) table.strays.push_back(std::move(stray));
    }
  }

  /// Returns the index of the row to go on with.
  std::size_t take(std::size_t i) {
    const report::PhysicalRow& row = rows_[i];
    if (report_.title && row.line.begin < report_.title->range.end && report_.title->range.begin < row.line.end) {
      take_title(row);
      return i + 1;
    }
    if (owners_[i]) {
      write_table(*owners_[i]);
      return i + 1;
    }
    switch (row.kind) {
      case report::RowKind::cells:
        return row.in_table ? take_plain_table(i) : take_line(i);
      case report::RowKind::line:
      case report::RowKind::heading:
        return take_line(i);
      case report::RowKind::blank:
        open_ = false;
        return i + 1;
      case report::RowKind::rule:
      case report::RowKind::page_break:
        return i + 1;
    }
    return i + 1;
  }

  void take_title(const report::PhysicalRow& row) {
    const report::Title& title = *report_.title;
    if (!title_written_) {
      title_written_ = true;
      const std::string whole = title_text(report_);
      const bool split = !title.organ.empty() && whole.starts_with(title.organ) && whole.size() > title.organ.size() &&
                         text::display_width(whole) > longest_title_line;
      std::string inner =
          split ? escaped(title.organ) + "<br>" + escaped(std::string_view(whole).substr(title.organ.size()))
                : escaped(whole);
      Block& block = add("h1", "", title.range);
      block.attributes = attributes("", places_.claim(title.range)) + places_.anchor(title.range);
      block.inner = std::move(inner);
    }
    rest_of_line({row.line.begin, std::max(row.line.begin, title.range.begin)});
    rest_of_line({std::min(row.line.end, title.range.end), row.line.end});
  }

  /// What stands on the line beside the title, without the marks of a heading.
  void rest_of_line(text::ByteRange range) {
    range = report::trimmed(report_.text, range);
    const std::string_view text = report_.text.slice(range);
    if (text.find_first_not_of("#*_= ") == std::string_view::npos) return;
    paragraph(range);
    open_ = false;
  }

  void write_table(std::size_t index) {
    open_ = false;
    if (tables_[index].written) return;
    tables_[index].written = true;
    const report::Grid& grid = report_.grids[index];
    const standard::Form& form = standard_.form(grid.form);
    const standard::TableSpec* table = form.table(grid.table);
    if (table == nullptr) return;
    std::string inner = official_table(report_, grid, form, tables_[index].extras, places_);
    const bool wide = needs_landscape(grid, *table);
    Block& block = add("div", wide ? "table keep wide" : table->blocks.size() > 1 ? "table" : "table keep", grid.range);
    block.attributes = attributes(block.classes, places_.claim(grid.range)) + places_.anchor(grid.range);
    block.inner = "\n" + std::move(inner);
    std::string rest;
    for (const std::string& stray : tables_[index].strays) rest += (rest.empty() ? "" : "　") + escaped(stray);
    if (rest.empty()) return;
    Block& note = add("p", "rest", grid.range);
    note.attributes = attributes("rest", {});
    note.inner = std::move(rest);
  }

  std::size_t take_plain_table(std::size_t i) {
    open_ = false;
    std::vector<const report::PhysicalRow*> rows;
    const std::uint32_t run = rows_[i].run;
    text::ByteRange range = rows_[i].line;
    std::size_t end = i;
    for (; end < rows_.size() && rows_[end].in_table && rows_[end].run == run && !owners_[end]; ++end) {
      range.end = rows_[end].line.end;
      if (rows_[end].kind == report::RowKind::cells) rows.push_back(&rows_[end]);
    }
    std::string inner = plain_table(rows, places_);
    Block& block = add("div", "table", range);
    block.attributes = attributes("table", places_.claim(range)) + places_.anchor(range);
    block.inner = "\n" + std::move(inner);
    return std::max(end, i + 1);
  }

  std::size_t take_line(std::size_t i) {
    const report::PhysicalRow& row = rows_[i];
    const text::ByteRange line = report::trimmed(report_.text, row.line);
    if (line.empty()) return i + 1;
    if (const report::Heading* heading = heading_at(row.line.begin)) {
      take_heading(*heading, row, line);
    } else if (!continue_paragraph(row, line)) {
      paragraph(line);
    }
    return i + 1;
  }

  const report::Heading* heading_at(text::Offset begin) {
    const auto& headings = report_.headings;
    while (heading_ < headings.size() && headings[heading_].line.begin < begin) ++heading_;
    return heading_ < headings.size() && headings[heading_].line.begin == begin ? &headings[heading_] : nullptr;
  }

  void take_heading(const report::Heading& heading, const report::PhysicalRow& row, text::ByteRange line) {
    const report::HeadingLine parts = report::read_heading_line(report_.text, row.line);
    const text::ByteRange whole{heading.marker.empty() ? heading.title.begin : heading.marker.begin, line.end};
    const std::string_view text = report_.text.slice(whole);
    const bool sentence = text.size() > longest_heading_bytes || text.ends_with("。") || text.ends_with("；");
    if (parts.run_in && heading.title.size() <= longest_lead_bytes) return run_in(heading, whole);
    if (sentence) return paragraph(whole);
    open_ = false;
    Block& block = add("h" + std::to_string(std::clamp(heading.level, 1, 3) + 1), "", row.line);
    block.attributes = block_attributes("", row.line);
    block.inner = inline_html(report_.text, {whole.begin, without_emphasis(whole).end}, places_);
  }

  [[nodiscard]] text::ByteRange without_emphasis(text::ByteRange range) const {
    while (!range.empty() && report_.text.slice(range).ends_with("*")) --range.end;
    return range;
  }

  /// （一）主动公开。全年…… The lead is set apart; first-level leads are headings of their own.
  void run_in(const report::Heading& heading, text::ByteRange whole) {
    const text::ByteRange lead{whole.begin, heading.title.end};
    text::ByteRange rest{heading.title.end, whole.end};
    const bool own_line = heading.level == 1;
    // Emphasis that closes behind the lead is the lead's own.
    std::size_t skip = 0;
    const std::string_view behind = report_.text.slice(rest);
    while (skip < behind.size() && behind[skip] == '*') ++skip;
    const bool stop = behind.substr(skip).starts_with("。");
    if (stop) skip += std::string_view("。").size();
    while (skip < behind.size() && (behind[skip] == '*' || behind[skip] == ' ')) ++skip;
    rest.begin += static_cast<text::Offset>(skip);
    std::string text = lead_html(heading, lead);
    if (own_line) {
      open_ = false;
      Block& block = add("h2", "", lead);
      block.attributes = block_attributes("", lead);
      block.inner = std::move(text);
      paragraph(rest);
      return;
    }
    Block& block = add("p", "", whole);
    block.attributes = block_attributes("", whole);
    block.inner = "<b class=\"lead-" + std::to_string(heading.level) + "\">" + text + (stop ? "。" : "") + "</b>" +
                  inline_html(report_.text, rest, places_);
    block.last = report_.text.slice(rest);
    open_ = true;
  }

  /// Marker and title without the emphasis around and between them.
  std::string lead_html(const report::Heading& heading, text::ByteRange lead) {
    if (heading.marker.empty()) return inline_html(report_.text, lead, places_);
    return inline_html(report_.text, heading.marker, places_) + inline_html(report_.text, heading.title, places_);
  }

  void paragraph(text::ByteRange range) {
    if (range.empty()) return;
    Block& block = add("p", "", range);
    block.attributes = block_attributes("", range);
    block.inner = inline_html(report_.text, range, places_);
    block.last = report_.text.slice(range);
    block.short_line = block.last.size() <= longest_signature_bytes && !ends_sentence(block.last);
    open_ = true;
  }

  /// A line that was broken in the middle of a sentence goes on in the paragraph before it.
  bool continue_paragraph(const report::PhysicalRow& row, text::ByteRange line) {
    const std::string_view text = report_.text.slice(line);
    if (!open_ || blocks_.empty() || blocks_.back().last.empty() || ends_sentence(blocks_.back().last)) return false;
    if (starts_indented(report_.text.slice(row.line)) || is_list_item(text) || is_signing_line(line)) return false;
    Block& block = blocks_.back();
    const bool latin = (static_cast<unsigned char>(block.last.back()) & 0x80U) == 0 &&
                       (static_cast<unsigned char>(text.front()) & 0x80U) == 0;
    block.inner += (latin ? " " : "") + inline_html(report_.text, line, places_);
    block.last = text;
    block.short_line = false;
    return true;
  }

  [[nodiscard]] bool is_signing_line(text::ByteRange line) const {
    return report_.signing_date && line.covers(report_.signing_date->range);
  }

  /// Findings of a web page are marked on whole blocks, as its inline tags are gone.
  std::string block_attributes(std::string_view classes, text::ByteRange range) {
    const bool mapped = places_.source(range) != range;
    return attributes(classes, mapped ? places_.claim(range) : std::vector<Mark>{}) + places_.anchor(range);
  }

  Block& add(std::string tag, std::string classes, text::ByteRange range) {
    return blocks_.emplace_back(Block{std::move(tag), std::move(classes), {}, {}, range, {}, false});
  }

  /// The organ's name and the date at the end stand on the right.
  void mark_signature() {
    std::optional<std::size_t> last;
    for (std::size_t i = blocks_.size(); i > 0 && !last && i + 4 > blocks_.size(); --i) {
      const Block& block = blocks_[i - 1];
      const bool date = report_.signing_date && block.range.contains(report_.signing_date->range.begin);
      const bool organ = !report_.organ.empty() && block.last == report_.organ;
      if (block.tag == "p" && block.short_line && (date || organ)) last = i - 1;
    }
    if (!last) return;
    std::size_t first = *last;
    if (first > 0 && blocks_[first - 1].tag == "p" && blocks_[first - 1].short_line) --first;
    for (std::size_t i = first; i <= *last; ++i) {
      blocks_[i].attributes =
          (i == first ? " class=\"sign-first\"" : " class=\"sign\"") + places_.anchor(blocks_[i].range);
    }
  }

  [[nodiscard]] std::string join() const {
    std::string out;
    for (const Block& block : blocks_) {
      out += "<" + block.tag + block.attributes + ">" + block.inner + "</" + block.tag + ">\n";
    }
    return out;
  }

  const report::Report& report_;
  const standard::Standard& standard_;
  Places& places_;
  std::vector<report::PhysicalRow> rows_;
  Claims claims_;
  std::vector<TableRows> tables_;
  std::vector<std::optional<std::size_t>> owners_;
  std::vector<Block> blocks_;
  std::size_t heading_ = 0;
  bool title_written_ = false;
  bool open_ = false;  ///< the last block is a paragraph that the next line may continue
};

std::string title_of(const report::Report& report) {
  if (report.title) return title_text(report);
  std::string title = report.organ;
  if (report.year) title += std::to_string(*report.year) + "年";
  return title + "政府信息公开工作年度报告";
}

}  // namespace

RenderedReport render_html(const Snapshot& snapshot, const standard::Standard& standard, const RenderOptions& options) {
  RenderedReport rendered;
  const report::Report& report = *snapshot.report;
  rendered.title = title_of(report);
  rendered.language = report.script == report::Script::traditional ? "zh-Hant" : "zh-CN";
  rendered.body =
      "<main class=\"paper" + std::string(options.marks ? " marked" : "") + "\" lang=\"" + rendered.language + "\">\n";
  if (snapshot.tree != nullptr) {
    Places places(snapshot, nullptr, options);
    rendered.body += Flow(report, *snapshot.tree, standard, places).write();
  } else {
    // The page's own text, read again so that all ranges are in it; `Places` leads back to the source.
    const report::WebPage page(snapshot.text);
    const syntax::Tree tree = syntax::parse(page.text());
    const report::Report derived = report::build(page.text(), tree, standard);
    Places places(snapshot, &page, options);
    rendered.body += Flow(derived, tree, standard, places).write();
  }
  rendered.body += "</main>\n";
  return rendered;
}

}  // namespace nianbao::features
