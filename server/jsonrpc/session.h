// What the dispatcher and the replies it gave away share: requests not yet answered, and messages to be sent.
// Internal to jsonrpc/. Must not know handlers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "jsonrpc/error.h"

namespace nianbao::jsonrpc {

struct Session {
  struct Pending {
    std::string id;  ///< as JSON text: 1 and "1" are two
    std::string method;
  };

  /// Ordered by arrival: tokens only grow.
  std::map<std::uint64_t, Pending> pending;
  std::vector<std::string> outbox;

  [[nodiscard]] std::uint64_t token_of(std::string_view id) const;  ///< 0 when nothing is pending under that id
  /// The answer to a pending request; does nothing for any other token.
  void answer(std::uint64_t token, std::string_view result_text);
  void answer(std::uint64_t token, const Error& error);
  void send_error(std::string_view id, const Error& error);
};

}  // namespace nianbao::jsonrpc
