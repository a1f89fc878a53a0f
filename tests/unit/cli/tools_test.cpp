// The commands around checking: new, format, render, localise, completion, man, and the formats of other tools.
#include <gtest/gtest.h>

#include "cli/sarif_output.h"
#include "harness.h"

namespace nianbao::cli {
namespace {

using test::run_cli;
using test::TemporaryFolder;
using Json = nlohmann::json;

std::string new_text() {
  const auto made = run_cli({"new", "--organ", "云岭市水利局", "--year", "2025"});
  EXPECT_EQ(made.code, 0) << made.err;
  return made.out;
}

TEST(NewCommand, MakesAReportThatIsCleanButForWhatIsToBeWritten) {
  TemporaryFolder folder;
  const std::string path = folder.path("2025年报.md");
  const auto made = run_cli({"new", "--organ", "云岭市水利局", "--level", "department", "--year", "2025", "-o", path});
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(run_cli({"check", path}).code, 0);
  EXPECT_EQ(run_cli({"format", "--check", path}).code, 0) << "its tables are in columns";
  const auto again = run_cli({"new", "--organ", "别的局", "--year", "2025", "-o", path});
  EXPECT_EQ(again.code, 2) << "a report is never overwritten";
  EXPECT_NE(folder.read("2025年报.md").find("云岭市水利局"), std::string::npos);
}

TEST(NewCommand, SaysWhatIsMissing) {
  EXPECT_EQ(run_cli({"new", "--year", "2025"}).code, 2);
  EXPECT_EQ(run_cli({"new", "--organ", "某局"}).code, 2);
  EXPECT_EQ(run_cli({"new", "--organ", "某局", "--year", "二〇二五"}).code, 2);
  EXPECT_EQ(run_cli({"new", "--organ", "某局", "--year", "2025", "--level", "省"}).code, 2);
  EXPECT_EQ(run_cli({"new", "--organ", "某局", "--year", "2025", "--from", "/nowhere/at/all.md"}).code, 2);
}

TEST(NewCommand, SaysWhatWasNotTakenFromTheOtherReport) {
  TemporaryFolder folder;
  const auto from = [&](const std::string& path) {
    return run_cli({"new", "--organ", "云岭市水利局", "--year", "2026", "--from", path});
  };
  const auto good = from(folder.write("好.md", new_text()));
  EXPECT_EQ(good.code, 0);
  EXPECT_EQ(good.err, "");
  const auto notes = from(folder.write("会议.md", "# 会议记录\n\n讨论预算。\n"));
  EXPECT_EQ(notes.code, 2);
  EXPECT_EQ(notes.out, "");
  EXPECT_NE(notes.err.find("会议.md”不是年报"), std::string::npos) << notes.err;
  const std::string other = run_cli({"new", "--organ", "青川县财政局", "--year", "2025"}).out;
  const auto foreign = from(folder.write("外.md", other));
  EXPECT_EQ(foreign.code, 0);
  EXPECT_NE(foreign.err.find("是青川县财政局的年报，不是云岭市水利局的"), std::string::npos) << foreign.err;
  std::string cut = new_text();
  const std::size_t row = cut.find("四、结转下年度继续办理");
  const std::size_t begin = cut.rfind('\n', row) + 1;
  cut.erase(begin, cut.find('\n', row) + 1 - begin);
  const auto short_table = from(folder.write("缺.md", cut));
  EXPECT_EQ(short_table.code, 0);
  EXPECT_NE(short_table.err.find("没有读到结转下年度的件数，上年结转填 0"), std::string::npos) << short_table.err;
  const auto old = from(folder.write("旧.md", run_cli({"new", "--organ", "云岭市水利局", "--year", "2018"}).out));
  EXPECT_EQ(old.code, 0);
  EXPECT_NE(old.err.find("是 2018 年的年报，不是 2025 年的"), std::string::npos) << old.err;
  EXPECT_NE(old.err.find("没有可以沿用的数据"), std::string::npos) << old.err;
  EXPECT_EQ(old.err.find("已沿用"), std::string::npos) << old.err;
}

TEST(FormatCommand, ShowsChecksAndWritesAndASecondRunChangesNothing) {
  TemporaryFolder folder;
  std::string crooked = new_text();
  const std::size_t at = crooked.find("| 规章 ");
  ASSERT_NE(at, std::string::npos);
  crooked.replace(at, std::string("| 规章 ").size(), "|规章");
  const std::string path = folder.write("年报.md", crooked);
  EXPECT_EQ(run_cli({"format", "--check", path}).code, 1);
  EXPECT_NE(run_cli({"format", "--diff", path}).out.find("-|规章"), std::string::npos);
  EXPECT_EQ(folder.read("年报.md"), crooked);
  EXPECT_EQ(run_cli({"format", path}).code, 0);
  EXPECT_EQ(run_cli({"format", "--check", path}).code, 0);
  EXPECT_EQ(folder.read("年报.md"), new_text());
}

TEST(RenderCommand, WritesAPageAndTakesOneReport) {
  TemporaryFolder folder;
  const std::string path = folder.write("年报.md", new_text());
  EXPECT_EQ(run_cli({"render", "--html", path, "-o", folder.path("年报.html")}).code, 0);
  const std::string page = folder.read("年报.html");
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
  EXPECT_NE(page.find("<style>"), std::string::npos);
  EXPECT_EQ(page.find("data-line"), std::string::npos) << "a page to publish has no anchors";
  EXPECT_EQ(run_cli({"render", path}).out, page);
  EXPECT_EQ(run_cli({"render", path, path}).code, 2);
  EXPECT_EQ(run_cli({"render", folder.path("none.md")}).code, 2);
}

TEST(RenderCommand, NeverWritesOverASourceNorOverAnythingButAPage) {
  TemporaryFolder folder;
  const std::string text = new_text();
  const std::string path = folder.write("年报.md", text);
  std::filesystem::create_symlink("年报.md", folder.path("同.html"));
  for (const std::string& output : {path, folder.path("./年报.md"), folder.path("同.html")}) {
    const auto refused = run_cli({"render", path, "-o", output});
    EXPECT_EQ(refused.code, 2) << output;
    EXPECT_NE(refused.err.find("这就是要读取的文件；原文件未改动"), std::string::npos) << refused.err;
  }
  EXPECT_EQ(folder.read("年报.md"), text);
  const std::string other = folder.write("另一份.txt", "别的内容\n");
  const auto refused = run_cli({"render", path, "-o", other});
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("已有的文件不是网页"), std::string::npos) << refused.err;
  EXPECT_EQ(folder.read("另一份.txt"), "别的内容\n");
  EXPECT_EQ(run_cli({"render", path, "-o", folder.path("页.html")}).code, 0);
  EXPECT_EQ(run_cli({"render", path, "-o", folder.path("页.html")}).code, 0) << "a page is written again";
  EXPECT_EQ(run_cli({"render", path, "-o", folder.write("空.doc", "")}).code, 0) << "nothing is lost";
}

TEST(Drafts, PlacesToFillInAreCountedWhereTheReportIsCheckedOrRendered) {
  TemporaryFolder folder;
  const std::string path = folder.write("甲/年报.md", new_text());
  const auto one = run_cli({"check", path});
  EXPECT_EQ(one.code, 0) << one.out;
  EXPECT_FALSE(one.out.starts_with("✓")) << "a draft is not done: " << one.out;
  EXPECT_NE(test::last_line(one.out).find("；待填 14 处"), std::string::npos) << one.out;
  folder.write("乙/年报.md", new_text());
  EXPECT_NE(test::last_line(run_cli({"check", folder.path()}).out).find("；待填 28 处"), std::string::npos);
  EXPECT_EQ(run_cli({"render", path}).err, path + "：还有 14 处待填（〔请填写：…〕）\n");
  EXPECT_EQ(run_cli({"render", "--quiet", path}).err, "");
}

TEST(RenderCommand, SaysThatRowsHaveLostAColumn) {
  TemporaryFolder folder;
  std::string text = new_text();
  const std::size_t row = text.find("1.属于国家秘密");
  const std::size_t cell = text.find('|', row);
  text.erase(cell, text.find('|', cell + 1) - cell);
  const std::string path = folder.write("年报.md", text);
  EXPECT_NE(run_cli({"render", path}).err.find("表格有行比表头少列"), std::string::npos);
}

TEST(Output, SaysWhyAFileCannotBeWritten) {
  TemporaryFolder folder;
  const std::string path = folder.write("年报.md", new_text());
  const auto nowhere = run_cli({"render", "--quiet", path, "-o", folder.path("没有/页.html")});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_EQ(nowhere.err, "未能写入“" + folder.path("没有/页.html") + "”：文件夹不存在\n");
  std::filesystem::create_directory(folder.path("夹.html"));
  const auto onto_folder = run_cli({"render", "--quiet", path, "-o", folder.path("夹.html")});
  EXPECT_EQ(onto_folder.code, 2);
  EXPECT_EQ(onto_folder.err, "未能写入“" + folder.path("夹.html") + "”：这是文件夹\n");
}

std::string wrong_report() {
  std::string text = new_text();
  const std::size_t row = text.find("四、结转下年度继续办理");
  const std::size_t digit = text.find('0', row);
  EXPECT_NE(digit, std::string::npos);
  return text.replace(digit, 1, "3");
}

TEST(CheckFormats, SarifNamesRuleLevelPlaceAndFix) {
  TemporaryFolder folder;
  const std::string path = folder.write("甲 年报.md", wrong_report());
  const auto result = run_cli({"check", "--format", "sarif", path});
  EXPECT_EQ(result.code, 1);
  const Json log = result.json();
  EXPECT_EQ(log["version"], "2.1.0");
  const Json& run = log["runs"][0];
  ASSERT_FALSE(run["results"].empty());
  bool error = false;
  for (const Json& one : run["results"]) {
    const auto index = one["ruleIndex"].get<std::size_t>();
    EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], one["ruleId"]);
    const Json& place = one["locations"][0]["physicalLocation"];
    EXPECT_NE(place["artifactLocation"]["uri"].get<std::string>().find("%20"), std::string::npos);
    EXPECT_GE(place["region"]["startLine"].get<int>(), 1);
    error = error || one["level"] == "error";
  }
  EXPECT_TRUE(error);
}

TEST(CheckFormats, SarifHelpHasItsTitleAndLevelInTheLanguageAskedFor) {
  TemporaryFolder folder;
  const std::string path = folder.write("年报.md", wrong_report());
  const Json rules =
      run_cli({"check", "--format", "sarif", path, "--locale", "en"}).json()["runs"][0]["tool"]["driver"]["rules"];
  for (const Json& rule : rules) {
    if (!rule.contains("help")) continue;
    const std::string title = rule["shortDescription"]["text"];
    EXPECT_EQ(rule["help"]["text"], title);
    EXPECT_TRUE(rule["help"]["markdown"].get<std::string>().starts_with("# " + rule["id"].get<std::string>() + " " +
                                                                        title + "\n\nDefault severity: "))
        << rule["id"];
  }
}

TEST(CheckFormats, SarifPathsAreUriReferences) {
  EXPECT_EQ(uri_reference("a b/年.md"), "a%20b/%E5%B9%B4.md");
  EXPECT_EQ(uri_reference("/a/b.md"), "file:///a/b.md");
}

TEST(CheckFormats, GithubHasOneCommandPerLine) {
  TemporaryFolder folder;
  const auto result = run_cli({"check", "--format", "github", folder.write("a,b.md", wrong_report())});
  EXPECT_EQ(result.code, 1);
  std::istringstream lines(result.out);
  std::string line;
  std::size_t count = 0;
  while (std::getline(lines, line)) {
    ++count;
    EXPECT_TRUE(line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice "))
        << line;
    EXPECT_NE(line.find("a%2Cb.md,line="), std::string::npos) << line;
  }
  EXPECT_GT(count, 0U);
}

/// A table of zeros with one value in each of the given cells.
Json table(const char* id, const char* format, const std::map<std::string, std::vector<int>>& rows) {
  const standard::TableSpec* t3 = test::the_standard().form_named(format)->table(standard::TableId::t3);
  Json t = Json::object();
  for (const standard::RowSpec& row : t3->blocks.front().rows) {
    const auto found = rows.find(row.id);
    t[row.id] = found == rows.end() ? std::vector<int>(7, 0) : found->second;
  }
  return {{"id", id}, {"format", format}, {"t3", t}};
}

TEST(LocaliseCommand, NamesTheCellAndGoesOnBehindABadLine) {
  const std::map<std::string, std::vector<int>> right = {{"t3_new", {21, 4, 0, 1, 2, 0, 28}},
                                                         {"t3_granted", {21, 4, 0, 1, 2, 0, 28}},
                                                         {"t3_total", {21, 4, 0, 1, 2, 0, 28}}};
  auto wrong = right;
  wrong["t3_granted"][0] = 12;
  Json short_row = table("short", "2021", right);
  short_row["t3"]["t3_new"] = {1, 2};
  Json foreign = table("foreign", "2019", right);
  foreign["t3"]["t3_other_nofee"] = std::vector<int>(7, 0);
  Json incomplete = table("incomplete", "2021", right);
  incomplete["t3"].erase("t3_new");
  test::Call call;
  call.input = table("a", "2021", right).dump() + "\n{broken\n\n" + table("b", "2021", wrong).dump() + "\n" +
               short_row.dump() + "\n" + foreign.dump() + "\n" + incomplete.dump() + "\n" + R"({"id":1})" + "\n" +
               table("c", "2019", right).dump();
  const auto result = run_cli({"localise"}, call);
  EXPECT_EQ(result.code, 2) << "there were bad lines";
  std::istringstream lines(result.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(lines, line);) answers.push_back(Json::parse(line));
  ASSERT_EQ(answers.size(), 3U) << result.out << result.err;
  EXPECT_EQ(answers[0], (Json{{"id", "a"}, {"verdict", "none"}, {"sets", Json::array()}}));
  EXPECT_EQ(answers[1]["verdict"], "culprit");
  EXPECT_EQ(answers[1]["sets"], Json::parse(R"([[{"row":"t3_granted","col":"t3c_natural","value":21}]])"));
  EXPECT_EQ(answers[2]["verdict"], "none");
  for (const char* complaint : {"第 2 行", "第 5 行", "t3_new", "t3_other_nofee", "第 7 行", "第 8 行"}) {
    EXPECT_NE(result.err.find(complaint), std::string::npos) << complaint << "\n" << result.err;
  }
}

TEST(Completion, NamesEveryCommandForEveryShell) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const auto script = run_cli({"completion", shell});
    EXPECT_EQ(script.code, 0);
    for (const char* name : {"check", "fix", "format", "new", "render", "localise", "explain", "min-severity"}) {
      EXPECT_NE(script.out.find(name), std::string::npos) << shell << ' ' << name;
    }
  }
  EXPECT_EQ(run_cli({"completion", "tcsh"}).code, 2);
}

TEST(Man, TellsEveryCommandAndTheExitCodes) {
  for (const char* locale : {"zh", "en"}) {
    const auto page = run_cli({"man", "--locale", locale});
    EXPECT_EQ(page.code, 0);
    EXPECT_TRUE(page.out.starts_with(".TH NIANBAO 1"));
    for (const char* name : {".SS check", ".SS new", ".SS localise", "\\-\\-fail\\-on"}) {
      EXPECT_NE(page.out.find(name), std::string::npos) << name;
    }
    EXPECT_EQ(page.out.find("cli."), std::string::npos) << "a message is missing";
  }
}

}  // namespace
}  // namespace nianbao::cli
