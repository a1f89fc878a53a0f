// The entrance: hands messages to the session and takes what it has to say.
#include "workspace/server.h"

#include <iterator>
#include <utility>

#include "workspace/impl.h"

namespace nianbao::workspace {

Server::Server(ServerOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Server::~Server() = default;

std::vector<std::string> Server::handle(std::string_view message) {
  return impl_->dispatcher().handle(message);
}

std::vector<std::string> Server::handle_batch(std::span<const std::string> messages) {
  return impl_->dispatcher().handle_batch(messages);
}

std::vector<std::string> Server::step(Budget budget) {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < budget.slices && has_work(); ++i) {
    std::vector<std::string> more = impl_->dispatcher().step();
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return out;
}

bool Server::has_work() const {
  return impl_->dispatcher().has_work();
}

std::optional<int> Server::exit_code() const {
  return impl_->lifecycle().exit_code();
}

int Server::exit_code_at_eof() const {
  return impl_->lifecycle().exit_code_at_eof();
}

std::optional<std::int64_t> Server::client_process() const {
  return impl_->client_process();
}

std::vector<std::string> Server::abandon_running(std::string_view why) {
  return impl_->dispatcher().abandon_running(why);
}

}  // namespace nianbao::workspace
