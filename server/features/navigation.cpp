#include "features/navigation.h"

namespace nianbao::features {

std::optional<Places> definition(const View&, text::Offset) {
  return std::nullopt;
}

std::optional<Places> references(const View&, text::Offset, bool) {
  return std::nullopt;
}

}  // namespace nianbao::features
