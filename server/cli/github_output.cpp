#include "cli/github_output.h"

#include <string_view>

#include <fmt/format.h>

#include "text/position.h"

namespace nianbao::cli {
namespace {

const char* command_of(standard::Severity severity) {
  return severity == standard::Severity::error     ? "error"
         : severity == standard::Severity::warning ? "warning"
                                                   : "notice";
}

/// Line ends and per cent signs would end the command; in properties also what separates them.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string github_lines(const CheckedFile& file) {
  std::string out;
  for (const auto& finding : file.findings) {
    const text::Text& text = file.report.source;
    const text::Position begin = text::position_at(text, finding.range.begin, text::Encoding::utf16);
    const text::Position end = text::position_at(text, finding.range.end, text::Encoding::utf16);
    out +=
        fmt::format("::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n", command_of(finding.severity),
                    escaped(file.document.path, true), begin.line + 1, begin.column + 1, end.line + 1, end.column + 1,
                    escaped(finding.rule, true), escaped(finding.message, false));
  }
  return out;
}

}  // namespace nianbao::cli
