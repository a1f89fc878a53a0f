// Text with characters folded or left out, and the way back to the source.
#include "report/folded_text.h"

#include <algorithm>

#include "report/forward_search.h"
#include "text/utf8.h"

namespace nianbao::report {

void FoldedText::copy(std::string_view raw, text::Offset at) {
  if (raw.empty()) return;
  const std::size_t begin = text_.size();
  text_ += raw;
  cover(begin, at, static_cast<text::Offset>(raw.size()));
}

void FoldedText::put(char32_t value, text::Offset at, std::uint32_t length) {
  const std::size_t begin = text_.size();
  text::append_utf8(text_, value);
  cover(begin, at, length);
}

void FoldedText::cover(std::size_t begin, text::Offset at, text::Offset length) {
  const std::size_t size = text_.size() - begin;
  const bool uniform = size == length;
  if (uniform && !pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.uniform && last.folded + last.folded_size == begin && last.source + last.source_size == at) {
      last.folded_size += size;
      last.source_size += length;
      return;
    }
  }
  pieces_.push_back({begin, size, at, length, uniform});
}

const FoldedText::Piece& FoldedText::piece_of(std::size_t at) const {
  const auto found = find_forwards(pieces_, at, [](const Piece& piece) { return piece.folded; }, last_);
  return pieces_[found.value_or(0)];
}

text::ByteRange FoldedText::source(std::size_t begin, std::size_t end) const {
  if (pieces_.empty()) return {};
  const Piece& first = piece_of(begin);
  const std::size_t skip = std::min(begin - std::min(begin, first.folded), first.folded_size);
  const text::Offset from = first.uniform ? first.source + static_cast<text::Offset>(skip) : first.source;
  if (end <= begin) return {from, from};
  const Piece& last = piece_of(end - 1);
  const std::size_t used = std::min(end - std::min(end, last.folded), last.folded_size);
  return {from, last.source + (last.uniform ? static_cast<text::Offset>(used) : last.source_size)};
}

std::size_t FoldedText::place_of(text::Offset source) const {
  const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& each) { return each.source + each.source_size <= source; });
  if (piece == pieces_.end()) return text_.size();
  return piece->folded + (piece->uniform && source > piece->source ? source - piece->source : 0);
}

}  // namespace nianbao::report
