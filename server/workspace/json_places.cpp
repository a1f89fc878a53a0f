// Where the members of a JSON text stand. Must not know any key.
#include "workspace/json_places.h"

#include <utility>

namespace nianbao::workspace {
namespace {

constexpr std::size_t deepest = 64;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// One pass over the text with an explicit stack; stops at the first thing that cannot be.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  JsonPlaces scan() {
    skip_space();
    if (!value({})) return failed();
    while (!open_.empty()) {
      if (!step()) return failed();
    }
    skip_space();
    if (at_ < text_.size()) return failed();
    return std::move(result_);
  }

 private:
  /// An object or array that is not closed yet.
  struct Open {
    bool object = false;
    text::Offset begin = 0;
    text::ByteRange key;
    std::size_t count = 0;
  };

  JsonPlaces failed() {
    result_.error = static_cast<text::Offset>(at_);
    return std::move(result_);
  }

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (text_.substr(at_).starts_with("/*")) {
        const std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else {
        return;
      }
    }
  }

  /// The next member, element, or the end of what is open.
  bool step() {
    Open& open = open_.back();
    skip_space();
    const char close = open.object ? '}' : ']';
    if (peek() == close) {
      ++at_;
      keep(open.key, {open.begin, static_cast<text::Offset>(at_)});
      open_.pop_back();
      if (!path_.empty()) path_.pop_back();
      return true;
    }
    if (open.count > 0) {
      if (peek() != ',') return false;
      ++at_;
      skip_space();
    }
    const std::size_t index = open.count++;
    if (!open.object) {
      path_.push_back(std::to_string(index));
      return value({});
    }
    const auto begin = static_cast<text::Offset>(at_);
    std::string name;
    if (!string(&name)) return false;
    const text::ByteRange key{begin, static_cast<text::Offset>(at_)};
    path_.push_back(std::move(name));
    skip_space();
    if (peek() != ':') return false;
    ++at_;
    skip_space();
    return value(key);
  }

  /// A scalar is kept at once; an object or array stays open.
  bool value(text::ByteRange key) {
    const auto begin = static_cast<text::Offset>(at_);
    const char c = peek();
    if (c == '{' || c == '[') {
      if (open_.size() >= deepest) return false;
      ++at_;
      open_.push_back({c == '{', begin, key, 0});
      return true;
    }
    if (c == '"' ? !string(nullptr) : !word()) return false;
    keep(key, {begin, static_cast<text::Offset>(at_)});
    if (!path_.empty()) path_.pop_back();
    return true;
  }

  /// Escapes in keys are left as they are written: no key that we know has one.
  bool string(std::string* content) {
    if (peek() != '"') return false;
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2U : 1U;
    if (at_ >= text_.size() || text_[at_] != '"') {
      at_ = begin - 1;
      return false;
    }
    if (content != nullptr) *content = std::string(text_.substr(begin, at_ - begin));
    ++at_;
    return true;
  }

  bool word() {
    const std::size_t begin = at_;
    const auto belongs = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
    };
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    const std::string_view written = text_.substr(begin, at_ - begin);
    const bool number = !written.empty() && (written[0] == '-' || (written[0] >= '0' && written[0] <= '9'));
    if (number || written == "true" || written == "false" || written == "null") return true;
    at_ = begin;
    return false;
  }

  void keep(text::ByteRange key, text::ByteRange value) {
    result_.places.insert_or_assign(path_, JsonPlace{key, value});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  std::vector<std::string> path_;
  JsonPlaces result_;
};

}  // namespace

JsonPlaces json_places(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace nianbao::workspace
