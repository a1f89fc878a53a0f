// Keeps the notes on a text's prose from one version to the next: only the paragraphs around an edit are read again.
// Must not know any rule; findings are the same with and without it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rules/prose_notes.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "text/text.h"

namespace nianbao::rules {

/// All that the rules on wording note of these paragraphs.
[[nodiscard]] ProseNotes take_notes(const Context& context, const Wording& wording);

/// A heading decides where a unit of the prose ends.
struct HeadingLine {
  text::ByteRange line;
  text::Offset title_end = 0;
};

class ProseMemory {
 public:
  /// Notes on this version of the text. Valid until the next call.
  const ProseNotes& read(const Context& context);

 private:
  /// What all notes depend on, whatever their paragraph; settings are the same from one call to the next.
  struct Whole {
    report::Script script = report::Script::simplified;
    std::optional<std::int32_t> year;
    bool web_page = false;
    friend bool operator==(const Whole&, const Whole&) = default;
  };
  /// False where the whole text has to be read.
  bool read_around_edit(const Context& context, const std::vector<text::ByteRange>& paragraphs,
                        const std::vector<HeadingLine>& headings);

  std::optional<Whole> whole_;  ///< of the version read last; none at first
  text::Text text_;
  std::vector<text::ByteRange> paragraphs_;
  std::vector<ParagraphShape> shapes_;
  std::vector<HeadingLine> headings_;
  ProseNotes notes_;
};

}  // namespace nianbao::rules
