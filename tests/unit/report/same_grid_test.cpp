// The same table in the five physical forms gives the same grid: random consistent reports, all forms, both scripts.
#include <optional>
#include <sstream>

#include <gtest/gtest.h>

#include "report/report.h"
#include "standard/standard.h"
#include "support/generator.h"
#include "support/known_forms.h"
#include "syntax/tree.h"
#include "text/utf8.h"
#include "text/width.h"

namespace nianbao {
namespace {

using report::CellState;
using report::Layout;
using standard::FormId;

constexpr std::uint64_t seeds_per_shape = 200;

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

report::Report read(const test::GeneratedReport& generated) {
  const text::Text text(generated.text);
  if (generated.shape.web_page) return report::build_from_web_page(text, the_standard());
  return report::build(text, syntax::parse(text), the_standard());
}

struct Case {
  FormId form;
  Layout layout;
  bool damaged;
};

class SameGrid : public testing::TestWithParam<Case> {};

std::string where(const standard::Form& form, standard::CellIndex cell) {
  return form.cells[cell].row + "/" + form.cells[cell].column;
}

/// Cells that the reader got wrong, in words; empty where all are right.
std::string differences(const test::GeneratedReport& generated, const report::Report& report) {
  const standard::Form& form = the_standard().form(generated.shape.form);
  std::string out;
  for (standard::CellIndex i = 0; i < form.cells.size(); ++i) {
    const test::TrueCell& truth = generated.cells[i];
    if (truth.state == CellState::absent) continue;
    const report::CellReading* cell = report.cell(i);
    if (cell == nullptr) {
      out += where(form, i) + ": no table\n";
    } else if (truth.state == CellState::blank
                   ? cell->state != CellState::blank
                   : cell->state != CellState::number || cell->number.value != truth.value) {
      out += where(form, i) + ": " + report::to_string(truth.value) + " read as state " +
             std::to_string(static_cast<int>(cell->state)) + " “" + cell->text + "”\n";
    }
    if (out.size() > 600) return out + "…";
  }
  return out;
}

TEST_P(SameGrid, EveryCellIsReadAsItWasWritten) {
  for (std::uint64_t seed = 1; seed <= seeds_per_shape; ++seed) {
    const test::Shape shape = test::random_shape(GetParam().form, GetParam().layout, GetParam().damaged, seed);
    const test::GeneratedReport generated = test::generate(the_standard(), shape, seed);
    const report::Report report = read(generated);
    ASSERT_EQ(report.form, GetParam().form) << test::describe(generated.shape, seed);
    ASSERT_EQ(differences(generated, report), "") << test::describe(generated.shape, seed) << "\n" << generated.text;
  }
}

TEST_P(SameGrid, EveryCellPointsAtItsText) {
  const test::Shape shape = test::random_shape(GetParam().form, GetParam().layout, GetParam().damaged, 7);
  const report::Report report = read(test::generate(the_standard(), shape, 7));
  for (const report::Grid& grid : report.grids) {
    for (const report::CellReading& cell : grid.cells) {
      if (cell.state == CellState::number) {
        EXPECT_EQ(report.source.slice(cell.range), cell.text);
      }
      EXPECT_LE(cell.range.end, report.source.size());
    }
  }
}

TEST_P(SameGrid, PartsTitleAndPeriodAreFound) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const test::Shape shape = test::random_shape(GetParam().form, GetParam().layout, GetParam().damaged, seed);
    const test::GeneratedReport generated = test::generate(the_standard(), shape, seed);
    const report::Report report = read(generated);
    const std::string description = test::describe(generated.shape, seed);
    EXPECT_EQ(report.year, generated.year) << description;
    EXPECT_EQ(report.organ, generated.organ) << description;
    ASSERT_TRUE(report.period) << description;
    EXPECT_EQ(report.period->from.year, generated.year) << description;
    if (GetParam().form == known::f2014) continue;
    for (const standard::SectionSpec& section : the_standard().form(GetParam().form).sections) {
      const report::Part* part = report.part(section.id);
      ASSERT_NE(part, nullptr) << section.id << " " << description;
      EXPECT_TRUE(part->heading.has_value()) << section.id << " " << description;
    }
  }
}

// --- labels that a narrow column has broken, as text from PDF has them ---------------------------------------------

enum class ValuesOn : std::uint8_t { first_line, last_line, middle_line, own_line };

std::vector<std::string> pieces_of(std::string_view label, std::uint32_t width) {
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t length = text::scalar_at(label, at).length;
    const std::string next = pieces.back() + std::string(label.substr(at, length));
    if (text::display_width(next) > width) pieces.emplace_back();
    pieces.back() += label.substr(at, length);
    at += length;
  }
  return pieces;
}

/// `  （一）予以公开     21  3`: blanks, a label, blanks, values.
struct LabelledLine {
  std::string indent;
  std::string label;
  std::string values;
  std::size_t column = 0;  ///< of the values
};

std::optional<LabelledLine> labelled_line(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(' ');
  const std::size_t end = begin == std::string::npos ? begin : line.find("  ", begin);
  const std::size_t values = end == std::string::npos ? end : line.find_first_not_of(' ', end);
  if (values == std::string::npos || line.find_first_of("-0123456789", values) != values) return std::nullopt;
  const bool words = static_cast<unsigned char>(line[end - 1]) >= 0x80;
  if (!words) return std::nullopt;
  return LabelledLine{line.substr(0, begin), line.substr(begin, end - begin), line.substr(values),
                      text::display_width(line.substr(0, values))};
}

std::string broken_line(const std::string& line, std::uint32_t width, ValuesOn where) {
  const auto row = labelled_line(line);
  std::vector<std::string> pieces = pieces_of(row ? row->label : std::string(), width);
  if (!row || pieces.size() == 1) return line;
  if (where == ValuesOn::own_line && pieces.size() % 2 == 0) {
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(pieces.size() / 2), "");
  }
  const std::size_t values = where == ValuesOn::first_line  ? 0
                             : where == ValuesOn::last_line ? pieces.size() - 1
                                                            : pieces.size() / 2;
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string each = row->indent + pieces[i];
    if (i == values) each += std::string(row->column - text::display_width(each), ' ') + row->values;
    out += (i == 0 ? "" : "\n") + each;
  }
  return out;
}

std::string with_broken_labels(const std::string& text, std::uint32_t width, ValuesOn where) {
  std::istringstream in(text);
  std::string out;
  for (std::string line; std::getline(in, line);) out += broken_line(line, width, where) + "\n";
  return out;
}

TEST(BrokenLabels, EveryCellIsReadAsItWasWritten) {
  std::size_t changed = 0;
  for (const FormId form : {known::f2019, known::f2021}) {
    for (const std::uint32_t width : {24U, 36U, 60U}) {
      for (const ValuesOn where :
           {ValuesOn::first_line, ValuesOn::last_line, ValuesOn::middle_line, ValuesOn::own_line}) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
          const test::Shape shape = test::random_shape(form, Layout::aligned, false, seed);
          test::GeneratedReport generated = test::generate(the_standard(), shape, seed);
          const std::string whole = generated.text;
          const std::size_t headings = read(generated).headings.size();
          generated.text = with_broken_labels(whole, width, where);
          changed += generated.text != whole ? 1 : 0;
          const report::Report report = read(generated);
          ASSERT_EQ(differences(generated, report), "") << test::describe(shape, seed) << "\n" << generated.text;
          EXPECT_EQ(report.headings.size(), headings) << generated.text;
        }
      }
    }
  }
  EXPECT_GT(changed, 300U);
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const FormId form : {known::f2014, known::f2019, known::f2021}) {
    for (const Layout layout : {Layout::pipe, Layout::tab, Layout::lines, Layout::html, Layout::aligned}) {
      cases.push_back({form, layout, false});
      cases.push_back({form, layout, true});
    }
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Forms, SameGrid, testing::ValuesIn(all_cases()), [](const auto& info) {
  return "form" + the_standard().form(info.param.form).name + "_" + std::string(report::name_of(info.param.layout)) +
         (info.param.damaged ? "_damaged" : "");
});

}  // namespace
}  // namespace nianbao
