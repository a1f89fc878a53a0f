#include "lsp/reader.h"

#include <nlohmann/json.hpp>

namespace nianbao::lsp {

std::string Value::way() const {
  if (parent_ == nullptr) return "params";
  std::string out = parent_->way();
  if (key_ != nullptr) return out.append(".").append(key_);
  return out.append("[").append(std::to_string(index_)).append("]");
}

bool Value::complain(std::string_view expected) const {
  if (problem_->empty()) *problem_ = way().append(": expected ").append(expected);
  return false;
}

bool Value::is_object() const {
  return json_->is_object();
}

std::size_t Value::size() const {
  return json_->size();
}

std::optional<Value> Value::member(const char* key) const {
  const Json* found = jsonrpc::member(*json_, key);
  if (found == nullptr || found->is_null()) return std::nullopt;
  return Value(*found, *this, key, 0);
}

Value Value::missing(const char* key) const {
  return {*json_, *this, key, 0};
}

Value Value::element(std::size_t index) const {
  return {(*json_)[index], *this, nullptr, index};
}

bool is_list(const Value& value) {
  if (!value.json().is_array()) return value.complain("a list");
  return value.size() <= max_elements || value.complain("a list of at most 100000 elements");
}

namespace {

template <typename T, typename Found>
bool take(const Value& value, const Found& found, std::string_view expected, T& out) {
  if (!found) return value.complain(expected);
  out = *found;
  return true;
}

}  // namespace

bool read(const Value& value, bool& out) {
  return take(value, jsonrpc::as_bool(value.json()), "true or false", out);
}

bool read(const Value& value, std::string& out) {
  return take(value, jsonrpc::as_string(value.json()), "a string", out);
}

bool read(const Value& value, std::uint32_t& out) {
  return take(value, jsonrpc::as_unsigned(value.json()), "a whole number from 0 to 4294967295", out);
}

bool read(const Value& value, std::int32_t& out) {
  return take(value, jsonrpc::as_int32(value.json()), "a whole number of 32 bits", out);
}

bool read(const Value& value, RawJson& out) {
  out = RawJson(value.json());
  return true;
}

}  // namespace nianbao::lsp
