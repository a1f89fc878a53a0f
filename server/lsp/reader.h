// Reads protocol structs from JSON: the first thing that is wrong becomes one sentence with the way to it.
// Must not know any struct; each area has its own header with `read` overloads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "jsonrpc/json.h"

namespace nianbao::lsp {

using jsonrpc::Json;
using jsonrpc::RawJson;

/// Longest list that is taken from a client.
constexpr std::size_t max_elements = 100'000;

/// A JSON value and the way to it. Values are links of a chain on the stack: a value must not outlive its parent.
class Value {
 public:
  /// `problem` receives the first complaint; it stays empty when all is well.
  Value(const Json& json, std::string& problem) : json_(&json), problem_(&problem) {}

  [[nodiscard]] const Json& json() const { return *json_; }
  /// Notes `params.position.line: expected …`; returns false for the caller to hand on.
  bool complain(std::string_view expected) const;

  [[nodiscard]] bool is_object() const;
  [[nodiscard]] std::size_t size() const;                            ///< of a list
  [[nodiscard]] std::optional<Value> member(const char* key) const;  ///< also absent when null
  [[nodiscard]] Value missing(const char* key) const;                ///< stands for a member that is not there
  [[nodiscard]] Value element(std::size_t index) const;              ///< of a list

 private:
  Value(const Json& json, const Value& parent, const char* key, std::size_t index)
      : json_(&json), problem_(parent.problem_), parent_(&parent), key_(key), index_(index) {}
  [[nodiscard]] std::string way() const;

  const Json* json_;
  std::string* problem_;
  const Value* parent_ = nullptr;
  const char* key_ = nullptr;
  std::size_t index_ = 0;
};

bool read(const Value& value, bool& out);
bool read(const Value& value, std::string& out);
bool read(const Value& value, std::uint32_t& out);
bool read(const Value& value, std::int32_t& out);
bool read(const Value& value, RawJson& out);

/// A list that may not be longer than `max_elements`.
bool is_list(const Value& value);

template <typename T>
bool read(const Value& value, std::vector<T>& out) {
  if (!is_list(value)) return false;
  const std::size_t size = value.size();
  out.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (!read(value.element(i), out[i])) return false;
  }
  return true;
}

template <typename T>
bool read(const Value& value, std::optional<T>& out) {
  return read(value, out.emplace());
}

template <typename T>
bool required(const Value& object, const char* key, T& out) {
  if (!object.is_object()) return object.complain("an object");
  const auto member = object.member(key);
  return member ? read(*member, out) : object.missing(key).complain("a value");
}

/// Absent and null leave `out` as it is.
template <typename T>
bool optional(const Value& object, const char* key, T& out) {
  if (!object.is_object()) return object.complain("an object");
  const auto member = object.member(key);
  return !member || read(*member, out);
}

/// The parameters of a method, or what is wrong with them.
template <typename T>
tl::expected<T, std::string> read_params(const Json& json) {
  std::string problem;
  T out;
  if (!read(Value(json, problem), out)) return tl::unexpected(std::move(problem));
  return out;
}

}  // namespace nianbao::lsp
