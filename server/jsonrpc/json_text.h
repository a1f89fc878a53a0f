// What is looked at in JSON text before the parser sees it: depth, lone surrogates, bytes that are no UTF-8.
// Must not know values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::jsonrpc {

/// Deepest nesting of arrays and objects, not counting brackets in strings.
[[nodiscard]] std::uint32_t nesting_of(std::string_view text);

/// True if `repair` would change the text.
[[nodiscard]] bool needs_repair(std::string_view text);

/// Writes U+FFFD for each lone surrogate, escaped or in UTF-8 form, and for each other byte that is no UTF-8.
[[nodiscard]] std::string repair(std::string_view text);

}  // namespace nianbao::jsonrpc
