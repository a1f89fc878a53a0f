// The one entrance to the rules: a report in, findings out, in the order of the text.
// Must not know who asks: editors and command line get the same findings.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/digest.h"
#include "rules/finding.h"
#include "standard/standard.h"

namespace nianbao::rules {

class Memory;

enum class Locale : std::uint8_t { zh, en };

/// For layout/deadline: whose date applies. `unknown` is decided by the organ's name.
enum class OrganLevel : std::uint8_t { unknown, government, department, township };

/// Where an editor names the article beside its number: 第三十六条（答复的七种情形）.
enum class LawHints : std::uint8_t { off, first, all };
/// A day of the year after the report's.
struct Day {
  std::int32_t month = 0;
  std::int32_t day = 0;
  friend constexpr auto operator<=>(const Day&, const Day&) = default;
};

struct Options {
  Locale locale = Locale::zh;
  std::map<std::string, standard::Severity, std::less<>> severities;  ///< by rule id or group ("sum/*")
  OrganLevel level = OrganLevel::unknown;
  LawHints law_hints = LawHints::first;
  std::optional<Day> deadline;             ///< a local date that goes before the law's
  std::vector<std::string> allowed_words;  ///< prose/word leaves them alone
  std::vector<std::string> confusions;     ///< more pairs for prose/word: 帐→账
};

/// All findings of a report, suppressed ones left out, sorted by place; severities after settings; `off` ones left out.
/// `relatives` are the reports that it is compared with (year/*); `memory` makes the next check of the same document
/// faster and changes nothing else.
[[nodiscard]] std::vector<Finding> check(const report::Report& report, const standard::Standard& standard,
                                         const Options& options, const Relatives& relatives = {},
                                         Memory* memory = nullptr);

/// True for the rules of the catalogue that this version checks; the others can be named in settings already.
[[nodiscard]] bool is_checked(std::string_view rule);

/// Equalities of the report's form that could be evaluated, and how many of them hold: 勾稽 40/42.
struct RelationTally {
  std::int32_t evaluated = 0;
  std::int32_t holding = 0;
  std::int32_t cells_read = 0;  ///< cells whose place was found, blank ones included
  std::int32_t cells_total = 0;
};
[[nodiscard]] RelationTally tally(const report::Report& report, const standard::Standard& standard);

/// The finding's text edits applied to the source. Edits are sorted and disjoint.
[[nodiscard]] std::string apply(std::string_view source, const std::vector<TextEdit>& edits);

/// Edits of all preferred fixes (with `inferred_too`: also those with one result that rest on inference), without
/// overlaps: the first in the order of the text wins.
[[nodiscard]] std::vector<TextEdit> fix_all(const std::vector<Finding>& findings, bool inferred_too);

}  // namespace nianbao::rules
