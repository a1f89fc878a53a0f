// The reports of one run, related to each other: every one is looked at once, older ones first, and once more where it
// turns out to have last year's report or parts beside it that came later. Must not know how results are shown.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <tl/expected.hpp>

#include "cli/pipeline.h"
#include "cli/settings_finder.h"
#include "workspace/report_index.h"

namespace nianbao::cli {

using Outcome = tl::expected<CheckedFile, ReadFailure>;

struct RunContext {
  const std::vector<Source>& sources;
  std::istream& in;
  const standard::Standard& standard;
  SettingsFinder& settings;
  std::uint32_t jobs = 1;
};

/// Calls `consume(i, outcome)` for every source in order; the same whatever the number of jobs. `looked_at(n)` is told
/// how many reports were read so far.
void check_all(const RunContext& context, const std::function<void(std::size_t)>& looked_at,
               const std::function<void(std::size_t, Outcome)>& consume);

}  // namespace nianbao::cli
