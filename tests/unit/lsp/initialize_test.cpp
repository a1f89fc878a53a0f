// The handshake decides what an editor gets; an odd client must still be served.
#include "lsp/initialize.h"

#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "lsp/lifecycle.h"

namespace nianbao::lsp {
namespace {

InitializeParams from(const std::string& text) {
  const auto json = jsonrpc::parse(text);
  EXPECT_TRUE(json) << text;
  const auto params = read_params<InitializeParams>(*json);
  EXPECT_TRUE(params) << text;
  return params.value_or(InitializeParams{});
}

PositionEncoding encoding_for(const std::string& offered) {
  return from(fmt::format(R"({{"capabilities":{{"general":{{"positionEncodings":{}}}}}}})", offered)).client.encoding;
}

TEST(Initialize, TheFirstKnownEncodingOfTheClientWins) {
  EXPECT_EQ(encoding_for(R"(["utf-8","utf-16"])"), PositionEncoding::utf8);
  EXPECT_EQ(encoding_for(R"(["utf-16","utf-8"])"), PositionEncoding::utf16);
  EXPECT_EQ(encoding_for(R"(["utf-7","utf-32"])"), PositionEncoding::utf32);
  for (const char* none : {"[]", "null", "\"utf-8\"", "[7]", R"(["utf-7"])"}) {
    EXPECT_EQ(encoding_for(none), PositionEncoding::utf16) << none;
  }
  EXPECT_EQ(from("{}").client.encoding, PositionEncoding::utf16);
}

TEST(Initialize, AModernClient) {
  const InitializeParams params =
      from(R"({"processId":4711,"locale":"zh-cn","clientInfo":{"name":"VS Code","version":"1"},
    "initializationOptions":{"a":1},"workspaceFolders":[{"uri":"file:///a","name":"a"}],"rootUri":"file:///b","capabilities":{
    "textDocument":{"publishDiagnostics":{"relatedInformation":true,"versionSupport":true,"codeDescriptionSupport":true,
      "dataSupport":true,"tagSupport":{"valueSet":[1,2]}},"diagnostic":{},"hover":{"contentFormat":["markdown","plaintext"]},
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[""]}},"isPreferredSupport":true,"dataSupport":true,
        "disabledSupport":true,"resolveSupport":{"properties":["edit"]}},
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"foldingRange":{"lineFoldingOnly":true},
      "completion":{"completionItem":{"snippetSupport":true}}},
    "workspace":{"applyEdit":true,"configuration":true,"workspaceFolders":true,"workspaceEdit":{"documentChanges":true},
      "diagnostics":{"refreshSupport":true},"textDocumentContent":{},"didChangeConfiguration":{"dynamicRegistration":true},
      "didChangeWatchedFiles":{"dynamicRegistration":true}},
    "window":{"workDoneProgress":true,"showDocument":{"support":true}}}})");
  EXPECT_EQ(params.process_id, 4711);
  EXPECT_EQ(params.locale, "zh-cn");
  EXPECT_EQ(params.client_name, "VS Code");
  EXPECT_EQ(jsonrpc::dump(params.initialization_options.get()), R"({"a":1})");
  ASSERT_EQ(params.workspace_folders.size(), 1U);
  EXPECT_EQ(params.workspace_folders[0].uri, "file:///a");
  const ClientFlags& c = params.client;
  for (const bool flag : {c.diagnostic_versions,
                          c.related_information,
                          c.code_description,
                          c.diagnostic_data,
                          c.diagnostic_tags,
                          c.pull_diagnostics,
                          c.diagnostic_refresh,
                          c.code_action_literals,
                          c.code_action_preferred,
                          c.code_action_disabled,
                          c.code_action_data,
                          c.code_action_resolve_edit,
                          c.apply_edit,
                          c.document_changes,
                          c.markdown_hover,
                          c.hierarchical_symbols,
                          c.line_folding_only,
                          c.snippets,
                          c.work_done_progress,
                          c.show_document,
                          c.configuration,
                          c.workspace_folders,
                          c.text_document_content,
                          c.register_configuration,
                          c.register_watched_files}) {
    EXPECT_TRUE(flag);
  }
}

TEST(Initialize, AnOldOrOddClientGetsNothingItDidNotAskFor) {
  for (
      const char* text :
      {"{}", R"({"capabilities":null})", R"({"capabilities":[]})",
       R"({"capabilities":{"textDocument":7,"workspace":"x"}})",
       R"({"capabilities":{"textDocument":{"publishDiagnostics":{"versionSupport":"true","tagSupport":true},"diagnostic":null,
           "hover":{"contentFormat":"markdown"},"codeAction":{"resolveSupport":{"properties":["command"]}}}}})"}) {
    const ClientFlags c = from(text).client;
    EXPECT_FALSE(c.diagnostic_versions || c.diagnostic_tags || c.pull_diagnostics || c.markdown_hover ||
                 c.code_action_resolve_edit || c.document_changes)
        << text;
  }
  const InitializeParams odd = from(R"({"processId":"x","locale":5,"clientInfo":[],"workspaceFolders":[5,{"uri":3}]})");
  EXPECT_EQ(odd.process_id, std::nullopt);
  EXPECT_EQ(odd.locale, "");
  EXPECT_TRUE(odd.workspace_folders.empty());
}

TEST(Initialize, TheFormatThatComesFirstIsTaken) {
  const auto markdown = [](const std::string& formats) {
    return from(R"({"capabilities":{"textDocument":{"hover":{"contentFormat":)" + formats + "}}}}")
        .client.markdown_hover;
  };
  EXPECT_TRUE(markdown(R"(["markdown","plaintext"])"));
  EXPECT_FALSE(markdown(R"(["plaintext","markdown"])"));
  EXPECT_TRUE(markdown(R"(["html","markdown"])"));
  EXPECT_FALSE(markdown("[]"));
}

TEST(Initialize, ParametersThatAreNoObjectAreRefused) {
  EXPECT_FALSE(read_params<InitializeParams>(Json()));
  EXPECT_FALSE(read_params<InitializeParams>(Json::array()));
}

TEST(Initialize, OldRootsAreFolders) {
  EXPECT_EQ(from(R"({"rootUri":"file:///b","rootPath":"/c","workspaceFolders":null})").workspace_folders[0].uri,
            "file:///b");
  EXPECT_EQ(from(R"({"rootUri":null,"rootPath":"/c d"})").workspace_folders[0].uri, "file:///c%20d");
}

TEST(Initialize, OptionsAreForClientsThatKnowThem) {
  ServerCapabilities capabilities;
  capabilities.code_action_kinds = {"quickfix"};
  capabilities.code_action_literals = false;
  capabilities.rename = true;
  const Json json = json_of(capabilities);
  EXPECT_FALSE(json.contains("codeActionProvider")) << "there are no commands to send instead";
  EXPECT_EQ(json.value("renameProvider", Json()), true);
}

TEST(Initialize, OnlyWhatIsThereIsOffered) {
  ServerCapabilities capabilities;
  EXPECT_EQ(jsonrpc::dump(json_of(capabilities)),
            R"({"positionEncoding":"utf-16","textDocumentSync":{"change":2,"openClose":true,"save":true}})");
  capabilities.hover = true;
  capabilities.code_action_kinds = {"quickfix"};
  capabilities.pull_diagnostics = true;
  capabilities.workspace_folders = true;
  capabilities.content_schemes = {"nianbao"};
  capabilities.commands = {"nianbao.x"};
  capabilities.more = RawJson(Json{{"inlayHintProvider", true}});
  const Json json = json_of(InitializeResult{capabilities, "nianbao", "1.0"});
  EXPECT_EQ(jsonrpc::dump(*jsonrpc::member(json, "serverInfo")), R"({"name":"nianbao","version":"1.0"})");
  EXPECT_EQ(
      jsonrpc::dump(*jsonrpc::member(json, "capabilities")),
      R"({"codeActionProvider":{"codeActionKinds":["quickfix"]},"diagnosticProvider":{"identifier":"nianbao","interFileDependencies":true,"workspaceDiagnostics":false},"executeCommandProvider":{"commands":["nianbao.x"]},"hoverProvider":true,"inlayHintProvider":true,"positionEncoding":"utf-16","textDocumentSync":{"change":2,"openClose":true,"save":true},"workspace":{"textDocumentContent":{"schemes":["nianbao"]},"workspaceFolders":{"changeNotifications":true,"supported":true}}})");
}

TEST(Lifecycle, OneSession) {
  const auto code = [](const std::optional<jsonrpc::Error>& error) {
    return error ? static_cast<std::int32_t>(error->code) : 0;
  };
  Lifecycle life;
  EXPECT_EQ(code(life.refuse("textDocument/hover")), -32002);
  EXPECT_EQ(code(life.refuse("shutdown")), -32002);
  EXPECT_EQ(code(life.refuse("initialize")), 0);
  EXPECT_EQ(code(life.refuse("exit")), 0);
  life.initialize();
  EXPECT_EQ(code(life.refuse("initialize")), -32600);
  EXPECT_EQ(code(life.refuse("textDocument/hover")), 0);
  EXPECT_EQ(life.exit_code_at_eof(), 1);
  life.shutdown();
  EXPECT_EQ(code(life.refuse("textDocument/hover")), -32600);
  EXPECT_EQ(code(life.refuse("exit")), 0);
  EXPECT_EQ(life.exit_code(), std::nullopt);
  life.exit();
  EXPECT_EQ(life.exit_code(), 0);
}

TEST(Lifecycle, ExitWithoutShutdownIsAFailure) {
  Lifecycle life;
  life.initialize();
  life.exit();
  EXPECT_EQ(life.exit_code(), 1);
}

}  // namespace
}  // namespace nianbao::lsp
