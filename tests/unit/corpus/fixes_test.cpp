// What every fix promises, on every kind of defect: its finding goes, none comes, nothing else changes, a second run
// has nothing to do; and it writes as the report is written.

#include "rules/fixes.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "support/mutants/each_mutant.h"
#include "text/normalise.h"

namespace nianbao::test {
namespace {

using report::CellState;
using rules::Finding;
using rules::Fix;
using rules::TextEdit;

constexpr std::size_t most_mutants = mutants_of_a_kind / 2;  // each with all its fixes

/// A text as the program sees it.
struct Seen {
  std::string text;
  report::Report report;
  std::vector<Finding> findings;
};

Seen seen(const Specimen& from, std::string text) {
  report::Report report = report_of(from.standard, text, from.generated.shape.web_page);
  std::vector<Finding> findings = rules::check(report, from.standard, rules::Options{});
  return {std::move(text), std::move(report), std::move(findings)};
}

std::string list(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += "\n    " + finding.rule + " " + finding.message;
  return text;
}

std::string list(const std::vector<TextEdit>& edits, std::string_view text) {
  std::string result;
  for (const TextEdit& edit : edits) {
    result += "\n    «" + std::string(text.substr(edit.range.begin, edit.range.size())) + "» → «" + edit.new_text + "»";
  }
  return result;
}

bool ordered(const std::vector<TextEdit>& edits, std::size_t size) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].range.end > size || edits[i].range.end < edits[i].range.begin) return false;
    if (i > 0 && (edits[i].range.begin < edits[i - 1].range.end || rules::conflict(edits[i - 1], edits[i])))
      return false;
  }
  return true;
}

/// The findings of each text, so that one more of a kind is seen.
std::map<std::pair<std::string, std::string>, int> counted(const std::vector<Finding>& findings) {
  std::map<std::pair<std::string, std::string>, int> result;
  for (const Finding& finding : findings) ++result[{finding.rule, finding.message}];
  return result;
}

bool touched(const std::vector<TextEdit>& edits, text::ByteRange range) {
  return std::any_of(edits.begin(), edits.end(), [&](const TextEdit& edit) {
    return edit.range.begin <= range.end && range.begin <= edit.range.end;
  });
}

/// Cells that the fix does not write in, and that say something else afterwards.
std::string changed_cells(const Specimen& from, const Seen& before, const Seen& after,
                          const std::vector<TextEdit>& edits) {
  std::string result;
  for (std::size_t index = 0; index < from.form.cells.size(); ++index) {
    const auto* old = before.report.cell(static_cast<standard::CellIndex>(index));
    const auto* now = after.report.cell(static_cast<standard::CellIndex>(index));
    if (old == nullptr || old->state == CellState::absent || touched(edits, old->range)) continue;
    if (now == nullptr || now->state != old->state || now->value() != old->value()) {
      result += " " + from.form.cells[index].row + "/" + from.form.cells[index].column;
    }
  }
  return result;
}

/// What a person has to choose among, or fill in: nobody knows yet what the rest of the report will say to it.
bool open_question(const Finding& finding, const Fix& fix) {
  return fix.asks || (fix.inferred && finding.fixes.size() > 1);
}

std::string more_than_before(const Seen& before, const Seen& after, const Finding& finding, const Fix& fix) {
  std::string said;
  const auto old = counted(before.findings);
  const auto now = counted(after.findings);
  const std::pair own(finding.rule, finding.message);
  if (now.count(own) > 0 && now.at(own) >= old.at(own)) said += "still there; ";
  for (const auto& [each, count] : now) {
    const auto known = old.find(each);
    const bool fewer = known == old.end() || known->second < count;
    if (fewer && !open_question(finding, fix)) said += "new: " + each.first + " " + each.second + "; ";
  }
  return said;
}

std::string other_script(const Specimen& from, const Fix& fix) {
  std::string said;
  for (const TextEdit& edit : fix.edits) {
    const std::string& words = edit.new_text;
    const bool traditional = from.generated.shape.traditional;
    if (words != (traditional ? text::to_traditional(words) : text::to_simplified(words))) said += " «" + words + "»";
  }
  return said.empty() ? said : "in another script:" + said + "; ";
}

/// In aligned text everything behind a cell keeps its column, unless the new number finds no room.
std::string moved_columns(const Seen& before, const Fix& fix) {
  for (const report::Grid& grid : before.report.grids) {
    if (grid.layout != report::Layout::aligned) continue;
    for (const report::CellReading& cell : grid.cells) {
      const auto edit = std::find_if(fix.edits.begin(), fix.edits.end(),
                                     [&](const TextEdit& each) { return each.range.begin == cell.range.begin; });
      if (cell.range.empty() || edit == fix.edits.end()) continue;
      const std::string_view behind = std::string_view(before.text).substr(cell.range.end);
      const std::size_t room = behind.find_first_not_of(' ');
      const bool last = room == std::string_view::npos || behind[room] == '\n' || behind[room] == '\r';
      const std::size_t needed = edit->new_text.find_last_not_of(' ') + 1;
      if (last || needed + 2 > cell.range.size() + room) continue;
      if (edit->new_text.size() != edit->range.size()) return "moves what stands behind it; ";
    }
  }
  return {};
}

class Fixes : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Fixes, DoWhatTheySayAndNothingElse) {
  std::map<std::string, std::string> wrong;  // one of each rule is enough to read
  const auto judge = [&](const Specimen& from, const Mutant& mutant, std::uint64_t seed) {
    const Seen before = seen(from, mutant.text);
    for (const Finding& finding : before.findings) {
      for (const Fix& fix : finding.fixes) {
        if (fix.edits.empty()) continue;
        const Seen after = seen(from, applied(before.text, fix.edits));
        std::string said = ordered(fix.edits, before.text.size()) ? "" : "edits out of order; ";
        said += more_than_before(before, after, finding, fix) + other_script(from, fix) + moved_columns(before, fix);
        const std::string cells = changed_cells(from, before, after, fix.edits);
        if (!cells.empty()) said += "other cells changed:" + cells;
        if (said.empty()) continue;
        wrong[finding.rule] = "\n" + describe(from.generated.shape, seed) + "\n  " + finding.rule + " " +
                              finding.message + "\n  " + fix.title + list(fix.edits, before.text) + "\n  " + said +
                              "\n  before:" + list(before.findings) + "\n  after:" + list(after.findings);
      }
    }
  };
  each_mutant(all_mutants()[GetParam()], judge, most_mutants);
  std::string all;
  for (const auto& [rule, what] : wrong) all += what;
  EXPECT_EQ(all, "");
}

TEST_P(Fixes, OfAllFindingsDoNotOverlapAndHaveNothingToDoTwice) {
  std::string wrong;
  each_mutant(
      all_mutants()[GetParam()],
      [&](const Specimen& from, const Mutant& mutant, std::uint64_t seed) {
        for (const bool inferred_too : {false, true}) {
          const Seen before = seen(from, mutant.text);
          const std::vector<TextEdit> edits = rules::fix_all(before.findings, inferred_too);
          if (edits.empty()) continue;
          const Seen after = seen(from, applied(before.text, edits));
          const std::vector<TextEdit> again = rules::fix_all(after.findings, inferred_too);
          if (ordered(edits, before.text.size()) && again.empty()) continue;
          wrong = "\n" + describe(from.generated.shape, seed) + "\n  first:" + list(edits, before.text) +
                  "\n  again:" + list(again, after.text) + "\n  before:" + list(before.findings) +
                  "\n  after:" + list(after.findings);
        }
      },
      most_mutants);
  EXPECT_EQ(wrong, "");
}

std::string kind_name(const ::testing::TestParamInfo<std::size_t>& info) {
  std::string name(all_mutants()[info.param].name);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(AllKinds, Fixes, ::testing::Range<std::size_t>(0, all_mutants().size()), kind_name);

}  // namespace
}  // namespace nianbao::test
