#include "jsonrpc/json.h"

#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "jsonrpc/json_text.h"

namespace nianbao::jsonrpc {

tl::expected<Json, ParseError> parse(std::string_view text) {
  if (nesting_of(text) > max_nesting) return tl::unexpected(ParseError::too_deep);
  std::string repaired;
  if (needs_repair(text)) {
    repaired = repair(text);
    text = repaired;
  }
  Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) return tl::unexpected(ParseError::syntax);
  return value;
}

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& value, std::string_view key) {
  if (!value.is_object()) return nullptr;
  const auto found = value.find(key);
  return found != value.end() ? &*found : nullptr;
}

const std::string* as_string(const Json& value) {
  return value.get_ptr<const std::string*>();
}

std::optional<bool> as_bool(const Json& value) {
  const bool* flag = value.get_ptr<const bool*>();
  return flag != nullptr ? std::optional(*flag) : std::nullopt;
}

std::optional<std::int64_t> as_integer(const Json& value) {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
    if (*natural > static_cast<std::uint64_t>(largest)) return std::nullopt;
    return static_cast<std::int64_t>(*natural);
  }
  if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) return *whole;
  if (const auto* real = value.get_ptr<const Json::number_float_t*>()) {
    constexpr double exact = 9007199254740992.0;  // 2^53: beyond, a double does not say which integer was meant
    if (!(*real >= -exact && *real <= exact)) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(*real);
    if (static_cast<double>(whole) < *real || static_cast<double>(whole) > *real) return std::nullopt;
    return whole;
  }
  return std::nullopt;
}

namespace {

template <typename Integer>
std::optional<Integer> narrow(std::optional<std::int64_t> value) {
  if (!value || *value < std::numeric_limits<Integer>::min() || *value > std::numeric_limits<Integer>::max()) {
    return std::nullopt;
  }
  return static_cast<Integer>(*value);
}

}  // namespace

std::optional<std::uint32_t> as_unsigned(const Json& value) {
  return narrow<std::uint32_t>(as_integer(value));
}

std::optional<std::int32_t> as_int32(const Json& value) {
  return narrow<std::int32_t>(as_integer(value));
}

RawJson::RawJson(Json value) : value_(std::make_shared<const Json>(std::move(value))) {}

const Json& RawJson::get() const {
  static const Json null;
  return value_ ? *value_ : null;
}

}  // namespace nianbao::jsonrpc
