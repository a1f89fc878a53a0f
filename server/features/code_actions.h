// Quick fixes of the findings in a range, and the one action that applies every fix that is beyond doubt.
// Must not know LSP; the titles come from the rules and the message tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/snapshot.h"
#include "text/byte_range.h"

namespace nianbao::features {

/// A command of the client's extension, for what needs a person's words or the client's settings.
struct ClientCommand {
  std::string name;
  std::vector<std::string> arguments;
};

struct CodeAction {
  enum class Kind : std::uint8_t { quickfix, fix_all, other };
  Kind kind = Kind::quickfix;
  std::string title;
  bool preferred = false;
  std::vector<rules::TextEdit> edits;
  std::optional<std::size_t> finding;  ///< index into the snapshot's findings
  std::optional<ClientCommand> command;
};

struct CodeActionOptions {
  bool quickfix = true;
  bool fix_all = true;
  std::vector<std::size_t> findings;  ///< to be served although they do not touch the range
  bool client_commands = false;       ///< offer 忽略这一处…, 不再检查此类…, 查看规则说明
  /// Whatever is answered is carried out without being shown: one fix of each of `findings`, and only where there is no
  /// choice.
  bool unseen = false;
};

/// Findings that touch the range, in order; for each the surest fix first, then other readings, then what the client
/// does. fix-all comes last and holds preferred fixes only, of the whole document.
[[nodiscard]] std::vector<CodeAction> code_actions(const Snapshot& snapshot, text::ByteRange range,
                                                   const standard::Standard& standard, const rules::Options& options,
                                                   const CodeActionOptions& action_options);

}  // namespace nianbao::features
