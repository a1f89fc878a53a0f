#include "cli/version.h"

namespace nianbao::cli {

const char* version() {
  return NIANBAO_VERSION;
}

}  // namespace nianbao::cli
