// One message as it came, taken apart (JSON-RPC 2.0, sections 4 and 5).
// Internal to jsonrpc/. Must not know handlers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "jsonrpc/error.h"
#include "jsonrpc/json.h"

namespace nianbao::jsonrpc {

struct Incoming {
  enum class Kind : std::uint8_t { request, notification, response, malformed };

  Kind kind = Kind::malformed;
  std::string id = "null";  ///< as JSON text
  std::string method;
  RawJson params;  ///< a request's or notification's; null where absent
  RawJson whole;   ///< a response
  Error error;     ///< of a malformed one
};

[[nodiscard]] Incoming take_apart(std::string_view message);

/// JSON text of an id that may be one (string, whole number, null); empty otherwise.
[[nodiscard]] std::string id_text(const Json& id);

}  // namespace nianbao::jsonrpc
