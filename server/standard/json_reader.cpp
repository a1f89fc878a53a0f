// Checked reading of JSON values (see the header).
#include "standard/json_reader.h"

#include <limits>
#include <utility>

#include <fmt/format.h>

namespace nianbao::standard {
namespace {

using nlohmann::json;

/// Integers only, in 32 bits: nlohmann would turn 1e300 or -1 into whatever is asked for.
std::optional<std::int32_t> to_integer(const json& value) {
  if (const auto* natural = value.get_ptr<const json::number_unsigned_t*>()) {
    if (*natural <= static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max())) {
      return static_cast<std::int32_t>(*natural);
    }
    return std::nullopt;
  }
  if (const auto* integer = value.get_ptr<const json::number_integer_t*>()) {
    if (*integer >= std::numeric_limits<std::int32_t>::min() && *integer < 0) {
      return static_cast<std::int32_t>(*integer);
    }
  }
  return std::nullopt;
}

/// RFC 6901: ~ and / of a key are escaped.
void append_key(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

/// Remembers where the parser stopped: with exceptions off, nlohmann tells only its SAX handler.
class PositionFinder : public nlohmann::json_sax<json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    position_ = position;
    return false;
  }
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  std::size_t position_ = 0;
};

}  // namespace

void Problems::report(std::string_view file, std::string where, std::string what) {
  if (!first_) first_ = LoadError{std::string(file), std::move(where), std::move(what)};
}

std::string Node::pointer() const {
  if (parent_ == nullptr) return {};
  std::string result = parent_->pointer();
  if (key_ != nullptr) {
    append_key(result, key_);
  } else {
    result += fmt::format("/{}", position_);
  }
  return result;
}

void Node::fail(std::string what) const {
  problems_->report(file_, pointer(), std::move(what));
}

void Node::fail(const char* key, std::string what) const {
  std::string where = pointer();
  append_key(where, key);
  problems_->report(file_, std::move(where), std::move(what));
}

const json* Node::find(const char* key, bool required) const {
  const auto* object = value_->get_ptr<const json::object_t*>();
  if (object == nullptr) {
    fail("expected an object");
    return nullptr;
  }
  const auto member = object->find(key);
  if (member != object->end()) return &member->second;
  if (required) fail(fmt::format("missing key \"{}\"", key));
  return nullptr;
}

bool Node::has(const char* key) const {
  const auto* object = value_->get_ptr<const json::object_t*>();
  return object != nullptr && object->find(key) != object->end();
}

std::string Node::text() const {
  if (const auto* value = value_->get_ptr<const json::string_t*>()) return *value;
  fail("expected a string");
  return {};
}

std::int32_t Node::integer() const {
  if (const auto value = to_integer(*value_)) return *value;
  fail("expected an integer of 32 bits");
  return 0;
}

std::string Node::text(const char* key) const {
  const json* member = find(key, true);
  return member == nullptr ? std::string() : Node(*member, *this, key).text();
}

std::string Node::optional_text(const char* key) const {
  return has(key) ? text(key) : std::string();
}

std::int32_t Node::integer(const char* key) const {
  const json* member = find(key, true);
  return member == nullptr ? 0 : Node(*member, *this, key).integer();
}

std::int32_t Node::optional_integer(const char* key) const {
  return has(key) ? integer(key) : 0;
}

bool Node::optional_flag(const char* key) const {
  const json* member = find(key, false);
  if (member == nullptr) return false;
  if (const auto* value = member->get_ptr<const json::boolean_t*>()) return *value;
  fail(key, "expected true or false");
  return false;
}

std::vector<std::string> Node::optional_texts(const char* key) const {
  std::vector<std::string> result;
  optional_each(key, [&](const Node& element) { result.push_back(element.text()); });
  return result;
}

std::optional<json> parse_file(const DataFile& file, Problems& problems) {
  json document = json::parse(file.content, nullptr, false);
  if (!document.is_discarded()) return document;
  PositionFinder finder;
  (void)json::sax_parse(file.content, &finder);
  std::size_t line = 1;
  for (const char c : file.content.substr(0, finder.position())) line += c == '\n' ? 1 : 0;
  problems.report(file.name, "", fmt::format("not valid JSON near line {}", line));
  return std::nullopt;
}

}  // namespace nianbao::standard
