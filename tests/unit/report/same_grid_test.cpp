// The same table in the five physical forms gives the same grid: random consistent reports, all forms, both scripts.

#include <gtest/gtest.h>

#include "report/report.h"
#include "standard/standard.h"
#include "support/generator.h"
#include "support/known_forms.h"
#include "syntax/tree.h"

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
