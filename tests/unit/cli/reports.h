// The reports that most tests of commands begin with. Must not know commands.
#pragma once

#include <string>

#include "harness.h"
#include "support/generator.h"

namespace nianbao::cli::test {

inline std::string clean_report(report::Layout layout = report::Layout::pipe) {
  nianbao::test::Shape shape;
  shape.layout = layout;
  shape.label_columns = 3;
  return nianbao::test::generate(the_standard(), shape, 11).text;
}

/// The 总计 of row 一 has a digit too many, so that its sum fails.
inline std::string broken_report() {
  nianbao::test::Shape shape;
  shape.label_columns = 3;
  shape.size_class = 2;
  std::string text = nianbao::test::generate(the_standard(), shape, 11).text;
  const std::size_t row = text.find("| 一、本年新收政府信息公开申请数量");
  const std::size_t end = text.find(" |\n", row);
  return text.insert(end, "7");
}

}  // namespace nianbao::cli::test
