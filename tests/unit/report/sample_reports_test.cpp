// The five real reports are read completely and correctly; skipped where they are not at hand.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "report/report.h"
#include "standard/standard.h"
#include "support/known_forms.h"
#include "support/paths.h"
#include "syntax/tree.h"

namespace nianbao {
namespace {

using report::CellState;
using standard::TableId;

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

std::optional<report::Report> sample(const std::string& number) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "reports";
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(number + "_")) continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    const text::Text text(bytes.str());
    return report::build(text, syntax::parse(text), the_standard());
  }
  return std::nullopt;
}

struct Counts {
  int numbers = 0;
  int blanks = 0;
  int absent = 0;
  int malformed = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Counts& counts) {
    return out << counts.numbers << " numbers, " << counts.blanks << " blank, " << counts.absent << " absent, "
               << counts.malformed << " malformed";
  }
};

Counts counts(const report::Report& report, TableId table) {
  Counts result;
  const report::Grid* grid = report.grid(table);
  if (grid == nullptr) return result;
  for (const report::CellReading& cell : grid->cells) {
    ++(cell.state == CellState::number   ? result.numbers
       : cell.state == CellState::blank  ? result.blanks
       : cell.state == CellState::absent ? result.absent
                                         : result.malformed);
  }
  return result;
}

std::int64_t value(const report::Report& report, std::string_view row, std::string_view column) {
  const auto cell = the_standard().form(*report.form).cell(row, column);
  const report::CellReading* reading = cell ? report.cell(*cell) : nullptr;
  return reading != nullptr && reading->value() ? reading->value()->whole() : -1;
}

#define SAMPLE(number)                                    \
  const auto found = sample(number);                      \
  if (!found) GTEST_SKIP() << "the reports are not here"; \
  const report::Report& report = *found

TEST(SampleReports, R000) {
  SAMPLE("000");
  EXPECT_EQ(counts(report, TableId::t2), (Counts{22, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t3), (Counts{161, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t4), (Counts{15, 0, 0, 0}));
  EXPECT_EQ(report.organ, "金凤区司法局");
  EXPECT_EQ(report.year, 2020);
  EXPECT_EQ(report.parts.size(), 6U);
}

TEST(SampleReports, R001) {
  SAMPLE("001");
  EXPECT_EQ(report.script, report::Script::traditional);
  EXPECT_EQ(counts(report, TableId::t2), (Counts{22, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t3), (Counts{154, 0, 7, 0}));
  EXPECT_EQ(counts(report, TableId::t4), (Counts{15, 0, 0, 0}));
  EXPECT_FALSE(report.grid(TableId::t3)->row("t3_carried_out")->present);
  EXPECT_EQ(value(report, "t2_other_service", "t2c_prev_items"), 8);
  EXPECT_EQ(value(report, "", "t4_review_pending"), 1);
  EXPECT_EQ(value(report, "", "t4_review_total"), 1);
}

TEST(SampleReports, R002) {
  SAMPLE("002");
  EXPECT_EQ(counts(report, TableId::t2), (Counts{10, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t3), (Counts{175, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t4), (Counts{10, 5, 0, 0}));
  EXPECT_EQ(report.grid(TableId::t3)->pieces.size(), 2U);
  EXPECT_EQ(value(report, "t2_normative", "t2c_valid"), 1);
  for (const report::CellReading& cell : report.grid(TableId::t4)->cells) {
    EXPECT_EQ(cell.state == CellState::blank, cell.cell < report.grid(TableId::t4)->cells.front().cell + 5);
  }
}

TEST(SampleReports, R003) {
  SAMPLE("003");
  EXPECT_EQ(counts(report, TableId::t2), (Counts{22, 0, 0, 0}));
  EXPECT_EQ(counts(report, TableId::t3), (Counts{136, 14, 11, 0}));
  EXPECT_EQ(counts(report, TableId::t4), (Counts{15, 0, 0, 0}));
  int short_rows = 0;
  for (const report::RowReading& row : report.grid(TableId::t3)->rows) short_rows += row.values_found == 6 ? 1 : 0;
  EXPECT_EQ(short_rows, 11);
  EXPECT_EQ(value(report, "t2_penalty", "t2c_prev_items"), 29);
}

TEST(SampleReports, R004) {
  SAMPLE("004");
  EXPECT_EQ(report.form, known::f2014);
  EXPECT_EQ(counts(report, TableId::stat2014), (Counts{59, 6, 0, 0}));
  EXPECT_EQ(value(report, "st_1_1", ""), 489);
  EXPECT_EQ(value(report, "st_1_2_wechat", ""), 85);
  EXPECT_EQ(value(report, "st_9_3", ""), 89);
  EXPECT_EQ(value(report, "st_8_3_part", ""), 4);
  ASSERT_TRUE(report.signing_date);
  EXPECT_EQ(report.signing_date->year, 2019);
}

}  // namespace
}  // namespace nianbao
