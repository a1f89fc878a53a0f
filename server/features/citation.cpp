// How a place in the law is named and summed up in one line. Must not know reports.
#include "features/citation.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nianbao::features {
namespace {

const standard::Article* article_of(const rules::Context& context, const standard::LegalBasis& basis) {
  const standard::Law* law = context.standard.law(basis.law_id);
  return law != nullptr ? law->article(basis.article) : nullptr;
}

/// What the place says: the item's summary, the paragraph's where the article has several, else the caption.
std::string summary_of(const standard::Article& article, const standard::LegalBasis& basis) {
  if (!basis.item.empty()) {
    for (const standard::ArticleParagraph& paragraph : article.paragraphs) {
      if (basis.paragraph != 0 && paragraph.number != basis.paragraph) continue;
      for (const standard::ArticleItem& item : paragraph.items) {
        if (item.number == basis.item) return item.summary;
      }
    }
  }
  return article.caption;
}

constexpr std::array<std::string_view, 10> digit_names = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// The number at the begin of `text`, in digits of either kind, and how many bytes it takes; 0 bytes: none.
struct NumberAt {
  std::int32_t value = 0;
  std::size_t length = 0;
};

NumberAt number_at(std::string_view text) {
  constexpr std::int32_t limit = 9999;
  NumberAt result;
  std::int32_t digit = 0;
  bool digits_in_a_row = false;
  while (result.length < text.size() && result.value <= limit) {
    const std::string_view rest = text.substr(result.length);
    if (rest.front() >= '0' && rest.front() <= '9') {
      digit = digit * 10 + (rest.front() - '0');
      if (digit > limit) return {};
      result.length += 1;
      continue;
    }
    if (rest.starts_with("百") || rest.starts_with("十")) {
      result.value += (digit == 0 ? 1 : digit) * (rest.starts_with("百") ? 100 : 10);
      digit = 0;
      digits_in_a_row = false;
    } else {
      const auto found =
          std::ranges::find_if(digit_names, [&](std::string_view name) { return rest.starts_with(name); });
      const bool zero = rest.starts_with("〇");
      if (found == digit_names.end() && !zero) break;
      const auto value = zero ? 0 : static_cast<std::int32_t>(found - digit_names.begin());
      digit = digits_in_a_row ? digit * 10 + value : value;
      if (digit > limit) return {};
      digits_in_a_row = true;
    }
    result.length += 3;  // every numeral above takes three bytes
  }
  result.value += digit;
  return result;
}

void drop(std::string_view& text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

}  // namespace

std::optional<ArticleReference> parse_reference(std::string_view text) {
  ArticleReference reference;
  while (text.starts_with("第")) {
    text.remove_prefix(std::string_view("第").size());
    for (const std::string_view open : {"（", "("}) drop(text, open);
    const NumberAt number = number_at(text);
    if (number.length == 0) break;
    text.remove_prefix(number.length);
    for (const std::string_view close : {"）", ")"}) drop(text, close);
    if (text.starts_with("条")) {
      reference.article = number.value;
    } else if (text.starts_with("款")) {
      reference.paragraph = number.value;
    } else if (text.starts_with("项")) {
      reference.item = chinese_number(number.value);
    } else {
      break;
    }
    text.remove_prefix(std::string_view("条").size());
  }
  if (reference.article == 0) return std::nullopt;
  return reference;
}

std::string chinese_number(std::int32_t number) {
  if (number <= 0 || number > 999) return std::to_string(number);
  const auto digit = [](std::int32_t value) { return std::string(digit_names[static_cast<std::size_t>(value)]); };
  std::string out;
  const std::int32_t hundreds = number / 100;
  const std::int32_t tens = number / 10 % 10;
  const std::int32_t ones = number % 10;
  if (hundreds > 0) out += digit(hundreds) + "百";
  if (tens > 0) {
    if (tens > 1 || hundreds > 0) out += digit(tens);
    out += "十";
  } else if (hundreds > 0 && ones > 0) {
    out += digit_names[0];
  }
  if (ones > 0) out += digit(ones);
  return out;
}

std::string law_label(const rules::Context& context, const standard::LegalBasis& basis) {
  const std::string id = "hover.law-short." + basis.law_id;
  return context.knows(id) ? context.say(id) : basis.law;
}

std::string cite(const rules::Context& context, const standard::LegalBasis& basis) {
  std::string out = law_label(context, basis);
  if (basis.article == 0) return out;
  const standard::Article* article = article_of(context, basis);
  out += context.say("hover.article", {{"n", chinese_number(basis.article)}});
  const bool only_paragraph =
      article != nullptr && article->paragraphs.size() == 1 && article->paragraphs.front().number == basis.paragraph;
  if (basis.paragraph != 0 && !only_paragraph) {
    out += context.say("hover.paragraph", {{"n", chinese_number(basis.paragraph)}});
  }
  if (!basis.item.empty()) out += context.say("hover.item", {{"n", basis.item}});
  return out;
}

std::string basis_line(const rules::Context& context, const standard::LegalBasis& basis) {
  std::string citation = cite(context, basis);
  if (basis.confidence != standard::Confidence::seen) {
    const bool recalled = basis.confidence == standard::Confidence::recalled;
    citation += " `" + context.say(recalled ? "hover.mark.recalled" : "hover.mark.interpretation") + "`";
  }
  std::string text = basis.note;
  if (text.empty()) {
    if (const standard::Article* article = article_of(context, basis)) text = summary_of(*article, basis);
  }
  if (text.empty()) return citation;
  return context.say("hover.basis-line", {{"citation", citation}, {"text", text}});
}

std::vector<const standard::LegalBasis*> by_certainty(const std::vector<standard::LegalBasis>& basis) {
  using standard::Confidence;
  std::vector<const standard::LegalBasis*> sorted;
  sorted.reserve(basis.size());
  for (const Confidence confidence : {Confidence::seen, Confidence::recalled, Confidence::interpretation}) {
    for (const standard::LegalBasis& one : basis) {
      if (one.confidence == confidence) sorted.push_back(&one);
    }
  }
  return sorted;
}

}  // namespace nianbao::features
