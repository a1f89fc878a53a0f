// Mutants of one kind in all forms and layouts: what the tests of the corpus walk over.
// Must not know what is tested.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "support/known_forms.h"
#include "support/make_report.h"
#include "support/mutants/mutant.h"

namespace nianbao::test {

// Under sanitizers a few of each kind will do: what is sought there is another sort of mistake.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t mutants_of_a_kind = 5;
#else
constexpr std::size_t mutants_of_a_kind = 42;
#endif
constexpr std::uint64_t most_tries = 1200;

/// Calls `use(specimen, mutant, seed)` for mutants of this kind; how many there were.
template <typename Use>
std::size_t each_mutant(const MutantKind& kind, Use use, std::size_t most = mutants_of_a_kind) {
  using report::Layout;
  using standard::FormId;
  constexpr std::array layouts = {Layout::pipe, Layout::html, Layout::tab, Layout::lines, Layout::aligned};
  constexpr std::array forms = {known::f2021, known::f2019, known::f2014};
  std::size_t made = 0;
  for (std::uint64_t seed = 1; seed <= most_tries && made < most; ++seed) {
    const FormId form = forms[seed % forms.size()];
    const Layout layout = layouts[(seed / forms.size()) % layouts.size()];
    const Specimen from = specimen(testing::the_standard(), random_shape(form, layout, false, seed), seed);
    Random random(seed * 31);
    const std::optional<Mutant> mutant = kind.make(from, random);
    if (!mutant) continue;
    ++made;
    use(from, *mutant, seed);
  }
  return made;
}

}  // namespace nianbao::test
