// Carries bytes between a client's streams and the language server: the loop that workspace/server.h describes.
// Must not know LSP; the streams are injected, so that tests run it in process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "workspace/server.h"

namespace nianbao::cli {

struct PortStreams {
  /// Blocks until there are bytes; how many were read, 0 at the end of the input. Called in a thread of its own, which
  /// may outlive the loop: what it refers to must stay alive until the process ends.
  std::function<std::size_t(std::span<char>)> read;
  /// False once nobody reads any more.
  std::function<bool(std::string_view)> write;
  /// One line for the log (standard error).
  std::function<void(std::string_view)> log;
  std::function<bool(std::int64_t)> process_lives;
  /// Called once when nothing has happened for a moment. Null: there is nothing to do then.
  std::function<void()> rest = nullptr;
};

/// Serves until `exit`, the end of the input, a write error or the death of the client's process. The exit code.
[[nodiscard]] int serve(workspace::Server& server, const PortStreams& streams);

}  // namespace nianbao::cli
