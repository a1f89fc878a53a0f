// The shapes that clients parse: a member too many or null where it must be absent makes some of them fail.
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "lsp/code_action.h"
#include "lsp/configuration.h"
#include "lsp/diagnostic.h"
#include "lsp/folding.h"
#include "lsp/hover.h"
#include "lsp/symbol.h"
#include "lsp/window.h"

namespace nianbao::lsp {
namespace {

constexpr Range range{{1, 2}, {3, 4}};
const std::string range_text = R"({"end":{"character":4,"line":3},"start":{"character":2,"line":1}})";

template <typename T>
std::string text_of(const T& value) {
  return jsonrpc::dump(json_of(value));
}

TEST(Writing, ASmallDiagnosticHasNoEmptyMembers) {
  Diagnostic diagnostic;
  diagnostic.range = range;
  diagnostic.message = "合计不等";
  EXPECT_EQ(text_of(diagnostic), R"({"message":"合计不等","range":)" + range_text + "}");
}

TEST(Writing, AFullDiagnostic) {
  Diagnostic diagnostic;
  diagnostic.range = range;
  diagnostic.severity = DiagnosticSeverity::warning;
  diagnostic.code = "sum/row-total";
  diagnostic.code_description_href = "https://example.org/x";
  diagnostic.source = "nianbao";
  diagnostic.message = "m";
  diagnostic.tags = {DiagnosticTag::unnecessary};
  diagnostic.related_information.emplace_back();
  diagnostic.related_information.back().location = {"file:///c%3A/a", range};
  diagnostic.related_information.back().message = "此格";
  diagnostic.data = RawJson(Json{{"k", 1}});
  EXPECT_EQ(
      text_of(diagnostic),
      R"({"code":"sum/row-total","codeDescription":{"href":"https://example.org/x"},"data":{"k":1},"message":"m","range":)" +
          range_text + R"(,"relatedInformation":[{"location":{"range":)" + range_text +
          R"(,"uri":"file:///c%3A/a"},"message":"此格"}],"severity":2,"source":"nianbao","tags":[1]})");
}

TEST(Writing, ADiagnosticThatWasReadIsWrittenTheSame) {
  const auto json = jsonrpc::parse(R"({"code":"a/b","codeDescription":{"href":"h"},"data":[1],"message":"m","range":)" +
                                   range_text + R"(,"relatedInformation":[],"severity":4,"source":"s","tags":[2]})");
  const auto diagnostic = read_params<Diagnostic>(*json);
  ASSERT_TRUE(diagnostic) << diagnostic.error();
  Json expected = *json;
  expected.erase("relatedInformation");
  EXPECT_EQ(json_of(*diagnostic), expected);
}

TEST(Writing, PublishingNothingStillListsNothing) {
  EXPECT_EQ(text_of(PublishDiagnosticsParams{"u", 3, {}}), R"({"diagnostics":[],"uri":"u","version":3})");
  EXPECT_EQ(text_of(PublishDiagnosticsParams{"u", std::nullopt, {}}), R"({"diagnostics":[],"uri":"u"})");
}

TEST(Writing, PulledReports) {
  EXPECT_EQ(text_of(DocumentDiagnosticReport{"r1", std::nullopt}), R"({"kind":"unchanged","resultId":"r1"})");
  EXPECT_EQ(text_of(DocumentDiagnosticReport{"r1", std::vector<Diagnostic>{}}),
            R"({"items":[],"kind":"full","resultId":"r1"})");
  EXPECT_EQ(text_of(WorkspaceDiagnosticReport{{{"u", std::nullopt, {"r", std::nullopt}}}}),
            R"({"items":[{"kind":"unchanged","resultId":"r","uri":"u","version":null}]})");
}

TEST(Writing, Hover) {
  EXPECT_EQ(text_of(Hover{{true, "**年**"}, range}),
            R"({"contents":{"kind":"markdown","value":"**年**"},"range":)" + range_text + "}");
  EXPECT_EQ(text_of(Hover{{false, "年"}, std::nullopt}), R"({"contents":{"kind":"plaintext","value":"年"}})");
}

TEST(Writing, EditsNameTheVersionTheyWereComputedOn) {
  WorkspaceEdit edit{{{"u", 7, {{range, "12"}}}, {"closed", std::nullopt, {}}}, true};
  const std::string edit_text = R"({"newText":"12","range":)" + range_text + "}";
  EXPECT_EQ(
      text_of(edit),
      R"({"documentChanges":[{"edits":[)" + edit_text +
          R"(],"textDocument":{"uri":"u","version":7}},{"edits":[],"textDocument":{"uri":"closed","version":null}}]})");
  edit.with_versions = false;
  EXPECT_EQ(text_of(edit), R"({"changes":{"closed":[],"u":[)" + edit_text + "]}}");
}

TEST(Writing, CodeActions) {
  CodeAction action;
  action.title = "改为 12";
  EXPECT_EQ(text_of(action), R"({"title":"改为 12"})");
  action.kind = code_action_kind::quick_fix;
  action.is_preferred = true;
  action.disabled_reason = "只读";
  action.command = Command{"t", "nianbao.x", {RawJson(Json(1))}};
  action.data = RawJson(Json());
  EXPECT_EQ(
      text_of(action),
      R"({"command":{"arguments":[1],"command":"nianbao.x","title":"t"},"data":null,"disabled":{"reason":"只读"},"isPreferred":true,"kind":"quickfix","title":"改为 12"})");
}

TEST(Writing, SymbolsNestToABoundedDepth) {
  DocumentSymbol symbol{"一", "", SymbolKind::number, range, range, {}};
  EXPECT_EQ(text_of(symbol),
            R"({"kind":16,"name":"一","range":)" + range_text + R"(,"selectionRange":)" + range_text + "}");
  for (int i = 0; i < 500; ++i) {
    DocumentSymbol outer = symbol;
    outer.children = {std::move(symbol)};
    symbol = std::move(outer);
  }
  EXPECT_TRUE(jsonrpc::parse(text_of(symbol)));
}

TEST(Writing, FoldingAndSelection) {
  EXPECT_EQ(text_of(FoldingRange{1, 2, "region", ""}), R"({"endLine":2,"kind":"region","startLine":1})");
  EXPECT_EQ(text_of(SelectionRange{{range, range}}),
            R"({"parent":{"range":)" + range_text + R"(},"range":)" + range_text + "}");
  EXPECT_TRUE(jsonrpc::parse(text_of(SelectionRange{std::vector<Range>(1000, range)})));
}

TEST(Writing, WindowAndWorkspace) {
  EXPECT_EQ(text_of(ShowMessageParams{MessageType::warning, "m"}), R"({"message":"m","type":2})");
  EXPECT_EQ(text_of(WorkDoneProgress{"t", WorkDoneProgress::Kind::begin, "检查", true, "", 0}),
            R"({"token":"t","value":{"cancellable":true,"kind":"begin","percentage":0,"title":"检查"}})");
  EXPECT_EQ(text_of(WorkDoneProgress{"t", WorkDoneProgress::Kind::end, "", false, "", 9}),
            R"({"token":"t","value":{"kind":"end"}})");
  EXPECT_EQ(text_of(ConfigurationParams{{{"", "nianbao"}}}), R"({"items":[{"section":"nianbao"}]})");
  EXPECT_EQ(text_of(RegistrationParams{{{"1", "m", RawJson()}}}), R"({"registrations":[{"id":"1","method":"m"}]})");
  EXPECT_EQ(text_of(TextDocumentContentResult{"x"}), R"({"text":"x"})");
}

TEST(Writing, BrokenTextOfADocumentCanBeSent) {
  EXPECT_EQ(text_of(MarkupContent{false, "年\xE6\x94"}), "{\"kind\":\"plaintext\",\"value\":\"年\uFFFD\"}");
}

}  // namespace
}  // namespace nianbao::lsp
