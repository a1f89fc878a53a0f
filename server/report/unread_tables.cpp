#include "report/unread_tables.h"

namespace nianbao::report {

std::vector<UnreadTable> unread_tables(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens,
                                       const std::vector<bool>& used) {
  std::vector<UnreadTable> result;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i + 1;
    std::uint32_t numbers = tokens[i].numbers;
    bool any_used = used[i];
    while (end < rows.size() && rows[end].in_table && rows[i].in_table && rows[end].run == rows[i].run) {
      numbers += tokens[end].numbers;
      any_used = any_used || used[end];
      ++end;
    }
    const bool table = rows[i].in_table && rows[i].layout != Layout::lines && end - i >= 2;
    if (table && !any_used && numbers >= 2) {
      result.push_back({{rows[i].line.begin, rows[end - 1].line.end}, rows[i].layout});
    }
    i = end;
  }
  return result;
}

}  // namespace nianbao::report
