// What rules say and how they call things: message templates and official labels.
// Must not know any rule, row or column.
#include "rules/rule.h"

namespace nianbao::rules {
namespace {

const std::string* find_template(const standard::Messages& messages, Locale locale, std::string_view id) {
  if (locale == Locale::en) {
    if (const auto found = messages.en.find(id); found != messages.en.end()) return &found->second;
  }
  const auto found = messages.zh.find(id);
  return found != messages.zh.end() ? &found->second : nullptr;
}

template <class List>
const std::string* find_argument(const List& arguments, std::string_view name) {
  for (const auto& [key, value] : arguments) {
    if (key == name) return &value;
  }
  return nullptr;
}

/// {count|place|places}, {month|January|…}: the alternative with the argument's number, the last for higher ones and 0.
std::string_view alternative(std::string_view alternatives, const std::string& value) {
  constexpr std::size_t most_digits = 4;
  std::size_t wanted = value.empty() || value.size() > most_digits ? 0 : 1;
  std::size_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') wanted = 0;
    number = 10 * number + static_cast<std::size_t>(c - '0');
  }
  if (wanted != 0) wanted = number;
  for (std::size_t n = 1;; ++n) {
    const std::size_t bar = alternatives.find('|');
    if (bar == std::string_view::npos || n == wanted) return alternatives.substr(0, bar);
    alternatives.remove_prefix(bar + 1);
  }
}

/// A placeholder without an argument stays as written, so that a slip in a table is seen and not hidden.
template <class List>
std::string fill(std::string_view pattern, const List& arguments) {
  std::string result;
  result.reserve(pattern.size() + 32);
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    result.append(pattern.substr(at, open - at));
    const std::string_view inner = pattern.substr(open + 1, close - open - 1);
    const std::size_t bar = inner.find('|');
    const std::string* value = find_argument(arguments, inner.substr(0, bar));
    if (value != nullptr) {
      result.append(bar == std::string_view::npos ? std::string_view(*value)
                                                  : alternative(inner.substr(bar + 1), *value));
    } else {
      result.append(pattern.substr(open, close - open + 1));
    }
    at = close + 1;
  }
  if (at < pattern.size()) result.append(pattern.substr(at));
  return result;
}

}  // namespace

bool Context::knows(std::string_view id) const {
  return find_template(standard.messages, options.locale, id) != nullptr;
}

std::string Context::say(std::string_view id, Arguments arguments) const {
  const std::string* pattern = find_template(standard.messages, options.locale, id);
  return pattern != nullptr ? fill(*pattern, arguments) : std::string(id);
}

std::string Context::say_list(std::string_view id, const ArgumentList& arguments) const {
  const std::string* pattern = find_template(standard.messages, options.locale, id);
  return pattern != nullptr ? fill(*pattern, arguments) : std::string(id);
}

std::string Context::label(std::string_view entry_id) const {
  if (form != nullptr && form->entry(entry_id) != nullptr) return std::string(form->short_label(entry_id));
  for (const standard::Form& other : standard.forms) {
    if (other.entry(entry_id) != nullptr) return std::string(other.short_label(entry_id));
  }
  return std::string(entry_id);
}

}  // namespace nianbao::rules
