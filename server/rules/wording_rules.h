// Rules that read the prose as characters: one function per file, called by the family in wording_family.cpp.
// Must not know each other.
#pragma once

#include "rules/rule.h"
#include "rules/wording.h"

namespace nianbao::rules {

void check_words(const Context& context, const Wording& wording, Sink& sink);          // prose/word
void check_relative_time(const Context& context, const Wording& wording, Sink& sink);  // prose/relative-time
void check_repeats(const Context& context, const Wording& wording, Sink& sink);        // prose/repeat
void check_half_width(const Context& context, const Wording& wording, Sink& sink);     // prose/punctuation
void check_brackets(const Context& context, const Wording& wording, Sink& sink);       // prose/punctuation
void check_stops(const Context& context, const Wording& wording, Sink& sink);          // prose/punctuation
void check_list_marks(const Context& context, const Wording& wording, Sink& sink);     // prose/list-mark
void check_ranges(const Context& context, const Wording& wording, Sink& sink);         // prose/range
void check_identity(const Context& context, const Wording& wording, Sink& sink);       // privacy/identity
void check_series(const Context& context, const Wording& wording, Sink& sink);         // layout/ordinal: 一是 二是
void check_debris(const Context& context, const Wording& wording, Sink& sink);         // layout/debris

/// A finding with the catalogue's severity.
[[nodiscard]] Finding wording_finding(std::string_view rule, text::ByteRange range, std::string message);

}  // namespace nianbao::rules
