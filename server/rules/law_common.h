// What the rules on citations share. Must not know any law by name.
#pragma once

#include <string>
#include <string_view>

#include "report/citation.h"
#include "rules/rule.h"

namespace nianbao::rules {

/// The law of a citation, or null.
[[nodiscard]] const standard::Law* law_of(const Context& context, const report::Citation& citation);

/// 条例, 2007年条例, or the law's name without its year.
[[nodiscard]] std::string short_name_of(const Context& context, const standard::Law& law);

/// 政府信息公开条例（2007） → 政府信息公开条例
[[nodiscard]] std::string_view plain_name(const standard::Law& law);

/// The words as in the source, line breaks and spaces left out.
[[nodiscard]] std::string written(const Context& context, text::ByteRange range);

/// False where tags or line breaks lie inside: such words are not replaced.
[[nodiscard]] bool replaceable(const Context& context, text::ByteRange range);

/// 2021-09-29 → 2021年9月29日
[[nodiscard]] std::string date_text(const Context& context, std::string_view iso);

[[nodiscard]] Finding law_finding(std::string_view rule, text::ByteRange range, std::string message);

}  // namespace nianbao::rules
