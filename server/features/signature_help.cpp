#include "features/signature_help.h"

namespace nianbao::features {

std::optional<SignatureHelp> signature_help(const View&, text::Offset) {
  return {};
}

}  // namespace nianbao::features
