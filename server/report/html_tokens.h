// A forgiving tokenizer of HTML: tags and character data in order, never failing.
// Must not know tables or reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/byte_range.h"

namespace nianbao::report {

enum class HtmlTokenKind : std::uint8_t { text, open_tag, close_tag, comment };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  text::ByteRange range;
  std::string name;             ///< lower-case tag name
  std::string_view attributes;  ///< raw text between name and `>`
};

/// Walks over `source` from `begin` to `end`. Script and style elements come out as one comment.
class HtmlTokens {
 public:
  HtmlTokens(std::string_view source, text::ByteRange range) : source_(source), at_(range.begin), end_(range.end) {}

  [[nodiscard]] std::optional<HtmlToken> next();

 private:
  [[nodiscard]] std::optional<HtmlToken> tag();
  void skip_raw_text(HtmlToken& token);

  std::string_view source_;
  text::Offset at_;
  text::Offset end_;
};

/// Integer attribute such as rowspan, at least 1 and at most `limit`; 1 where it is missing or malformed.
[[nodiscard]] std::uint32_t span_attribute(std::string_view attributes, std::string_view name, std::uint32_t limit);

/// One character reference at the front of `text` (&nbsp; &#20013; &#x4e2d; &amp; …): its UTF-8 and its length.
struct CharacterReference {
  std::string utf8;
  std::size_t length = 0;
};
[[nodiscard]] std::optional<CharacterReference> character_reference(std::string_view text);

}  // namespace nianbao::report
