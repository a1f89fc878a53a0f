#include "report/form_evidence.h"

#include <algorithm>
#include <numeric>

namespace nianbao::report {
namespace {

using standard::FormId;
using standard::TableId;

using standard::table_count;
using Votes = std::array<std::vector<std::uint32_t>, table_count>;  // per table, by FormId

/// The form of candidates, as long as all of them agree.
class OnlyForm {
 public:
  void add(FormId form) {
    agreed_ = agreed_ && (!form_ || *form_ == form);
    form_ = form;
  }
  [[nodiscard]] std::optional<FormId> get() const { return agreed_ ? form_ : std::nullopt; }

 private:
  std::optional<FormId> form_;
  bool agreed_ = true;
};

/// The one form that all candidates of a label belong to, per table.
void vote(const Token& token, bool has_values, Votes& votes) {
  for (std::size_t t = 0; t < table_count; ++t) {
    OnlyForm any;
    OnlyForm valued;
    for (const standard::LabelCandidate& candidate : token.candidates) {
      if (static_cast<std::size_t>(candidate.table) != t) continue;
      any.add(candidate.form);
      // A label that heads a group in one form and holds numbers in another: the numbers tell them apart.
      if (candidate.is_row) valued.add(candidate.form);
    }
    const std::optional<FormId> form = has_values && valued.get() ? valued.get() : any.get();
    if (form) ++votes[t][static_cast<std::size_t>(*form)];
  }
}

std::optional<FormId> winner(const std::vector<std::uint32_t>& votes) {
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return std::nullopt;
  return static_cast<FormId>(best - votes.begin());
}

}  // namespace

FormId FormChoice::of(TableId table, FormId fallback) const {
  return by_table[static_cast<std::size_t>(table)].value_or(fallback);
}

FormChoice choose_form(const std::vector<PhysicalRow>& rows, const std::vector<TokenRow>& tokens, std::size_t forms) {
  Votes votes;
  votes.fill(std::vector<std::uint32_t>(forms));
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
  std::vector<std::uint32_t> all(forms);
  for (std::size_t t = 0; t < table_count; ++t) {
    choice.by_table[t] = winner(votes[t]);
    for (std::size_t f = 0; f < forms; ++f) all[f] += votes[t][f];
  }
  const auto of = [&](TableId id) { return choice.by_table[static_cast<std::size_t>(id)]; };
  choice.form = of(TableId::t2) ? of(TableId::t2) : of(TableId::t3);
  // The statistics table of a report that has others too was perhaps left over: most labels decide.
  const std::optional<FormId> statistics = of(TableId::stat2014);
  if (statistics && all[static_cast<std::size_t>(*statistics)] * 2 > std::accumulate(all.begin(), all.end(), 0U)) {
    choice.form = statistics;
  }
  return choice;
}

}  // namespace nianbao::report
