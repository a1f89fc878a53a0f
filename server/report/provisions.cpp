// 第三十六条第一款第（四）项 and its lists and ranges.
#include "report/provisions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/numeral.h"

namespace nianbao::report {
namespace {

constexpr std::string_view ordinal_mark = "第";
constexpr std::size_t longest_list = 20;
constexpr std::array<std::string_view, 11> list_words = {"以及", "或者", "、", "和", "与", "及",
                                                         "或",   "至",   "到", ",",  "并"};
constexpr std::array<std::string_view, 7> range_words = {"至", "到", "—", "–", "-", "~", "～"};

/// One number of a list, or a range of them.
struct Ordinal {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  ParsedProvisions read() {
    ParsedProvisions result;
    const std::vector<Ordinal> articles = ordinals("条", true);
    if (articles.empty()) return result;
    if (eat("之")) static_cast<void>(number());
    for (const Ordinal& one : articles) {
      ParsedProvision provision;
      provision.begin = one.begin;
      provision.end = one.end;
      provision.article = one.first;
      provision.last_article = one.last;
      result.list.push_back(provision);
    }
    result.list.back().end = at_;
    if (articles.back().first == articles.back().last) read_parts(result.list);
    result.end = at_;
    return result;
  }

 private:
  [[nodiscard]] bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  bool eat(std::string_view word) {
    if (!sees(word)) return false;
    at_ += word.size();
    return true;
  }
  bool eat_dash() {
    for (const std::string_view word : range_words) {
      if (eat(word)) {
        while (eat(word)) continue;  // ——
        return true;
      }
    }
    return false;
  }

  /// 第（四）, 四, (4): the number, or nothing.
  std::optional<std::int32_t> number() {
    const std::size_t start = at_;
    eat(ordinal_mark);
    const bool bracket = eat("(");
    const text::Numeral numeral = text::read_numeral(text_.substr(at_));
    at_ += numeral.length;
    if (numeral.length == 0 || numeral.value == 0 || (bracket && !eat(")"))) {
      at_ = start;
      return std::nullopt;
    }
    return numeral.value;
  }

  /// The end of a range behind its first number; the unit may stand twice: 第十四条至第十六条.
  std::optional<std::int32_t> range_end(std::string_view unit) {
    const std::size_t start = at_;
    eat(unit);
    if (eat_dash()) {
      if (const auto last = number(); last && sees(unit)) return last;
    }
    at_ = start;
    return std::nullopt;
  }

  /// Numbers up to and with their unit; nothing where the unit does not follow.
  std::vector<Ordinal> ordinals(std::string_view unit, bool marked) {
    const std::size_t start = at_;
    std::vector<Ordinal> list;
    while (list.size() < longest_list) {
      const std::size_t begin = at_;
      if (list.empty() && marked && !sees(ordinal_mark)) break;
      const auto first = number();
      if (!first) break;
      const auto last = range_end(unit);
      list.push_back({*first, last.value_or(*first), begin, at_});
      if (eat(unit)) {
        list.back().end = at_;
        return list;
      }
      const std::size_t word = list_word_at(text_, at_);
      if (word == 0) break;
      at_ += word;
    }
    at_ = start;
    return {};
  }

  /// 款 and 项 of the last article, as long as the list goes on.
  void read_parts(std::vector<ParsedProvision>& list) {
    ParsedProvision whole = list.back();
    bool any = false;
    while (list.size() < longest_list) {
      const std::size_t start = at_;
      const std::size_t word = any ? list_word_at(text_, at_) : 0;
      at_ += word;
      const bool goes_on = !any || word > 0;
      if (goes_on && (read_paragraphs(list, whole, any) || read_items(list, whole, any))) continue;
      at_ = start;
      return;
    }
  }

  bool read_paragraphs(std::vector<ParsedProvision>& list, ParsedProvision& whole, bool& any) {
    const std::vector<Ordinal> paragraphs = ordinals("款", true);
    if (paragraphs.empty()) return false;
    for (const Ordinal& one : paragraphs) {
      ParsedProvision provision = whole;
      provision.paragraph = one.first;
      put(list, provision, one.begin, one.end, any);
      any = true;
    }
    whole.paragraph = paragraphs.back().first;
    const std::vector<Ordinal> items = item_list();
    for (std::size_t i = 0; i < items.size(); ++i) {
      ParsedProvision provision = i == 0 ? list.back() : whole;
      provision.paragraph = whole.paragraph;
      provision.item = items[i].first;
      provision.last_item = items[i].last;
      if (i == 0) {
        provision.end = items[i].end;
        list.back() = provision;
      } else {
        put(list, provision, items[i].begin, items[i].end, any);
      }
    }
    return true;
  }

  bool read_items(std::vector<ParsedProvision>& list, const ParsedProvision& whole, bool& any) {
    const std::vector<Ordinal> items = item_list();
    for (const Ordinal& one : items) {
      ParsedProvision provision = whole;
      provision.item = one.first;
      provision.last_item = one.last;
      put(list, provision, one.begin, one.end, any);
      any = true;
    }
    return !items.empty();
  }

  std::vector<Ordinal> item_list() { return ordinals("项", !sees("(")); }

  /// The first part belongs to the words of its article, the others stand alone.
  static void put(std::vector<ParsedProvision>& list, ParsedProvision provision, std::size_t begin, std::size_t end,
                  bool any) {
    provision.end = end;
    if (!any) {
      list.back() = provision;
      return;
    }
    provision.begin = begin;
    list.push_back(provision);
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

std::size_t list_word_at(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  for (int i = 0; i < 2; ++i) {  // 、以及
    for (const std::string_view word : list_words) {
      if (!text.substr(std::min(text.size(), at + length)).starts_with(word)) continue;
      length += word.size();
      break;
    }
  }
  return length;
}

ParsedProvisions read_provisions(std::string_view text, std::size_t at) {
  return Reader(text, at).read();
}

}  // namespace nianbao::report
