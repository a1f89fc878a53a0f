// layout/ordinal: 一是 二是 四是 in running text. Series may be nested and may run over paragraphs; a heading ends
// them. Must not know words but the ordinals themselves; a series that begins elsewhere than at 一 proves nothing.
#include <algorithm>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "layout/ordinal";

/// 三是, 三要 at the beginning of a sentence or clause.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the numeral
  std::int32_t value = 0;
};

bool begins_clause(char32_t before) {
  constexpr std::u32string_view marks = U"。；：，、！;:,!?？";
  return marks.find(before) != std::u32string_view::npos;
}

std::vector<Token> tokens_of(const Wording& wording) {
  std::vector<Token> tokens;
  for (const Unit& unit : wording.units()) {
    for (std::size_t at = unit.begin; at + 1 < unit.end; ++at) {
      if (!is_han_numeral(wording.value(at))) continue;
      if (at > unit.begin && !begins_clause(wording.value(at - 1))) continue;
      std::size_t end = at + 1;
      while (end < unit.end && end < at + 3 && is_han_numeral(wording.value(end))) ++end;
      if (wording.value(end) != U'是') continue;
      if (const auto value = ordinal_value(wording.text(at, end))) tokens.push_back({at, end, *value});
      at = end;
    }
  }
  return tokens;
}

class Series {
 public:
  Series(const Context& context, const Wording& wording, Sink& sink)
      : context_(context), wording_(wording), sink_(sink), tokens_(tokens_of(wording)) {}

  void check() {
    std::size_t heading = 0;
    const auto& headings = context_.report.headings;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const text::Offset at = wording_.characters()[tokens_[i].begin].begin;
      bool new_heading = false;
      for (; heading < headings.size() && headings[heading].line.begin <= at; ++heading) new_heading = true;
      if (new_heading) open_.clear();
      take(i);
    }
  }

 private:
  /// One level of nesting: indexes of its tokens.
  struct Level {
    std::vector<std::size_t> members;
    bool faulty = false;  ///< said already
  };

  [[nodiscard]] std::int32_t last_of(const Level& level) const { return tokens_[level.members.back()].value; }

  void take(std::size_t index) {
    const std::int32_t value = tokens_[index].value;
    if (value == 1) {
      if (open_.size() >= deepest) open_.erase(open_.begin());
      open_.push_back({{index}, false});
      return;
    }
    for (std::size_t level = open_.size(); level-- > 0;) {
      if (last_of(open_[level]) + 1 != value) continue;
      open_.resize(level + 1);
      open_.back().members.push_back(index);
      return;
    }
    if (open_.empty()) return;
    Level& level = open_.back();
    const std::size_t before = level.members.back();
    // The text between may number the missing item in another way: 二要, 第二，.
    if (!level.faulty && !names_between(before, index)) {
      level.faulty = true;
      report(level, before, index);
    }
    level.members.push_back(index);
  }

  [[nodiscard]] bool names_between(std::size_t before, std::size_t index) const {
    const std::int32_t first = tokens_[before].value + 1;
    const std::int32_t last = tokens_[index].value - 1;
    for (std::size_t at = tokens_[before].end; at + 1 < tokens_[index].begin; ++at) {
      const char32_t left = wording_.value(at - 1);
      if (!is_han_numeral(wording_.value(at)) || (!begins_clause(left) && left != U'第')) continue;
      const auto value = ordinal_value(wording_.text(at, at + 1));
      if (value && *value >= first && *value <= last) return true;
    }
    return false;
  }

  [[nodiscard]] std::string name(std::int32_t value) const { return chinese_ordinal(value) + "是"; }

  void report(const Level& level, std::size_t before, std::size_t index) {
    const Token& token = tokens_[index];
    const std::int32_t expected = tokens_[before].value + 1;
    const bool gap = token.value > expected;
    std::string missing = name(expected);
    if (token.value > expected + 1) missing += "”至“" + name(token.value - 1);
    Finding finding = wording_finding(
        rule_id, wording_.range(token.begin, token.end + 1),
        gap ? context_.say("layout/ordinal",
                           {{"before", name(expected - 1)}, {"found", name(token.value)}, {"missing", missing}})
            : context_.say("layout/ordinal.again",
                           {{"before", name(expected - 1)}, {"found", name(token.value)}, {"right", name(expected)}}));
    for (const std::size_t member : level.members) {
      finding.related.push_back(
          {wording_.range(tokens_[member].begin, tokens_[member].end + 1), name(tokens_[member].value)});
    }
    renumber(finding, index, expected);
    sink_.add(std::move(finding));
  }

  /// This item and those that follow it: up to the next 一是 or heading, as long as they count on by one.
  void renumber(Finding& finding, std::size_t index, std::int32_t expected) const {
    Fix fix;
    const auto& headings = context_.report.headings;
    const text::Offset begin = wording_.characters()[tokens_[index].begin].begin;
    const auto next =
        std::upper_bound(headings.begin(), headings.end(), begin,
                         [](text::Offset at, const report::Heading& heading) { return at < heading.line.begin; });
    const text::Offset end = next != headings.end() ? next->line.begin : context_.report.source.size();
    std::int32_t previous = tokens_[index].value - 1;
    for (std::size_t i = index; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (wording_.characters()[token.begin].begin >= end || token.value != previous + 1) break;
      previous = token.value;
      const std::string right = chinese_ordinal(expected + static_cast<std::int32_t>(fix.edits.size()));
      fix.edits.push_back({wording_.range(token.begin, token.end), right});
    }
    fix.title = context_.say("layout/ordinal.fix", {{"count", std::to_string(fix.edits.size())}});
    finding.fixes.push_back(std::move(fix));
  }

  static constexpr std::size_t deepest = 4;

  const Context& context_;
  const Wording& wording_;
  Sink& sink_;
  std::vector<Token> tokens_;
  std::vector<Level> open_;
};

}  // namespace

void check_series(const Context& context, const Wording& wording, Sink& sink) {
  Series(context, wording, sink).check();
}

}  // namespace nianbao::rules
