// Checked reading of JSON values: a wrong type or a missing key becomes one LoadError with file and JSON pointer.
// Must not know any schema.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "standard/standard.h"

namespace nianbao::standard {

/// Keeps the first error of a load; later ones are consequences more often than not.
class Problems {
 public:
  void report(std::string_view file, std::string where, std::string what);
  [[nodiscard]] bool any() const { return first_.has_value(); }
  [[nodiscard]] const LoadError& first() const { return *first_; }

 private:
  std::optional<LoadError> first_;
};

/// A JSON value and the way to it. Nodes are links of a chain on the stack: a node must not outlive its parent.
/// Getters report a problem and return an empty value where the value is not what was asked for.
class Node {
 public:
  Node(const nlohmann::json& value, std::string_view file, Problems& problems)
      : value_(&value), file_(file), problems_(&problems) {}

  [[nodiscard]] std::string text(const char* key) const;           ///< required
  [[nodiscard]] std::string optional_text(const char* key) const;  ///< empty if absent
  [[nodiscard]] std::int32_t integer(const char* key) const;       ///< required
  [[nodiscard]] std::int32_t optional_integer(const char* key) const;
  [[nodiscard]] bool optional_flag(const char* key) const;
  [[nodiscard]] std::vector<std::string> optional_texts(const char* key) const;

  [[nodiscard]] bool has(const char* key) const;
  [[nodiscard]] bool is_array() const { return value_->is_array(); }
  [[nodiscard]] bool is_object() const { return value_->is_object(); }
  [[nodiscard]] std::size_t size() const { return value_->size(); }

  [[nodiscard]] std::string text() const;      ///< this value itself
  [[nodiscard]] std::int32_t integer() const;  ///< this value itself

  /// Calls f(node) for a required member.
  template <typename F>
  void with(const char* key, F f) const {
    if (const nlohmann::json* member = find(key, true)) f(Node(*member, *this, key));
  }

  /// Calls f(node) for each element of a required array.
  template <typename F>
  void each(const char* key, F f) const {
    with(key, [&](const Node& list) { list.each(f); });
  }

  /// As `each`, but an absent key is an empty array.
  template <typename F>
  void optional_each(const char* key, F f) const {
    if (has(key)) each(key, f);
  }

  /// Calls f(node) for each element of this array.
  template <typename F>
  void each(F f) const {
    if (!value_->is_array()) return fail("expected an array");
    std::int32_t position = 0;
    for (const nlohmann::json& element : *value_) f(Node(element, *this, position++));
  }

  /// Calls f(key, node) for each member of this object.
  template <typename F>
  void each_member(F f) const {
    const auto* object = value_->get_ptr<const nlohmann::json::object_t*>();
    if (object == nullptr) return fail("expected an object");
    for (const auto& [key, member] : *object) f(key, Node(member, *this, key.c_str()));
  }

  void fail(std::string what) const;
  void fail(const char* key, std::string what) const;
  [[nodiscard]] std::string pointer() const;

 private:
  Node(const nlohmann::json& value, const Node& parent, const char* key)
      : value_(&value), file_(parent.file_), problems_(parent.problems_), parent_(&parent), key_(key) {}
  Node(const nlohmann::json& value, const Node& parent, std::int32_t position)
      : value_(&value), file_(parent.file_), problems_(parent.problems_), parent_(&parent), position_(position) {}

  [[nodiscard]] const nlohmann::json* find(const char* key, bool required) const;

  const nlohmann::json* value_;
  std::string_view file_;
  Problems* problems_;
  const Node* parent_ = nullptr;
  const char* key_ = nullptr;
  std::int32_t position_ = -1;
};

/// Parses a file; a syntax error is reported with its line.
[[nodiscard]] std::optional<nlohmann::json> parse_file(const DataFile& file, Problems& problems);

}  // namespace nianbao::standard
