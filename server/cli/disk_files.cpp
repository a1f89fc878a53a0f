#include "cli/disk_files.h"

#include <sstream>
#include <utility>

#include "cli/files.h"
#include "text/decode.h"
#include "text/uri.h"

namespace nianbao::cli {

std::optional<std::string> DiskFiles::read(std::string_view uri) {
  const auto path = text::path_of_uri(uri);
  if (!path) return std::nullopt;
  std::istringstream nothing;
  const auto bytes = read_source({*path}, nothing);
  if (!bytes) return std::nullopt;
  auto decoded = text::decode(*bytes);
  if (!decoded) return std::nullopt;
  return std::move(decoded->utf8);
}

}  // namespace nianbao::cli
