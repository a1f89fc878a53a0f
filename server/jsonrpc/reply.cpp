#include "jsonrpc/reply.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "jsonrpc/session.h"

namespace nianbao::jsonrpc {

std::uint64_t Session::token_of(std::string_view id) const {
  for (const auto& [token, request] : pending) {
    if (request.id == id) return token;
  }
  return 0;
}

void Session::answer(std::uint64_t token, std::string_view result_text) {
  const auto found = pending.find(token);
  if (found == pending.end()) return;
  outbox.push_back(fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", found->second.id, result_text));
  pending.erase(found);
}

void Session::answer(std::uint64_t token, const Error& error) {
  const auto found = pending.find(token);
  if (found == pending.end()) return;
  send_error(found->second.id, error);
  pending.erase(found);
}

void Session::send_error(std::string_view id, const Error& error) {
  outbox.push_back(fmt::format(R"({{"jsonrpc":"2.0","id":{},"error":{{"code":{},"message":{}}}}})", id,
                               static_cast<std::int32_t>(error.code), dump(Json(error.message))));
}

Reply& Reply::operator=(Reply&& other) noexcept {
  if (this != &other) {
    give_up();
    session_ = std::move(other.session_);
    token_ = other.token_;
  }
  return *this;
}

Reply::~Reply() {
  give_up();
}

void Reply::ok(const Json& result) {
  if (is_wanted()) session_->answer(token_, dump(result));
}

void Reply::fail(const Error& error) {
  if (is_wanted()) session_->answer(token_, error);
}

bool Reply::is_wanted() const {
  return session_ != nullptr && session_->pending.contains(token_);
}

void Reply::give_up() {
  if (!is_wanted()) return;
  const std::string& method = session_->pending.at(token_).method;
  session_->answer(token_, Error{ErrorCode::internal_error, method + ": the request was not answered"});
}

}  // namespace nianbao::jsonrpc
