// privacy/identity: identity numbers with a valid check digit, bank cards, mobile numbers that are no office's contact.
// Must not know words: what announces a contact or a private person is data.
#include <algorithm>
#include <array>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "privacy/identity";
constexpr std::size_t identity_length = 18;
constexpr std::size_t mobile_length = 11;
/// How far before a number the words that announce it are looked for, in characters.
constexpr std::size_t context_length = 40;
constexpr std::size_t card_context_length = 16;

int digit(char32_t c) {
  return static_cast<int>(c) - '0';
}

/// GB 11643: province, date of birth, and ISO 7064 MOD 11-2 over 17 digits.
bool is_identity(std::u32string_view number) {
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::u32string_view checks = U"10X98765432";
  const auto value = [&](std::size_t begin, std::size_t count) {
    int result = 0;
    for (std::size_t i = begin; i < begin + count; ++i) result = result * 10 + digit(number[i]);
    return result;
  };
  const int province = value(0, 2);
  const int year = value(6, 4);
  const int month = value(10, 2);
  const int day = value(12, 2);
  if (province < 11 || province > 91 || year < 1900 || year > 2099) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digit(number[i]);
  const char32_t last = number[17] == 'x' ? U'X' : number[17];
  return checks[static_cast<std::size_t>(sum % 11)] == last;
}

bool passes_luhn(std::u32string_view number) {
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    int value = digit(number[number.size() - 1 - i]);
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

/// UnionPay cards begin with 62 and have 16 to 19 digits; Visa and Mastercard have 16.
bool is_card(std::u32string_view number) {
  const bool union_pay = number.size() >= 16 && number.size() <= 19 && number.starts_with(U"62");
  const bool other = number.size() == 16 && (number[0] == '4' || number[0] == '5');
  return (union_pay || other) && passes_luhn(number);
}

class Numbers {
 public:
  Numbers(const Context& context, const Wording& wording, Sink& sink)
      : context_(context), wording_(wording), sink_(sink) {}

  /// A number in a stretch, up to whose end may be looked; `sentence` is where its sentence begins.
  void check(const Stretch& stretch, std::size_t sentence, std::size_t begin, std::size_t end) {
    std::u32string number;
    for (std::size_t i = begin; i < end; ++i) number.push_back(wording_.value(i));
    const std::size_t digits = number.size();
    const char32_t behind = end < stretch.end ? wording_.value(end) : 0;
    if (digits == identity_length - 1 && (behind == 'X' || behind == 'x')) {
      number.push_back(behind);
      if (is_identity(number)) report("privacy/identity.person", begin, end + 1, 6, 4);
      return;
    }
    if (digits == identity_length && is_identity(number)) {
      report("privacy/identity.person", begin, end, 6, 4);
    } else if (digits == mobile_length && number[0] == '1' && number[1] >= '3') {
      if (is_private_mobile(sentence, begin, behind)) report("privacy/identity.mobile", begin, end, 3, 4);
    } else if (is_card(number) && contains_any(before(sentence, begin, card_context_length), list("card"))) {
      report("privacy/identity.card", begin, end, 6, 4);
    }
  }

 private:
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const {
    return words_of(context_, rule_id, name);
  }

  [[nodiscard]] std::string before(std::size_t sentence, std::size_t at, std::size_t most) const {
    const std::size_t begin = std::max(sentence, at > most ? at - most : 0);
    return text::to_simplified(wording_.text(begin, at));
  }

  /// The telephone of an office is meant to be found; that of an applicant is not.
  [[nodiscard]] bool is_private_mobile(std::size_t sentence, std::size_t begin, char32_t behind) const {
    const std::string lead = before(sentence, begin, context_length);
    if (contains_any(lead, list("private"))) return true;
    if (contains_any(lead, list("contact"))) return false;
    return !is_han(behind) || contains_any(lead, list("telephone"));
  }

  void report(std::string_view message, std::size_t begin, std::size_t end, std::size_t head, std::size_t tail) {
    const std::size_t masked = end - begin - head - tail;
    Finding finding = wording_finding(rule_id, wording_.range(begin, end), context_.say(message));
    Fix fix;
    fix.title = context_.say("privacy/identity.fix", {{"count", std::to_string(masked)}});
    fix.edits = {{wording_.range(begin + head, end - tail), std::string(masked, '*')}};
    finding.fixes.push_back(std::move(fix));
    sink_.add(std::move(finding));
  }

  const Context& context_;
  const Wording& wording_;
  Sink& sink_;
};

}  // namespace

void check_identity(const Context& context, const Wording& wording, Sink& sink) {
  Numbers numbers(context, wording, sink);
  const auto& characters = wording.characters();
  for (const Stretch& stretch : wording.stretches()) {
    std::size_t sentence = stretch.begin;
    std::size_t number_end = stretch.begin;
    for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
      if (at < number_end) continue;
      const char32_t c = characters[at].value;
      if (ends_sentence(c)) sentence = at + 1;
      std::size_t end = at;
      while (end < stretch.end && is_ascii_digit(characters[end].value) && (end == at || !characters[end].gap)) ++end;
      const char32_t left = at > stretch.begin ? characters[at - 1].value : 0;
      const bool whole = !is_ascii_letter(left) && left != '.' && left != '-' && left != '/' && left != '_';
      if (end > at && whole && !characters[at].literal) numbers.check(stretch, sentence, at, end);
      number_end = end;
    }
  }
}

}  // namespace nianbao::rules
