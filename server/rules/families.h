// Every family of rules, one line each; registry.cpp lists them in the order in which they run.
// Must not know what a family does.
#pragma once

#include "rules/rule.h"

namespace nianbao::rules {

[[nodiscard]] RuleFamily sum_family();     // sum/*, one finding per root cause of a table that does not add up
[[nodiscard]] RuleFamily stock_family();   // sum/stock, sum/channels: inequalities that hold in nearly every report
[[nodiscard]] RuleFamily remark_family();  // sum/remark: worth a look

}  // namespace nianbao::rules
