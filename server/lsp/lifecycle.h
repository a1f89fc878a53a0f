// The order in which a session lives: initialize, work, shutdown, exit (LSP 3.17, "Server lifecycle").
// Must not know what is done in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "jsonrpc/error.h"

namespace nianbao::lsp {

/// Tell it of each step as it happens; ask it, as the dispatcher's gate, whether a method may come now.
class Lifecycle {
 public:
  void initialize() { state_ = State::initialized; }
  void shutdown() { state_ = State::shut_down; }
  void exit() { exited_ = true; }

  /// Why the method may not come now. `exit` always may, a second `initialize` never.
  [[nodiscard]] std::optional<jsonrpc::Error> refuse(std::string_view method) const;

  [[nodiscard]] bool is_initialized() const { return state_ == State::initialized; }
  /// Set once `exit` came.
  [[nodiscard]] std::optional<int> exit_code() const;
  /// The code if the input ends now: 0 after `shutdown`, else 1.
  [[nodiscard]] int exit_code_at_eof() const { return state_ == State::shut_down ? 0 : 1; }

 private:
  enum class State : std::uint8_t { started, initialized, shut_down };
  State state_ = State::started;
  bool exited_ = false;
};

}  // namespace nianbao::lsp
