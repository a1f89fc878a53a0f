// A client's mistake must come back as a sentence that names the member, never as a crash or a wrong value.
#include <random>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "lsp/code_action.h"
#include "lsp/configuration.h"
#include "lsp/diagnostic.h"
#include "lsp/folding.h"
#include "lsp/hover.h"
#include "lsp/symbol.h"
#include "lsp/sync.h"

namespace nianbao::lsp {
namespace {

template <typename T>
tl::expected<T, std::string> from(const std::string& text) {
  const auto json = jsonrpc::parse(text);
  EXPECT_TRUE(json) << text;
  return read_params<T>(*json);
}

template <typename T>
std::string problem(const std::string& text) {
  const auto read = from<T>(text);
  return read ? "none" : read.error();
}

std::string hover_at(const std::string& line) {
  return fmt::format(R"({{"textDocument":{{"uri":"a"}},"position":{{"line":{},"character":3}}}})", line);
}

TEST(Reading, PositionsAreTakenAsTheyAre) {
  const auto params = from<HoverParams>(hover_at("4294967295"));
  ASSERT_TRUE(params);
  EXPECT_EQ(params->text_document.uri, "a");
  EXPECT_EQ(params->position, (Position{4294967295U, 3}));
  EXPECT_EQ(from<HoverParams>(hover_at("2.0"))->position.line, 2U);
}

TEST(Reading, ImpossiblePositionsAreNamed) {
  for (const char* line : {"-1", "1e300", "1.5", "4294967296", "18446744073709551616", "\"3\"", "true", "[]", "{}"}) {
    EXPECT_EQ(problem<HoverParams>(hover_at(line)),
              "params.position.line: expected a whole number from 0 to 4294967295")
        << line;
  }
  EXPECT_EQ(problem<HoverParams>(hover_at("null")), "params.position.line: expected a value");
}

TEST(Reading, MissingAndWrongMembersAreNamed) {
  EXPECT_EQ(problem<HoverParams>("null"), "params: expected an object");
  EXPECT_EQ(problem<HoverParams>("[]"), "params: expected an object");
  EXPECT_EQ(problem<HoverParams>("{}"), "params.textDocument: expected a value");
  EXPECT_EQ(problem<HoverParams>(R"({"textDocument":7})"), "params.textDocument: expected an object");
  EXPECT_EQ(problem<HoverParams>(R"({"textDocument":{"uri":7}})"), "params.textDocument.uri: expected a string");
  EXPECT_EQ(problem<DidChangeTextDocumentParams>(
                R"({"textDocument":{"uri":"a","version":1},"contentChanges":[{"text":"x"},{"range":{"start":{}}}]})"),
            "params.contentChanges[1].range.start.line: expected a value");
  EXPECT_EQ(problem<DidChangeTextDocumentParams>(R"({"textDocument":{"uri":"a","version":1},"contentChanges":"no"})"),
            "params.contentChanges: expected a list");
  EXPECT_EQ(problem<DidChangeTextDocumentParams>(R"({"textDocument":{"uri":"a","version":1e300}})"),
            "params.textDocument.version: expected a whole number of 32 bits");
  EXPECT_EQ(problem<SelectionRangeParams>(R"({"textDocument":{"uri":"a"},"positions":[null]})"),
            "params.positions[0]: expected an object");
}

TEST(Reading, ListsWithoutEndAreRefused) {
  std::string list = "[0";
  for (std::size_t i = 0; i < max_elements; ++i) list += ",0";
  EXPECT_EQ(problem<ExecuteCommandParams>(fmt::format(R"({{"command":"a","arguments":{}]}})", list)),
            "params.arguments: expected a list of at most 100000 elements");
}

TEST(Reading, EditsKeepTheirOrder) {
  const auto params = from<DidChangeTextDocumentParams>(
      R"({"textDocument":{"uri":"file:///c%3A/%E6%94%BF.md","version":-2},"contentChanges":[
          {"range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"rangeLength":9,"text":"政"},
          {"text":"全文"}]})");
  ASSERT_TRUE(params);
  EXPECT_EQ(params->text_document.uri, "file:///c%3A/%E6%94%BF.md") << "the client's own spelling";
  EXPECT_EQ(params->text_document.version, -2);
  ASSERT_EQ(params->content_changes.size(), 2U);
  EXPECT_EQ(params->content_changes[0].range, (Range{{1, 2}, {3, 4}}));
  EXPECT_EQ(params->content_changes[0].text, "政");
  EXPECT_FALSE(params->content_changes[1].range);
}

TEST(Reading, AnEditWithHalfASurrogatePairIsNotLost) {
  const auto params = from<DidChangeTextDocumentParams>(
      R"({"textDocument":{"uri":"a","version":1},"contentChanges":[{"text":"x\ud83d"}]})");
  ASSERT_TRUE(params);
  EXPECT_EQ(params->content_changes[0].text, "x\uFFFD");
}

TEST(Reading, OpenedDocuments) {
  const auto params = from<DidOpenTextDocumentParams>(
      R"({"textDocument":{"uri":"untitled:1","languageId":"nianbao","version":1,"text":"年报"}})");
  ASSERT_TRUE(params);
  EXPECT_EQ(params->text_document.language_id, "nianbao");
  EXPECT_EQ(params->text_document.text, "年报");
  EXPECT_EQ(from<DidSaveTextDocumentParams>(R"({"textDocument":{"uri":"a"}})")->text, std::nullopt);
  EXPECT_EQ(from<DidCloseTextDocumentParams>(R"({"textDocument":{"uri":"a"}})")->text_document.uri, "a");
}

TEST(Reading, OddDiagnosticsOfOtherServersAreLeftOut) {
  const std::string range = R"({"start":{"line":0,"character":0},"end":{"line":0,"character":1}})";
  const auto params = from<CodeActionParams>(fmt::format(
      R"({{"textDocument":{{"uri":"a"}},"range":{0},"context":{{"only":["source"],"triggerKind":2,"diagnostics":[
         {{"range":{0},"message":"m","code":"sum/row-total","source":"nianbao","data":{{"fix":[1]}},"severity":1}},
         {{"range":{0},"message":"n","code":7}}, {{"message":"no range"}}, 5,
         {{"range":{0},"message":"o","severity":99}}]}}}})",
      range));
  ASSERT_TRUE(params) << params.error();
  const auto& context = params->context;
  ASSERT_EQ(context.diagnostics.size(), 2U);
  EXPECT_EQ(context.diagnostics[0].code, "sum/row-total");
  EXPECT_EQ(context.diagnostics[0].severity, DiagnosticSeverity::error);
  EXPECT_EQ(jsonrpc::dump(context.diagnostics[0].data.get()), R"({"fix":[1]})");
  EXPECT_EQ(context.diagnostics[1].code, "7");
  EXPECT_FALSE(context.diagnostics[1].data.present());
  EXPECT_EQ(context.trigger_kind, CodeActionTriggerKind::automatic);
}

TEST(Reading, KindsOfCodeActionsNest) {
  CodeActionContext context;
  EXPECT_TRUE(context.wants("quickfix"));
  EXPECT_FALSE(context.asks_for("source.fixAll"));
  context.only = {"source"};
  EXPECT_TRUE(context.wants("source.fixAll"));
  EXPECT_TRUE(context.asks_for("source.fixAll"));
  EXPECT_FALSE(context.wants("quickfix"));
  context.only = {"source.fixAll.other"};
  EXPECT_FALSE(context.wants("source.fixAll"));
  context.only = {"sourc"};
  EXPECT_FALSE(context.wants("source"));
}

TEST(Reading, WhatResolveSendsBack) {
  const auto action =
      from<CodeAction>(R"({"title":"改为 12","kind":"quickfix","data":{"version":3},"diagnostics":[5]})");
  ASSERT_TRUE(action);
  EXPECT_EQ(action->title, "改为 12");
  EXPECT_EQ(jsonrpc::dump(action->data.get()), R"({"version":3})");
}

TEST(Reading, WorkspaceNotifications) {
  EXPECT_TRUE(from<DidChangeConfigurationParams>(R"({"settings":null})")->settings.get().is_null());
  EXPECT_EQ(problem<DidChangeConfigurationParams>("[]"), "params: expected an object");
  EXPECT_EQ(problem<DidChangeWatchedFilesParams>(R"({"changes":[{"uri":"a","type":4}]})"),
            "params.changes[0]: expected a type of change (1 to 3)");
  EXPECT_EQ(from<DidChangeWorkspaceFoldersParams>(R"({"event":{"added":[{"uri":"a","name":"A"}]}})")->added[0].name,
            "A");
  EXPECT_EQ(problem<DidChangeWorkspaceFoldersParams>("{}"), "params.event: expected a value");
  EXPECT_EQ(
      from<DocumentDiagnosticParams>(R"({"textDocument":{"uri":"a"},"previousResultId":"7"})")->previous_result_id,
      "7");
  EXPECT_EQ(from<WorkspaceDiagnosticParams>(R"({"previousResultIds":[{"uri":"a","value":"7"}]})")
                ->previous_result_ids[0]
                .value,
            "7");
}

TEST(Reading, MutilatedMessagesNeverStopIt) {
  const std::string whole =
      R"({"textDocument":{"uri":"a","version":1,"languageId":"n","text":"x"},"position":{"line":1,"character":2},"range":)"
      R"({"start":{"line":0,"character":0},"end":{"line":0,"character":1}},"context":{"diagnostics":[{"range":{"start":)"
      R"({"line":0,"character":0},"end":{"line":0,"character":1}},"message":"m","tags":[1],"relatedInformation":[]}]},)"
      R"("contentChanges":[{"text":"x"}],"positions":[{"line":1,"character":2}]})";
  const std::vector<std::string> values = {"null", "-1", "1e300", "[]", "{}", "\"\"", "true", "[[[]]]"};
  std::mt19937 random(2);
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    // One random token becomes something else.
    std::string text = whole;
    const std::size_t colon = text.find(':', random() % text.size());
    if (colon == std::string::npos) continue;
    const std::size_t end = text.find_first_of(",}", colon);
    text.replace(colon + 1, end - colon - 1, values[random() % values.size()]);
    const auto json = jsonrpc::parse(text);
    if (!json) continue;
    refused += read_params<HoverParams>(*json) ? 0 : 1;
    refused += read_params<CodeActionParams>(*json) ? 0 : 1;
    refused += read_params<DidChangeTextDocumentParams>(*json) ? 0 : 1;
    refused += read_params<DidOpenTextDocumentParams>(*json) ? 0 : 1;
    refused += read_params<SelectionRangeParams>(*json) ? 0 : 1;
  }
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace nianbao::lsp
