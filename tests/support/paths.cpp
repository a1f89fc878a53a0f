#include "support/paths.h"

namespace nianbao::paths {

std::string source() {
  return NIANBAO_SOURCE_DIR;
}

std::string shared() {
  return NIANBAO_SHARED_DIR;
}

}  // namespace nianbao::paths
