// The one answer to one request: whoever holds the Reply owes it.
// Must not know methods or scheduling.
#pragma once

#include <cstdint>
#include <memory>

#include "jsonrpc/error.h"
#include "jsonrpc/json.h"

namespace nianbao::jsonrpc {

struct Session;

/// Move-only. The first answer counts, later ones are dropped; destroyed without one, it answers with an error, so
/// that no client waits for ever. A request that was cancelled or went stale was answered already.
class Reply {
 public:
  Reply(std::shared_ptr<Session> session, std::uint64_t token) : session_(std::move(session)), token_(token) {}
  Reply(Reply&& other) noexcept = default;
  Reply& operator=(Reply&& other) noexcept;
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  ~Reply();

  void ok(const Json& result);
  void fail(const Error& error);

  /// False once answered, also by a cancellation: then there is no point in working on.
  [[nodiscard]] bool is_wanted() const;

 private:
  void give_up();

  std::shared_ptr<Session> session_;
  std::uint64_t token_ = 0;
};

}  // namespace nianbao::jsonrpc
