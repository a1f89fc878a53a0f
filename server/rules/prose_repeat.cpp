// prose/repeat: a phrase of four characters or more that stands twice in a row.
// Must not know words: shorter doublings (一个一个, 管理管理办法) are good Chinese too often.
#include <algorithm>
#include <bitset>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/repeat";
constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 16;

bool is_word(char32_t c) {
  return is_han(c) || is_ascii_digit(c);
}

/// A run of characters that is compared with itself, shifted; nothing but word characters without gaps.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Run> runs_of(const Wording& wording, const Unit& unit) {
  std::vector<Run> runs;
  const auto& characters = wording.characters();
  for (std::size_t at = unit.begin; at < unit.end;) {
    if (!is_word(characters[at].value) || characters[at].literal) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < unit.end && is_word(characters[end].value) && !characters[end].gap) ++end;
    if (end - at >= 2 * shortest) runs.push_back({at, end});
    at = end;
  }
  return runs;
}

/// False where no pair of characters stands twice in the run.
bool may_repeat(const Wording& wording, const Run& run) {
  constexpr std::size_t slots = 1024;
  std::bitset<slots> seen;
  for (std::size_t at = run.begin; at + 1 < run.end; ++at) {
    const std::size_t slot = (wording.value(at) * 31U + wording.value(at + 1)) % slots;
    if (seen[slot]) return true;
    seen.set(slot);
  }
  return false;
}

class Repeats {
 public:
  Repeats(const Context& context, const Wording& wording, Sink& sink)
      : context_(context), wording_(wording), sink_(sink), allowed_(words_of(context, rule_id, "allowed")) {}

  void check(const Run& run) {
    if (!may_repeat(wording_, run)) return;
    std::vector<bool> said(run.end - run.begin, false);
    for (std::size_t length = shortest; length <= longest && 2 * length <= run.end - run.begin; ++length) {
      std::size_t same = 0;
      for (std::size_t at = run.begin; at + length < run.end; ++at) {
        same = wording_.value(at) == wording_.value(at + length) ? same + 1 : 0;
        if (same < length) continue;
        const std::size_t begin = at + 1 - length;
        std::size_t end = at + 1 + length;
        while (end < run.end && wording_.value(end) == wording_.value(end - length)) ++end;
        end -= (end - begin) % length;
        if (!said[begin - run.begin] && !said[end - 1 - run.begin]) report(begin, end, length);
        for (std::size_t i = begin; i < end; ++i) said[i - run.begin] = true;
        at = end - 1;
        same = 0;
      }
    }
  }

 private:
  void report(std::size_t begin, std::size_t end, std::size_t length) {
    const std::string phrase = wording_.text(begin, begin + length);
    // 一件一件一件一件 is no slip, and neither is a doubled word of the list inside.
    std::size_t han = 0;
    for (std::size_t i = begin; i < begin + length; ++i) han += is_han(wording_.value(i)) ? 1U : 0U;
    const bool halves = length % 2 == 0 &&
                        wording_.text(begin, begin + length / 2) == wording_.text(begin + length / 2, begin + length);
    if (han < 2 || halves || std::find(allowed_.begin(), allowed_.end(), phrase) != allowed_.end()) return;
    const text::ByteRange second = wording_.range(begin + length, end);
    Finding finding =
        wording_finding(rule_id, wording_.range(begin, end), context_.say("prose/repeat", {{"phrase", phrase}}));
    Fix fix;
    fix.title = context_.say("prose/repeat.fix");
    fix.edits = {{second, ""}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
    sink_.add(std::move(finding));
  }

  const Context& context_;
  const Wording& wording_;
  Sink& sink_;
  const std::vector<std::string>& allowed_;
};

}  // namespace

void check_repeats(const Context& context, const Wording& wording, Sink& sink) {
  Repeats repeats(context, wording, sink);
  for (const Unit& unit : wording.units()) {
    for (const Run& run : runs_of(wording, unit)) repeats.check(run);
  }
}

}  // namespace nianbao::rules
