#include "cli/lsp_port.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "jsonrpc/framing.h"

namespace nianbao::cli {
namespace {

/// How often the client's process is looked at while nothing else happens: it is not outlived by a second.
constexpr std::chrono::milliseconds watch_interval{700};

enum class Wait : std::uint8_t {
  no,
  for_a_while,  ///< until there is something, the input has ended or the interval is over
  for_input,    ///< until there is something or the input has ended
};

/// Bytes that were read and not yet taken. The reader thread only ever puts bytes here.
class ByteQueue {
 public:
  void put(std::string_view bytes) {
    const std::scoped_lock lock(mutex_);
    bytes_ += bytes;
    changed_.notify_one();
  }
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_one();
  }
  /// Everything that is there.
  std::string take(Wait wait) {
    std::unique_lock lock(mutex_);
    const auto is_something_there = [&] { return closed_ || !bytes_.empty(); };
    if (wait == Wait::for_a_while) changed_.wait_for(lock, watch_interval, is_something_there);
    if (wait == Wait::for_input) changed_.wait(lock, is_something_there);
    return std::exchange(bytes_, {});
  }
  [[nodiscard]] bool ended() {
    const std::scoped_lock lock(mutex_);
    return closed_ && bytes_.empty();
  }
  [[nodiscard]] bool empty() {
    const std::scoped_lock lock(mutex_);
    return bytes_.empty();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string bytes_;
  bool closed_ = false;
};

/// The thread cannot be stopped while it blocks in a read, so it is left to itself and shares the queue.
void start_reader(std::shared_ptr<ByteQueue> queue, std::function<std::size_t(std::span<char>)> read) {
  std::thread([queue = std::move(queue), read = std::move(read)] {
    std::array<char, 65536> buffer{};
    while (const std::size_t count = read(buffer)) queue->put({buffer.data(), count});
    queue->close();
  }).detach();
}

std::vector<std::string> complete_messages(jsonrpc::Splitter& splitter, const PortStreams& streams) {
  std::vector<std::string> messages;
  while (auto next = splitter.next()) {
    if (*next) {
      messages.push_back(std::move(**next));
    } else {
      streams.log(jsonrpc::describe(next->error()));
    }
  }
  return messages;
}

bool write_all(const std::vector<std::string>& messages, const PortStreams& streams) {
  std::string bytes;
  for (const auto& message : messages) bytes += jsonrpc::encode(message);
  return bytes.empty() || streams.write(bytes);
}

/// The last catch: what breaks inside a handler (memory, above all) is answered, and the session goes on.
template <typename Work>
std::vector<std::string> guarded(workspace::Server& server, const PortStreams& streams, Work work) {
  try {
    return work();
  } catch (const std::exception& broken) {
    streams.log(broken.what());
    return server.abandon_running(broken.what());
  }
}

}  // namespace

int serve(workspace::Server& server, const PortStreams& streams) {
  const auto queue = std::make_shared<ByteQueue>();
  start_reader(queue, streams.read);
  jsonrpc::Splitter splitter;
  bool rested = streams.rest == nullptr;
  while (!server.exit_code()) {
    const bool idle = !server.has_work();
    const bool is_watching = server.client_process() || !rested;
    splitter.feed(queue->take(!idle ? Wait::no : is_watching ? Wait::for_a_while : Wait::for_input));
    const auto messages = complete_messages(splitter, streams);
    if (!messages.empty()) {
      const auto replies = guarded(server, streams, [&] { return server.handle_batch(messages); });
      if (!write_all(replies, streams)) return server.exit_code_at_eof();
      rested = streams.rest == nullptr;
    }
    if (server.exit_code()) break;
    if (queue->ended()) return server.exit_code_at_eof();
    if (server.has_work() && queue->empty()) {
      const auto sent = guarded(server, streams, [&] { return server.step(); });
      if (!write_all(sent, streams)) return server.exit_code_at_eof();
    } else if (idle && messages.empty()) {
      if (!std::exchange(rested, true)) streams.rest();
      const auto client = server.client_process();
      if (client && !streams.process_lives(*client)) return server.exit_code_at_eof();
    }
  }
  return *server.exit_code();
}

}  // namespace nianbao::cli
