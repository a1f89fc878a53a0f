#include "session.h"

#include <fstream>
#include <memory>
#include <sstream>

#include <gtest/gtest.h>

#include "standard/standard.h"
#include "support/paths.h"

namespace nianbao::test {
namespace {

std::shared_ptr<const standard::Standard> loaded_once() {
  static const auto shared = [] {
    auto result = standard::load(standard::embedded_files());
    if (!result) ADD_FAILURE() << result.error().file << ' ' << result.error().where << ' ' << result.error().what;
    return std::make_shared<const standard::Standard>(result ? std::move(*result) : standard::Standard());
  }();
  return shared;
}

}  // namespace

const std::string& sample_report() {
  static const std::string text = [] {
    std::ifstream file(paths::source() + "/tests/protocol/sample.md", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }();
  return text;
}

std::string wrong_total() {
  std::string text = sample_report();
  const std::string_view right = "| 21 | 4 | 0 | 1 | 2 | 0 | 28 |";
  const std::size_t at = text.find(right);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, right.size(), "| 21 | 4 | 0 | 1 | 2 | 0 | 29 |");
}

Session::Session(std::shared_ptr<workspace::FileProvider> files, workspace::PageKeeper pages)
    : server({.version = "0.0-test",
              .standard = loaded_once(),
              .files = std::move(files),
              .keep_page = std::move(pages)}) {}

Json Session::message(std::string_view method, const Json& params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
}

Json Session::message(std::string_view method, const Json& params, const Json& id) {
  Json out = message(method, params);
  out["id"] = id;
  return out;
}

void Session::take(const std::vector<std::string>& messages) {
  for (const std::string& text : messages) sent_.push_back(Json::parse(text));
}

void Session::send(const Json& message) {
  take(server.handle(message.dump()));
}

void Session::send_together(const std::vector<Json>& messages) {
  std::vector<std::string> texts;
  for (const Json& message : messages) texts.push_back(message.dump());
  take(server.handle_batch(texts));
}

Json Session::request(std::string_view method, const Json& params) {
  const int id = ++next_id_;
  send(message(method, params, id));
  return reply(id).value_or(Json());
}

void Session::notify(std::string_view method, const Json& params) {
  send(message(method, params));
}

void Session::settle() {
  while (server.has_work()) take(server.step());
}

Json Session::initialize(const std::function<void(Json& params)>& adapt) {
  Json params = Json::parse(R"({"processId":null,"rootUri":null,"capabilities":{
    "general":{"positionEncodings":["utf-16"]},
    "textDocument":{"publishDiagnostics":{"relatedInformation":true,"versionSupport":true,"codeDescriptionSupport":true,
                                          "dataSupport":true},
                    "hover":{"contentFormat":["markdown"]},
                    "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}},
                                  "isPreferredSupport":true,"dataSupport":true}},
    "workspace":{"workspaceEdit":{"documentChanges":true}}}})");
  if (adapt) adapt(params);
  const Json answer = request("initialize", params);
  notify("initialized", Json::object());
  settle();
  return answer;
}

void Session::open(const std::string& text, std::int32_t version, const char* language) {
  notify("textDocument/didOpen",
         {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", version}, {"text", text}}}});
}

void Session::replace(const std::string& text, std::int32_t version) {
  notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                    {"contentChanges", Json::array({Json{{"text", text}}})}});
}

std::optional<Json> Session::reply(const Json& id) const {
  std::optional<Json> found;
  for (const Json& message : sent_) {
    if (message.contains("method") || !message.contains("id") || message["id"] != id) continue;
    EXPECT_FALSE(found) << "answered twice: " << id;
    found = message;
  }
  return found;
}

std::size_t Session::count(std::string_view method) const {
  std::size_t found = 0;
  for (const Json& message : sent_) found += message.contains("method") && message["method"] == method ? 1 : 0;
  return found;
}

Json Session::published() const {
  Json last;
  for (const Json& message : sent_) {
    if (message.contains("method") && message["method"] == "textDocument/publishDiagnostics") last = message["params"];
  }
  return last;
}

}  // namespace nianbao::test
