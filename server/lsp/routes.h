// Typed handlers for a dispatcher: the signature of a handler is its registration, one line per method.
// Must not know any method.
#pragma once

#include <concepts>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include "jsonrpc/dispatcher.h"
#include "lsp/reader.h"
#include "lsp/writer.h"

namespace nianbao::lsp {

using jsonrpc::Effect;
using jsonrpc::Reply;
using jsonrpc::Scheduling;

namespace detail {

template <typename T>
void answer(Reply& reply, const std::string&, const T& result) {
  reply.ok(json_of(result));
}

/// A result that may be an error (`tl::expected<T, jsonrpc::Error>`); the method is named in front of its message.
template <typename T>
void answer(Reply& reply, const std::string& method, const tl::expected<T, jsonrpc::Error>& result) {
  if (result) return reply.ok(json_of(*result));
  reply.fail({result.error().code, method + ": " + result.error().message});
}

}  // namespace detail

/// Reads parameters, calls, writes results:
///     routes.request<HoverParams>("textDocument/hover", Scheduling::read, [&](const HoverParams& p) { return hover(p);
///     });
/// A handler returns what `json_of` can write: a struct, an optional or a vector of it, nullptr, or
/// `tl::expected<…, jsonrpc::Error>`. One that answers later takes a `Reply` as its second argument and returns
/// nothing.
class Routes {
 public:
  /// Told of a notification whose parameters could not be read; it has no other way to complain.
  using Complaint = std::function<void(const std::string& text)>;

  explicit Routes(jsonrpc::Dispatcher& dispatcher, Complaint complaint = {})
      : dispatcher_(&dispatcher), complaint_(std::move(complaint)) {}

  template <typename Params, typename Handler>
  void request(std::string method, Scheduling scheduling, Handler handler) {
    auto untyped = [method, handler = std::move(handler)](const Json& json, Reply reply) {
      auto params = read_params<Params>(json);
      if (!params) {
        return reply.fail({jsonrpc::ErrorCode::invalid_params, method + ": " + params.error()});
      }
      if constexpr (std::is_invocable_v<const Handler&, const Params&, Reply>) {
        handler(*params, std::move(reply));
      } else {
        detail::answer(reply, method, handler(*params));
      }
    };
    dispatcher_->on_request(std::move(method), scheduling, std::move(untyped));
  }

  template <typename Params, typename Handler>
  void notification(std::string method, Effect effect, Handler handler) {
    auto untyped = [method, handler = std::move(handler), complaint = complaint_](const Json& json) {
      auto params = read_params<Params>(json);
      if (params) return handler(*params);
      if (complaint) complaint(method + ": " + params.error());
    };
    dispatcher_->on_notification(std::move(method), effect, std::move(untyped));
  }

 private:
  jsonrpc::Dispatcher* dispatcher_;
  Complaint complaint_;
};

}  // namespace nianbao::lsp
