// Keeps the citations of a text from one version to the next.
#include "report/citation_memory.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "report/citation_marks.h"
#include "report/citations.h"
#include "report/flow.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

using text::ByteRange;
using text::Offset;

/// Bytes of text around an edit that the search looks at: a title with three remarks behind it (citation_marks.h) has
/// fewer, and so have the titles that it looks back at.
constexpr Offset look_around = 2000;
constexpr std::size_t longest_look_back = 1500;  // of it, in the folded text
/// Longer than what is read in front of a name.
constexpr std::size_t behind_edit = 120;
constexpr Offset end_of_text = std::numeric_limits<Offset>::max();

// --- where reading may begin and end -------------------------------------------------------------------------------

/// Behind the last end of a sentence before `limit` at which no title or remark is open; nothing where there is none.
std::optional<std::size_t> sentence_begin(std::string_view text, std::size_t limit) {
  std::optional<std::size_t> found;
  int titles = 0;
  int remarks = 0;
  for (std::size_t at = 0; at < limit;) {
    const text::Scalar scalar = text::scalar_at(text, at);
    at += scalar.length;
    if (scalar.value == U'《') ++titles;
    if (scalar.value == U'》' && titles > 0) --titles;
    if (scalar.value == U'(') ++remarks;
    if (scalar.value == U')' && remarks > 0) --remarks;
    const bool ends = lead_of(scalar.value) == Lead::sentence_end;
    if (ends && titles == 0 && remarks == 0 && at >= longest_look_back && at < limit) found = at;
  }
  return found;
}

/// Behind the first end of a sentence at or behind `from`, or npos.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text::scalar_begin(text, std::min(from, text.size())); at < text.size();) {
    const text::Scalar scalar = text::scalar_at(text, at);
    at += scalar.length;
    if (lead_of(scalar.value) == Lead::sentence_end) return at;
  }
  return std::string_view::npos;
}

/// Source offset of a place behind a character.
Offset source_behind(const Flow& flow, std::size_t place) {
  return place == 0 ? 0 : flow.source(place - 1, place).end;
}

/// The rows [first, end): the changed ones, so many bytes behind them and half as many before.
struct Rows {
  std::size_t first = 0;
  std::size_t end = 0;
};

Rows rows_around(std::span<const PhysicalRow> rows, const syntax::Same& same, Offset wanted) {
  Rows around{same.front, rows.size() - same.back};
  for (Offset bytes = 0; around.first > 0 && bytes < wanted / 2;) bytes += rows[--around.first].line.size() + 1;
  for (Offset bytes = 0; around.end < rows.size() && bytes < wanted;) bytes += rows[around.end++].line.size() + 1;
  return around;
}

/// All that changed: the edit, and rows that are read in another way because of it.
ByteRange changed_range(std::span<const PhysicalRow> rows, const RowChange& change) {
  ByteRange changed{change.edit.begin, change.edit.new_end};
  const auto& [front, back] = change.same;
  if (front + back == rows.size()) return changed;
  changed.begin = std::min(changed.begin, rows[front].line.begin);
  changed.end = std::max(changed.end, rows[rows.size() - back - 1].line.end);
  return changed;
}

/// What is read again, and where in it.
struct Window {
  Flow flow;
  Stretch stretch;
};

/// Nothing where these rows do not hold enough text on one side.
std::optional<Window> window_of(const text::Text& text, std::span<const PhysicalRow> rows, const Rows& around,
                                ByteRange changed) {
  Window window{Flow(text, rows.subspan(around.first, around.end - around.first)), {}};
  const Flow& flow = window.flow;
  if (around.first > 0) {
    const auto begin = sentence_begin(flow.text(), flow.place_of(changed.begin));
    if (!begin) return std::nullopt;
    window.stretch.begin = *begin;
  }
  if (around.end < rows.size()) {
    const std::size_t end = sentence_end(flow.text(), flow.place_of(changed.end) + behind_edit);
    if (end == std::string::npos || end + look_around > flow.text().size()) return std::nullopt;
    window.stretch.end = end;
  }
  return window;
}

/// Folded text is shorter than the source, that of tables by far. Nothing where half of the report would not do.
std::optional<Window> window_around(const text::Text& text, std::span<const PhysicalRow> rows,
                                    const RowChange& change) {
  const ByteRange changed = changed_range(rows, change);
  for (Offset wanted = 2 * look_around; wanted < text.size() / 2; wanted *= 2) {
    if (auto window = window_of(text, rows, rows_around(rows, change.same, wanted), changed)) return window;
  }
  return std::nullopt;
}

// --- moving --------------------------------------------------------------------------------------------------------

void move_range(ByteRange& range, const syntax::Edit& edit) {
  if (range == ByteRange{}) return;  // there is none
  const auto moved = [&](Offset at) { return at >= edit.old_end ? at + syntax::delta_of(edit) : at; };
  if (range.end <= edit.begin) return;
  range = {moved(range.begin), moved(range.end)};
}

void move(Citation& citation, const syntax::Edit& edit) {
  for (ByteRange* range : {&citation.range, &citation.inner, &citation.short_name_range, &citation.bracket}) {
    move_range(*range, edit);
  }
}

}  // namespace

bool CitationMemory::read_around_edit(const text::Text& text, std::span<const PhysicalRow> rows,
                                      const RowChange& change) {
  if (change.edit.begin == change.edit.old_end && change.edit.begin == change.edit.new_end) return true;
  auto window = window_around(text, rows, change);
  if (!window) return false;
  const Flow& flow = window->flow;
  Stretch& stretch = window->stretch;
  const Offset from = source_behind(flow, stretch.begin);
  const Offset to = stretch.end == std::string::npos ? end_of_text : source_behind(flow, stretch.end);
  const Offset old_to = to == end_of_text ? to : to - syntax::delta_of(change.edit);
  const auto before = [](const Citation& citation, Offset at) { return citation.range.begin < at; };
  const auto first = std::lower_bound(citations_.begin(), citations_.end(), from, before);
  const auto last = std::lower_bound(first, citations_.end(), old_to, before);

  stretch.before = {citations_.begin(), first};
  const std::vector<Citation> fresh = find_citations(flow, *lexicon_, stretch);
  if (static_cast<std::ptrdiff_t>(fresh.size()) != last - first) return false;
  std::vector<Citation> old(first, last);
  for (Citation& citation : old) move(citation, change.edit);
  if (old != fresh) return false;
  for (auto citation = first; citation != citations_.end(); ++citation) move(*citation, change.edit);
  return true;
}

const std::vector<Citation>& CitationMemory::read(const text::Text& text, std::span<const PhysicalRow> rows,
                                                  const RowChange& change, const standard::Standard& standard,
                                                  std::optional<std::int32_t> report_year) {
  const bool same_lexicon = lexicon_ != nullptr && &lexicon_->standard() == &standard && year_ == report_year;
  if (!same_lexicon) lexicon_ = std::make_shared<const CitationLexicon>(standard, report_year);
  year_ = report_year;
  if (!same_lexicon || !change.known || !read_around_edit(text, rows, change)) {
    citations_ = find_citations(Flow(text, rows), *lexicon_);
  }
  return citations_;
}

}  // namespace nianbao::report
