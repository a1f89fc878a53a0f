#include "support/generator.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "support/clean_prose.h"
#include "support/layout_writers.h"
#include "support/physical_table.h"
#include "support/prose.h"
#include "support/random.h"
#include "support/values.h"
#include "text/normalise.h"

namespace nianbao::test {
namespace {

using report::CellState;
using report::Decimal;
using report::Layout;
using standard::Form;
using standard::FormId;
using standard::ValueType;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// UTF-8 text by characters.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) ++end;
    result.push_back(text.substr(at, end - at));
    at = end;
  }
  return result;
}

/// 尚未审结 → 尚 未 审 结; in longer labels one space at a random place.
std::string with_spaces(const std::string& label, Random& random) {
  const auto parts = characters(label);
  if (parts.size() < 2) return label;
  const std::size_t place = 1 + random.below(parts.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // Two spaces would be the end of a column in the aligned layout; ASCII stays together (36, 1.).
    const bool joined =
        i > 0 && (parts[i] == " " || parts[i - 1] == " " || (parts[i].size() == 1 && parts[i - 1].size() == 1));
    if (i > 0 && !joined && (parts.size() <= 6 || i == place)) text += " ";
    text += parts[i];
  }
  return text;
}

std::string with_half_width_marks(std::string label, Random& random) {
  const std::string space = random.chance(50) ? " " : "";
  if (label.starts_with("（")) {
    const std::size_t close = label.find("）");
    const std::string_view bracket = "（";
    if (close != std::string::npos && close <= bracket.size() + 6) {
      label = "(" + label.substr(bracket.size(), close - bracket.size()) + ")" + space +
              label.substr(close + bracket.size());
    }
  }
  if (label.size() > 2 && label[0] >= '1' && label[0] <= '9' && label[1] == '.') label.insert(2, space);
  return label;
}

constexpr int share_of_sentences = 40;  // percent

class Generator {
 public:
  Generator(const standard::Standard& standard, Shape shape, std::uint64_t seed)
      : standard_(standard), shape_(std::move(shape)), random_(seed), seed_(seed), form_(standard.form(shape_.form)) {}

  GeneratedReport run() {
    choose_open_questions();
    organ_ = organ_name(shape_.size_class, random_);
    values_ = consistent_values(form_, shape_.size_class, random_);
    choose_blanks();
    std::string text = assemble();
    if (shape_.traditional) text = in_traditional(std::move(text));
    if (shape_.crlf) text = replaced(std::move(text), "\n", "\r\n");
    std::string organ = shape_.traditional ? in_traditional(organ_) : organ_;
    return {shape_, std::move(text), std::move(organ), shape_.year, std::move(cells_)};
  }

 private:
  void choose_open_questions() {
    if (shape_.year == 0) {
      const std::int32_t first = std::max(form_.first_year, 2014);
      const std::int32_t last = form_.last_year == 0 ? std::max(first, 2025) : form_.last_year;
      shape_.year = static_cast<std::int32_t>(random_.between(first, last));
    }
    if (shape_.label_columns == 0) shape_.label_columns = static_cast<std::int32_t>(random_.between(1, 3));
    if (shape_.layout == Layout::html || shape_.layout == Layout::lines) shape_.label_columns = 3;
    if (shape_.layout == Layout::aligned) shape_.label_columns = 1;
    if (shape_.layout != Layout::pipe && shape_.layout != Layout::tab) {
      shape_.flat_header = false;
      shape_.repeat_merged = false;
    }
    markdown_headings_ = (shape_.layout == Layout::pipe || shape_.layout == Layout::html) && random_.chance(70);
  }

  void choose_blanks() {
    const bool may = shape_.blank_zeros && shape_.layout != Layout::lines;
    for (std::size_t index = 0; index < form_.cells.size(); ++index) {
      const bool none = form_.cells[index].type == ValueType::none;
      const bool blank = may && !none && values_[index] == Decimal{} && random_.chance(50);
      cells_.push_back({none    ? CellState::absent
                        : blank ? CellState::blank
                                : CellState::number,
                        none || blank ? Decimal{} : values_[index]});
    }
  }

  std::string written(standard::CellIndex cell) const {
    return cells_[cell].state == CellState::number ? report::to_string(cells_[cell].value) : std::string();
  }

  std::string label_of(const standard::Entry& entry) {
    std::string label = entry.label;
    if (shape_.variant_labels && !entry.variants.empty() && random_.chance(40)) label = random_.pick(entry.variants);
    if (shape_.half_width_marks) label = with_half_width_marks(std::move(label), random_);
    if (shape_.spaced_labels && random_.chance(40)) label = with_spaces(label, random_);
    return label;
  }

  std::string heading(std::string_view text) const {
    if (shape_.web_page) return "<h3>" + std::string(text) + "</h3>\n";
    return (markdown_headings_ ? "## " : "") + std::string(text) + "\n";
  }

  /// Prose as it stands in the document: paragraphs with a blank line behind each.
  std::string block(const std::string& prose) const {
    if (prose.empty()) return {};
    if (!shape_.web_page) return prose + "\n";
    std::string html;
    for (std::size_t at = 0; at < prose.size();) {
      const std::size_t end = std::min(prose.find('\n', at), prose.size());
      if (end > at) html += "<p>" + html_escaped(std::string_view(prose).substr(at, end - at)) + "</p>\n";
      at = end + 1;
    }
    return html;
  }

  /// A few of the sentences that are right, as paragraphs of their own: without the number that some begin with.
  std::string more_prose(const std::string& section) {
    const ProseValues values{form_, shape_.year, organ_, values_};
    std::string text;
    for (const ProseSentence& sentence : clean_sentences(values, seed_)) {
      if (sentence.part != section || !random_.chance(share_of_sentences)) continue;
      std::string_view words = sentence.text;
      if (words.starts_with("（")) words.remove_prefix(words.find("。") + std::string_view("。").size());
      if (!words.empty()) text += (text.empty() ? "" : "\n") + std::string(words) + "\n";
    }
    return text;
  }

  std::string table_text(const standard::TableSpec& spec) {
    PhysicalOptions options;
    options.label_columns = static_cast<std::size_t>(shape_.label_columns);
    options.flat_header = shape_.flat_header;
    options.repeated_headers = shape_.repeated_headers;
    options.label_of = [this](const standard::Entry& entry) { return label_of(entry); };
    options.value_of = [this](standard::CellIndex cell) { return written(cell); };
    const std::size_t rows = data_rows(spec);
    if (shape_.cut_tables && spec.blocks.size() == 1 && rows > 6) options.cut = 3 + random_.below(rows - 5);
    const PhysicalTable table = build_physical_table(form_, spec, options);
    switch (shape_.layout) {
      case Layout::pipe:
        return write_pipe(table, shape_, random_);
      case Layout::tab:
        return write_tab(table, shape_, random_);
      case Layout::lines:
        return write_lines(table);
      case Layout::html:
        return write_html(table, shape_);
      case Layout::aligned:
        return write_aligned(table, shape_, random_);
    }
    return {};
  }

  std::string assemble() {
    const ProseInput input{form_, shape_.year, organ_, [this](std::string_view row, std::string_view column) {
                             const auto cell = form_.cell(row, column);
                             return cell ? report::to_string(values_[*cell]) : std::string();
                           }};
    const std::string year = std::to_string(shape_.year);
    const std::string title = organ_ + year + "年政府信息公开工作年度报告";
    std::string body = shape_.web_page      ? "<h1>" + title + "</h1>\n"
                       : markdown_headings_ ? "# " + title + "\n\n"
                                            : title + "\n\n";
    body += block(preamble(input, random_));
    for (const auto& section : form_.sections) {
      body += heading(section.numeral + "、" + section.title) + (shape_.web_page ? "" : "\n");
      body += block(part_prose(input, section.title, random_));
      if (shape_.varied_prose) body += block(more_prose(section.id));
      for (const auto& table : form_.tables) {
        if (!table.section.empty() && table.section == section.id) body += table_text(table) + "\n";
      }
    }
    body += block(signature(input, random_));
    for (const auto& table : form_.tables) {
      if (table.section.empty()) {
        body += block("附件\n\n政府信息公开情况统计表\n\n（" + year + "年度）\n") + table_text(table);
      }
    }
    return shape_.web_page ? as_page(title, body) : body;
  }

  static std::string as_page(const std::string& title, const std::string& body) {
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           "</title>\n<style>td { border: 1px solid #999; }</style>\n"
           "<script>var path = \"<table><tr><td>1</td></tr></table>\";</script>\n</head>\n<body>\n"
           "<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/xxgk/\">政府信息公开</a></div>\n"
           "<div class=\"article\">\n" +
           body + "</div>\n</body>\n</html>\n";
  }

  std::string in_traditional(std::string text) const {
    for (const auto& variant : standard_.word_variants) text = replaced(std::move(text), variant.to, variant.from);
    return text::to_traditional(text);
  }

  const standard::Standard& standard_;
  Shape shape_;
  Random random_;
  std::uint64_t seed_ = 0;
  const Form& form_;
  std::string organ_;
  std::vector<Decimal> values_;
  std::vector<TrueCell> cells_;
  bool markdown_headings_ = false;
};

}  // namespace

GeneratedReport generate(const standard::Standard& standard, const Shape& shape, std::uint64_t seed) {
  return Generator(standard, shape, seed).run();
}

Shape random_shape(FormId form, Layout layout, bool damaged, std::uint64_t seed) {
  Random random(seed ^ 0x6e69616e62616fULL);
  Shape shape;
  shape.form = form;
  shape.layout = layout;
  shape.size_class = static_cast<std::int32_t>(random.below(4));
  shape.traditional = random.chance(20);
  shape.half_width_marks = random.chance(30);
  shape.crlf = random.chance(15);
  if (layout == Layout::pipe) {
    shape.flat_header = random.chance(30);
    shape.repeat_merged = random.chance(20);
  }
  if (layout == Layout::html) {
    shape.pretty_html = random.chance(50);
    shape.web_page = random.chance(30);
  }
  if (layout == Layout::tab && random.chance(50)) shape.statistics = StatisticsStyle::three_lines;
  if (!damaged) return shape;
  shape.cut_tables = random.chance(40);
  shape.page_breaks = shape.cut_tables && random.chance(60);
  shape.repeated_headers = shape.cut_tables && random.chance(40);
  shape.spaced_labels = random.chance(40);
  shape.variant_labels = random.chance(40);
  shape.lost_tabs = layout == Layout::tab && random.chance(50);
  shape.trailing_tabs = layout == Layout::tab && random.chance(40);
  shape.blank_zeros = random.chance(30);
  return shape;
}

std::string describe(const Shape& shape, std::uint64_t seed) {
  static constexpr std::string_view layouts[] = {"pipe", "tab", "lines", "html", "aligned"};
  static constexpr std::string_view forms[] = {"2014", "2019", "2021"};
  std::string text = "form " + std::string(forms[static_cast<std::size_t>(shape.form)]) + ", layout " +
                     std::string(layouts[static_cast<std::size_t>(shape.layout)]) + ", size " +
                     std::to_string(shape.size_class) + ", label columns " + std::to_string(shape.label_columns) +
                     ", seed " + std::to_string(seed);
  const std::pair<bool, std::string_view> switches[] = {
      {shape.traditional, "traditional"},
      {shape.flat_header, "flat header"},
      {shape.repeat_merged, "repeat merged"},
      {shape.cut_tables, "cut tables"},
      {shape.page_breaks, "page breaks"},
      {shape.repeated_headers, "repeated headers"},
      {shape.spaced_labels, "spaced labels"},
      {shape.half_width_marks, "half-width marks"},
      {shape.variant_labels, "variant labels"},
      {shape.lost_tabs, "lost tabs"},
      {shape.trailing_tabs, "trailing tabs"},
      {shape.blank_zeros, "blank zeros"},
      {shape.pretty_html, "pretty html"},
      {shape.web_page, "web page"},
      {shape.varied_prose, "varied prose"},
      {shape.crlf, "crlf"},
      {shape.statistics == StatisticsStyle::three_lines, "three lines"}};
  for (const auto& [on, name] : switches) {
    if (on) text += ", " + std::string(name);
  }
  return text;
}

}  // namespace nianbao::test
