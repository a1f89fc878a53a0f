#include "report/form_evidence.h"

#include <algorithm>

namespace nianbao::report {
namespace {

using standard::FormId;
using standard::TableId;

using standard::table_count;
using Votes = std::array<std::array<std::uint32_t, standard::form_count>, table_count>;

/// The one form that all candidates of a label belong to, per table.
void vote(const Token& token, bool has_values, Votes& votes) {
  for (std::size_t t = 0; t < table_count; ++t) {
    std::array<bool, standard::form_count> forms{};
    std::array<bool, standard::form_count> valued{};
    for (const standard::LabelCandidate& candidate : token.candidates) {
      if (static_cast<std::size_t>(candidate.table) != t) continue;
      const auto form = static_cast<std::size_t>(candidate.form);
      forms[form] = true;
      // A label that heads a group in one form and holds numbers in another: the numbers tell them apart.
      valued[form] = valued[form] || candidate.is_row;
    }
    const auto& usable = has_values && std::count(valued.begin(), valued.end(), true) == 1 ? valued : forms;
    if (std::count(usable.begin(), usable.end(), true) != 1) continue;
    const auto form = static_cast<std::size_t>(std::find(usable.begin(), usable.end(), true) - usable.begin());
    ++votes[t][form];
  }
}

std::optional<FormId> winner(const std::array<std::uint32_t, standard::form_count>& votes) {
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return std::nullopt;
  return static_cast<FormId>(best - votes.begin());
}

}  // namespace

FormId FormChoice::of(TableId table, FormId fallback) const {
  return by_table[static_cast<std::size_t>(table)].value_or(fallback);
}

FormChoice choose_form(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens) {
  Votes votes{};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].in_table || tokens[i].prose) continue;
    const bool has_values = tokens[i].numbers > 0 || (i + 1 < rows.size() && rows[i].kind != RowKind::cells &&
                                                      rows[i + 1].in_table && tokens[i + 1].numbers > 0);
    // Only the label next to the numbers can be theirs; those before it name groups.
    const Token* label = nullptr;
    for (const Token& token : tokens[i].tokens) {
      if (token.kind != TokenKind::label) continue;
      if (label != nullptr) vote(*label, false, votes);
      label = &token;
    }
    if (label != nullptr) vote(*label, has_values, votes);
  }
  FormChoice choice;
  std::array<std::uint32_t, standard::form_count> all{};
  for (std::size_t t = 0; t < table_count; ++t) {
    choice.by_table[t] = winner(votes[t]);
    for (std::size_t f = 0; f < standard::form_count; ++f) all[f] += votes[t][f];
  }
  const auto of = [&](TableId id) { return choice.by_table[static_cast<std::size_t>(id)]; };
  choice.form = of(TableId::t2) ? of(TableId::t2) : of(TableId::t3);
  if (of(TableId::stat2014) && all[static_cast<std::size_t>(FormId::f2014)] * 2 > all[0] + all[1] + all[2]) {
    choice.form = FormId::f2014;
  }
  return choice;
}

}  // namespace nianbao::report
