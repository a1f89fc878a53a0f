#include "report/part_lists.h"

namespace nianbao::report {
namespace {

constexpr std::size_t deepest_level = 4;
constexpr std::size_t most_parts_before_total = 20;

}  // namespace

void PartLists::begin_passage() {
  begin_sentence();
  last_sentence_begin_ = sentence_begin_;
}

void PartLists::begin_sentence() {
  if (overlap_) {
    // Said anywhere in the sentence, it holds for all of its lists.
    for (auto list = facts_.lists.rbegin(); list != facts_.lists.rend() && list->total >= sentence_begin_; ++list) {
      list->overlap = true;
    }
  }
  overlap_ = false;
  levels_.assign(1, Level{});
  last_sentence_begin_ = sentence_begin_;
  sentence_begin_ = facts_.counts.size();
}

void PartLists::open_bracket() {
  if (levels_.size() < deepest_level) levels_.emplace_back();
}

void PartLists::close_bracket() {
  if (levels_.size() > 1) levels_.pop_back();
}

PartList* PartLists::current() {
  const Level& level = levels_.back();
  return level.index ? &facts_.lists[*level.index] : nullptr;
}

std::optional<std::size_t> PartLists::total() const {
  const Level& level = levels_.back();
  return level.index ? std::optional(facts_.lists[*level.index].total) : std::nullopt;
}

void PartLists::end() {
  if (const PartList* list = current(); list != nullptr && !list->parts.empty()) levels_.back().index.reset();
}

void PartLists::separate(bool semicolon) {
  const PartList* list = current();
  if (list == nullptr || list->parts.empty()) return;
  Level& level = levels_.back();
  if (list->parts.size() == 1) {
    level.semicolons = semicolon;
  } else if (semicolon && !level.semicolons) {
    end();
  }
}

void PartLists::say_more() {
  if (PartList* list = current()) list->open = true;
}

void PartLists::say_overlap() {
  overlap_ = true;
  if (PartList* list = current()) list->overlap = true;
}

void PartLists::open(bool complete, bool first) {
  bool doubtful = false;
  if (PartList* list = current()) {
    if (list->parts.empty()) {
      list->complete = list->complete || complete;
      return;
    }
    // 其中 within a list: whose parts follow is not said.
    list->doubtful = true;
    doubtful = true;
  }
  std::size_t end = facts_.counts.size();
  while (end > sentence_begin_ && facts_.counts[end - 1].comparison) --end;
  if (end == sentence_begin_) {
    // 公开信息1485条，比上年多200条。其中，网站…: the sentence before has the total, where it has one such number only.
    while (end > last_sentence_begin_ && facts_.counts[end - 1].comparison) --end;
    if (!first || facts_.counts.size() != sentence_begin_ || end != last_sentence_begin_ + 1) return;
  }
  PartList list;
  list.total = end - 1;
  list.complete = complete;
  list.doubtful = doubtful;
  levels_.back().index = facts_.lists.size();
  facts_.lists.push_back(std::move(list));
}

void PartLists::add(const Count& count, Phase phase, bool bare_total) {
  if (const PartList* list = current(); list != nullptr && !list->parts.empty()) {
    const Phase first = levels_.back().phase;
    // 其中网站受理40件，办结40件.
    const bool another =
        (first == Phase::none) != (phase == Phase::none) || (first == Phase::coming && phase == Phase::leaving);
    if (another) end();
  }
  if (PartList* list = current()) {
    if (list->parts.empty()) levels_.back().phase = phase;
    list->parts.push_back(facts_.counts.size());
    list->complete = list->complete || count.rest;
  } else if (bare_total && levels_.size() == 1) {
    total_behind(count);
  }
}

/// a件、b件，共计N件.
void PartLists::total_behind(const Count& count) {
  const std::size_t parts = facts_.counts.size() - sentence_begin_;
  if (parts < 2 || parts > most_parts_before_total) return;
  if (!facts_.lists.empty() && facts_.lists.back().total >= sentence_begin_) return;
  PartList list;
  list.total = facts_.counts.size();
  list.complete = true;
  for (std::size_t i = sentence_begin_; i < facts_.counts.size(); ++i) {
    if (facts_.counts[i].unit != count.unit) return;
    list.parts.push_back(i);
  }
  facts_.lists.push_back(std::move(list));
}

}  // namespace nianbao::report
