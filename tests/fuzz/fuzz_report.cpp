// Grammar, model, rules and fixes on any bytes: every range stays inside the text, every fix applies.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "report/report.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "syntax/tree.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  static const standard::Standard standard = *standard::load(standard::embedded_files());
  const text::Text text(std::string(reinterpret_cast<const char*>(data), size));
  const syntax::Tree tree = syntax::parse(text);
  require(!tree.has_error());
  const report::Report report = report::build(text, tree, standard);
  for (const report::Grid& grid : report.grids) {
    for (const report::CellReading& cell : grid.cells) require(cell.range.end <= text.size());
  }
  const auto findings = rules::check(report, standard, {});
  for (const rules::Finding& finding : findings) require(finding.range.end <= text.size());
  const std::string fixed = rules::apply(text.bytes(), rules::fix_all(findings, true));
  require(fixed.size() < size + 65'536);
  return 0;
}
