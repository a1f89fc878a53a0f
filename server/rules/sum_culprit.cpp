// Findings of error localisation: the culprit cell, the choices, or the sums that no cell explains.
// Must not know any cell, row or table by name, nor how readings are found.
#include "rules/sum_culprit.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "rules/sum_choices.h"

namespace nianbao::rules {
namespace {

using localise::Index;
using localise::Reading;
using localise::Slip;
using localise::SlipKind;
using localise::Verdict;
using report::Decimal;

constexpr std::string_view culprit_rule = "sum/culprit";

/// The words of an inferred slip, by the last part of the message id; empty where nothing is worth saying.
std::string_view slip_id(SlipKind kind) {
  switch (kind) {
    case SlipKind::digits_swapped:
      return "swapped";
    case SlipKind::digit_dropped:
      return "dropped";
    case SlipKind::digit_doubled:
      return "doubled";
    case SlipKind::digit_inserted:
      return "doubled";
    case SlipKind::digit_mistyped:
      return "altered";
    case SlipKind::part_missed:
      return "missed";
    case SlipKind::part_twice:
      return "twice";
    default:
      return {};
  }
}

class Explanation {
 public:
  Explanation(const SumScene& scene, const SumSystem& sums, const Verdict& verdict)
      : scene_(scene), system_(sums), verdict_(verdict) {}

  /// One finding per slip, as each is a cause of its own.
  std::vector<Finding> culprits() const {
    const Reading& reading = verdict_.readings.front();
    std::vector<Finding> findings;
    for (const Slip& slip : reading.slips) {
      std::vector<CellChange> changes = changes_of(scene_, system_, reading, slip.cells);
      if (changes.empty()) continue;
      if (slip.kind == SlipKind::blank_row) fill_row(changes);
      findings.push_back(culprit(slip, changes));
      if (reading.slips.size() > 1) add_common_fix(reading, findings.back());
    }
    return findings;
  }

 private:
  Finding culprit(const Slip& slip, const std::vector<CellChange>& changes) const {
    const std::vector<Index> broken = broken_through(slip.cells);
    Finding finding = finding_on(scene_, std::string(culprit_rule), marked(slip, changes).cell);
    finding.cells.clear();
    for (const CellChange& change : changes) finding.cells.push_back(cell_id(scene_.form, change.cell));
    finding.severity = severity(broken);
    finding.message = message(slip, changes, broken.size());
    finding.related = related(changes, broken, finding.range);
    Fix fix = fix_of(scene_, fix_title(slip, changes), changes);
    if (!fix.edits.empty()) finding.fixes.push_back(std::move(fix));
    return finding;
  }

  /// Where a row was left blank, its zeros were, too.
  void fill_row(std::vector<CellChange>& changes) const {
    const standard::RowSpec* row = scene_.form.row_of(changes.front().cell);
    for (std::uint16_t i = 0; row != nullptr && i < row->cell_count; ++i) {
      const auto cell = static_cast<standard::CellIndex>(row->first_cell + i);
      const auto place = std::ranges::lower_bound(changes, cell, {}, &CellChange::cell);
      if (place != changes.end() && place->cell == cell) continue;
      if (scene_.cells.blank(cell)) changes.insert(place, {cell, Decimal{}});
    }
  }

  /// The first cell of the text; of a number that strayed the cell where it stands now.
  const CellChange& marked(const Slip& slip, const std::vector<CellChange>& changes) const {
    const bool first_holds = slip.kind == SlipKind::moved && scene_.value(changes.front().cell) == Decimal{};
    return first_holds && changes.size() > 1 ? changes[1] : changes.front();
  }

  /// With several slips only all repairs together settle the table.
  void add_common_fix(const Reading& reading, Finding& finding) const {
    std::vector<CellChange> changes;
    for (const Slip& slip : reading.slips) {
      const std::vector<CellChange> own = changes_of(scene_, system_, reading, slip.cells);
      changes.insert(changes.end(), own.begin(), own.end());
    }
    Fix fix =
        fix_of(scene_, scene_.context.say("sum/culprit.fix-all", {{"count", std::to_string(changes.size())}}), changes);
    if (fix.edits.empty()) return;
    fix.asks = !fix.preferred;
    finding.fixes.insert(fix.preferred ? finding.fixes.begin() : finding.fixes.end(), std::move(fix));
  }

  std::vector<Index> broken_through(const std::vector<Index>& cells) const {
    std::vector<Index> result;
    for (const Index e : verdict_.broken) {
      const auto& terms = system_.sums.equations[static_cast<std::size_t>(e)].terms;
      const bool through = std::any_of(terms.begin(), terms.end(), [&](const localise::Term& term) {
        return std::find(cells.begin(), cells.end(), term.cell) != cells.end();
      });
      if (through) result.push_back(e);
    }
    return result;
  }

  standard::Severity severity(const std::vector<Index>& broken) const {
    standard::Severity weakest = standard::Severity::error;
    for (const Index e : broken) weakest = std::max(weakest, severity_of(scene_, instance(e)));
    return weakest;
  }

  const Instance& instance(Index e) const { return *system_.instances[static_cast<std::size_t>(e)]; }

  std::vector<Related> related(const std::vector<CellChange>& changes, const std::vector<Index>& broken,
                               text::ByteRange place) const {
    std::vector<Related> result;
    std::vector<standard::CellIndex> all;
    for (const CellChange& change : changes) all.push_back(change.cell);
    for (const standard::CellIndex each : all) {
      const report::CellReading* cell = scene_.cells.reading(each);
      if (cell == nullptr || all.size() == 1 || cell->range == place) continue;
      result.push_back({cell->range, part_name(scene_, all, each) + " " + written(each)});
    }
    for (const Index e : broken) result.push_back(related_sum(scene_, instance(e), changes.size() == 1));
    sort_related(result);
    return result;
  }

  std::string written(standard::CellIndex cell) const {
    if (scene_.cells.blank(cell)) return scene_.context.say("sum/unfilled");
    return number_text(scene_.context, scene_.value(cell));
  }

  std::string slip_text(const Slip& slip, const CellChange& change) const {
    const std::string_view id = slip_id(slip.kind);
    if (id.empty()) return {};
    const std::int64_t amount = std::abs(change.value.scaled - scene_.value(change.cell).scaled);
    std::string part;
    if (slip.other != localise::no_cell) {
      const standard::CellIndex other = system_.cells[static_cast<std::size_t>(slip.other)];
      part = part_name(scene_, {change.cell, other}, other);
    }
    return scene_.context.say(std::string(culprit_rule) + ".slip." + std::string(id),
                              {{"part", part}, {"amount", number_text(scene_.context, Decimal{amount})}});
  }

  std::string message(const Slip& slip, const std::vector<CellChange>& changes, std::size_t broken) const {
    const std::string count = std::to_string(broken);
    const CellChange& first = changes.front();
    const std::string expected = number_text(scene_.context, first.value);
    if (changes.size() == 1 && scene_.cells.blank(first.cell)) {
      return scene_.context.say("sum/culprit.blank", {{"expected", expected}, {"count", count}});
    }
    if (changes.size() == 1) {
      return scene_.context.say(
          "sum/culprit",
          {{"value", written(first.cell)}, {"expected", expected}, {"slip", slip_text(slip, first)}, {"count", count}});
    }
    if (slip.kind == SlipKind::exchanged || slip.kind == SlipKind::moved) return exchange_message(slip, changes, count);
    if (slip.kind == SlipKind::shifted_left || slip.kind == SlipKind::shifted_right ||
        slip.kind == SlipKind::blank_row) {
      return row_message(slip, changes, count);
    }
    std::string cells;
    for (const CellChange& change : changes) {
      if (!cells.empty()) cells += scene_.context.say("word.list");
      cells += scene_.context.say("sum/culprit.change", {{"cell", cell_name(scene_, change.cell)},
                                                         {"value", written(change.cell)},
                                                         {"expected", number_text(scene_.context, change.value)}});
    }
    return scene_.context.say("sum/culprit.set",
                              {{"size", std::to_string(changes.size())}, {"cells", cells}, {"count", count}});
  }

  std::string exchange_message(const Slip& slip, const std::vector<CellChange>& changes,
                               const std::string& count) const {
    const CellChange& from = marked(slip, changes);
    const CellChange& to = from.cell == changes[0].cell ? changes[1] : changes[0];
    const std::vector<standard::CellIndex> both = {from.cell, to.cell};
    return scene_.context.say(slip.kind == SlipKind::moved ? "sum/culprit.moved" : "sum/culprit.exchanged",
                              {{"value", written(from.cell)},
                               {"other-value", written(to.cell)},
                               {"cell", part_name(scene_, both, from.cell)},
                               {"other", part_name(scene_, both, to.cell)},
                               {"count", count}});
  }

  /// The whole row as it should be.
  std::string row_message(const Slip& slip, const std::vector<CellChange>& changes, const std::string& count) const {
    std::string values;
    if (const standard::RowSpec* row = scene_.form.row_of(changes.front().cell)) {
      for (std::uint16_t i = 0; i < row->cell_count; ++i) {
        const auto cell = static_cast<standard::CellIndex>(row->first_cell + i);
        const auto change =
            std::find_if(changes.begin(), changes.end(), [&](const CellChange& c) { return c.cell == cell; });
        if (i > 0) values += scene_.context.say("word.list");
        values += number_text(scene_.context, change != changes.end() ? change->value : scene_.value(cell));
      }
    }
    const std::string_view id = slip.kind == SlipKind::blank_row      ? "sum/culprit.blank-row"
                                : slip.kind == SlipKind::shifted_left ? "sum/culprit.shifted-left"
                                                                      : "sum/culprit.shifted-right";
    return scene_.context.say(id, {{"values", values}, {"count", count}});
  }

  std::string fix_title(const Slip& slip, const std::vector<CellChange>& changes) const {
    const std::string value = number_text(scene_.context, changes.front().value);
    if (changes.size() == 1) {
      return scene_.context.say(scene_.cells.blank(changes.front().cell) ? "sum/fill" : "fix.set", {{"value", value}});
    }
    if (slip.kind == SlipKind::exchanged || slip.kind == SlipKind::moved) {
      return scene_.context.say("sum/culprit.fix-exchange");
    }
    return scene_.context.say("sum/culprit.fix-all", {{"count", std::to_string(changes.size())}});
  }

  const SumScene& scene_;
  const SumSystem& system_;
  const Verdict& verdict_;
};

}  // namespace

std::vector<Finding> explain_sums(const SumScene& scene, const SumSystem& sums, const Verdict& verdict) {
  switch (verdict.outcome) {
    case localise::Outcome::none:
      return {};
    case localise::Outcome::culprit:
      return Explanation(scene, sums, verdict).culprits();
    case localise::Outcome::choices:
      return {choices_finding(scene, sums, verdict)};
    case localise::Outcome::fallback:
      return fallback_findings(scene, sums, verdict);
  }
  return {};
}

}  // namespace nianbao::rules
