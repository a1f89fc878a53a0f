#include "jsonrpc/incoming.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace nianbao::jsonrpc {
namespace {

Incoming malformed(ErrorCode code, std::string message, std::string id = "null") {
  Incoming incoming;
  incoming.id = std::move(id);
  incoming.error = {code, std::move(message)};
  return incoming;
}

Incoming unreadable(ParseError error) {
  if (error == ParseError::too_deep) {
    return malformed(ErrorCode::invalid_request, "the message is nested deeper than 128 levels");
  }
  return malformed(ErrorCode::parse_error, "the message is not JSON");
}

Incoming take_object_apart(Json object) {
  Incoming incoming;
  const Json* id = member(object, "id");
  if (id != nullptr) {
    incoming.id = id_text(*id);
    if (incoming.id.empty()) return malformed(ErrorCode::invalid_request, "the id is neither a string nor an integer");
  }
  const Json* method = member(object, "method");
  if (method == nullptr) {
    if (id == nullptr) return malformed(ErrorCode::invalid_request, "the message has neither a method nor an id");
    incoming.kind = Incoming::Kind::response;
    incoming.whole = RawJson(std::move(object));
    return incoming;
  }
  if (as_string(*method) == nullptr) {
    return malformed(ErrorCode::invalid_request, "the method is not a string", std::move(incoming.id));
  }
  incoming.kind = id != nullptr ? Incoming::Kind::request : Incoming::Kind::notification;
  incoming.method = *as_string(*method);
  if (const auto params = object.find("params"); params != object.end()) incoming.params = RawJson(std::move(*params));
  return incoming;
}

}  // namespace

std::string id_text(const Json& id) {
  if (id.is_string() || id.is_null() || id.is_number_integer()) return dump(id);
  // 1.0 is an integer to JSON-RPC, and some clients know no other numbers; what is echoed is equal to it.
  const auto whole = as_integer(id);
  return whole ? std::to_string(*whole) : std::string();
}

Incoming take_apart(std::string_view message) {
  auto value = parse(message);
  if (!value) return unreadable(value.error());
  if (value->is_array()) {
    return malformed(ErrorCode::invalid_request, "batches of JSON-RPC are not part of LSP: send the messages singly");
  }
  if (!value->is_object()) return malformed(ErrorCode::invalid_request, "the message is not an object");
  return take_object_apart(*std::move(value));
}

}  // namespace nianbao::jsonrpc
