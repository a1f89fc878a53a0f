// year/copied-text: prose taken over from last year's report word by word, and a year that was not changed with it.
// Must not know any phrase.
#include <algorithm>
#include <array>
#include <string>

#include "rules/families.h"
#include "rules/sentences.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "year/copied-text";

/// Below this much prose (bytes; 300 characters), equal texts prove nothing: 本年度未收到申请。
constexpr std::size_t least_prose = 900;
/// Share of the prose, in percent, from which on it counts as copied. Sentences count only with equal numbers.
constexpr std::size_t least_share = 80;

std::string year_of(const Digest& digest) {
  return std::to_string(*digest.year);
}

/// 2023年，… 2023年度… 2023年我局…: what happened in that year; not 2023年5月 or 2023年起, which stay true.
bool tells_of(std::string_view sentence, const std::string& year) {
  const std::string begin = year + "年";
  if (!sentence.starts_with(begin)) return false;
  const std::string_view rest = sentence.substr(begin.size());
  constexpr std::array<std::string_view, 6> goes_on = {"，", ",", "度", "我", "本", "全"};
  return std::any_of(goes_on.begin(), goes_on.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

Finding finding_at(text::ByteRange range, std::string message, const Digest& digest) {
  Finding finding;
  finding.rule = rule_id;
  finding.range = range;
  finding.message = std::move(message);
  Related related;
  related.message = digest.title_text;
  related.document = digest.document;
  related.place = digest.title;
  finding.related.push_back(std::move(related));
  return finding;
}

void check(const Context& context, Sink& sink) {
  if (context.relatives == nullptr || context.relatives->last_year == nullptr) return;
  const Digest& digest = *context.relatives->last_year;
  if (!digest.year || digest.sentences.empty()) return;
  const std::string year = year_of(digest);
  const std::vector<Sentence> sentences = sentences_of(context.report);
  std::size_t all = 0;
  std::size_t copied = 0;
  const Sentence* first = nullptr;
  for (const Sentence& sentence : sentences) {
    all += sentence.text.size();
    if (!digest.has_sentence(sentence.fingerprint)) continue;
    copied += sentence.text.size();
    if (first == nullptr) first = &sentence;
    if (!tells_of(sentence.text, year)) continue;
    const text::Offset begin = sentence.range.begin;
    const text::ByteRange mark{begin, begin + static_cast<text::Offset>(year.size())};
    const bool exact = context.report.source.slice(mark) == year;
    sink.add(finding_at(exact ? mark : sentence.range, context.say("year/copied-text.year", {{"year", year}}), digest));
  }
  if (all < least_prose || copied * 100 < all * least_share) return;
  const report::Report& report = context.report;
  const std::string share = std::to_string(copied * 100 / all);
  sink.add(finding_at(report.title ? report.title->range : first->range,
                      context.say("year/copied-text", {{"share", share}, {"year", year}}), digest));
}

}  // namespace

RuleFamily year_text_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
