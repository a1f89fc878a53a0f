// Errors as JSON-RPC 2.0 and LSP 3.17 number them.
// Must not know methods.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao::jsonrpc {

enum class ErrorCode : std::int32_t {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_cancelled = -32800,
  content_modified = -32801,
  request_failed = -32803,
};

struct Error {
  ErrorCode code = ErrorCode::internal_error;
  std::string message;
};

}  // namespace nianbao::jsonrpc
