#include "jsonrpc/dispatcher.h"

#include <deque>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "jsonrpc/incoming.h"
#include "jsonrpc/session.h"

namespace nianbao::jsonrpc {
namespace {

constexpr std::string_view cancel_method = "$/cancelRequest";

/// The id that a cancellation names; empty when it is none.
std::string cancelled_id(const Incoming& message) {
  if (message.kind != Incoming::Kind::notification || message.method != cancel_method) return {};
  const Json* id = member(message.params.get(), "id");
  return id != nullptr ? id_text(*id) : std::string();
}

Error cancelled(std::string_view method) {
  return {ErrorCode::request_cancelled, fmt::format("{}: cancelled", method)};
}

}  // namespace

class Dispatcher::Impl {
 public:
  struct RequestRoute {
    Scheduling scheduling;
    RequestHandler handler;
  };
  struct NotificationRoute {
    Effect effect;
    NotificationHandler handler;
  };

  void handle(std::span<const Incoming> messages) {
    for (std::size_t i = 0; i < messages.size(); ++i) {
      const Incoming& message = messages[i];
      switch (message.kind) {
        case Incoming::Kind::malformed:
          session->send_error(message.id, message.error);
          break;
        case Incoming::Kind::response:
          take_response(message);
          break;
        case Incoming::Kind::notification:
          take_notification(message);
          break;
        case Incoming::Kind::request:
          take_request(message, messages.subspan(i + 1));
          break;
      }
    }
  }

  void step() {
    if (tasks.empty()) return;
    const Task task = std::move(tasks.front());
    tasks.pop_front();
    task();
    running = 0;
  }

  std::vector<std::string> take_output() { return std::exchange(session->outbox, {}); }

  std::shared_ptr<Session> session = std::make_shared<Session>();
  std::unordered_map<std::string, RequestRoute> requests;
  std::unordered_map<std::string, NotificationRoute> notifications;
  std::unordered_map<std::string, ResponseHandler> waiting;  ///< by the text of our id
  std::deque<Task> tasks;
  Gate gate;
  Subject subject;
  std::uint64_t last_token = 0;
  std::uint64_t last_own_id = 0;
  std::uint64_t running = 0;  ///< token of the request whose handler is at work

 private:
  void take_request(const Incoming& message, std::span<const Incoming> later) {
    if (session->token_of(message.id) != 0) {
      session->send_error(
          message.id, {ErrorCode::invalid_request, fmt::format("{}: the id {} is in use", message.method, message.id)});
      return;
    }
    const std::uint64_t token = ++last_token;
    session->pending.emplace(token, Session::Pending{message.id, message.method});
    if (gate) {
      if (const auto refused = gate(message.method)) return session->answer(token, *refused);
    }
    const auto found = requests.find(message.method);
    if (found == requests.end()) {
      return session->answer(token, Error{ErrorCode::method_not_found, "unknown method: " + message.method});
    }
    const RequestRoute& route = found->second;
    if (const auto moot = moot_by(message, route.scheduling, later)) return session->answer(token, *moot);
    if (route.scheduling == Scheduling::background) return defer(message.params, route.handler, token);
    run(message.params.get(), route.handler, token);
  }

  void run(const Json& params, const RequestHandler& handler, std::uint64_t token) {
    running = token;
    handler(params, Reply(session, token));
    running = 0;
  }

  void defer(const RawJson& params, const RequestHandler& handler, std::uint64_t token) {
    tasks.push_back([this, params, &handler, token] {
      if (session->pending.contains(token)) run(params.get(), handler, token);
    });
  }

  /// Why a request need not be worked on, seeing what waits behind it.
  std::optional<Error> moot_by(const Incoming& request, Scheduling scheduling, std::span<const Incoming> later) const {
    if (scheduling == Scheduling::sync) return std::nullopt;
    for (const Incoming& message : later) {
      if (cancelled_id(message) == request.id) return cancelled(request.method);
      if (scheduling == Scheduling::read_invalidated_by_edit && edits_subject_of(message, request)) {
        return Error{ErrorCode::content_modified, request.method + ": the document was edited"};
      }
    }
    return std::nullopt;
  }

  bool edits_subject_of(const Incoming& message, const Incoming& request) const {
    if (message.kind != Incoming::Kind::notification) return false;
    const auto route = notifications.find(message.method);
    if (route == notifications.end() || route->second.effect != Effect::edit) return false;
    if (!subject) return true;
    const std::string edited = subject(message.params.get());
    const std::string read = subject(request.params.get());
    return edited.empty() || read.empty() || edited == read;
  }

  void take_notification(const Incoming& message) {
    if (const std::string id = cancelled_id(message); !id.empty()) {
      const std::uint64_t token = session->token_of(id);
      if (token != 0) session->answer(token, cancelled(session->pending.at(token).method));
      return;
    }
    if (gate && gate(message.method)) return;
    const auto found = notifications.find(message.method);
    if (found != notifications.end()) found->second.handler(message.params.get());
  }

  void take_response(const Incoming& message) {
    const auto found = waiting.find(message.id);
    if (found == waiting.end()) return;
    const ResponseHandler handler = std::move(found->second);
    waiting.erase(found);
    const Json& whole = message.whole.get();
    const Json* failure = member(whole, "error");
    if (failure == nullptr || failure->is_null()) {
      static const Json null;
      const Json* result = member(whole, "result");
      return handler({result != nullptr ? result : &null, nullptr});
    }
    const Json* code = member(*failure, "code");
    const Json* text = member(*failure, "message");
    Error error;
    if (code != nullptr) error.code = static_cast<ErrorCode>(as_int32(*code).value_or(0));
    if (text != nullptr && as_string(*text) != nullptr) error.message = *as_string(*text);
    handler({nullptr, &error});
  }
};

Dispatcher::Dispatcher() : impl_(std::make_unique<Impl>()) {}
Dispatcher::~Dispatcher() = default;
Dispatcher::Dispatcher(Dispatcher&&) noexcept = default;
Dispatcher& Dispatcher::operator=(Dispatcher&&) noexcept = default;

void Dispatcher::on_request(std::string method, Scheduling scheduling, RequestHandler handler) {
  impl_->requests.insert_or_assign(std::move(method), Impl::RequestRoute{scheduling, std::move(handler)});
}

void Dispatcher::on_notification(std::string method, Effect effect, NotificationHandler handler) {
  impl_->notifications.insert_or_assign(std::move(method), Impl::NotificationRoute{effect, std::move(handler)});
}

void Dispatcher::set_gate(Gate gate) {
  impl_->gate = std::move(gate);
}

void Dispatcher::set_subject(Subject subject) {
  impl_->subject = std::move(subject);
}

std::vector<std::string> Dispatcher::handle(std::string_view message) {
  const Incoming incoming = take_apart(message);
  impl_->handle({&incoming, 1});
  return impl_->take_output();
}

std::vector<std::string> Dispatcher::handle_batch(std::span<const std::string> messages) {
  std::vector<Incoming> incoming;
  incoming.reserve(messages.size());
  for (const std::string& message : messages) incoming.push_back(take_apart(message));
  impl_->handle(incoming);
  return impl_->take_output();
}

std::vector<std::string> Dispatcher::step() {
  impl_->step();
  return impl_->take_output();
}

bool Dispatcher::has_work() const {
  return !impl_->tasks.empty();
}

void Dispatcher::post(Task task) {
  impl_->tasks.push_back(std::move(task));
}

void Dispatcher::notify(std::string_view method, const Json& params) {
  impl_->session->outbox.push_back(
      fmt::format(R"({{"jsonrpc":"2.0","method":{},"params":{}}})", dump(Json(method)), dump(params)));
}

void Dispatcher::request(std::string_view method, const Json& params, ResponseHandler handler) {
  const std::string id = std::to_string(++impl_->last_own_id);
  impl_->waiting.emplace(id, std::move(handler));
  impl_->session->outbox.push_back(
      fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":{},"params":{}}})", id, dump(Json(method)), dump(params)));
}

std::vector<std::string> Dispatcher::take_output() {
  return impl_->take_output();
}

std::vector<std::string> Dispatcher::abandon_running(std::string_view why) {
  const auto found = impl_->session->pending.find(impl_->running);
  if (found != impl_->session->pending.end()) {
    const std::string text = fmt::format("{}: {}", found->second.method, why);
    impl_->session->answer(impl_->running, Error{ErrorCode::internal_error, text});
  }
  impl_->running = 0;
  return impl_->take_output();
}

std::size_t Dispatcher::pending_count() const {
  return impl_->session->pending.size();
}

}  // namespace nianbao::jsonrpc
