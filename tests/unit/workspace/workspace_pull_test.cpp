// workspace/diagnostic: files that are not open, checked once, in parts, and forgotten when they have gone.
#include <map>

#include <gtest/gtest.h>

#include "folder_session.h"

namespace nianbao::workspace {
namespace {

using test::Json;
using test::last_uri;
using test::now_uri;
using test::of_year;
using test::Workspace;

TEST(WorkspacePull, WorkspaceDiagnosticsCoverFilesOnceAndInParts) {
  Workspace workspace;
  for (int i = 0; i < 50; ++i) {
    std::string text = test::sample_report();
    const std::string organ = "云岭市第" + std::to_string(i) + "水利局";
    for (std::size_t at = text.find("云岭市水利局"); at != std::string::npos; at = text.find("云岭市水利局", at + 1))
      text.replace(at, std::string("云岭市水利局").size(), organ);
    workspace.files->texts["file:///w/" + std::to_string(i) + ".md"] = text;
  }
  workspace.start(true);
  test::Session& session = workspace.session;
  session.send(test::Session::message("workspace/diagnostic", {{"previousResultIds", Json::array()}}, "all"));
  session.settle();
  const Json first = session.reply("all").value_or(Json())["result"]["items"];
  ASSERT_EQ(first.size(), 50U);
  EXPECT_EQ(first[0]["kind"], "full");
  EXPECT_TRUE(first[0]["version"].is_null());

  Json previous = Json::array();
  for (const Json& item : first) previous.push_back({{"uri", item["uri"]}, {"value", item["resultId"]}});
  const std::size_t reads = workspace.files->reads;
  session.send(test::Session::message("workspace/diagnostic", {{"previousResultIds", previous}}, "again"));
  session.settle();
  const Json second = session.reply("again").value_or(Json())["result"]["items"];
  ASSERT_EQ(second.size(), 50U);
  for (const Json& item : second) EXPECT_EQ(item["kind"], "unchanged");
  EXPECT_EQ(workspace.files->reads, reads) << "nothing was read again";

  session.send(test::Session::message("workspace/diagnostic",
                                      {{"previousResultIds", Json::array()}, {"partialResultToken", "t"}}, "parts"));
  session.settle();
  std::size_t in_parts = 0;
  for (const Json& message : session.sent()) {
    if (message.value("method", "") != "$/progress") continue;
    EXPECT_EQ(message["params"]["token"], "t");
    in_parts += message["params"]["value"]["items"].size();
  }
  EXPECT_GE(in_parts, 40U);
  EXPECT_EQ(in_parts + session.reply("parts").value_or(Json())["result"]["items"].size(), 50U);
}

TEST(WorkspacePull, ACancelledPullStops) {
  Workspace workspace;
  for (int i = 0; i < 50; ++i) workspace.files->texts["file:///w/" + std::to_string(i) + ".md"] = of_year("2023");
  workspace.start(true);
  test::Session& session = workspace.session;
  session.send(test::Session::message("workspace/diagnostic", {{"previousResultIds", Json::array()}}, "x"));
  static_cast<void>(session.server.step());
  session.notify("$/cancelRequest", {{"id", "x"}});
  const std::size_t reads = workspace.files->reads;
  session.settle();
  EXPECT_EQ(session.reply("x").value_or(Json())["error"]["code"], -32800);
  EXPECT_LE(workspace.files->reads, reads + 1);
}

TEST(WorkspacePull, EmptiesWhatHasGone) {
  Workspace workspace;
  std::string wrong = test::wrong_total();
  for (std::size_t at = wrong.find("2023"); at != std::string::npos; at = wrong.find("2023")) wrong[at + 3] = '2';
  workspace.files->texts[last_uri] = wrong;
  workspace.files->texts[now_uri] = of_year("2023");
  workspace.start(true);
  test::Session& session = workspace.session;
  const auto pull = [&](const Json& shown, const char* id) {
    Json previous = Json::array();
    for (const Json& item : shown) previous.push_back({{"uri", item["uri"]}, {"value", item["resultId"]}});
    session.send(test::Session::message("workspace/diagnostic", {{"previousResultIds", previous}}, id));
    session.settle();
    std::map<std::string, Json> items;
    const Json answer = session.reply(id).value_or(Json());
    for (const Json& item : answer["result"]["items"]) items[item["uri"]] = item;
    return items;
  };
  const auto first = pull(Json::array(), "first");
  ASSERT_EQ(first.size(), 2U);
  workspace.files->texts.erase(last_uri);
  workspace.tell(last_uri, 3);
  const Json shown = Json::array({first.at(last_uri), first.at(now_uri)});
  const auto second = pull(shown, "second");
  ASSERT_TRUE(second.contains(last_uri));
  EXPECT_EQ(second.at(last_uri)["kind"], "full");
  EXPECT_TRUE(second.at(last_uri)["items"].empty());
  EXPECT_EQ(second.at(now_uri)["kind"], "full") << "it is compared with nothing now";
  EXPECT_FALSE(pull(Json::array({second.at(last_uri)}), "third").contains(last_uri)) << "said once";
}

}  // namespace
}  // namespace nianbao::workspace
