// Where the project and the shared folder beside it stand. Tests that need the latter skip where it is absent.
// Functions, not macros: one source file knows the paths, so that the compiled rest is the same in every checkout.
#pragma once

#include <string>

namespace nianbao::paths {

[[nodiscard]] std::string source();
[[nodiscard]] std::string shared();

}  // namespace nianbao::paths
