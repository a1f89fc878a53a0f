// Arithmetic relations (勾稽关系) between cells, in a form that a machine evaluates.
// Must not know what a cell means.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "standard/ids.h"

namespace nianbao::standard {

/// Index into Form::cells.
using CellIndex = std::uint16_t;

struct Term {
  CellIndex cell = 0;
  std::int32_t factor = 1;
};

/// How the terms of a side become one number. max is used by ST.UNION only.
enum class Fold : std::uint8_t { sum, max };

/// One side of a relation: fold of factor × cell, plus a constant (in whole units).
struct Expression {
  Fold fold = Fold::sum;
  std::vector<Term> terms;
  std::int64_t constant = 0;
};

enum class Comparison : std::uint8_t { equal, less_equal, greater_equal, greater, less };

/// left ⟨comparison⟩ right.
struct Condition {
  Expression left;
  Comparison comparison = Comparison::equal;
  Expression right;
};

enum class RelationKind : std::uint8_t { equality, inequality, implication, cross_year, aggregate };

/// `then` must hold wherever every condition of `when` does (`when` is empty but for implications).
/// Cross-year relations name last year's cells in `then.right` (by this form's indices: a last year's report of another
/// form is matched by row and column id). An aggregate without terms holds for every data cell.
struct Relation {
  std::string id;        ///< T3.ROW
  std::string instance;  ///< entry id put in place of {x}, or empty
  std::string rule;      ///< id of the rule that reports it: sum/row-total
  RelationKind kind = RelationKind::equality;
  TableId table = TableId::t3;
  Severity severity = Severity::error;
  Confidence confidence = Confidence::seen;
  std::vector<Condition> when;
  Condition then;
  std::string rationale;
  std::string risk;  ///< when it may fail although the report is right
};

/// A relation that no formula over cells of one form can express: ranges of values, structure, prose. For
/// documentation.
struct RelationNote {
  std::string id;
  std::string kind;     ///< domain, structure, narrative, plausibility, …
  std::string rule;     ///< id of the rule that carries it out, or empty: left out on purpose
  std::string formula;  ///< for people
  Severity severity = Severity::information;
  Confidence confidence = Confidence::seen;
  std::string rationale;
  std::string risk;
};

}  // namespace nianbao::standard
