// Every request is answered once: the promise behind every spinner in an editor.
#include "jsonrpc/dispatcher.h"

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nianbao::jsonrpc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string request(const std::string& id, const std::string& method, const std::string& params = "{}") {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params);
}

std::string notification(const std::string& method, const std::string& params = "{}") {
  return fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params);
}

/// "id result" or "id !code".
std::string brief(const std::string& message) {
  const Json value = *parse(message);
  if (const Json* method = member(value, "method")) return "-> " + *as_string(*method);
  const Json* error = member(value, "error");
  const std::string id = dump(*member(value, "id"));
  return error != nullptr ? id + " !" + dump(*member(*error, "code")) : id + " " + dump(*member(value, "result"));
}

std::vector<std::string> brief(const std::vector<std::string>& messages) {
  std::vector<std::string> out;
  for (const std::string& message : messages) out.push_back(brief(message));
  return out;
}

class DispatcherTest : public testing::Test {
 protected:
  DispatcherTest() {
    const auto echo = [](const Json& params, Reply reply) { reply.ok(params); };
    dispatcher.on_request("echo", Scheduling::read, echo);
    dispatcher.on_request("sync", Scheduling::sync, echo);
    dispatcher.on_request("tokens", Scheduling::read_invalidated_by_edit, echo);
    dispatcher.on_request("scan", Scheduling::background, echo);
    dispatcher.on_request("silent", Scheduling::read, [](const Json&, const Reply&) {});
    dispatcher.on_request("later", Scheduling::read, [this](const Json&, Reply reply) { kept = std::move(reply); });
    dispatcher.on_notification("edit", Effect::edit, [this](const Json& params) { edits += dump(params); });
    dispatcher.set_subject([](const Json& params) {
      const Json* uri = member(params, "uri");
      return uri != nullptr && as_string(*uri) != nullptr ? *as_string(*uri) : std::string();
    });
  }

  std::vector<std::string> send(const std::string& message) { return brief(dispatcher.handle(message)); }
  std::vector<std::string> send_all(const std::vector<std::string>& messages) {
    return brief(dispatcher.handle_batch(messages));
  }

  std::optional<Reply> kept;  // before the dispatcher: replies may outlive it
  std::string edits;
  Dispatcher dispatcher;
};

TEST_F(DispatcherTest, RequestsAreAnsweredUnderTheirId) {
  EXPECT_THAT(send(request("1", "echo", "[7]")), ElementsAre("1 [7]"));
  EXPECT_THAT(send(request("\"年\"", "echo", "null")), ElementsAre("\"年\" null"));
  EXPECT_THAT(send(request("null", "echo")), ElementsAre("null {}"));
  EXPECT_THAT(send(request("-3", "echo")), ElementsAre("-3 {}"));
  EXPECT_THAT(send(R"({"id":4,"method":"echo"})"), ElementsAre("4 null"));
}

TEST_F(DispatcherTest, MalformedMessagesGetTheirError) {
  EXPECT_THAT(send("{not json"), ElementsAre("null !-32700"));
  EXPECT_THAT(send(""), ElementsAre("null !-32700"));
  EXPECT_THAT(send("17"), ElementsAre("null !-32600"));
  EXPECT_THAT(send(fmt::format("[{}]", request("1", "echo"))), ElementsAre("null !-32600"));
  EXPECT_THAT(send(R"({"id":{},"method":"echo"})"), ElementsAre("null !-32600"));
  EXPECT_THAT(send(R"({"id":1.5,"method":"echo"})"), ElementsAre("null !-32600"));
  EXPECT_THAT(send(R"({"id":6,"method":7})"), ElementsAre("6 !-32600"));
  EXPECT_THAT(send(std::string(5000, '[')), ElementsAre("null !-32600"));
  EXPECT_THAT(send("{}"), ElementsAre("null !-32600"));
  EXPECT_THAT(send(request("1", "echo")), ElementsAre("1 {}")) << "and life goes on";
}

TEST_F(DispatcherTest, UnknownMethods) {
  EXPECT_THAT(send(request("1", "no/such")), ElementsAre("1 !-32601"));
  EXPECT_THAT(send(request("2", "$/noSuch")), ElementsAre("2 !-32601"));
  EXPECT_THAT(send(notification("$/noSuch")), IsEmpty());
  EXPECT_THAT(send(notification("no/such")), IsEmpty());
}

TEST_F(DispatcherTest, AForgottenReplyIsAnError) {
  const auto out = dispatcher.handle(request("1", "silent"));
  EXPECT_THAT(brief(out), ElementsAre("1 !-32603"));
  EXPECT_NE(out.front().find("silent"), std::string::npos) << "names the method";
  EXPECT_EQ(dispatcher.pending_count(), 0U);
}

TEST_F(DispatcherTest, OnlyTheFirstAnswerCounts) {
  EXPECT_THAT(send(request("1", "later")), IsEmpty());
  kept->ok(1);
  kept->ok(2);
  kept->fail({ErrorCode::internal_error, "no"});
  kept.reset();
  EXPECT_THAT(brief(dispatcher.take_output()), ElementsAre("1 1"));
}

TEST_F(DispatcherTest, AReplyMayOutliveTheDispatcher) {
  EXPECT_THAT(send(request("1", "later")), IsEmpty());
  dispatcher = Dispatcher();
  kept->ok(1);
}

TEST_F(DispatcherTest, AssigningOverAReplyAnswersTheOld) {
  EXPECT_THAT(send(request("1", "later")), IsEmpty());
  EXPECT_THAT(send(request("2", "later")), ElementsAre("1 !-32603"));
}

TEST_F(DispatcherTest, CancellationAnswersAtOnce) {
  EXPECT_THAT(send(request("1", "later")), IsEmpty());
  EXPECT_TRUE(kept->is_wanted());
  EXPECT_THAT(send(notification("$/cancelRequest", R"({"id":1})")), ElementsAre("1 !-32800"));
  EXPECT_FALSE(kept->is_wanted());
  kept->ok(1);
  EXPECT_THAT(dispatcher.take_output(), IsEmpty());
}

TEST_F(DispatcherTest, CancellingWhatIsNotThereDoesNothing) {
  for (const char* params : {R"({"id":4711})", R"({"id":{"odd":true}})", "{}", "[]", "null", "5"}) {
    EXPECT_THAT(send(notification("$/cancelRequest", params)), IsEmpty()) << params;
  }
}

TEST_F(DispatcherTest, StringAndNumberIdsAreTwo) {
  EXPECT_THAT(send(request("1", "later")), IsEmpty());
  EXPECT_THAT(send(notification("$/cancelRequest", R"({"id":"1"})")), IsEmpty());
  EXPECT_THAT(send(request("\"1\"", "echo")), ElementsAre("\"1\" {}"));
  EXPECT_THAT(send(request("1", "echo")), ElementsAre("1 !-32600")) << "in use";
  kept->ok(0);
  EXPECT_THAT(brief(dispatcher.take_output()), ElementsAre("1 0"));
  EXPECT_THAT(send(request("1", "echo")), ElementsAre("1 {}")) << "free again";
}

TEST_F(DispatcherTest, ABatchKnowsItsCancellations) {
  EXPECT_THAT(send_all({request("1", "echo"), request("2", "echo"), notification("$/cancelRequest", R"({"id":1})"),
                        request("3", "sync"), notification("$/cancelRequest", R"({"id":3})")}),
              ElementsAre("1 !-32800", "2 {}", "3 {}"));
}

TEST_F(DispatcherTest, AnEditBehindItMakesARequestStale) {
  const std::string a = R"({"uri":"a"})";
  const std::string b = R"({"uri":"b"})";
  EXPECT_THAT(send_all({request("1", "tokens", a), request("2", "tokens", b), request("3", "echo", a),
                        request("4", "tokens"), notification("edit", a), request("5", "tokens", a)}),
              ElementsAre("1 !-32801", "2 " + b, "3 " + a, "4 !-32801", "5 " + a));
  EXPECT_EQ(edits, a);
}

TEST_F(DispatcherTest, BackgroundWaitsForAStep) {
  EXPECT_THAT(send_all({request("1", "scan"), request("2", "scan"), request("3", "echo")}), ElementsAre("3 {}"));
  EXPECT_TRUE(dispatcher.has_work());
  EXPECT_THAT(send(notification("$/cancelRequest", R"({"id":1})")), ElementsAre("1 !-32800"));
  EXPECT_THAT(dispatcher.step(), IsEmpty());
  EXPECT_THAT(brief(dispatcher.step()), ElementsAre("2 {}"));
  EXPECT_FALSE(dispatcher.has_work());
  EXPECT_THAT(dispatcher.step(), IsEmpty());
}

TEST_F(DispatcherTest, TasksMayPostThemselvesAgain) {
  int slices = 0;
  std::function<void()> slice = [&] {
    if (++slices < 3) dispatcher.post(slice);
  };
  dispatcher.post(slice);
  while (dispatcher.has_work()) EXPECT_THAT(dispatcher.step(), IsEmpty());
  EXPECT_EQ(slices, 3);
}

TEST_F(DispatcherTest, TheGateRefusesRequestsAndDropsNotifications) {
  dispatcher.set_gate([](std::string_view method) -> std::optional<Error> {
    if (method == "sync") return std::nullopt;
    return Error{ErrorCode::not_initialized, "not yet"};
  });
  EXPECT_THAT(send(request("1", "echo")), ElementsAre("1 !-32002"));
  EXPECT_THAT(send(request("2", "no/such")), ElementsAre("2 !-32002"));
  EXPECT_THAT(send(notification("edit")), IsEmpty());
  EXPECT_EQ(edits, "");
  EXPECT_THAT(send(request("3", "sync")), ElementsAre("3 {}"));
}

TEST_F(DispatcherTest, OurOwnRequestsGetTheirResponse) {
  std::vector<std::string> got;
  const auto note = [&](Response response) {
    got.push_back(response.error != nullptr ? "error " + response.error->message : dump(*response.result));
  };
  dispatcher.request("ask", Json::object(), note);
  dispatcher.request("ask", Json::object(), note);
  dispatcher.request("ask", Json::object(), note);
  dispatcher.notify("tell", Json::object());
  EXPECT_THAT(brief(dispatcher.take_output()), ElementsAre("-> ask", "-> ask", "-> ask", "-> tell"));
  EXPECT_THAT(send(R"({"id":2,"result":[1]})"), IsEmpty());
  EXPECT_THAT(send(R"({"id":1,"error":{"code":"odd","message":"no"}})"), IsEmpty());
  EXPECT_THAT(send(R"({"id":3})"), IsEmpty());
  EXPECT_THAT(send(R"({"id":2,"result":[1]})"), IsEmpty()) << "twice";
  EXPECT_THAT(send(R"({"id":99,"result":[1]})"), IsEmpty()) << "never asked";
  EXPECT_THAT(got, ElementsAre("[1]", "error no", "null"));
}

TEST_F(DispatcherTest, WhatHandlersSendComesInOrder) {
  dispatcher.on_request("busy", Scheduling::read, [this](const Json&, Reply reply) {
    dispatcher.notify("before", nullptr);
    reply.ok(1);
    dispatcher.notify("after", nullptr);
  });
  EXPECT_THAT(send(request("1", "busy")), ElementsAre("-> before", "1 1", "-> after"));
}

TEST_F(DispatcherTest, ABrokenHandlersRequestCanBeAnswered) {
  std::vector<std::string> out;
  dispatcher.on_request("break", Scheduling::read,
                        [&](const Json&, const Reply&) { out = dispatcher.abandon_running("out of memory"); });
  EXPECT_THAT(send(request("1", "break")), IsEmpty());
  EXPECT_THAT(brief(out), ElementsAre("1 !-32603"));
  EXPECT_THAT(dispatcher.abandon_running("again"), IsEmpty());
}

TEST_F(DispatcherTest, EveryRequestOfARandomSessionIsAnsweredOnce) {
  std::mt19937 random(1);
  const std::vector<std::string> methods = {"echo", "sync", "tokens", "scan", "silent", "later", "none"};
  std::map<std::string, int> answers;
  const auto count = [&](const std::vector<std::string>& out) {
    for (const std::string& message : out) ++answers[dump(*member(*parse(message), "id"))];
  };
  int sent = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> batch;
    for (std::size_t i = random() % 8; i > 0; --i) {
      const std::string uri = random() % 2 != 0 ? R"({"uri":"a"})" : R"({"uri":"b"})";
      if (random() % 4 == 0) {
        batch.push_back(notification("edit", uri));
      } else if (random() % 4 == 0) {
        batch.push_back(notification("$/cancelRequest", fmt::format(R"({{"id":{}}})", sent - 3)));
      } else {
        batch.push_back(request(std::to_string(++sent), methods[random() % methods.size()], uri));
      }
    }
    count(dispatcher.handle_batch(batch));
    if (random() % 2 == 0) count(dispatcher.step());
  }
  while (dispatcher.has_work()) count(dispatcher.step());
  kept.reset();
  count(dispatcher.take_output());
  EXPECT_EQ(answers.size(), static_cast<std::size_t>(sent));
  for (const auto& [id, times] : answers) EXPECT_EQ(times, 1) << id;
  EXPECT_EQ(dispatcher.pending_count(), 0U);
}

}  // namespace
}  // namespace nianbao::jsonrpc
