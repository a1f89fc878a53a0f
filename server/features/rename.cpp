#include "features/rename.h"

namespace nianbao::features {

std::optional<Renamable> renamable(const View&, text::Offset) {
  return std::nullopt;
}

std::optional<std::vector<rules::TextEdit>> rename(const Renamable&, std::string_view) {
  return std::nullopt;
}

}  // namespace nianbao::features
