// sum/*: what a table says that does not add up, one finding per root cause.
// Must not know any cell, row or table by name: relations and wording are data.
#include "rules/families.h"

namespace nianbao::rules {

RuleFamily sum_family() {
  return {{}, [](const Context&, Sink&) {}};
}

}  // namespace nianbao::rules
