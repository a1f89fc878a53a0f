#include "lsp/lifecycle.h"

#include <string>

namespace nianbao::lsp {

std::optional<jsonrpc::Error> Lifecycle::refuse(std::string_view method) const {
  using jsonrpc::Error;
  using jsonrpc::ErrorCode;
  if (method == "exit") return std::nullopt;
  const auto because = [&](std::string_view why) { return std::string(method).append(": ").append(why); };
  switch (state_) {
    case State::started:
      if (method == "initialize") return std::nullopt;
      return Error{ErrorCode::not_initialized, because("the server is not initialized")};
    case State::initialized:
      if (method != "initialize") return std::nullopt;
      return Error{ErrorCode::invalid_request, because("the server is initialized already")};
    case State::shut_down:
      return Error{ErrorCode::invalid_request, because("the server is shut down")};
  }
  return std::nullopt;
}

std::optional<int> Lifecycle::exit_code() const {
  return exited_ ? std::optional(exit_code_at_eof()) : std::nullopt;
}

}  // namespace nianbao::lsp
