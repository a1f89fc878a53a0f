// .nianbao.json: what it sets, what is wrong in it and where, and that the server obeys the nearest one.
#include "workspace/settings_file.h"

#include <map>

#include <gtest/gtest.h>

#include "session.h"
#include "workspace/json_places.h"

namespace nianbao::workspace {
namespace {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

SettingsFile read(const std::string& text, const rules::Options& base = {}) {
  return read_settings_file(text::Text(text), base, the_standard());
}

/// The marked text of each finding, in order.
std::vector<std::string> marked(const SettingsFile& file) {
  std::vector<std::string> texts;
  for (const rules::Finding& finding : file.findings) texts.emplace_back(file.text.slice(finding.range));
  return texts;
}

TEST(SettingsFile, EverythingThatCanBeSet) {
  rules::Options base;
  base.severities = {{"prose/word", standard::Severity::hint}, {"prose/repeat", standard::Severity::off}};
  const SettingsFile file = read(R"({
    // comments are accepted
    "$schema": "./nianbao.schema.json",
    "rules": {"prose/word": "error", "sum/*": "off", "*": "hint"},
    "organ": {"level": "乡镇街道"},
    "deadline": "01-20",
    "words": {"allowed": ["台帐"], "confusions": ["甲乙→乙甲|丙"]},
    "parent": "../全县.md", "children": ["a.md"]
  })",
                                 base);
  EXPECT_EQ(marked(file), std::vector<std::string>{});
  EXPECT_EQ(file.options.severities.at("prose/word"), standard::Severity::error);
  EXPECT_EQ(file.options.severities.at("prose/repeat"), standard::Severity::off) << "added to what stood before";
  EXPECT_EQ(file.options.level, rules::OrganLevel::township);
  EXPECT_EQ(file.options.deadline, (rules::Day{1, 20}));
  EXPECT_EQ(file.options.allowed_words, std::vector<std::string>{"台帐"});
  EXPECT_EQ(file.options.confusions, std::vector<std::string>{"甲乙→乙甲|丙"});
}

TEST(SettingsFile, MistakesAreMarkedWhereTheyStandAndTheRestCounts) {
  const SettingsFile file = read(R"({"rules": {"prose/wrod": "off", "sum/*": "loud", "prose/word": "off"},
    "organ": {"level": "厅", "size": 3}, "deadline": "02-30", "wordz": {},
    "words": {"allowed": ["a", 7], "confusions": ["没有箭头"]}, "children": [1]})");
  EXPECT_EQ(marked(file), (std::vector<std::string>{"\"prose/wrod\"", "\"loud\"", "\"厅\"", "\"size\"", "\"02-30\"",
                                                    "\"wordz\"", "7", "\"没有箭头\"", "1"}));
  for (const rules::Finding& finding : file.findings) {
    EXPECT_EQ(finding.rule, "settings/invalid");
    EXPECT_EQ(finding.severity, standard::Severity::warning);
  }
  EXPECT_EQ(file.options.severities.at("prose/word"), standard::Severity::off);
}

TEST(SettingsFile, ItsOwnRuleCanBeSwitchedOff) {
  EXPECT_TRUE(read(R"({"rules": {"settings/*": "off", "x/y": "off"}})").findings.empty());
}

TEST(SettingsFile, WhatIsNoJsonIsOneFindingAndNoCrash) {
  for (const char* text :
       {"", "{", "{\"rules\": ", "rules: off", "{\"a\" 1}", "[1,]", "{\"a\": \"\xFF\"}x", "{\"a\": tru}"}) {
    EXPECT_EQ(read(text).findings.size(), 1U) << text;
  }
  EXPECT_EQ(read("[]").findings.size(), 1U);
  EXPECT_EQ(read(std::string(100000, '[')).findings.size(), 1U);
  EXPECT_EQ(marked(read("{\"rules\": {\"prose/word\" \"off\"}}")), std::vector<std::string>{"\"off\"}}"});
}

TEST(SettingsFile, PlacesOfNestedValues) {
  const std::string text = R"({"a": [1, {"b": "x"}], "c": null})";
  const JsonPlaces places = json_places(text);
  ASSERT_FALSE(places.error);
  const auto slice = [&](text::ByteRange range) { return text.substr(range.begin, range.size()); };
  EXPECT_EQ(slice(places.places.at({"a", "1", "b"}).value), "\"x\"");
  EXPECT_EQ(slice(places.places.at({"a", "1", "b"}).key), "\"b\"");
  EXPECT_EQ(slice(places.places.at({"a"}).value), R"([1, {"b": "x"}])");
  EXPECT_EQ(slice(places.places.at({"c"}).value), "null");
}

TEST(SettingsFile, IsLookedForFromTheReportUpwards) {
  EXPECT_EQ(
      settings_uris("file:///a/b/r.md"),
      (std::vector<std::string>{"file:///a/b/.nianbao.json", "file:///a/.nianbao.json", "file:///.nianbao.json"}));
  EXPECT_TRUE(settings_uris("untitled:Untitled-1").empty());
  EXPECT_TRUE(is_settings_file("file:///a/.nianbao.json"));
  EXPECT_FALSE(is_settings_file("file:///a/x.nianbao.json"));
}

// --- the server -------------------------------------------------------------------------------------------------

class Files final : public FileProvider {
 public:
  std::map<std::string, std::string, std::less<>> texts;
  std::optional<std::string> read(std::string_view uri) override {
    const auto found = texts.find(uri);
    return found != texts.end() ? std::optional(found->second) : std::nullopt;
  }
};

std::vector<std::string> codes(const nlohmann::json& published) {
  std::vector<std::string> found;
  if (published.is_null()) return found;
  for (const auto& diagnostic : published["diagnostics"]) found.push_back(diagnostic["code"]);
  return found;
}

nlohmann::json last_published(const test::Session& session, const std::string& uri) {
  nlohmann::json last;
  for (const auto& message : session.sent()) {
    if (message.value("method", "") == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri) {
      last = message["params"];
    }
  }
  return last;
}

TEST(SettingsInTheServer, TheNearestFileIsObeyedAndItsMistakesAreShown) {
  const auto files = std::make_shared<Files>();
  const std::string uri = "file:///tmp/.nianbao.json";
  files->texts[uri] = R"({"rules": {"sum/*": "off", "none": "off"}})";
  test::Session session(files);
  session.initialize();
  session.open(test::wrong_total());
  session.settle();
  for (const std::string& code : codes(session.published())) EXPECT_FALSE(code.starts_with("sum/")) << code;
  EXPECT_EQ(codes(last_published(session, uri)), std::vector<std::string>{"settings/invalid"});

  files->texts[uri] = "{}";
  session.notify("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", uri}, {"type", 2}}}}});
  session.settle();
  EXPECT_FALSE(codes(last_published(session, test::Session::uri)).empty()) << "the rule is on again";
  EXPECT_TRUE(codes(last_published(session, uri)).empty());
}

TEST(SettingsInTheServer, AnOpenSettingsFileCountsAsItStandsInTheEditor) {
  const auto files = std::make_shared<Files>();
  test::Session session(files);
  session.initialize();
  session.open(test::wrong_total());
  const std::string uri = "file:///tmp/.nianbao.json";
  session.notify(
      "textDocument/didOpen",
      {{"textDocument",
        {{"uri", uri}, {"languageId", "json"}, {"version", 1}, {"text", R"({"rules": {"sum/*": "off"}, "x": 1})"}}}});
  session.settle();
  for (const std::string& code : codes(session.published())) EXPECT_FALSE(code.starts_with("sum/")) << code;
  EXPECT_EQ(codes(last_published(session, uri)), std::vector<std::string>{"settings/invalid"});
  session.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  session.settle();
  EXPECT_FALSE(codes(session.published()).empty());
  EXPECT_TRUE(codes(last_published(session, uri)).empty());
}

TEST(SettingsInTheServer, ClientsThatPullAreToldOfAFileThatIsNotOpen) {
  const auto files = std::make_shared<Files>();
  const std::string uri = "file:///tmp/.nianbao.json";
  files->texts[uri] = R"({"x": 1})";
  test::Session session(files);
  session.initialize(
      [](nlohmann::json& params) { params["capabilities"]["textDocument"]["diagnostic"] = nlohmann::json::object(); });
  session.open(test::wrong_total());
  const nlohmann::json report = {{"textDocument", {{"uri", test::Session::uri}}}};
  session.request("textDocument/diagnostic", report);
  EXPECT_EQ(codes(last_published(session, uri)), std::vector<std::string>{"settings/invalid"});
  EXPECT_TRUE(last_published(session, test::Session::uri).is_null()) << "the report itself is pulled";

  // Open it is pulled too, and must not be marked twice.
  session.notify("textDocument/didOpen",
                 {{"textDocument", {{"uri", uri}, {"languageId", "json"}, {"version", 1}, {"text", "{\"x\": 1}"}}}});
  session.request("textDocument/diagnostic", report);
  EXPECT_TRUE(codes(last_published(session, uri)).empty());
  const auto pulled = session.request("textDocument/diagnostic", {{"textDocument", {{"uri", uri}}}})["result"];
  EXPECT_EQ(pulled["items"].size(), 1U);
}

}  // namespace
}  // namespace nianbao::workspace
