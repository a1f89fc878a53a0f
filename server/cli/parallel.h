// Work on many items in several threads, with the results handed on in order.
// Must not know what the work is.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nianbao::cli {

/// Calls `produce(i)` for every i below `count` in up to `jobs` threads, and `consume(i, result)` in the caller's
/// thread, in order. At most a window of results waits, so that a folder of thousands stays small in memory.
/// `produce` must not throw.
template <typename Result>
void for_each_in_order(std::size_t count, std::uint32_t jobs, const std::function<Result(std::size_t)>& produce,
                       const std::function<void(std::size_t, Result)>& consume) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) consume(i, produce(i));
    return;
  }
  const std::size_t workers = std::min<std::size_t>(jobs, count);
  const std::size_t window = 4 * workers;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Result>> results(count);
  std::size_t next = 0;
  std::size_t consumed = 0;

  const auto work = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return next >= count || next < consumed + window; });
      if (next >= count) return;
      const std::size_t index = next++;
      lock.unlock();
      Result result = produce(index);
      lock.lock();
      results[index].emplace(std::move(result));
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  threads.reserve(workers);
  for (std::size_t i = 0; i < workers; ++i) threads.emplace_back(work);
  for (std::size_t index = 0; index < count; ++index) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return results[index].has_value(); });
    Result result = std::move(*results[index]);
    results[index].reset();
    lock.unlock();
    consume(index, std::move(result));
    lock.lock();
    consumed = index + 1;
    changed.notify_all();
  }
}

}  // namespace nianbao::cli
