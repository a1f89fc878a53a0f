// Settings files of any bytes: what is wrong is told at a place inside the text, the rest counts.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "standard/standard.h"
#include "workspace/settings_file.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  static const standard::Standard standard = *standard::load(standard::embedded_files());
  const text::Text text(std::string(reinterpret_cast<const char*>(data), size));
  const workspace::SettingsFile file = workspace::read_settings_file(text, {}, standard);
  for (const rules::Finding& finding : file.findings) {
    require(finding.range.begin <= finding.range.end && finding.range.end <= file.text.size());
    require(!finding.message.empty() && !finding.rule.empty());
  }
  return 0;
}
