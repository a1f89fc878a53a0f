#include "report/heading_line.h"

#include <array>
#include <string_view>

#include "report/physical.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

/// A line without a number that is longer is prose, whatever it begins with.
constexpr std::size_t longest_plain_heading_bytes = 120;
/// Numbered first-level lines longer than this are prose or row labels.
constexpr std::size_t longest_heading_bytes = 300;

bool is_decoration(char32_t c) {
  return c == ' ' || c == '\t' || c == '#' || c == '*' || c == 0x3000 || c == 0xA0 || c == 0xFEFF || c == '>';
}

bool is_chinese_numeral(char32_t c) {
  constexpr std::array<char32_t, 11> numerals{U'一', U'二', U'三', U'四', U'五', U'六',
                                              U'七', U'八', U'九', U'十', U'〇'};
  for (const char32_t each : numerals) {
    if (c == each) return true;
  }
  return false;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/// Reads forward over characters of one line.
class Reader {
 public:
  Reader(std::string_view bytes, text::ByteRange range) : bytes_(bytes), at_(range.begin), end_(range.end) {}
  [[nodiscard]] char32_t peek() const { return at_ < end_ ? text::scalar_at(bytes_, at_).value : U'\0'; }
  void skip() { at_ += at_ < end_ ? text::scalar_at(bytes_, at_).length : 0; }
  [[nodiscard]] text::Offset at() const { return at_; }
  void back_to(text::Offset at) { at_ = at; }
  template <typename Test>
  std::string take_while(Test test, int limit) {
    const text::Offset begin = at_;
    while (limit-- > 0 && at_ < end_ && test(peek())) skip();
    return std::string(bytes_.substr(begin, at_ - begin));
  }

 private:
  std::string_view bytes_;
  text::Offset at_;
  text::Offset end_;
};

constexpr int longest_numeral = 3;

bool is_blank(char32_t c) {
  return c == ' ' || c == 0x3000 || c == 0xA0;
}

/// 第五部分; the reader stands behind it afterwards, or unmoved.
bool read_spoken_marker(Reader& reader, HeadingLine& heading) {
  constexpr std::u32string_view closing = U"、：: 　";
  const text::Offset begin = reader.at();
  const auto read = [&](char32_t wanted) {
    const bool found = reader.peek() == wanted;
    if (found) reader.skip();
    return found;
  };
  std::string numeral = read(U'第') ? reader.take_while(is_chinese_numeral, longest_numeral) : std::string();
  if (numeral.empty() || !read(U'部') || !read(U'分')) {
    reader.back_to(begin);
    return false;
  }
  if (closing.find(reader.peek()) != std::u32string_view::npos) reader.skip();
  heading.level = 1;
  heading.numeral = std::move(numeral);
  heading.marker = {begin, reader.at()};
  return true;
}

/// The marker at the reader's place; the reader stands behind it afterwards, or unmoved.
void read_marker(Reader& reader, HeadingLine& heading) {
  if (read_spoken_marker(reader, heading)) return;
  const text::Offset begin = reader.at();
  const bool bracketed = reader.peek() == U'（' || reader.peek() == '(';
  if (bracketed) reader.skip();
  std::string numeral = reader.take_while(is_chinese_numeral, longest_numeral);
  const bool chinese = !numeral.empty();
  if (!chinese) numeral = reader.take_while(is_digit, longest_numeral);
  if (chinese && !bracketed) reader.take_while(is_blank, 2);  // 五 、
  const char32_t mark = reader.peek();
  const bool closed = bracketed ? mark == U'）' || mark == ')'
                      : chinese ? mark == U'、' || mark == U'．' || mark == '.' || mark == U'，' || mark == ','
                                : mark == '.' || mark == U'、' || mark == U'．';
  if (numeral.empty() || !closed) {
    reader.back_to(begin);
    return;
  }
  reader.skip();
  // 3.5万元 and 2021.1.1 are no headings.
  if (!bracketed && !chinese && is_digit(reader.peek())) {
    reader.back_to(begin);
    return;
  }
  heading.level = chinese ? (bracketed ? 2 : 1) : (bracketed ? 4 : 3);
  heading.numeral = std::move(numeral);
  heading.marker = {begin, reader.at()};
}

}  // namespace

HeadingLine read_heading_line(const text::Text& text, text::ByteRange line) {
  HeadingLine heading;
  Reader reader(text.bytes(), line);
  reader.take_while(is_decoration, 64);
  read_marker(reader, heading);
  reader.take_while(is_decoration, 16);
  const std::string_view rest = text.slice({reader.at(), line.end});
  const auto stop = rest.find("。");
  const text::Offset end = stop == std::string_view::npos ? line.end : reader.at() + static_cast<text::Offset>(stop);
  heading.title = trimmed(text, {reader.at(), end});
  while (!heading.title.empty() && text.slice(heading.title).ends_with("*")) --heading.title.end;
  heading.title = trimmed(text, heading.title);
  heading.run_in = stop != std::string_view::npos && !trimmed(text, {end + 3, line.end}).empty();
  return heading;
}

bool may_be_heading(const HeadingLine& line) {
  return line.title.size() <= (line.level == 0 ? longest_plain_heading_bytes : longest_heading_bytes);
}

}  // namespace nianbao::report
