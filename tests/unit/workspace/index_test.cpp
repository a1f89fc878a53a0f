// Reports that are not open: found in the folders, kept true, compared with open ones, listed.
#include <gtest/gtest.h>

#include "folder_session.h"
#include "text/uri.h"
#include "workspace/folder_scan.h"
#include "workspace/report_index.h"

namespace nianbao::workspace {
namespace {

using test::Json;
using test::last_uri;
using test::now_uri;
using test::of_year;
using test::Tree;
using test::Workspace;

std::vector<std::string> reports_in(FolderScan& scan) {
  std::vector<std::string> found;
  for (int i = 0; i < 10000 && !scan.done(); ++i) {
    const auto looked = scan.step();
    if (looked && looked->report) found.push_back(looked->uri);
  }
  EXPECT_TRUE(scan.done());
  return found;
}

TEST(FolderScan, FindsReportsAndNothingElse) {
  const auto tree = std::make_shared<Tree>();
  tree->texts = {{"file:///w/a/2023.md", of_year("2023")},
                 {"file:///w/b/c/2022.md", of_year("2022")},
                 {"file:///w/readme.md", "hello"},
                 {"file:///w/.git/2023.md", of_year("2023")}};
  FolderScan scan(tree);
  scan.add_folder("file:///w/");
  EXPECT_EQ(reports_in(scan), (std::vector<std::string>{"file:///w/a/2023.md", "file:///w/b/c/2022.md"}));
}

TEST(FolderScan, LinksInACircleAndLockedThingsAreHarmless) {
  const auto tree = std::make_shared<Tree>();
  tree->texts = {{"file:///w/a/2023.md", of_year("2023")},
                 {"file:///w/b/2022.md", of_year("2022")},
                 {"file:///w/locked/2021.md", of_year("2021")}};
  tree->links = {{"file:///w/a/up", "file:///w"}, {"file:///w/again", "file:///w/b"}};
  tree->locked = {"file:///w/locked", "file:///w/b/2022.md"};
  FolderScan scan(tree);
  scan.add_folder("file:///w");
  EXPECT_EQ(reports_in(scan), std::vector<std::string>{"file:///w/a/2023.md"});
}

TEST(FolderScan, KeepsItsLimitsAndSaysSo) {
  const auto tree = std::make_shared<Tree>();
  for (int i = 0; i < 30; ++i) tree->texts["file:///w/" + std::to_string(i) + ".md"] = of_year("2023");
  ScanLimits limits;
  limits.files = 10;
  FolderScan few(tree, limits);
  few.add_folder("file:///w");
  EXPECT_EQ(reports_in(few).size(), 10U);
  EXPECT_TRUE(few.cut_short());
  limits = {};
  limits.file_bytes = 100;
  FolderScan small(tree, limits);
  small.add_folder("file:///w");
  EXPECT_TRUE(reports_in(small).empty());
}

TEST(FolderScan, CanBeCancelled) {
  const auto tree = std::make_shared<Tree>();
  for (int i = 0; i < 30; ++i) tree->texts["file:///w/" + std::to_string(i) + ".md"] = of_year("2023");
  FolderScan scan(tree);
  scan.add_folder("file:///w");
  static_cast<void>(scan.step());
  scan.cancel();
  EXPECT_TRUE(scan.done());
}

rules::Digest digest(const std::string& uri, const std::string& organ, std::int32_t year) {
  rules::Digest one;
  one.document = uri;
  one.organ = organ;
  one.organ_key = organ;
  one.organ_has_place = true;
  one.year = year;
  return one;
}

TEST(ReportIndex, LastYearsReportIsTheOnlyOneOfTheSameOrgan) {
  ReportIndex index;
  const rules::Digest now = digest("file:///w/b.md", "云岭市水利局", 2023);
  EXPECT_TRUE(index.put("file:///w/b.md", now));
  EXPECT_FALSE(index.put("file:///w/b.md", now)) << "the same again is no change";
  EXPECT_EQ(index.relatives_of("file:///w/b.md", now, nullptr).last_year, nullptr);
  index.put("file:///w/a.md", digest("file:///w/a.md", "云岭市水利局", 2022));
  index.put("file:///w/c.md", digest("file:///w/c.md", "云岭市民政局", 2022));
  index.put("file:///w/d.md", digest("file:///w/d.md", "云岭市水利局", 2021));
  const rules::Relatives found = index.relatives_of("file:///w/b.md", now, nullptr);
  ASSERT_NE(found.last_year, nullptr);
  EXPECT_EQ(found.last_year->document, "file:///w/a.md");
  const std::uint64_t stamp = index.stamp_of(found);
  index.put("file:///w/e.md", digest("file:///w/e.md", "云岭市水利局", 2022));
  EXPECT_TRUE(index.relatives_of("file:///w/b.md", now, nullptr).empty()) << "two candidates";
  index.erase("file:///w/e.md");
  EXPECT_EQ(index.stamp_of(index.relatives_of("file:///w/b.md", now, nullptr)), stamp);
  index.put("file:///w/a.md", digest("file:///w/a.md", "云岭市水利局", 2020));
  EXPECT_TRUE(index.relatives_of("file:///w/b.md", now, nullptr).empty()) << "it became another year's";
}

// --- the server -------------------------------------------------------------------------------------------------

TEST(IndexInTheServer, AnOpenReportIsComparedWithAFile) {
  Workspace workspace;
  workspace.files->texts[last_uri] = of_year("2022");
  workspace.start();
  workspace.open(now_uri, test::sample_report());
  const auto found = workspace.shown(now_uri, "year/carry-over");
  ASSERT_EQ(found.size(), 1U);
  const Json& related = found[0]["relatedInformation"][0];
  EXPECT_EQ(related["location"]["uri"], last_uri);
  EXPECT_GT(related["location"]["range"]["start"]["line"].get<int>(), 40);
}

TEST(IndexInTheServer, ChangedAndDeletedFilesAreSeen) {
  Workspace workspace;
  workspace.start();
  workspace.open(now_uri, test::sample_report());
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty());
  workspace.files->texts[last_uri] = of_year("2022");
  workspace.tell(last_uri, 1);
  EXPECT_EQ(workspace.shown(now_uri, "year/carry-over").size(), 1U);
  workspace.files->texts.erase(last_uri);
  workspace.tell(last_uri, 3);
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty());
}

TEST(IndexInTheServer, TheFirstFileThatWasFoundMayGo) {
  Workspace workspace;
  workspace.files->texts[last_uri] = of_year("2022");
  workspace.start();
  workspace.open(now_uri, test::sample_report());
  ASSERT_EQ(workspace.shown(now_uri, "year/carry-over").size(), 1U);
  workspace.tell(last_uri, 3);
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty());
}

TEST(IndexInTheServer, WhatIsOpenGoesBeforeTheFile) {
  Workspace workspace;
  workspace.files->texts[last_uri] = of_year("2022");
  workspace.start();
  workspace.open(now_uri, test::sample_report());
  EXPECT_EQ(workspace.shown(now_uri, "year/carry-over").size(), 1U);
  std::string repaired = of_year("2022");
  const std::string row = "| 四、结转下年度继续办理 |  |  | 3 | 1 | 0 | 0 | 0 | 0 | 4 |";
  const std::size_t at = repaired.find(row);
  ASSERT_NE(at, std::string::npos);
  repaired.replace(at, row.size(), "| 四、结转下年度继续办理 |  |  | 2 | 1 | 0 | 0 | 0 | 0 | 3 |");
  workspace.open(last_uri, repaired);
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty()) << "the edited report counts";
  workspace.tell(last_uri, 2);
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty());
  workspace.session.notify("textDocument/didClose", {{"textDocument", {{"uri", last_uri}}}});
  workspace.session.settle();
  EXPECT_EQ(workspace.shown(now_uri, "year/carry-over").size(), 1U) << "closed without saving: the file counts again";
}

TEST(IndexInTheServer, FoldersComeAndGo) {
  Workspace workspace;
  workspace.files->texts["file:///other/2022.md"] = of_year("2022");
  workspace.start();
  workspace.open(now_uri, test::sample_report());
  const auto folders = [&](const char* added, const char* removed) {
    const auto list = [](const char* uri) {
      return uri == nullptr ? Json::array() : Json::array({Json{{"uri", uri}, {"name", "x"}}});
    };
    workspace.session.notify("workspace/didChangeWorkspaceFolders",
                             {{"event", {{"added", list(added)}, {"removed", list(removed)}}}});
    workspace.session.settle();
  };
  folders("file:///other", nullptr);
  EXPECT_EQ(workspace.shown(now_uri, "year/carry-over").size(), 1U);
  folders(nullptr, "file:///other");
  EXPECT_TRUE(workspace.shown(now_uri, "year/carry-over").empty());
}

TEST(IndexInTheServer, SymbolsOfReportsThatAreNotOpen) {
  Workspace workspace;
  workspace.files->texts[last_uri] = of_year("2022");
  workspace.start();
  for (const char* query : {"水利局", "2022", "水利局2022", ""}) {
    const Json found = workspace.session.request("workspace/symbol", {{"query", query}});
    ASSERT_EQ(found["result"].size(), 1U) << query;
    EXPECT_EQ(found["result"][0]["location"]["uri"], last_uri);
  }
  EXPECT_TRUE(workspace.session.request("workspace/symbol", {{"query", "民政局"}})["result"].empty());
}

/// What a session with 120 files sends when the client agrees to progress, and cancels it after so many slices.
std::vector<Json> progress_of(std::size_t cancel_after) {
  const auto files = std::make_shared<Tree>();
  for (int i = 0; i < 120; ++i) files->texts["file:///w/" + std::to_string(i) + ".md"] = "信息公开年度报告";
  Server server({.version = "0", .files = files});
  std::vector<Json> sent;
  const auto take = [&](const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      sent.push_back(Json::parse(text));
      if (sent.back().value("method", "") != "window/workDoneProgress/create") continue;
      const Json agreed = {{"jsonrpc", "2.0"}, {"id", sent.back()["id"]}, {"result", nullptr}};
      for (const std::string& more : server.handle(agreed.dump())) sent.push_back(Json::parse(more));
    }
  };
  take(server.handle(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,
    "workspaceFolders":[{"uri":"file:///w","name":"w"}],"capabilities":{"window":{"workDoneProgress":true}}}})"));
  take(server.handle(R"({"jsonrpc":"2.0","method":"initialized","params":{}})"));
  for (std::size_t slices = 0; server.has_work(); ++slices) {
    take(server.step());
    if (slices == cancel_after) {
      take(server.handle(R"({"jsonrpc":"2.0","method":"window/workDoneProgress/cancel",
        "params":{"token":"nianbao/index"}})"));
    }
  }
  std::vector<Json> progress;
  for (const Json& message : sent) {
    if (message.value("method", "") == "$/progress") progress.push_back(message["params"]["value"]);
  }
  return progress;
}

TEST(IndexInTheServer, ProgressBeginsReportsAndEnds) {
  const std::vector<Json> progress = progress_of(100000);
  ASSERT_EQ(progress.size(), 4U);
  EXPECT_EQ(progress[0]["kind"], "begin");
  EXPECT_EQ(progress[0]["title"], "查找年报");
  EXPECT_EQ(progress[0]["cancellable"], true);
  EXPECT_EQ(progress[1]["message"], "50 / 120");
  EXPECT_EQ(progress[3]["kind"], "end");
}

TEST(IndexInTheServer, CancellingTheProgressStopsTheScan) {
  const std::vector<Json> progress = progress_of(10);
  ASSERT_EQ(progress.size(), 2U);
  EXPECT_EQ(progress[0]["kind"], "begin");
  EXPECT_EQ(progress[1]["kind"], "end");
}

TEST(IndexInTheServer, TheLogTellsWhatTheSettingAsksFor) {
  const auto logged = [](const char* level) {
    Workspace workspace;
    workspace.files->texts[last_uri] = of_year("2022");
    workspace.session.initialize([&](Json& params) {
      params["workspaceFolders"] = Json::array({Json{{"uri", "file:///w"}, {"name", "w"}}});
      params["initializationOptions"] = {{"log", {{"level", level}}}};
    });
    return workspace.session.count("window/logMessage");
  };
  EXPECT_EQ(logged("warning"), 0U);
  EXPECT_EQ(logged("info"), 1U);
}

}  // namespace
}  // namespace nianbao::workspace
