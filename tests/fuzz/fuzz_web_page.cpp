// Saved web pages of any bytes: every range is mapped back into the page.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "report/report.h"
#include "standard/standard.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  static const standard::Standard standard = *standard::load(standard::embedded_files());
  const text::Text text(std::string(reinterpret_cast<const char*>(data), size));
  const report::Report report = report::build_from_web_page(text, standard);
  for (const report::Grid& grid : report.grids) {
    for (const report::CellReading& cell : grid.cells) {
      if (cell.range.end > text.size() || cell.range.begin > cell.range.end) std::abort();
    }
  }
  return 0;
}
