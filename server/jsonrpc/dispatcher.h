// Messages to handlers by method, answers in order and exactly once, cancellation, our own requests.
// Must not know LSP's structs; no input or output, no threads: texts of messages go in and come out.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jsonrpc/error.h"
#include "jsonrpc/json.h"
#include "jsonrpc/reply.h"

namespace nianbao::jsonrpc {

/// When a request is worked on.
enum class Scheduling : std::uint8_t {
  sync,                      ///< at once, whatever follows: it changes the server's state
  read,                      ///< at once, unless a message that waits together with it cancels it
  read_invalidated_by_edit,  ///< as `read`; answered with ContentModified if an edit of its subject waits behind it
  background,                ///< in `step`, when nothing else waits
};

/// What a notification does to documents.
enum class Effect : std::uint8_t { none, edit };

/// The client's answer to one of our requests: exactly one of the two is set.
struct Response {
  const Json* result = nullptr;
  const Error* error = nullptr;
};

/// One client. Handlers must not call `handle`, `handle_batch` or `step`.
class Dispatcher {
 public:
  using RequestHandler = std::function<void(const Json& params, Reply reply)>;
  using NotificationHandler = std::function<void(const Json& params)>;
  using ResponseHandler = std::function<void(Response response)>;
  using Task = std::function<void()>;
  /// An error refuses the message; a refused notification is dropped.
  using Gate = std::function<std::optional<Error>(std::string_view method)>;
  /// What a message is about (a document), from its parameters. Empty: everything.
  using Subject = std::function<std::string(const Json& params)>;

  Dispatcher();
  ~Dispatcher();
  Dispatcher(Dispatcher&&) noexcept;
  Dispatcher& operator=(Dispatcher&&) noexcept;

  void on_request(std::string method, Scheduling scheduling, RequestHandler handler);
  void on_notification(std::string method, Effect effect, NotificationHandler handler);
  void set_gate(Gate gate);
  void set_subject(Subject subject);

  /// Takes one message; returns the texts to be sent, in order.
  [[nodiscard]] std::vector<std::string> handle(std::string_view message);
  /// Takes messages that wait together, in order, knowing the later ones.
  [[nodiscard]] std::vector<std::string> handle_batch(std::span<const std::string> messages);

  /// Runs one background request or task.
  [[nodiscard]] std::vector<std::string> step();
  [[nodiscard]] bool has_work() const;
  /// Work for `step`, behind what waits there.
  void post(Task task);

  /// Sends with the next texts that are returned.
  void notify(std::string_view method, const Json& params);
  void request(std::string_view method, const Json& params, ResponseHandler handler);
  /// What handlers sent outside of `handle` and `step`.
  [[nodiscard]] std::vector<std::string> take_output();

  /// For the last catch of a port: answers the request that was being worked on when it broke.
  [[nodiscard]] std::vector<std::string> abandon_running(std::string_view why);

  /// Requests not answered yet.
  [[nodiscard]] std::size_t pending_count() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace nianbao::jsonrpc
