// Whatever is typed, every range of every answer lies in the document, in all three encodings and with CRLF.
#include <array>
#include <random>

#include <gtest/gtest.h>

#include "session.h"
#include "text/position.h"
#include "text/text.h"

namespace nianbao::test {
namespace {

constexpr std::array<const char*, 3> encodings{"utf-8", "utf-16", "utf-32"};

/// Edits along with the server, and looks into its answers.
class Typist {
 public:
  Typist(std::string text, std::size_t encoding, std::uint32_t seed)
      : encoding_(static_cast<text::Encoding>(encoding)), random_(seed), text_(std::move(text)) {
    session_.initialize([&](Json& params) {
      params["capabilities"]["general"]["positionEncodings"] = Json::array({encodings[encoding]});
      Json& document = params["capabilities"]["textDocument"];
      document["documentSymbol"]["hierarchicalDocumentSymbolSupport"] = true;
      document["definition"]["linkSupport"] = true;
      document["completion"]["completionItem"]["snippetSupport"] = true;
      document["codeAction"]["codeActionLiteralSupport"]["codeActionKind"]["valueSet"] = Json::array({""});
    });
    session_.open(text_);
  }

  void edit() {
    const text::Text text(text_);
    text::Offset begin = boundary(text, pick(text.size() + 1));
    text::Offset end = boundary(text, std::min<text::Offset>(text.size(), begin + pick(pick(4) == 0 ? 400 : 12)));
    if (end < begin) end = begin;
    static const std::vector<std::string> words = {
        "",     "0",        "|",          "\n", "三、",  "（一）主动公开\n", "12件",     "𠮷",
        "\r\n", "《条例》", "第三十六条", "\t", "| 3 |", "<td>5</td>",       "e\xCC\x81"};
    const std::string& with = words[pick(static_cast<std::uint32_t>(words.size()))];
    const Json range = {{"start", position(text, begin)}, {"end", position(text, end)}};
    session_.notify("textDocument/didChange", {{"textDocument", {{"uri", Session::uri}, {"version", ++version_}}},
                                               {"contentChanges", Json::array({{{"range", range}, {"text", with}}})}});
    text_.replace(begin, end - begin, with);
  }

  void ask_everything() {
    const text::Text text(text_);
    const Json document = {{"uri", Session::uri}};
    const Json here = position(text, boundary(text, pick(text.size() + 1)));
    const Json whole = {{"start", {{"line", 0}, {"character", 0}}}, {"end", position(text, text.size())}};
    const auto ask = [&](const char* method, Json params) {
      params["textDocument"] = document;
      const Json answer = session_.request(method, params);
      ASSERT_TRUE(answer.contains("result")) << method << ' ' << answer;
      look(answer["result"], text, method);
    };
    for (const char* method :
         {"hover", "documentHighlight", "definition", "completion", "signatureHelp", "prepareRename"})
      ask((std::string("textDocument/") + method).c_str(), {{"position", here}});
    for (const char* method : {"documentSymbol", "foldingRange", "codeLens", "documentLink"})
      ask((std::string("textDocument/") + method).c_str(), Json::object());
    ask("textDocument/references", {{"position", here}, {"context", {{"includeDeclaration", true}}}});
    ask("textDocument/selectionRange", {{"positions", Json::array({here})}});
    ask("textDocument/inlayHint", {{"range", whole}});
    ask("textDocument/formatting", {{"options", {{"tabSize", 2}, {"insertSpaces", true}}}});
    ask("textDocument/codeAction", {{"range", whole}, {"context", {{"diagnostics", Json::array()}}}});
    const Json tokens = session_.request("textDocument/semanticTokens/full", {{"textDocument", document}});
    look_at_tokens(tokens, text);
  }

 private:
  std::uint32_t pick(std::uint32_t below) { return below == 0 ? 0 : static_cast<std::uint32_t>(random_() % below); }

  /// Back to the begin of a character, and out of a CRLF.
  static text::Offset boundary(const text::Text& text, text::Offset offset) {
    const text::Position at = text::position_at(text, offset, text::Encoding::utf32);
    return text::offset_at(text, at, text::Encoding::utf32);
  }

  [[nodiscard]] Json position(const text::Text& text, text::Offset offset) const {
    const text::Position at = text::position_at(text, offset, encoding_);
    return {{"line", at.line}, {"character", at.column}};
  }

  [[nodiscard]] std::uint32_t length_of(const text::Text& text, std::uint32_t line) const {
    return text::position_at(text, text.line(line).end, encoding_).column;
  }

  void look(const Json& value, const text::Text& text, const std::string& method) {
    if (value.is_array()) {
      for (const Json& element : value) look(element, text, method);
    } else if (value.is_object()) {
      // What lies in another document, a law or a rule, is measured by that one.
      if (value.contains("uri") && value["uri"] != test::Session::uri) return;
      if (value.contains("targetUri") && value["targetUri"] != test::Session::uri) return;
      if (value.contains("line") && value.contains("character")) {
        ASSERT_LT(value["line"].get<std::uint32_t>(), text.line_count()) << method;
        ASSERT_LE(value["character"].get<std::uint32_t>(), length_of(text, value["line"])) << method;
      }
      if (value.contains("startLine")) {
        ASSERT_LT(value["endLine"].get<std::uint32_t>(), text.line_count()) << method;
        ASSERT_LE(value["startLine"], value["endLine"]) << method;
      }
      for (const auto& [key, member] : value.items()) look(member, text, method);
    }
  }

  void look_at_tokens(const Json& tokens, const text::Text& text) {
    ASSERT_TRUE(tokens.contains("result") && tokens["result"].is_object()) << tokens;
    const Json& data = tokens["result"]["data"];
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t behind = 0;
    for (std::size_t i = 0; i + 4 < data.size(); i += 5) {
      const auto down = data[i].get<std::uint32_t>();
      const auto right = data[i + 1].get<std::uint32_t>();
      line += down;
      column = down == 0 ? column + right : right;
      if (down > 0) behind = 0;
      ASSERT_GE(column, behind) << "overlap in line " << line;
      behind = column + data[i + 2].get<std::uint32_t>();
      ASSERT_LT(line, text.line_count());
      ASSERT_LE(behind, length_of(text, line)) << "line " << line;
      ASSERT_GT(data[i + 2].get<std::uint32_t>(), 0U);
    }
  }

  text::Encoding encoding_;
  std::mt19937 random_;
  std::string text_;
  std::int32_t version_ = 1;
  Session session_;
};

std::string with_crlf(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  return text;
}

class Ranges : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Ranges, lie_in_the_document_while_it_is_edited) {
  for (const std::string& text : {sample_report(), with_crlf(sample_report())}) {
    Typist typist(text, GetParam(), static_cast<std::uint32_t>(text.size()));
    for (int i = 0; i < 60; ++i) {
      for (int edits = 0; edits < 3; ++edits) typist.edit();
      typist.ask_everything();
      if (HasFatalFailure()) return;
    }
  }
}

TEST_P(Ranges, lie_in_an_empty_document) {
  Typist typist("", GetParam(), 7);
  typist.ask_everything();
  for (int i = 0; i < 40; ++i) {
    typist.edit();
    typist.ask_everything();
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(InEach, Ranges, ::testing::Values(0U, 1U, 2U),
                         [](const auto& encoding) { return std::string(encodings[encoding.param]).erase(3, 1); });

}  // namespace
}  // namespace nianbao::test
