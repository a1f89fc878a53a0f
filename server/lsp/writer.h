// Writes protocol structs as JSON. Included by the .cpp files of lsp/ and by lsp/routes.h, because it needs all of
// json.hpp. Must not know any struct; each area has its own header with `json_of` overloads.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "jsonrpc/json.h"

namespace nianbao::lsp {

inline jsonrpc::Json json_of(bool value) {
  return value;
}
inline jsonrpc::Json json_of(std::uint32_t value) {
  return value;
}
inline jsonrpc::Json json_of(std::int32_t value) {
  return value;
}
inline jsonrpc::Json json_of(const std::string& value) {
  return value;
}
inline jsonrpc::Json json_of(const jsonrpc::RawJson& value) {
  return value.get();
}
inline jsonrpc::Json json_of(std::nullptr_t) {
  return nullptr;
}

template <typename T>
jsonrpc::Json json_of(const std::vector<T>& values) {
  jsonrpc::Json out = jsonrpc::Json::array();
  for (const T& value : values) out.push_back(json_of(value));
  return out;
}

template <typename T>
jsonrpc::Json json_of(const std::optional<T>& value) {
  return value ? json_of(*value) : jsonrpc::Json();
}

/// Builds an object; `maybe` leaves out what is absent or empty.
class ObjectWriter {
 public:
  template <typename T>
  ObjectWriter& put(const char* key, const T& value) {
    object_[key] = json_of(value);
    return *this;
  }
  /// JSON that is ready is moved in: copying a tree at each of its levels costs more than making it.
  ObjectWriter& put(const char* key, jsonrpc::Json&& value) {
    object_[key] = std::move(value);
    return *this;
  }
  ObjectWriter& put(const char* key, const char* value) {
    object_[key] = value;
    return *this;
  }
  template <typename T>
  ObjectWriter& maybe(const char* key, const std::optional<T>& value) {
    return value ? put(key, *value) : *this;
  }
  template <typename T>
  ObjectWriter& maybe(const char* key, const std::vector<T>& values) {
    return values.empty() ? *this : put(key, values);
  }
  ObjectWriter& maybe(const char* key, const std::string& value) { return value.empty() ? *this : put(key, value); }
  ObjectWriter& maybe(const char* key, bool value) { return value ? put(key, value) : *this; }
  ObjectWriter& maybe(const char* key, const jsonrpc::RawJson& value) {
    return value.present() ? put(key, value) : *this;
  }

  [[nodiscard]] jsonrpc::Json take() { return std::move(object_); }

 private:
  jsonrpc::Json object_ = jsonrpc::Json::object();
};

}  // namespace nianbao::lsp
