// nianbao/status: what the server tells its own extension about a report after each check.
// Must not know how it is found out.
#pragma once

#include <cstdint>
#include <string>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct StatusParams {
  std::string uri;
  std::string form;  ///< 2014, 2019, 2021; empty: not recognised
  std::uint32_t cells = 0;
  std::uint32_t relations = 0;
  std::uint32_t holding = 0;
  std::uint32_t unfilled = 0;  ///< blank cells, and places in the text that wait for words
  std::string due;             ///< 2026-01-31: to be published by then; empty: not certain
  bool recognised = false;
};

[[nodiscard]] Json json_of(const StatusParams& params);

}  // namespace nianbao::lsp
