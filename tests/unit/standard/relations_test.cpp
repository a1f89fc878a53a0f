// The relations of the forms: how many, over which cells, reported by which rule.
#include <map>
#include <set>

#include "standard_fixture.h"
#include "support/known_forms.h"

namespace nianbao::standard {
namespace {

using Relations = StandardTest;

std::size_t equalities(const Form& form, TableId table) {
  std::size_t count = 0;
  for (const Relation& relation : form.relations) {
    if (relation.kind == RelationKind::equality && relation.table == table) ++count;
  }
  return count;
}

TEST_F(Relations, CoverEveryRowAndColumnOfTableThree) {
  const Form& now = standard.form(known::f2021);
  EXPECT_EQ(relations_of(now, "T3.ROW").size(), 25U);
  EXPECT_EQ(relations_of(now, "T3.SUM21").size(), 7U);
  EXPECT_EQ(relations_of(now, "T3.BAL").size(), 7U);
  EXPECT_EQ(equalities(now, TableId::t3), 39U);
  EXPECT_EQ(equalities(now, TableId::t4), 3U);
  EXPECT_EQ(equalities(standard.form(known::f2019), TableId::t3), 37U);
  EXPECT_EQ(equalities(standard.form(known::f2014), TableId::stat2014), 7U);
}

TEST_F(Relations, SumTheLeavesOfTheResults) {
  const auto sums = relations_of(standard.form(known::f2021), "T3.SUM21");
  ASSERT_FALSE(sums.empty());
  EXPECT_EQ(sums.front()->then.right.terms.size(), 21U);
  EXPECT_EQ(relations_of(standard.form(known::f2019), "T3.SUM19").front()->then.right.terms.size(), 19U);
}

/// A total column must add up to the same whether it is read by rows or by columns: no cell may be left out or counted
/// twice by a sum.
TEST_F(Relations, UseEachCellOncePerSum) {
  for (const Form& form : standard.forms) {
    for (const Relation& relation : form.relations) {
      if (relation.kind != RelationKind::equality) continue;
      std::set<CellIndex> cells;
      for (const auto& side : {relation.then.left, relation.then.right}) {
        EXPECT_FALSE(side.terms.empty()) << relation.id;
        for (const Term& term : side.terms) {
          EXPECT_TRUE(cells.insert(term.cell).second) << relation.id << " " << relation.instance;
          EXPECT_EQ(term.factor, 1) << relation.id;
          ASSERT_LT(term.cell, form.cells.size());
          EXPECT_EQ(form.cells[term.cell].table, relation.table) << relation.id;
          EXPECT_NE(form.cells[term.cell].type, ValueType::none) << relation.id;
        }
      }
    }
  }
}

/// As certain errors only what no correct report can break (rules.md, "Error severity is reserved …").
TEST_F(Relations, AreErrorsOnlyWhereNothingElseIsPossible) {
  const std::set<std::string> certain{"T3.BAL",        "T3.SUM19",      "T3.SUM21",     "T3.ROW",
                                      "T4.SUM.review", "T4.SUM.direct", "T4.SUM.after", "ST.RECV",
                                      "ST.STAFF",      "ST.NORM1",      "ST.PRESS",     "ST.INTERVIEW"};
  std::set<std::string> errors;
  for (const Form& form : standard.forms) {
    for (const Relation& relation : form.relations) {
      if (relation.severity == Severity::error) errors.insert(relation.id);
    }
  }
  EXPECT_EQ(errors, certain);
}

TEST_F(Relations, NameTheRuleThatReportsThem) {
  std::map<std::string, std::set<std::string>> ids_by_rule;
  for (const Form& form : standard.forms) {
    for (const Relation& relation : form.relations) {
      EXPECT_NE(standard.rule(relation.rule), nullptr) << relation.id;
      ids_by_rule[relation.rule].insert(relation.id);
    }
    for (const RelationNote& note : form.notes) {
      EXPECT_TRUE(note.rule.empty() || standard.rule(note.rule) != nullptr) << note.id;
      EXPECT_FALSE(note.formula.empty()) << note.id;
    }
  }
  EXPECT_EQ(ids_by_rule["sum/row-total"], (std::set<std::string>{"T3.ROW"}));
  EXPECT_EQ(ids_by_rule["sum/result-total"], (std::set<std::string>{"T3.SUM19", "T3.SUM21"}));
  EXPECT_EQ(ids_by_rule["sum/channels"], (std::set<std::string>{"ST.UNION.max", "ST.UNION.sum"}));
  EXPECT_EQ(ids_by_rule["sum/stock"], (std::set<std::string>{"T2.PUB19", "T2.STOCK19", "T2.VALID21"}));
  EXPECT_EQ(ids_by_rule["year/carry-over"], (std::set<std::string>{"XY.CARRY"}));
}

TEST_F(Relations, ReadFactorsFoldsAndConstants) {
  const Form& now = standard.form(known::f2021);
  const auto valid = relations_of(now, "T2.VALID21");
  ASSERT_EQ(valid.size(), 2U);
  EXPECT_EQ(valid[0]->then.left.terms.size(), 3U);
  EXPECT_EQ(valid[0]->then.left.terms[2].factor, -1);
  EXPECT_EQ(valid[0]->then.comparison, Comparison::greater_equal);
  EXPECT_TRUE(valid[0]->then.right.terms.empty());
  const auto unit = relations_of(now, "T2.UNIT21");
  ASSERT_EQ(unit.size(), 1U);
  EXPECT_EQ(unit[0]->then.right.constant, 100000);
  EXPECT_EQ(unit[0]->then.comparison, Comparison::less);
  const auto channels = relations_of(standard.form(known::f2014), "ST.UNION.max");
  ASSERT_EQ(channels.size(), 1U);
  EXPECT_EQ(channels[0]->then.right.fold, Fold::max);
  EXPECT_EQ(channels[0]->then.right.terms.size(), 5U);
  const auto cases = relations_of(now, "X.LIT0");
  ASSERT_EQ(cases.size(), 1U);
  ASSERT_EQ(cases[0]->when.size(), 1U);
  EXPECT_EQ(cases[0]->when[0].left.terms.size(), 3U);
}

TEST_F(Relations, NameLastYearsCellsOnTheRight) {
  const Form& now = standard.form(known::f2021);
  const auto carry = relations_of(now, "XY.CARRY");
  ASSERT_EQ(carry.size(), 7U);
  EXPECT_EQ(now.cells[carry[0]->then.left.terms.at(0).cell].row, "t3_carried_in");
  EXPECT_EQ(now.cells[carry[0]->then.right.terms.at(0).cell].row, "t3_carried_out");
  const auto all = relations_of(now, "AGG.SUM");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0]->then.left.terms.empty()) << "an aggregate without terms stands for every cell";
}

}  // namespace
}  // namespace nianbao::standard
