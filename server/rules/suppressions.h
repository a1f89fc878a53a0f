// Findings that the report itself asks to leave out: <!-- nianbao-ignore rule-id: 理由 -->
// Must not know what the suppressed rules say.
#pragma once

#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace nianbao::rules {

/// True where `pattern` is the rule's id, its group ("sum/*") or "*".
[[nodiscard]] bool names_rule(std::string_view pattern, std::string_view rule);

/// Removes what a suppression comment covers. Reports comments without a reason, for a rule that does not exist, or
/// without a finding (settings/suppression).
void apply_suppressions(const Context& context, std::vector<Finding>& findings);

}  // namespace nianbao::rules
