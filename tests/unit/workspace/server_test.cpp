#include "workspace/server.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "session.h"

namespace nianbao::test {
namespace {

const Json hover_params = {{"textDocument", {{"uri", Session::uri}}}, {"position", {{"line", 0}, {"character", 0}}}};
const Json whole_range = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9999}, {"character", 0}}}};

Json sum_errors(const Json& diagnostics) {
  Json found = Json::array();
  for (const Json& one : diagnostics) {
    if (one["code"].get<std::string>().rfind("sum/", 0) == 0) found.push_back(one);
  }
  return found;
}

Json code_actions(Session& session, const char* only) {
  return session.request("textDocument/codeAction",
                         {{"textDocument", {{"uri", Session::uri}}},
                          {"range", whole_range},
                          {"context", {{"diagnostics", Json::array()}, {"only", Json::array({only})}}}})["result"];
}

TEST(Server, RequestsBeforeInitializeAndAfterShutdownAreRefused) {
  Session session;
  EXPECT_EQ(session.request("textDocument/hover", hover_params)["error"]["code"], -32002);
  session.initialize();
  EXPECT_EQ(session.request("initialize", {{"capabilities", Json::object()}})["error"]["code"], -32600);
  EXPECT_TRUE(session.request("shutdown", nullptr)["result"].is_null());
  EXPECT_EQ(session.request("textDocument/hover", hover_params)["error"]["code"], -32600);
  EXPECT_FALSE(session.server.exit_code());
  session.notify("exit", nullptr);
  EXPECT_EQ(session.server.exit_code(), 0);
}

TEST(Server, ExitWithoutShutdownIsAFailure) {
  Session session;
  session.initialize();
  EXPECT_EQ(session.server.exit_code_at_eof(), 1);
  session.notify("exit", nullptr);
  EXPECT_EQ(session.server.exit_code(), 1);
}

TEST(Server, NamesItselfAndRemembersTheClientsProcess) {
  Session session;
  const Json answer = session.initialize([](Json& params) { params["processId"] = 4711; });
  EXPECT_EQ(answer["result"]["serverInfo"]["version"], "0.0-test");
  EXPECT_EQ(session.server.client_process(), 4711);
}

TEST(Server, TheReplyToInitializeDoesNotWaitForTheStandard) {
  workspace::Server server({"x", nullptr});
  const auto replies = server.handle(Session::message("initialize", {{"capabilities", Json::object()}}, 1).dump());
  EXPECT_EQ(replies.size(), 1U);
  EXPECT_FALSE(server.has_work()) << "loading begins with `initialized`";
  EXPECT_TRUE(server.handle(Session::message("initialized", Json::object()).dump()).empty());
  EXPECT_TRUE(server.has_work());
  EXPECT_TRUE(server.step().empty());
}

TEST(Server, ChecksAreLeftToStepAndEditsThatWaitTogetherAreCheckedOnce) {
  Session session;
  session.initialize();
  session.open(sample_report());
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), 0U);
  session.settle();
  const std::size_t before = session.count("textDocument/publishDiagnostics");
  for (std::int32_t version = 2; version <= 50; ++version) {
    session.replace(version % 2 == 0 ? wrong_total() : sample_report(), version);
  }
  session.replace(wrong_total(), 51);
  session.settle();
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), before + 1);
  EXPECT_EQ(session.published()["version"], 51);
  EXPECT_EQ(sum_errors(session.published()["diagnostics"]).size(), 1U);
}

TEST(Server, AnEditAndItsReversalPublishNothing) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  session.settle();
  const std::size_t before = session.count("textDocument/publishDiagnostics");
  session.replace(sample_report(), 2);
  session.replace(wrong_total(), 3);
  session.settle();
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), before);
}

TEST(Server, CloseClearsWhatWasPublished) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  session.settle();
  EXPECT_FALSE(session.published()["diagnostics"].empty());
  session.notify("textDocument/didClose", {{"textDocument", {{"uri", Session::uri}}}});
  EXPECT_TRUE(session.published()["diagnostics"].empty());
}

TEST(Server, CloseBeforeTheCheckPublishesNothing) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  session.notify("textDocument/didClose", {{"textDocument", {{"uri", Session::uri}}}});
  session.settle();
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), 0U);
}

TEST(Server, RequestsThatAnEditMakesStaleAreNotWorkedOn) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  const Json edit = {{"textDocument", {{"uri", "file:///TMP/../other.md"}, {"version", 2}}},
                     {"contentChanges", Json::array()}};
  const Json own = {{"textDocument", {{"uri", Session::uri}, {"version", 2}}}, {"contentChanges", Json::array()}};
  session.send_together(
      {Session::message("textDocument/hover", hover_params, "kept"), Session::message("textDocument/didChange", edit)});
  session.send_together(
      {Session::message("textDocument/hover", hover_params, "stale"), Session::message("textDocument/didChange", own)});
  session.send_together({Session::message("textDocument/hover", hover_params, "cancelled"),
                         Session::message("$/cancelRequest", {{"id", "cancelled"}})});
  EXPECT_TRUE(session.reply("kept")->contains("result"));
  EXPECT_EQ((*session.reply("stale"))["error"]["code"], -32801);
  EXPECT_EQ((*session.reply("cancelled"))["error"]["code"], -32800);
}

TEST(Server, PullClientsAreNeverPushedTo) {
  Session session;
  session.initialize([](Json& params) { params["capabilities"]["textDocument"]["diagnostic"] = Json::object(); });
  session.open(wrong_total());
  session.settle();
  const Json pulled = session.request("textDocument/diagnostic", {{"textDocument", {{"uri", Session::uri}}}})["result"];
  EXPECT_EQ(pulled["kind"], "full");
  EXPECT_EQ(sum_errors(pulled["items"]).size(), 1U);
  const Json again = session.request("textDocument/diagnostic", {{"textDocument", {{"uri", Session::uri}}},
                                                                 {"previousResultId", pulled["resultId"]}})["result"];
  EXPECT_EQ(again["kind"], "unchanged");
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), 0U);
}

TEST(Server, CodeActionsCarryTheVersionTheyWereMadeFor) {
  Session session;
  session.initialize();
  session.open(sample_report(), 6);
  session.replace(wrong_total(), 9);
  const Json actions = code_actions(session, "quickfix");
  ASSERT_FALSE(actions.empty());
  const Json& change = actions[0]["edit"]["documentChanges"][0]["textDocument"];
  EXPECT_EQ(change["version"], 9);
  EXPECT_EQ(change["uri"], Session::uri);
  EXPECT_TRUE(actions[0]["isPreferred"].get<bool>());
  EXPECT_EQ(code_actions(session, "source.fixAll")[0]["kind"], "source.fixAll.nianbao");
  EXPECT_TRUE(code_actions(session, "refactor.inline").empty());
}

/// Neovim asks at the cursor and sends the diagnostics of the line along.
TEST(Server, DiagnosticsSentAlongAreServedThoughTheCursorStandsElsewhere) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  session.settle();
  const Json error = sum_errors(session.published()["diagnostics"])[0];
  Json cursor = error["range"]["start"];
  cursor["character"] = 0;
  const auto ask = [&](const Json& diagnostics) {
    return session.request("textDocument/codeAction",
                           {{"textDocument", {{"uri", Session::uri}}},
                            {"range", {{"start", cursor}, {"end", cursor}}},
                            {"context", {{"diagnostics", diagnostics}, {"only", {"quickfix"}}}}})["result"];
  };
  EXPECT_TRUE(ask(Json::array()).empty());
  const Json actions = ask(Json::array({error}));
  ASSERT_FALSE(actions.empty());
  EXPECT_EQ(actions[0]["diagnostics"][0], error);
}

std::string long_report() {
  std::string text = wrong_total();
  std::string prose;
  while (prose.size() < 40'000) prose += "全年围绕重点工作公开信息，及时回应群众关切，按季度通报各科室公开情况。\n\n";
  return text.insert(text.find("## 二、"), prose);
}

TEST(Server, ALongDocumentIsReadInOneSliceAndJudgedInTheNext) {
  Session session;
  session.initialize();
  session.open(long_report());
  ASSERT_TRUE(session.server.has_work());
  for (const std::string& message : session.server.step())
    EXPECT_EQ(message.find("publishDiagnostics"), std::string::npos) << "read, not judged";
  ASSERT_TRUE(session.server.has_work());
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"]).size(), 1U);
}

TEST(Server, BetweenTheSlicesAPullMayBeCancelledOrGoStale) {
  Session session;
  session.initialize([](Json& params) { params["capabilities"]["textDocument"]["diagnostic"] = Json::object(); });
  session.open(long_report());
  const Json params = {{"textDocument", {{"uri", Session::uri}}}};
  session.send(Session::message("textDocument/diagnostic", params, 900));
  EXPECT_FALSE(session.reply(900)) << "it is only read so far";
  session.notify("$/cancelRequest", {{"id", 900}});
  EXPECT_EQ((*session.reply(900))["error"]["code"], -32800);
  session.settle();
  session.replace(long_report() + "\n", 2);
  session.send(Session::message("textDocument/diagnostic", params, 901));
  session.replace(long_report(), 3);
  session.settle();
  EXPECT_EQ((*session.reply(901))["error"]["code"], -32801);
  session.send(Session::message("textDocument/diagnostic", params, 902));
  session.settle();
  EXPECT_EQ(sum_errors((*session.reply(902))["result"]["items"]).size(), 1U);
}

/// Kate's quick fix asks so, and carries out everything that it is told.
TEST(Server, AClientThatCarriesOutTheWholeAnswerGetsTheFixOfTheFindingItNamesAndNothingElse) {
  Session session;
  session.initialize();
  std::string text = wrong_total();
  const std::string_view other = "| 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |";
  text.replace(text.find(other), other.size(), "| 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 5 |");
  session.open(text);
  session.settle();
  const Json errors = sum_errors(session.published()["diagnostics"]);
  ASSERT_EQ(errors.size(), 2U);
  const auto ask = [&](Json context) {
    context["diagnostics"] = Json::array({errors[1]});
    return session.request(
        "textDocument/codeAction",
        {{"textDocument", {{"uri", Session::uri}}}, {"range", whole_range}, {"context", context}})["result"];
  };
  const Json actions = ask(Json::object());
  ASSERT_EQ(actions.size(), 1U) << actions;
  EXPECT_EQ(actions[0]["diagnostics"], Json::array({errors[1]}));
  EXPECT_TRUE(actions[0]["isPreferred"].get<bool>());
  EXPECT_GT(ask({{"triggerKind", 1}}).size(), 3U) << "other clients let people choose";
}

TEST(Server, AnEditThatCannotBeReadSilencesTheDocumentUntilAWholeTextComes) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  session.settle();
  session.notify("textDocument/didChange", {{"textDocument", {{"uri", Session::uri}, {"version", 2}}},
                                            {"contentChanges", Json::array({Json{{"range", 3}, {"text", "x"}}})}});
  session.settle();
  EXPECT_TRUE(session.published()["diagnostics"].empty()) << "a text that is not the client's must not be judged";
  EXPECT_EQ(session.count("window/logMessage"), 1U);
  session.replace(wrong_total(), 3);
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"]).size(), 1U);
}

TEST(Server, SettingsOfTheHandshakeAndLaterOnesAreObeyed) {
  Session session;
  session.initialize([](Json& params) { params["initializationOptions"] = {{"rules", {{"sum/*", "hint"}}}}; });
  session.open(wrong_total());
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"])[0]["severity"], 4);
  const Json off = {{"settings", {{"nianbao", {{"rules", {{"sum/*", "off"}}}}}}}};
  session.notify("workspace/didChangeConfiguration", off);
  session.settle();
  EXPECT_TRUE(sum_errors(session.published()["diagnostics"]).empty());
}

TEST(Server, WrongSettingsAreSaidOnceAndTheRestIsTaken) {
  Session session;
  session.initialize();
  session.open(wrong_total());
  for (int i = 0; i < 3; ++i) {
    session.notify(
        "workspace/didChangeConfiguration",
        {{"settings", {{"nianbao", {{"rules", {{"sum/none", "error"}, {"sum/*", "hint"}}}, {"locale", 5}}}}}});
  }
  session.settle();
  EXPECT_EQ(session.count("window/showMessage"), 1U);
  EXPECT_EQ(sum_errors(session.published()["diagnostics"])[0]["severity"], 4);
}

TEST(Server, ClientsThatWantToBeAskedForSettingsAre) {
  Session session;
  session.initialize([](Json& params) { params["capabilities"]["workspace"]["configuration"] = true; });
  ASSERT_EQ(session.count("workspace/configuration"), 1U);
  const Json question = *std::find_if(session.sent().begin(), session.sent().end(), [](const Json& message) {
    return message.contains("method") && message["method"] == "workspace/configuration";
  });
  session.open(wrong_total());
  session.send({{"jsonrpc", "2.0"},
                {"id", question["id"]},
                {"result", Json::array({Json{{"rules", {{"sum/*", "information"}}}}})}});
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"])[0]["severity"], 3);
}

TEST(Server, EnglishByLocale) {
  Session session;
  session.initialize([](Json& params) { params["locale"] = "en-GB"; });
  session.open(wrong_total());
  session.settle();
  const std::string message = sum_errors(session.published()["diagnostics"])[0]["message"];
  EXPECT_EQ(message.find("不等于"), std::string::npos) << message;
}

TEST(Server, TooLargeDocumentsAreSaidOnceAndNotRead) {
  Session session;
  session.initialize();
  session.open(wrong_total() + std::string(9U << 20U, 'x'));
  session.settle();
  EXPECT_EQ(session.count("window/showMessage"), 1U);
  EXPECT_TRUE(session.published()["diagnostics"].empty());
  session.replace(wrong_total(), 2);
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"]).size(), 1U);
}

TEST(Server, MoreFindingsThanAnEditorShowsAreCutToTheMostSevere) {
  Session session;
  session.initialize();
  std::string text = wrong_total();
  std::string marks;
  for (int i = 0; i < 3000; ++i) marks += "《";
  text.insert(text.find("本机关按照"), marks);
  session.open(text);
  session.settle();
  const Json diagnostics = session.published()["diagnostics"];
  EXPECT_EQ(diagnostics.size(), 1000U);
  EXPECT_TRUE(std::any_of(diagnostics.begin(), diagnostics.end(), [](const Json& one) { return one["severity"] == 1; }))
      << "the wrong sum stands behind them in the text";
}

TEST(Server, CommandsOnlyForTheClientThatRunsThem) {
  for (const bool ours : {false, true}) {
    Session session;
    session.initialize([&](Json& params) { params["initializationOptions"] = {{"clientCommands", ours}}; });
    session.open(wrong_total());
    std::size_t commands = 0;
    for (const Json& action : code_actions(session, "quickfix")) commands += action.contains("command") ? 1 : 0;
    EXPECT_EQ(commands > 0, ours);
  }
}

TEST(Server, OtherDocumentsAreLeftAlone) {
  Session session;
  session.initialize();
  session.open("# Read me\n\n知情权力，共12条，其中5条、6条。\n", 1, "markdown");
  session.settle();
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), 0U);
  session.open("int main() { /* 信息公开 年度报告 */ }\n", 1, "cpp");
  session.settle();
  EXPECT_EQ(session.count("textDocument/publishDiagnostics"), 0U);
  session.open(wrong_total(), 1, "markdown");
  session.settle();
  EXPECT_EQ(sum_errors(session.published()["diagnostics"]).size(), 1U);
}

TEST(Server, ErrorsNameTheMethod) {
  Session session;
  session.initialize();
  for (const char* method : {"textDocument/hover", "textDocument/codeAction", "textDocument/diagnostic",
                             "nianbao/textDocumentContent", "workspace/textDocumentContent"}) {
    const Json answer = session.request(method, {{"textDocument", 3}});
    EXPECT_EQ(answer["error"]["code"], -32602) << method;
    EXPECT_NE(answer["error"]["message"].get<std::string>().find(method), std::string::npos) << answer;
  }
  EXPECT_EQ(session.request("no/such", nullptr)["error"]["code"], -32601);
}

}  // namespace
}  // namespace nianbao::test
