// prose/relative-time: 今年, 目前: a report is read in later years, too. Said once per word.
// Must not know any word; those that only mean a time at the beginning of a phrase are a list of their own.
#include <algorithm>
#include <map>

#include "rules/layout_common.h"
#include "rules/word_finder.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/relative-time";

enum class Kind : std::uint8_t { word, phrase_start, allowed };

bool begins_phrase(const Wording& wording, std::size_t at, const Unit& unit) {
  constexpr std::u32string_view marks = U"。，；：、！？,;:（(“";
  return at == unit.begin || marks.find(wording.value(at - 1)) != std::u32string_view::npos;
}

/// Names of documents keep their own words.
std::vector<bool> inside_titles(const Wording& wording) {
  std::vector<bool> inside(wording.characters().size(), false);
  for (const Stretch& stretch : wording.stretches()) {
    int depth = 0;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      if (wording.value(i) == U'《') ++depth;
      if (wording.value(i) == U'》' && depth > 0) --depth;
      inside[i] = depth > 0;
    }
  }
  return inside;
}

}  // namespace

void check_relative_time(const Context& context, const Wording& wording, Sink& sink) {
  WordFinder finder;
  std::vector<Kind> kinds;
  const auto add = [&](std::string_view list, Kind kind) {
    for (const std::string& word : words_of(context, rule_id, list)) {
      finder.add(word);
      kinds.push_back(kind);
    }
  };
  add("words", Kind::word);
  add("phrase_start", Kind::phrase_start);
  add("allowed", Kind::allowed);

  const std::vector<bool> titles = inside_titles(wording);
  std::map<std::uint32_t, std::vector<WordFinder::Match>> found;
  std::size_t allowed_end = 0;
  std::size_t unit = 0;
  const std::vector<WordFinder::Match> matches = finder.find(wording);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const WordFinder::Match& match = matches[i];
    if (kinds[match.word] == Kind::allowed) {
      allowed_end = std::max(allowed_end, match.end);
      continue;
    }
    const bool followed =
        i + 1 < matches.size() && matches[i + 1].begin == match.begin && kinds[matches[i + 1].word] == Kind::allowed;
    if (match.end <= allowed_end || followed || titles[match.begin]) continue;
    while (wording.units()[unit].end <= match.begin) ++unit;
    if (kinds[match.word] == Kind::phrase_start && !begins_phrase(wording, match.begin, wording.units()[unit]))
      continue;
    found[match.word].push_back(match);
  }
  for (const auto& [word, places] : found) {
    const WordFinder::Match& first = places.front();
    const std::string written = wording.text(first.begin, first.end);
    const bool many = places.size() > 1;
    Finding finding = wording_finding(rule_id, wording.range(first.begin, first.end),
                                      context.say(many ? "prose/relative-time.many" : "prose/relative-time",
                                                  {{"word", written}, {"count", std::to_string(places.size())}}));
    for (std::size_t i = 1; i < places.size(); ++i) {
      finding.related.push_back({wording.range(places[i].begin, places[i].end), written});
    }
    sink.add(std::move(finding));
  }
}

}  // namespace nianbao::rules
