// One function per command. What they share: the environment, the standard, a speaker and understood options.
// Must not know how arguments are written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/speaker.h"
#include "cli/style.h"
#include "standard/standard.h"

namespace nianbao::cli {

struct CommandContext {
  const Environment& environment;
  const standard::Standard& standard;
  const Speaker& speaker;
  const Options& options;
  Style style;
  const std::vector<CheckedFile>& faulty_laws;  ///< texts of laws that could not be read in full, with findings
};

enum class DumpStage : std::uint8_t { tables, tree, report, citations };

[[nodiscard]] int run_check(const CommandContext& context);
[[nodiscard]] int run_fix(const CommandContext& context);
[[nodiscard]] int run_format(const CommandContext& context);
[[nodiscard]] int run_new(const CommandContext& context);
[[nodiscard]] int run_localise(const CommandContext& context);
[[nodiscard]] int run_completion(const CommandContext& context);
[[nodiscard]] int run_man(const CommandContext& context);
[[nodiscard]] int run_render(const CommandContext& context);
[[nodiscard]] int run_dump(const CommandContext& context, DumpStage stage);
/// `paths` of the options hold what is to be explained.
[[nodiscard]] int run_explain(const CommandContext& context);
/// `law add FILE…`, `law list`: the user's library of official texts.
[[nodiscard]] int run_law(const CommandContext& context);
[[nodiscard]] int run_rules(const CommandContext& context);
/// Serves one client on the standard streams of the process; the standard is loaded later, by the server.
[[nodiscard]] int run_lsp(const Environment& environment);

}  // namespace nianbao::cli
