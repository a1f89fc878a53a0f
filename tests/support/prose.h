// Sentences of a report in several wordings: title, preamble, parts. Their numbers come from the cells.
// Must not know table layouts.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "standard/form.h"
#include "support/random.h"

namespace nianbao::test {

struct ProseInput {
  const standard::Form& form;
  std::int32_t year = 0;
  std::string organ;
  std::function<std::string(std::string_view row, std::string_view column)> value;  ///< "" where there is no such cell
};

/// An invented organ: 云台市澄江区司法局.
[[nodiscard]] std::string organ_name(std::int32_t size_class, Random& random);

/// Legal basis, period, parts and contact: what stands before part 一. Paragraphs end with a line end and are
/// divided by blank lines.
[[nodiscard]] std::string preamble(const ProseInput& input, Random& random);

/// What a part says around its table, by the words of its title.
[[nodiscard]] std::string part_prose(const ProseInput& input, std::string_view title, Random& random);

/// 云台市澄江区司法局 / 2022年1月18日, or nothing.
[[nodiscard]] std::string signature(const ProseInput& input, Random& random);

}  // namespace nianbao::test
