// The list of rule families, in the order in which they run.
// Must not know what a family does.
#include "rules/families.h"

namespace nianbao::rules {

const std::vector<RuleFamily>& registry() {
  static const std::vector<RuleFamily> families = {
      sum_family(),
      stock_family(),
      remark_family(),
  };
  return families;
}

}  // namespace nianbao::rules
