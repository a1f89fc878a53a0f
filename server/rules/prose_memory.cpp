// Keeps the notes on a text's prose from one version to the next. Must not know any rule.
#include "rules/prose_memory.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "report/passage.h"
#include "rules/table_edit.h"
#include "syntax/same.h"
#include "syntax/tree.h"

namespace nianbao::rules {
namespace {

using syntax::Same;
using text::ByteRange;
using text::Offset;

// --- where a note stands, and how it moves -------------------------------------------------------------------------

Offset place_of(const Finding& note) {
  return note.range.begin;
}
Offset place_of(const TimeWord& note) {
  return note.range.begin;
}
Offset place_of(const HalfWidthMarks& note) {
  return note.edits.front().range.begin;
}
Offset place_of(const OpenEnd& note) {
  return note.mark.begin;
}
Offset place_of(const SeriesItem& note) {
  return note.whole.begin;
}
Offset place_of(const SeriesNumeral& note) {
  return note.range.begin;
}

/// `delta` is a difference of offsets: it wraps around.
void move_by(Offset& place, Offset delta) {
  place += delta;
}
void move_by(ByteRange& range, Offset delta) {
  range = syntax::moved(range, delta);
}
void move_by(TextEdit& edit, Offset delta) {
  move_by(edit.range, delta);
}
void move_by(Related& related, Offset delta) {
  move_by(related.range, delta);
}
void move_by(TimeWord& note, Offset delta) {
  move_by(note.range, delta);
}
void move_by(SeriesItem& note, Offset delta) {
  move_by(note.numeral, delta);
  move_by(note.whole, delta);
}
void move_by(SeriesNumeral& note, Offset delta) {
  move_by(note.range, delta);
  move_by(note.behind, delta);
}
void move_by(OpenEnd& note, Offset delta) {
  move_by(note.mark, delta);
  if (note.next) move_by(*note.next, delta);
}
void move_by(Fix& fix, Offset delta);
void move_by(HalfWidthMarks& note, Offset delta);
void move_by(Finding& note, Offset delta);
template <typename T>
void move_all(std::vector<T>& list, Offset delta) {
  for (T& item : list) move_by(item, delta);
}
void move_by(Fix& fix, Offset delta) {
  move_all(fix.edits, delta);
}
void move_by(HalfWidthMarks& note, Offset delta) {
  move_all(note.edits, delta);
}
void move_by(Finding& note, Offset delta) {
  move_by(note.range, delta);
  move_all(note.related, delta);
  move_all(note.fixes, delta);
}

/// What is read again: the notes of [begin, old_end) of the version before give way to those of [begin, new_end).
struct Exchange {
  Offset begin = 0;
  Offset old_end = 0;
  Offset new_end = 0;
  Offset delta = 0;  ///< of all that stands behind

  template <typename Note>
  void operator()(std::vector<Note>& kept, std::vector<Note>& fresh) const {
    const auto behind = [](std::vector<Note>& list, Offset at) {
      return std::partition_point(list.begin(), list.end(), [&](const Note& note) { return place_of(note) < at; });
    };
    const auto tail = kept.erase(behind(kept, begin), behind(kept, old_end));
    for (auto note = tail; note != kept.end(); ++note) move_by(*note, delta);
    kept.insert(tail, std::make_move_iterator(behind(fresh, begin)), std::make_move_iterator(behind(fresh, new_end)));
  }
};

void exchange(ProseNotes& kept, ProseNotes& fresh, const Exchange& each) {
  for (std::size_t i = 0; i < local_rules; ++i) each(kept.findings[i], fresh.findings[i]);
  each(kept.time_words, fresh.time_words);
  each(kept.half_width, fresh.half_width);
  each(kept.open_ends, fresh.open_ends);
  each(kept.series.items, fresh.series.items);
  each(kept.series.numerals, fresh.series.numerals);
}

// --- what is as it was ---------------------------------------------------------------------------------------------

Same same_headings(const std::vector<HeadingLine>& before, const std::vector<HeadingLine>& now,
                   const syntax::Edit& edit) {
  const auto equal = [](const HeadingLine& a, const HeadingLine& b, Offset delta) {
    return syntax::moved(a.line, delta) == b.line && a.title_end + delta == b.title_end;
  };
  return syntax::same_of(before, now, edit, [](const HeadingLine& heading) { return heading.line; }, equal);
}

/// Outside of the window every heading is where it was.
bool all_within(const std::vector<HeadingLine>& headings, Same same, Offset begin, Offset end) {
  return std::all_of(headings.begin() + static_cast<std::ptrdiff_t>(same.front),
                     headings.end() - static_cast<std::ptrdiff_t>(same.back), [&](const HeadingLine& heading) {
                       return begin <= heading.line.begin && heading.line.end <= end;
                     });
}

/// The paragraphs to read again, and around them those that are read for their neighbours' sake: one that is not empty
/// on each side. Indexes of this version; a window begins and ends where a sentence does.
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t outer_first = 0;
  std::size_t outer_end = 0;
};

/// `shapes` are those of the version before. Whether a paragraph goes on with the sentence of the one before it is
/// known where both are the same.
Window window_of(Same same, std::size_t size, const std::vector<ParagraphShape>& shapes) {
  const auto behind = [&](std::size_t i) { return shapes[i + shapes.size() - size]; };
  Window window{same.front, size - same.back};
  if (window.first > 0) {
    do --window.first;
    while (window.first > 0 && (shapes[window.first].joined || shapes[window.first].empty));
  }
  while (window.end < size && behind(window.end).empty) ++window.end;
  if (window.end < size) ++window.end;
  while (window.end < size && (behind(window.end).joined || behind(window.end).empty)) ++window.end;

  window.outer_first = window.first;
  if (window.outer_first > 0) --window.outer_first;
  while (window.outer_first > 0 && shapes[window.outer_first].empty) --window.outer_first;
  window.outer_end = window.end;
  while (window.outer_end < size && behind(window.outer_end).empty) ++window.outer_end;
  if (window.outer_end < size) ++window.outer_end;
  return window;
}

}  // namespace

bool ProseMemory::read_around_edit(const Context& context, const std::vector<ByteRange>& paragraphs,
                                   const std::vector<HeadingLine>& headings) {
  if (paragraphs_.empty() || paragraphs.empty()) return false;
  const syntax::Edit edit = syntax::difference(text_, context.report.source);
  const Window window = window_of(syntax::same_of(paragraphs_, paragraphs, edit), paragraphs.size(), shapes_);
  const std::size_t behind = window.end + paragraphs_.size() - paragraphs.size();  // in the version before
  constexpr Offset end_of_text = std::numeric_limits<Offset>::max();
  Exchange each;
  each.begin = window.first == 0 ? 0 : paragraphs[window.first].begin;
  each.old_end = behind == paragraphs_.size() ? end_of_text : paragraphs_[behind].begin;
  each.new_end = window.end == paragraphs.size() ? end_of_text : paragraphs[window.end].begin;
  each.delta = syntax::delta_of(edit);

  const Same same = same_headings(headings_, headings, edit);
  if (!all_within(headings_, same, each.begin, each.old_end)) return false;
  if (!all_within(headings, same, each.begin, each.new_end)) return false;

  const Wording wording(context.report, window.outer_first, window.outer_end);
  ProseNotes fresh = take_notes(context, wording);
  exchange(notes_, fresh, each);
  const auto shape = [&](std::size_t i) {
    return wording.shapes().begin() + static_cast<std::ptrdiff_t>(i - window.outer_first);
  };
  syntax::exchange(shapes_, window.first, behind, shape(window.first), shape(window.end));
  return true;
}

const ProseNotes& ProseMemory::read(const Context& context) {
  const report::Report& report = context.report;
  const Whole whole{report.script, report.year, is_web_page(report)};
  std::vector<ByteRange> paragraphs = report::ranges_of(report.paragraphs);
  std::vector<HeadingLine> headings;
  headings.reserve(report.headings.size());
  for (const report::Heading& heading : report.headings) headings.push_back({heading.line, heading.title.end});

  if (whole_ != whole || !read_around_edit(context, paragraphs, headings)) {
    const Wording wording(report);
    notes_ = take_notes(context, wording);
    shapes_ = wording.shapes();
  }
  whole_ = whole;
  text_ = report.source;
  paragraphs_ = std::move(paragraphs);
  headings_ = std::move(headings);
  return notes_;
}

}  // namespace nianbao::rules
