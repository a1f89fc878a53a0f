// layout/ordinal: 一是 二是 四是 in running text. Series may be nested and may run over paragraphs; a heading ends
// them. Must not know words but the ordinals themselves; a series that begins elsewhere than at 一 proves nothing.
#include <algorithm>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "layout/ordinal";

bool begins_clause(char32_t before) {
  constexpr std::u32string_view marks = U"。；：，、！;:,!?？";
  return marks.find(before) != std::u32string_view::npos;
}

void note_items(const Wording& wording, const Unit& unit, std::vector<SeriesItem>& items) {
  std::size_t item_end = unit.begin;
  for (const std::size_t at : wording.marks(unit.begin, unit.end)) {
    if (at < item_end || at + 1 == unit.end || !is_han_numeral(wording.value(at))) continue;
    if (at > unit.begin && !begins_clause(wording.value(at - 1))) continue;
    std::size_t end = at + 1;
    while (end < unit.end && end < at + 3 && is_han_numeral(wording.value(end))) ++end;
    if (wording.value(end) != U'是') continue;
    if (const auto value = ordinal_value(wording.text(at, end))) {
      items.push_back({wording.range(at, end), wording.range(at, end + 1), *value});
    }
    item_end = end + 1;
  }
}

class Series {
 public:
  Series(const Context& context, const SeriesNotes& notes, Sink& sink)
      : context_(context), sink_(sink), items_(notes.items), numerals_(notes.numerals) {}

  void check() {
    std::size_t heading = 0;
    const auto& headings = context_.report.headings;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const text::Offset at = items_[i].numeral.begin;
      bool new_heading = false;
      for (; heading < headings.size() && headings[heading].line.begin <= at; ++heading) new_heading = true;
      if (new_heading) open_.clear();
      take(i);
    }
  }

 private:
  /// One level of nesting: indexes of its items.
  struct Level {
    std::vector<std::size_t> members;
    bool faulty = false;  ///< said already
  };

  [[nodiscard]] std::int32_t last_of(const Level& level) const { return items_[level.members.back()].value; }

  void take(std::size_t index) {
    const std::int32_t value = items_[index].value;
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
    const std::int32_t first = items_[before].value + 1;
    const std::int32_t last = items_[index].value - 1;
    const auto from =
        std::lower_bound(numerals_.begin(), numerals_.end(), items_[before].numeral.end,
                         [](const SeriesNumeral& numeral, text::Offset at) { return numeral.range.begin < at; });
    for (auto numeral = from; numeral != numerals_.end() && numeral->behind < items_[index].numeral.begin; ++numeral) {
      if (numeral->value >= first && numeral->value <= last) return true;
    }
    return false;
  }

  [[nodiscard]] std::string name(std::int32_t value) const { return chinese_ordinal(value) + "是"; }

  void report(const Level& level, std::size_t before, std::size_t index) {
    const SeriesItem& item = items_[index];
    const std::int32_t expected = items_[before].value + 1;
    const bool gap = item.value > expected;
    std::string missing = name(expected);
    if (item.value > expected + 1) missing += "”至“" + name(item.value - 1);
    Finding finding = wording_finding(
        rule_id, item.whole,
        gap ? context_.say("layout/ordinal",
                           {{"before", name(expected - 1)}, {"found", name(item.value)}, {"missing", missing}})
            : context_.say("layout/ordinal.again",
                           {{"before", name(expected - 1)}, {"found", name(item.value)}, {"right", name(expected)}}));
    for (const std::size_t member : level.members) {
      finding.related.push_back({items_[member].whole, name(items_[member].value)});
    }
    renumber(finding, index, expected);
    sink_.add(std::move(finding));
  }

  /// This item and those that follow it: up to the next 一是 or heading, as long as they count on by one.
  void renumber(Finding& finding, std::size_t index, std::int32_t expected) const {
    Fix fix;
    const auto& headings = context_.report.headings;
    const text::Offset begin = items_[index].numeral.begin;
    const auto next =
        std::upper_bound(headings.begin(), headings.end(), begin,
                         [](text::Offset at, const report::Heading& heading) { return at < heading.line.begin; });
    const text::Offset end = next != headings.end() ? next->line.begin : context_.report.source.size();
    std::int32_t previous = items_[index].value - 1;
    for (std::size_t i = index; i < items_.size(); ++i) {
      if (items_[i].numeral.begin >= end || items_[i].value != previous + 1) break;
      previous = items_[i].value;
      const std::string right = chinese_ordinal(expected + static_cast<std::int32_t>(fix.edits.size()));
      fix.edits.push_back({items_[i].numeral, right});
    }
    fix.title = context_.say("layout/ordinal.fix", {{"count", std::to_string(fix.edits.size())}});
    finding.fixes.push_back(std::move(fix));
  }

  static constexpr std::size_t deepest = 4;

  const Context& context_;
  Sink& sink_;
  const std::vector<SeriesItem>& items_;
  const std::vector<SeriesNumeral>& numerals_;
  std::vector<Level> open_;
};

}  // namespace

void note_series(const Wording& wording, SeriesNotes& notes) {
  for (const Unit& unit : wording.units()) note_items(wording, unit, notes.items);
  const auto& characters = wording.characters();
  for (const std::size_t at : wording.marks(0, characters.size())) {
    if (!is_han_numeral(wording.value(at)) || at + 1 == characters.size()) continue;
    const char32_t left = wording.value(at - 1);
    if (!begins_clause(left) && left != U'第') continue;
    if (const auto value = ordinal_value(wording.text(at, at + 1))) {
      notes.numerals.push_back({wording.range(at, at + 1), characters[at + 1].begin, *value});
    }
  }
}

void conclude_series(const Context& context, const SeriesNotes& notes, Sink& sink) {
  Series(context, notes, sink).check();
}

}  // namespace nianbao::rules
