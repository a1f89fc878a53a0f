// Rules that read the prose as characters: one file each, called by the family in wording_family.cpp. Those on one
// place say so at once; those on the whole text note what they see (prose_notes.h) and conclude from all notes.
// Must not know each other.
#pragma once

#include "rules/prose_notes.h"
#include "rules/rule.h"
#include "rules/wording.h"

namespace nianbao::rules {

// Each stretch by itself: what a paragraph says about another one is none of their business.
void check_words(const Context& context, const Wording& wording, Sink& sink);       // prose/word
void check_repeats(const Context& context, const Wording& wording, Sink& sink);     // prose/repeat
void check_brackets(const Context& context, const Wording& wording, Sink& sink);    // prose/punctuation
void check_stops(const Context& context, const Wording& wording, Sink& sink);       // prose/punctuation
void check_list_marks(const Context& context, const Wording& wording, Sink& sink);  // prose/list-mark
void check_ranges(const Context& context, const Wording& wording, Sink& sink);      // prose/range
void check_identity(const Context& context, const Wording& wording, Sink& sink);    // privacy/identity
void check_garbage(const Context& context, const Wording& wording, Sink& sink);     // layout/debris
void check_cuts(const Context& context, const Wording& wording, Sink& sink);        // layout/debris

// The whole text: prose/relative-time, prose/punctuation, prose/list-mark, layout/ordinal (一是 二是).
void note_relative_time(const Context& context, const Wording& wording, std::vector<TimeWord>& notes);
void note_half_width(const Context& context, const Wording& wording, std::vector<HalfWidthMarks>& notes);
void note_open_ends(const Wording& wording, std::vector<OpenEnd>& notes);
void note_series(const Wording& wording, SeriesNotes& notes);
void conclude_relative_time(const Context& context, const std::vector<TimeWord>& notes, Sink& sink);
void conclude_half_width(const Context& context, const std::vector<HalfWidthMarks>& notes, Sink& sink);
void conclude_open_ends(const Context& context, const std::vector<OpenEnd>& notes, Sink& sink);
void conclude_series(const Context& context, const SeriesNotes& notes, Sink& sink);

/// Lines of a page around the text: layout/debris. Needs no characters.
void check_chrome(const Context& context, Sink& sink);

/// A finding with the catalogue's severity.
[[nodiscard]] Finding wording_finding(std::string_view rule, text::ByteRange range, std::string message);

}  // namespace nianbao::rules
