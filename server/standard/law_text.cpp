// The exact wording of a law, read from a text with 第X条 lines.
#include "standard/law_text.h"

#include <algorithm>
#include <optional>

#include "text/numeral.h"
#include "text/utf8.h"

namespace nianbao::standard {
namespace {

constexpr std::string_view article_mark = "第";

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0xFEFF;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty()) {
    const text::Scalar first = text::scalar_at(line, 0);
    if (!is_space(first.value)) break;
    line.remove_prefix(first.length);
  }
  while (!line.empty()) {
    const std::size_t last = text::scalar_begin(line, line.size() - 1);
    if (!is_space(text::scalar_at(line, last).value)) break;
    line.remove_suffix(line.size() - last);
  }
  return line;
}

bool eat(std::string_view& line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  line.remove_prefix(word.size());
  return true;
}

std::string_view without_decoration(std::string_view line) {
  line = trimmed(line);
  while (eat(line, "#") || eat(line, "*") || eat(line, ">")) continue;
  while (line.ends_with('*')) line.remove_suffix(1);
  return trimmed(line);
}

/// 第X<unit> at the begin of the line: the number; the line goes on behind it.
std::optional<std::int32_t> ordinal(std::string_view& line, std::string_view unit) {
  std::string_view rest = line;
  if (!eat(rest, article_mark)) return std::nullopt;
  const text::Numeral number = text::read_numeral(rest);
  rest.remove_prefix(number.length);
  if (number.length == 0 || number.value == 0 || !eat(rest, unit)) return std::nullopt;
  line = rest;
  return number.value;
}

/// （一） at the begin of a line.
std::optional<std::int32_t> item_number(std::string_view& line) {
  std::string_view rest = line;
  if (!eat(rest, "（") && !eat(rest, "(")) return std::nullopt;
  const text::Numeral number = text::read_numeral(trimmed(rest));
  rest = trimmed(rest);
  rest.remove_prefix(number.length);
  rest = trimmed(rest);
  if (number.length == 0 || (!eat(rest, "）") && !eat(rest, ")"))) return std::nullopt;
  line = trimmed(rest);
  return number.value;
}

/// 2019-04-03 anywhere in the name.
std::string version_in(std::string_view file) {
  constexpr std::size_t length = 10;
  for (std::size_t at = 0; at + length <= file.size(); ++at) {
    const std::string_view date = file.substr(at, length);
    bool fits = true;
    for (std::size_t i = 0; i < length && fits; ++i) {
      fits = i == 4 || i == 7 ? date[i] == '-' : date[i] >= '0' && date[i] <= '9';
    }
    if (fits) return std::string(date);
  }
  return {};
}

/// 政府信息公开条例(2019-04-03).md → 政府信息公开条例
std::string name_in(std::string_view file) {
  if (const std::size_t dot = file.rfind('.'); dot != std::string_view::npos) file = file.substr(0, dot);
  for (const std::string_view open : {"(", "（", "_", " "}) file = file.substr(0, file.find(open));
  return std::string(file);
}

/// 国务院令第711号 in 中华人民共和国国务院令第711号修订.
std::string decree_in(std::string_view line) {
  constexpr std::string_view decree = "令第";
  const std::size_t at = line.find(decree);
  const std::size_t end = at == std::string_view::npos ? at : line.find("号", at);
  if (end == std::string_view::npos || end - at > 20) return {};
  std::string_view number = line.substr(0, end + std::string_view("号").size());
  if (const std::size_t space = line.substr(0, at).rfind(' '); space != std::string_view::npos) {
    number = number.substr(space + 1);
  }
  eat(number, "中华人民共和国");
  return std::string(number);
}

class Reader {
 public:
  explicit Reader(std::string_view file) {
    reading_.text.file = file;
    reading_.text.version = version_in(file);
    reading_.text.name = name_in(file);
  }

  LawTextReading run(std::string_view content) {
    while (!content.empty()) {
      const std::size_t end = std::min(content.find('\n'), content.size());
      ++line_;
      take(without_decoration(content.substr(0, end)));
      content.remove_prefix(std::min(end + 1, content.size()));
    }
    finish_article();
    if (reading_.text.articles.empty()) problem(LawTextProblem::Kind::no_articles, 1, 0, 0);
    return std::move(reading_);
  }

 private:
  using Kind = LawTextProblem::Kind;

  void take(std::string_view line) {
    if (in_comment_ || line.starts_with("<!--")) {
      in_comment_ = line.find("-->") == std::string_view::npos;
      return;
    }
    if (line.empty()) return;
    std::string_view rest = line;
    if (is_heading(line)) {
      chapter_ = line;
    } else if (const auto number = ordinal(rest, "条")) {
      begin_article(*number, trimmed(rest));
    } else if (reading_.text.articles.empty()) {
      take_head(line);
    } else if (const auto item = item_number(rest)) {
      add_item(*item, rest);
    } else {
      add_paragraph(line);
    }
  }

  static bool is_heading(std::string_view line) {
    for (const std::string_view unit : {"章", "编", "节"}) {
      std::string_view rest = line;
      if (ordinal(rest, unit)) return line.size() < 90 && line.find("。") == std::string_view::npos;
    }
    return false;
  }

  /// Title and promulgation stand before the first article.
  void take_head(std::string_view line) {
    if (!titled_ && line.find("令第") == std::string_view::npos) {
      reading_.text.name = line;
      titled_ = true;
    }
    if (std::string decree = decree_in(line); !decree.empty()) reading_.text.number = std::move(decree);
  }

  void begin_article(std::int32_t number, std::string_view rest) {
    finish_article();
    const std::int32_t last = reading_.text.articles.empty() ? 0 : reading_.text.articles.back().number;
    skipping_ = number <= last;
    if (number != last + 1) problem(Kind::order, line_, last + 1, number);
    article_line_ = line_;
    if (skipping_) return;
    reading_.text.articles.push_back({number, chapter_, {}});
    if (!rest.empty()) add_paragraph(rest);
  }

  void finish_article() {
    if (skipping_ || reading_.text.articles.empty()) return;
    const ArticleWording& last = reading_.text.articles.back();
    if (last.paragraphs.empty()) problem(Kind::empty, article_line_, last.number, 0);
  }

  void add_paragraph(std::string_view line) {
    if (skipping_) return;
    std::string_view rest = line;
    reading_.text.articles.back().paragraphs.push_back({std::string(rest), {}});
  }

  void add_item(std::int32_t number, std::string_view words) {
    if (skipping_) return;
    auto& paragraphs = reading_.text.articles.back().paragraphs;
    if (paragraphs.empty()) paragraphs.emplace_back();
    auto& items = paragraphs.back().items;
    const std::int32_t expected = items.empty() ? 1 : items.back().number + 1;
    if (number != expected) problem(Kind::item_order, line_, expected, number);
    items.push_back({number, std::string(words)});
  }

  void problem(Kind kind, std::uint32_t line, std::int32_t expected, std::int32_t found) {
    reading_.problems.push_back({kind, line, expected, found});
  }

  LawTextReading reading_;
  std::string chapter_;
  std::uint32_t line_ = 0;
  std::uint32_t article_line_ = 0;
  bool in_comment_ = false;
  bool skipping_ = false;
  bool titled_ = false;
};

}  // namespace

const ArticleWording* LawText::article(std::int32_t wanted) const {
  const auto found = std::ranges::lower_bound(articles, wanted, {}, &ArticleWording::number);
  return found != articles.end() && found->number == wanted ? &*found : nullptr;
}

LawTextReading read_law_text(std::string_view file, std::string_view content) {
  return Reader(file).run(content);
}

}  // namespace nianbao::standard
