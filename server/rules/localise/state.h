// Residuals of one table while changes are tried on it: cheap to apply, cheap to take back.
// Must not know cells or costs.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "rules/localise/structure.h"

namespace nianbao::rules::localise {

/// The residual vector with the set of broken equations and a linear hash: hash(a + b) = hash(a) + hash(b).
class State {
 public:
  State(const Structure& structure, const std::vector<Value>& values) : structure_(structure) {
    for (Index e = 0; e < structure.equation_count(); ++e) {
      std::int64_t residual = 0;
      for (const Term& term : structure.whole().equations[Structure::index(e)].terms) {
        residual += term.factor * values[Structure::index(term.cell)].value;
      }
      change(e, residual);
    }
  }

  [[nodiscard]] Mask broken() const { return broken_; }
  [[nodiscard]] int broken_count() const { return std::popcount(broken_); }
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  [[nodiscard]] std::int64_t residual(Index equation) const { return residuals_[Structure::index(equation)]; }

  void apply(std::span<const Move> effects, std::int64_t d) {
    for (const Move& effect : effects) change(effect.index, effect.factor * d);
  }
  void take_back(std::span<const Move> effects, std::int64_t d) { apply(effects, -d); }

 private:
  void change(Index equation, std::int64_t by) {
    std::int64_t& residual = residuals_[Structure::index(equation)];
    residual += by;
    hash_ += static_cast<std::uint64_t>(by) * structure_.hash_factor(equation);
    broken_ = residual != 0 ? broken_ | bit(equation) : broken_ & ~bit(equation);
  }

  const Structure& structure_;
  std::array<std::int64_t, max_equations> residuals_{};
  Mask broken_ = 0;
  std::uint64_t hash_ = 0;
};

}  // namespace nianbao::rules::localise
