#include "features/symbols.h"

namespace nianbao::features {

std::vector<Symbol> document_symbols(const View&) {
  return {};
}

}  // namespace nianbao::features
