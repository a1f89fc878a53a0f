// prose/word: words that are commonly confused (截止目前, 台帐). Which ones, and where they are right, is data.
// Must not know any word; 截止 before a date is the one pattern that no list can hold.
#include <algorithm>
#include <map>

#include "rules/layout_common.h"
#include "rules/lexicon.h"
#include "rules/table_words.h"
#include "rules/word_finder.h"
#include "rules/wording_rules.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/word";

/// A pair of the catalogue or of the user's list.
struct Pair {
  Replacement words;
  bool information = false;
  bool simplified_only = false;  ///< a usual form in traditional script
  std::int32_t since = 0;        ///< first report year in which the old name is out of date
  bool before_digit = false;
};

class Pairs {
 public:
  explicit Pairs(const Context& context) {
    for (const std::string& entry : words_of(context, rule_id, "confusions")) add(context, entry);
    for (const std::string& entry : context.options.confusions) add(context, entry);
    for (const std::string& entry : words_of(context, rule_id, "by_digits")) add(context, entry, 0, true);
    for (const std::string& entry : words_of(context, rule_id, "dated")) {
      const std::size_t colon = entry.find(':');
      if (colon == std::string::npos) continue;
      std::int32_t year = 0;
      for (const char c : entry.substr(0, colon)) year = year * 10 + (c - '0');
      add(context, entry.substr(colon + 1), year);
    }
    for (const std::string& word : words_of(context, rule_id, "allowed")) allow(word);
    for (const std::string& word : context.options.allowed_words) allow(word);
  }

  [[nodiscard]] std::vector<WordFinder::Match> find(const Wording& wording) const { return finder_.find(wording); }
  /// Null for an allowed word.
  [[nodiscard]] const Pair* pair(std::uint32_t word) const {
    const auto found = pairs_.find(word);
    return found != pairs_.end() ? &found->second : nullptr;
  }

 private:
  void add(const Context& context, std::string_view entry, std::int32_t since = 0, bool before_digit = false) {
    Pair pair;
    pair.words = replacement_of(entry);
    if (pair.words.to.empty()) return;
    const auto listed = [&](std::string_view list) {
      const auto& words = words_of(context, rule_id, list);
      return std::find(words.begin(), words.end(), pair.words.from) != words.end();
    };
    pair.information = listed("information_only") || since > 0;
    pair.simplified_only = listed("simplified_only");
    pair.since = since;
    pair.before_digit = before_digit;
    pairs_.emplace(finder_.add(pair.words.from), std::move(pair));
  }
  void allow(std::string_view word) { static_cast<void>(finder_.add(word)); }

  WordFinder finder_;
  std::map<std::uint32_t, Pair> pairs_;
};

bool applies(const Context& context, const Wording& wording, const Pair& pair, const WordFinder::Match& match) {
  const report::Report& report = context.report;
  if (pair.simplified_only && report.script == report::Script::traditional) return false;
  if (pair.since > 0 && report.year.value_or(0) < pair.since) return false;
  return !pair.before_digit || is_ascii_digit(wording.value(match.end));
}

/// In the script of the words it stands for, also where the rest of the report is in the other one.
std::string in_script_of(const Context& context, const std::string& written, const std::string& word) {
  if (text::to_simplified(written) != written) return text::to_traditional(word);
  return in_script(context.report, word);
}

std::string alternatives(const Context& context, const std::string& written, const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    const std::string shown = in_script_of(context, written, word);
    text += text.empty() ? context.say("prose/word.first", {{"word", shown}})
                         : context.say("prose/word.other", {{"word", shown}});
  }
  return text;
}

void report_word(const Context& context, const Wording& wording, const Pair& pair, const WordFinder::Match& match,
                 Sink& sink) {
  const std::string written = wording.text(match.begin, match.end);
  const std::string_view message = pair.since > 0 ? "prose/word.dated" : "prose/word";
  Finding finding = wording_finding(
      rule_id, wording.range(match.begin, match.end),
      context.say(message, {{"word", written}, {"right", alternatives(context, written, pair.words.to)}}));
  if (pair.information) finding.severity = standard::Severity::information;
  if (wording.contiguous(match.begin, match.end)) {
    for (const std::string& right : pair.words.to) {
      const std::string word = in_script_of(context, written, right);
      Fix fix;
      fix.title = context.say("prose/word.fix", {{"word", word}});
      fix.edits = {{finding.range, word}};
      fix.preferred = pair.words.to.size() == 1 && !pair.information;
      finding.fixes.push_back(std::move(fix));
    }
  }
  sink.add(std::move(finding));
}

}  // namespace

void check_words(const Context& context, const Wording& wording, Sink& sink) {
  const auto kept = lexicon<Pairs>(context, rule_id);
  const Pairs& pairs = *kept;
  const std::vector<WordFinder::Match> matches = pairs.find(wording);
  // By place; an allowed word covers what lies inside of it, and of two confusions the longer one counts.
  std::size_t allowed_end = 0;
  std::size_t said_end = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Pair* pair = pairs.pair(matches[i].word);
    if (pair == nullptr) {
      allowed_end = std::max(allowed_end, matches[i].end);
      continue;
    }
    if (matches[i].end <= allowed_end || matches[i].begin < said_end) continue;
    if (!applies(context, wording, *pair, matches[i])) continue;
    const WordFinder::Match* best = &matches[i];
    bool allowed = false;
    for (std::size_t j = i + 1; j < matches.size() && matches[j].begin == matches[i].begin; ++j) {
      const Pair* other = pairs.pair(matches[j].word);
      if (other == nullptr) allowed = allowed || matches[j].end >= matches[i].end;
      if (other != nullptr && matches[j].end > best->end && applies(context, wording, *other, matches[j])) {
        best = &matches[j];
      }
    }
    if (allowed) continue;
    said_end = best->end;
    report_word(context, wording, *pairs.pair(best->word), *best, sink);
  }
}

}  // namespace nianbao::rules
