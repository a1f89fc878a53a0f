// prose/relative-time: 今年, 目前: a report is read in later years, too. Said once per word.
// Must not know any word; those that only mean a time at the beginning of a phrase are a list of their own.
#include <algorithm>
#include <map>

#include "rules/layout_common.h"
#include "rules/lexicon.h"
#include "rules/word_finder.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/relative-time";

enum class Kind : std::uint8_t { word, phrase_start, allowed };

class TimeWords {
 public:
  explicit TimeWords(const Context& context) {
    add(context, "words", Kind::word);
    add(context, "phrase_start", Kind::phrase_start);
    add(context, "allowed", Kind::allowed);
  }
  [[nodiscard]] std::vector<WordFinder::Match> find(const Wording& wording) const { return finder_.find(wording); }
  [[nodiscard]] Kind kind(const WordFinder::Match& match) const { return kinds_[match.word]; }

 private:
  void add(const Context& context, std::string_view list, Kind kind) {
    for (const std::string& word : words_of(context, rule_id, list)) {
      finder_.add(word);
      kinds_.push_back(kind);
    }
  }

  WordFinder finder_;
  std::vector<Kind> kinds_;
};

bool begins_phrase(const Wording& wording, std::size_t at, const Unit& unit) {
  constexpr std::u32string_view marks = U"。，；：、！？,;:（(“";
  return at == unit.begin || marks.find(wording.value(at - 1)) != std::u32string_view::npos;
}

/// Names of documents keep their own words: where they stand, as indexes of characters, in order.
std::vector<Stretch> titles_of(const Wording& wording) {
  std::vector<Stretch> titles;
  for (const Stretch& stretch : wording.stretches()) {
    int depth = 0;
    for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
      if (wording.value(at) == U'《' && depth++ == 0) titles.push_back({at, stretch.end});
      if (wording.value(at) != U'》' || depth == 0) continue;
      --depth;
      if (depth == 0) titles.back().end = at;
    }
  }
  return titles;
}

bool is_inside(const std::vector<Stretch>& titles, std::size_t at) {
  const auto behind = std::upper_bound(titles.begin(), titles.end(), at,
                                       [](std::size_t value, const Stretch& title) { return value < title.begin; });
  return behind != titles.begin() && at < std::prev(behind)->end;
}

}  // namespace

void note_relative_time(const Context& context, const Wording& wording, std::vector<TimeWord>& notes) {
  const auto words = lexicon<TimeWords>(context, rule_id);
  const std::vector<Stretch> titles = titles_of(wording);
  std::size_t allowed_end = 0;
  std::size_t unit = 0;
  const std::vector<WordFinder::Match> matches = words->find(wording);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const WordFinder::Match& match = matches[i];
    if (words->kind(match) == Kind::allowed) {
      allowed_end = std::max(allowed_end, match.end);
      continue;
    }
    const bool followed =
        i + 1 < matches.size() && matches[i + 1].begin == match.begin && words->kind(matches[i + 1]) == Kind::allowed;
    if (match.end <= allowed_end || followed || is_inside(titles, match.begin)) continue;
    while (wording.units()[unit].end <= match.begin) ++unit;
    if (words->kind(match) == Kind::phrase_start && !begins_phrase(wording, match.begin, wording.units()[unit]))
      continue;
    notes.push_back({match.word, wording.range(match.begin, match.end), wording.text(match.begin, match.end)});
  }
}

void conclude_relative_time(const Context& context, const std::vector<TimeWord>& notes, Sink& sink) {
  std::map<std::uint32_t, std::vector<const TimeWord*>> found;
  for (const TimeWord& note : notes) found[note.word].push_back(&note);
  for (const auto& [word, places] : found) {
    const TimeWord& first = *places.front();
    const bool many = places.size() > 1;
    Finding finding = wording_finding(rule_id, first.range,
                                      context.say(many ? "prose/relative-time.many" : "prose/relative-time",
                                                  {{"word", first.written}, {"count", std::to_string(places.size())}}));
    for (std::size_t i = 1; i < places.size(); ++i) {
      finding.related.push_back({places[i]->range, first.written});
    }
    sink.add(std::move(finding));
  }
}

}  // namespace nianbao::rules
