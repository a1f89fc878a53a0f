// One finding per root cause: what to leave out where several families speak of the same thing.
// Must not know reports; works on finished findings.
#include "rules/overlaps.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::rules {
namespace {

bool same_repair(const Finding& a, const Finding& b) {
  return std::any_of(a.fixes.begin(), a.fixes.end(), [&](const Fix& fix) {
    return !fix.edits.empty() &&
           std::any_of(b.fixes.begin(), b.fixes.end(), [&](const Fix& other) { return other.edits == fix.edits; });
  });
}

/// A sum that explains a cell says more than a rule on the cell's form: -5 for 5 is one slip, not two.
int depth(const Finding& finding) {
  return std::string_view(finding.rule).substr(0, 4) == "sum/" ? 1 : 0;
}

bool within(const std::vector<std::string>& cells, const std::vector<std::string>& others) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const std::string& cell) {
    return std::find(others.begin(), others.end(), cell) != others.end();
  });
}

bool repeats(const Finding& weaker, const Finding& stronger) {
  // A value inferred for a cell explains what the cell's own rule has to say: blank, but 21 is missing there.
  if (stronger.rule == "sum/culprit" && weaker.rule.starts_with("table/") && within(weaker.cells, stronger.cells)) {
    return true;
  }
  if (weaker.rule == stronger.rule || weaker.range != stronger.range || weaker.range.empty()) return false;
  if (depth(weaker) >= depth(stronger)) return false;
  return same_repair(weaker, stronger);
}

}  // namespace

void drop_overlaps(std::vector<Finding>& findings) {
  // Only sums are the stronger of two, and a report has few of them: linear in everything else.
  std::vector<std::size_t> sums;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (depth(findings[i]) > 0) sums.push_back(i);
  }
  std::vector<bool> dropped(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const std::size_t j : sums) {
      if (i == j || dropped[j] || !repeats(findings[i], findings[j])) continue;
      dropped[i] = true;
      break;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) findings[kept] = std::move(findings[i]);
    ++kept;
  }
  findings.resize(kept);
}

}  // namespace nianbao::rules
