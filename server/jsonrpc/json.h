// The only place where JSON text is read and written, and the checked way to look into a value.
// Must not know messages. Names the library's type by its forward declaration: who needs the whole includes json.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

namespace nianbao::jsonrpc {

using Json = nlohmann::json;

/// Copying and writing a value recurse, so deeper input is refused before it is parsed.
constexpr std::uint32_t max_nesting = 128;

enum class ParseError : std::uint8_t { syntax, too_deep };

/// Lone surrogate escapes and bytes that are no UTF-8 become U+FFFD first: an edit that holds one must not be lost.
[[nodiscard]] tl::expected<Json, ParseError> parse(std::string_view text);

/// Compact text. Bytes that are no UTF-8 are written as U+FFFD; nothing fails.
[[nodiscard]] std::string dump(const Json& value);

/// The member of an object; null for other values and for missing keys.
[[nodiscard]] const Json* member(const Json& value, std::string_view key);

[[nodiscard]] const std::string* as_string(const Json& value);
[[nodiscard]] std::optional<bool> as_bool(const Json& value);
/// Whole numbers only, also when written 1.0: neither 1.5 nor 1e300, nor what does not fit.
[[nodiscard]] std::optional<std::int64_t> as_integer(const Json& value);
/// As `as_integer`, for 0…2^32-1.
[[nodiscard]] std::optional<std::uint32_t> as_unsigned(const Json& value);
/// As `as_integer`, for -2^31…2^31-1.
[[nodiscard]] std::optional<std::int32_t> as_int32(const Json& value);

/// A value kept as it came (`data`, settings). Copies share it; absent is not the same as null.
class RawJson {
 public:
  RawJson() = default;
  explicit RawJson(Json value);

  [[nodiscard]] bool present() const { return value_ != nullptr; }
  /// The value; null where absent.
  [[nodiscard]] const Json& get() const;

 private:
  std::shared_ptr<const Json> value_;
};

}  // namespace nianbao::jsonrpc
