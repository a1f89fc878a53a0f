// The language server as a library: messages in, messages out, and deferred work in steps. The one entrance of
// workspace/. Must not know threads, file descriptors, clocks or framing (Content-Length): a port brings those
// (cli/lsp_command.cpp).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "standard/standard.h"
#include "workspace/file_provider.h"
#include "workspace/law_library.h"

namespace nianbao::workspace {

using PageKeeper = std::function<std::string(const std::string& name, const std::string& text)>;

struct ServerOptions {
  std::string version;  ///< for serverInfo
  /// The standard to use. Null: the embedded one, loaded when it is first needed, which is after the reply to
  /// `initialize`, so that an editor does not wait for it.
  std::shared_ptr<const standard::Standard> standard;
  /// Texts of the user's law library. Null: there are none.
  LawReader law_files = nullptr;
  /// Files that are not open in the editor. Null: there are none.
  std::shared_ptr<FileProvider> files = nullptr;
  /// Keeps one of our pages (law/711.md) as a file, for clients that can open nothing else; gives its URI, or nothing
  /// where it could not be written. Null: such clients are given the URI of the page.
  PageKeeper keep_page = nullptr;
};

/// How much deferred work one `step` may do. A slice is one check of one document.
struct Budget {
  std::uint32_t slices = 1;
};

/// One client, one thread. Messages are JSON texts without header. What is returned must be written in that order.
///
/// A port's loop:
///     while (!server.exit_code()) {
///       wait until the queue holds a message, or not at all while server.has_work();
///       write(server.handle_batch(everything that is in the queue now));
///       if (queue is empty && server.has_work()) write(server.step());
///     }
/// At the end of the input the port stops and exits with `server.exit_code_at_eof()`.
class Server {
 public:
  explicit Server(ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Takes one message; returns the replies and notifications that are due at once.
  [[nodiscard]] std::vector<std::string> handle(std::string_view message);

  /// Takes messages that wait together, in order. Knowing the later ones, it answers requests that are cancelled or
  /// made stale among them without working on them. Checks are left to `step`, so edits here are checked once.
  [[nodiscard]] std::vector<std::string> handle_batch(std::span<const std::string> messages);

  /// Does deferred work (checks after edits); returns what it publishes.
  [[nodiscard]] std::vector<std::string> step(Budget budget = {});
  [[nodiscard]] bool has_work() const;

  /// Set once the client sent `exit`: 0 after `shutdown`, else 1.
  [[nodiscard]] std::optional<int> exit_code() const;
  /// The code for an input that ended without `exit`: 0 after `shutdown`, else 1.
  [[nodiscard]] int exit_code_at_eof() const;
  /// The client's process (`processId` of `initialize`), which a port may watch.
  [[nodiscard]] std::optional<std::int64_t> client_process() const;

  /// For the last catch of a port: answers the request whose handler broke, so that the session goes on.
  [[nodiscard]] std::vector<std::string> abandon_running(std::string_view why);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nianbao::workspace
