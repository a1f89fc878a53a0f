// A client and a server in one process: scripted sessions without any file descriptor.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "workspace/server.h"

namespace nianbao::test {

using Json = nlohmann::json;

/// The correct report that the protocol tests use, too; and the same with the total of 予以公开 wrong (29, not 28).
[[nodiscard]] const std::string& sample_report();
[[nodiscard]] std::string wrong_total();

class Session {
 public:
  static constexpr const char* uri = "file:///tmp/report.md";

  explicit Session(std::shared_ptr<workspace::FileProvider> files = nullptr, workspace::PageKeeper pages = nullptr);

  Json request(std::string_view method, const Json& params);
  void notify(std::string_view method, const Json& params);
  void send(const Json& message);
  /// All at once, as messages that wait together.
  void send_together(const std::vector<Json>& messages);
  /// Lets the server do everything that it deferred.
  void settle();

  /// Initialises with the capabilities of a modern push client, changed by `adapt`.
  Json initialize(const std::function<void(Json& params)>& adapt = {});
  void open(const std::string& text, std::int32_t version = 1, const char* language = "nianbao");
  void replace(const std::string& text, std::int32_t version);

  /// Everything the server sent, in order.
  [[nodiscard]] const std::vector<Json>& sent() const { return sent_; }
  [[nodiscard]] std::optional<Json> reply(const Json& id) const;
  [[nodiscard]] std::size_t count(std::string_view method) const;
  /// The last publication for the document; null if none.
  [[nodiscard]] Json published() const;

  workspace::Server server;

  [[nodiscard]] static Json message(std::string_view method, const Json& params);
  [[nodiscard]] static Json message(std::string_view method, const Json& params, const Json& id);

 private:
  void take(const std::vector<std::string>& messages);

  std::vector<Json> sent_;
  int next_id_ = 0;
};

}  // namespace nianbao::test
