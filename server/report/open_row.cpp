#include "report/open_row.h"

namespace nianbao::report {
namespace {

/// In lines, an empty line is a blank cell only where it fills the row exactly; else it parts lines or pages.
void drop_separating_blanks(OpenRow& row, std::size_t expected) {
  if (row.physical->layout != Layout::lines || row.slots.size() == expected) return;
  const auto blank = [](const Slot& slot) { return slot.text.empty(); };
  while (!row.slots.empty() && blank(row.slots.back()) && row.slots.size() > expected) row.slots.pop_back();
  if (row.slots.size() == expected && row.numbers > 0) return;
  std::erase_if(row.slots, blank);
}

}  // namespace

void settle_blanks(OpenRow& row, std::size_t expected, std::optional<Layout> layout, bool labelled) {
  drop_separating_blanks(row, expected);
  // A label or unit with nothing behind it was left blank, where ends of lines lose their spaces or tabs.
  const bool loses_ends = layout == Layout::tab || layout == Layout::aligned;
  if (!row.slots.empty() || !((row.unit_seen && expected == 1) || (loses_ends && labelled))) return;
  const text::Offset end = row.physical->line.end;
  row.slots.assign(expected, {{end, end}, {}, true, false});
}

}  // namespace nianbao::report
