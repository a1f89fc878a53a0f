// Typed routes: what a handler returns is what the client gets, and bad parameters never reach it.
#include "lsp/routes.h"

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lsp/hover.h"
#include "lsp/sync.h"

namespace nianbao::lsp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string call(const std::string& method, const std::string& params) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":1,"method":"{}","params":{}}})", method, params);
}

const std::string position = R"({"textDocument":{"uri":"file:///a"},"position":{"line":1,"character":2}})";

class RoutesTest : public testing::Test {
 protected:
  jsonrpc::Dispatcher dispatcher;
  std::vector<std::string> complaints;
  Routes routes{dispatcher, [this](const std::string& text) { complaints.push_back(text); }};
};

TEST_F(RoutesTest, StructsOptionalsVectorsAndNull) {
  routes.request<HoverParams>("hover", Scheduling::read,
                              [](const HoverParams& params) { return Hover{{false, params.text_document.uri}, {}}; });
  routes.request<HoverParams>("nothing", Scheduling::read, [](const HoverParams&) { return std::optional<Hover>(); });
  routes.request<HoverParams>("list", Scheduling::read,
                              [](const HoverParams& params) { return std::vector<Position>{params.position}; });
  routes.request<NoParams>("shutdown", Scheduling::sync, [](const NoParams&) { return nullptr; });
  EXPECT_THAT(
      dispatcher.handle(call("hover", position)),
      ElementsAre(R"({"jsonrpc":"2.0","id":1,"result":{"contents":{"kind":"plaintext","value":"file:///a"}}})"));
  EXPECT_THAT(dispatcher.handle(call("nothing", position)), ElementsAre(R"({"jsonrpc":"2.0","id":1,"result":null})"));
  EXPECT_THAT(dispatcher.handle(call("list", position)),
              ElementsAre(R"({"jsonrpc":"2.0","id":1,"result":[{"character":2,"line":1}]})"));
  EXPECT_THAT(dispatcher.handle(call("shutdown", "null")), ElementsAre(R"({"jsonrpc":"2.0","id":1,"result":null})"));
}

TEST_F(RoutesTest, ErrorsNameTheMethod) {
  routes.request<HoverParams>("hover", Scheduling::read,
                              [](const HoverParams&) -> tl::expected<std::optional<Hover>, jsonrpc::Error> {
                                return tl::unexpected(jsonrpc::Error{jsonrpc::ErrorCode::request_failed, "not open"});
                              });
  EXPECT_THAT(dispatcher.handle(call("hover", position)),
              ElementsAre(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32803,"message":"hover: not open"}})"));
  EXPECT_THAT(
      dispatcher.handle(call("hover", "{}")),
      ElementsAre(
          R"({"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"hover: params.textDocument: expected a value"}})"));
}

TEST_F(RoutesTest, AHandlerMayAnswerLater) {
  std::optional<Reply> kept;
  routes.request<HoverParams>("hover", Scheduling::read,
                              [&](const HoverParams&, Reply reply) { kept = std::move(reply); });
  EXPECT_THAT(dispatcher.handle(call("hover", position)), IsEmpty());
  kept->ok(json_of(Position{1, 2}));
  EXPECT_THAT(dispatcher.take_output(), ElementsAre(R"({"jsonrpc":"2.0","id":1,"result":{"character":2,"line":1}})"));
}

TEST_F(RoutesTest, UnreadableNotificationsAreComplainedOf) {
  int opened = 0;
  routes.notification<DidOpenTextDocumentParams>("open", Effect::edit,
                                                 [&](const DidOpenTextDocumentParams&) { ++opened; });
  EXPECT_THAT(dispatcher.handle(R"({"method":"open","params":{}})"), IsEmpty());
  EXPECT_THAT(dispatcher.handle(R"({"method":"open","params":{"textDocument":{"uri":"a","version":1,"text":""}}})"),
              IsEmpty());
  EXPECT_EQ(opened, 1);
  EXPECT_THAT(complaints, ElementsAre("open: params.textDocument: expected a value"));
}

TEST(DocumentKey, IsTheSameForAllSpellings) {
  const auto key = [](const std::string& text) { return document_key(*jsonrpc::parse(text)); };
  EXPECT_EQ(key(R"({"textDocument":{"uri":"file:///c%3A/%E6%94%BF"}})"),
            key(R"({"textDocument":{"uri":"file:///C:/政"}})"));
  for (const char* none : {"null", "[]", "{}", R"({"textDocument":7})", R"({"textDocument":{"uri":7}})"}) {
    EXPECT_EQ(key(none), "") << none;
  }
}

}  // namespace
}  // namespace nianbao::lsp
