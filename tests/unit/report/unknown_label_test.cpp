// A row whose label is no known wording is still that row where its number and place say so, and is never lost.

#include <gtest/gtest.h>

#include "report/report.h"
#include "support/generator.h"
#include "syntax/tree.h"

namespace nianbao {
namespace {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

report::Report with_label(const std::string& official, const std::string& written) {
  std::string bytes = test::generate(the_standard(), {}, 3).text;
  bytes.replace(bytes.find(official), official.size(), written);
  const text::Text text(bytes);
  return report::build(text, syntax::parse(text), the_standard());
}

TEST(UnknownLabel, OfTheExpectedNumberIsThatRow) {
  const report::Report report = with_label("2.重复申请", "2.反复提出的申请");
  const report::RowReading* row = report.grid(standard::TableId::t3)->row("t3_refused_repeat");
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE(row->present);
  EXPECT_TRUE(row->label_deviates);
  EXPECT_TRUE(report.grid(standard::TableId::t3)->local_rows.empty());
}

TEST(UnknownLabel, OfAnotherNumberIsALocalRow) {
  const report::Report report = with_label("2.重复申请", "9.另立的一行");
  EXPECT_FALSE(report.grid(standard::TableId::t3)->row("t3_refused_repeat")->present);
  EXPECT_EQ(report.grid(standard::TableId::t3)->local_rows.size(), 1U);
}

}  // namespace
}  // namespace nianbao
