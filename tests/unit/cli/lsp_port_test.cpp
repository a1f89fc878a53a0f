// The port's promises to an editor: order, an end when the input ends, exit codes, no work lost, no hang.
#include "cli/lsp_port.h"

#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>

#include <gtest/gtest.h>

#include "harness.h"
#include "jsonrpc/framing.h"

namespace nianbao::cli {
namespace {

/// The client's side of the input: bytes can be sent later, the end comes when it is closed.
class Pipe {
 public:
  void send(const std::string& body) {
    const std::scoped_lock lock(mutex_);
    bytes_ += jsonrpc::encode(body);
    changed_.notify_all();
  }
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  std::size_t read(std::span<char> buffer) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !bytes_.empty(); });
    // Odd portions, so that headers and characters are torn.
    const std::size_t count = std::min({buffer.size(), bytes_.size(), std::size_t{7}});
    std::memcpy(buffer.data(), bytes_.data(), count);
    bytes_.erase(0, count);
    return count;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string bytes_;
  bool closed_ = false;
};

struct Served {
  int code = -1;
  std::string out;
};

Served serve_all(const std::vector<std::string>& messages, bool end_of_input = true, bool client_lives = true,
                 bool can_write = true) {
  const auto pipe = std::make_shared<Pipe>();
  for (const auto& message : messages) pipe->send(message);
  if (end_of_input) pipe->close();
  Served served;
  PortStreams streams;
  streams.read = [pipe](std::span<char> buffer) { return pipe->read(buffer); };
  streams.write = [&](std::string_view bytes) {
    served.out += bytes;
    return can_write;
  };
  streams.log = [](std::string_view) {};
  streams.process_lives = [&](std::int64_t) { return client_lives; };
  workspace::Server server({"test", nullptr});
  served.code = serve(server, streams);
  pipe->close();
  return served;
}

const std::string initialize =
    R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":4711,"rootUri":null,"capabilities":{}}})";
const std::string initialized = R"({"jsonrpc":"2.0","method":"initialized","params":{}})";
const std::string shutdown = R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})";
const std::string exit_message = R"({"jsonrpc":"2.0","method":"exit"})";

TEST(LspPort, a_session_ends_with_0_after_shutdown) {
  const Served served = serve_all({initialize, initialized, shutdown, exit_message}, false);
  EXPECT_EQ(served.code, 0);
  EXPECT_NE(served.out.find(R"("id":1)"), std::string::npos);
  EXPECT_NE(served.out.find(R"("id":2)"), std::string::npos);
  EXPECT_LT(served.out.find(R"("id":1)"), served.out.find(R"("id":2)"));
}

TEST(LspPort, exit_without_shutdown_is_1) {
  EXPECT_EQ(serve_all({initialize, exit_message}, false).code, 1);
}

TEST(LspPort, the_end_of_the_input_ends_the_process) {
  EXPECT_EQ(serve_all({}).code, 1);
  EXPECT_EQ(serve_all({initialize}).code, 1);
  EXPECT_EQ(serve_all({initialize, shutdown}).code, 0);
}

TEST(LspPort, a_client_that_died_ends_the_process) {
  EXPECT_EQ(serve_all({initialize}, false, false).code, 1);
}

TEST(LspPort, a_reader_that_went_away_ends_the_process) {
  EXPECT_EQ(serve_all({initialize}, false, true, false).code, 1);
}

TEST(LspPort, an_idle_server_rests_once_after_messages) {
  const auto pipe = std::make_shared<Pipe>();
  pipe->send(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
  PortStreams streams;
  streams.read = [pipe](std::span<char> buffer) { return pipe->read(buffer); };
  streams.write = [](std::string_view) { return true; };
  streams.log = [](std::string_view) {};
  streams.process_lives = [](std::int64_t) { return true; };
  int rests = 0;
  streams.rest = [&] {
    if (++rests == 1) pipe->send(shutdown);
    if (rests == 2) pipe->close();
  };
  workspace::Server server({"test", nullptr});
  EXPECT_EQ(serve(server, streams), 0);
  EXPECT_EQ(rests, 2);
}

}  // namespace
}  // namespace nianbao::cli
