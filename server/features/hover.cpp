// What stands under the cursor and what it means: finds the target and chooses the kind of answer.
// Must not know LSP.
#include "features/hover.h"

#include "features/hover_entry.h"
#include "features/law_hover.h"
#include "features/locate.h"

namespace nianbao::features {

std::optional<Hover> hover(const Snapshot& snapshot, text::Offset offset, const standard::Standard& standard,
                           const rules::Options& options, const HoverOptions& hover_options) {
  if (snapshot.report == nullptr) return std::nullopt;
  const report::Report& report = *snapshot.report;
  const standard::Form& form = form_of(report, standard);
  const rules::Context context{report, standard, options, &form};
  const Target target = locate(report, form, offset);
  std::optional<Hover> result;
  if (target.kind == TargetKind::cell) {
    result = hover_cell(context, target, hover_options);
  } else if (target.kind != TargetKind::none) {
    result = hover_entry(context, target, hover_options);
  } else {
    result = hover_law({snapshot, standard, options}, offset, hover_options);
  }
  if (result && result->lines.size() > hover_line_limit) result->lines.resize(hover_line_limit);
  return result;
}

std::string markdown_of(const Hover& hover) {
  std::string out;
  bool in_list = false;
  for (const HoverLine& line : hover.lines) {
    const bool bullet = line.kind == HoverLine::Kind::bullet;
    // A line right behind a list item would be taken as part of it (CommonMark, lazy continuation).
    if (!out.empty()) out += in_list && !bullet ? "\n\n" : bullet ? "\n" : "  \n";
    if (bullet) out += "- ";
    out += line.text;
    in_list = bullet;
  }
  return out;
}

std::string plain_text_of(const Hover& hover) {
  std::string out;
  for (const HoverLine& line : hover.lines) {
    if (line.kind == HoverLine::Kind::links) continue;
    if (!out.empty()) out += '\n';
    if (line.kind == HoverLine::Kind::bullet) out += "- ";
    for (std::size_t i = 0; i < line.text.size(); ++i) {
      if (line.text[i] == '`') continue;
      if (line.text.compare(i, 2, "**") == 0) {
        ++i;
        continue;
      }
      out += line.text[i];
    }
  }
  return out;
}

}  // namespace nianbao::features
