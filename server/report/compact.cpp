#include "report/compact.h"

#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

bool is_left_out(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '#' || c == '*' || c == 0xA0 ||
         c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B);
}

}  // namespace

Compact::Compact(const text::Text& text, text::ByteRange range) : fallback_(range.begin) {
  const std::string_view raw = text.slice(range);
  const std::string simplified = text::to_simplified(raw);
  // Conversion is character by character, so both strings advance in step.
  std::size_t other = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const text::Scalar from = text::scalar_at(raw, at);
    const text::Scalar to = other < simplified.size() ? text::scalar_at(simplified, other) : text::Scalar{};
    if (!is_left_out(from.value)) {
      const bool wide_digit = from.value >= 0xFF10 && from.value <= 0xFF19;
      const std::size_t before = text_.size();
      text::append_utf8(text_, wide_digit ? from.value - 0xFF10 + U'0' : to.value);
      for (std::size_t i = before; i < text_.size(); ++i) {
        begins_.push_back(range.begin + static_cast<text::Offset>(at));
        ends_.push_back(range.begin + static_cast<text::Offset>(at + from.length));
      }
    }
    at += from.length;
    other += to.length;
  }
}

text::ByteRange Compact::source(std::size_t begin, std::size_t end) const {
  if (begin >= begins_.size())
    return {ends_.empty() ? fallback_ : ends_.back(), ends_.empty() ? fallback_ : ends_.back()};
  if (end <= begin) return {begins_[begin], begins_[begin]};
  return {begins_[begin], ends_[end - 1]};
}

}  // namespace nianbao::report
