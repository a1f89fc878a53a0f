// nianbao check over several reports: last year's report and the parts of an aggregate one, whatever the jobs.
#include <gtest/gtest.h>

#include "harness.h"
#include "support/paths.h"

namespace nianbao::cli::test {
namespace {

std::string sample() {
  std::ifstream file(std::string(paths::source()) + "/tests/protocol/sample.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Carries out 4 in all; the sample for 2023 carries in 3.
std::string last_year() {
  return replaced(sample(), "2023", "2022");
}

std::vector<nlohmann::json> found(const Result& result, const std::string& rule) {
  std::vector<nlohmann::json> all;
  const nlohmann::json whole = result.json();
  for (const auto& file : whole["files"]) {
    for (const auto& finding : file["findings"]) {
      if (finding["rule"] != rule) continue;
      all.push_back(finding);
      all.back()["file"] = file["path"];
    }
  }
  return all;
}

TEST(RelatedFiles, LastYearsReportIsFoundAndNamedByPath) {
  const TemporaryFolder folder;
  const std::string last = folder.write("b/2022.md", last_year());
  const std::string now = folder.write("a/2023.md", sample());
  const auto carried = found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over");
  ASSERT_EQ(carried.size(), 1U);
  EXPECT_EQ(carried[0]["file"], now);
  EXPECT_EQ(carried[0]["severity"], "warning");
  ASSERT_FALSE(carried[0]["related"].empty());
  const auto& related = carried[0]["related"][0];
  EXPECT_EQ(related["path"], last);
  EXPECT_GT(related["range"]["start"]["line"], 40);
  EXPECT_EQ(found(run_cli({"check", "--format", "json", last, now}), "year/carry-over"), carried)
      << "files named one by one are one run as well";
  EXPECT_TRUE(found(run_cli({"check", "--format", "json", now}), "year/carry-over").empty());
}

TEST(RelatedFiles, TextAndSarifSayWhereTheOtherNumberStands) {
  const TemporaryFolder folder;
  folder.write("2022.md", last_year());
  folder.write("2023.md", sample());
  const std::string text = run_cli({"check", folder.path()}).out;
  EXPECT_NE(text.find("2022年报告 结转下年度继续办理 总计 4（" + folder.path("2022.md") + ":"), std::string::npos)
      << text;
  const auto sarif = run_cli({"check", "--format", "sarif", folder.path()}).json();
  bool seen = false;
  for (const auto& result : sarif["runs"][0]["results"]) {
    if (result["ruleId"] != "year/carry-over") continue;
    const std::string uri = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    seen = uri.ends_with("2022.md");
  }
  EXPECT_TRUE(seen);
}

TEST(RelatedFiles, TraditionalAndSimplifiedNamesAreOneOrgan) {
  const TemporaryFolder folder;
  folder.write("2022.md", replaced(last_year(), "云岭市水利局", "雲嶺市水利局"));
  folder.write("2023.md", sample());
  EXPECT_EQ(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").size(), 1U);
}

TEST(RelatedFiles, SeveralCandidatesAreSilence) {
  const TemporaryFolder folder;
  folder.write("2022.md", last_year());
  folder.write("2022-copy.md", last_year());
  folder.write("2023.md", sample());
  EXPECT_TRUE(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").empty());
}

/// Files are looked at by the years that their names claim; what they hold decides.
TEST(RelatedFiles, AWrongYearInANameChangesNothing) {
  const TemporaryFolder folder;
  folder.write("2001年.md", sample());
  folder.write("2030年.md", last_year());
  EXPECT_EQ(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").size(), 1U);
  folder.write("2002年.md", last_year());
  EXPECT_TRUE(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").empty())
      << "one candidate is known when the report is looked at first, the other one later";
}

TEST(RelatedFiles, ResultsComeByPathNotByYear) {
  const TemporaryFolder folder;
  folder.write("a2023年.md", sample());
  folder.write("b2022年.md", last_year());
  const auto files = run_cli({"check", "--format", "json", folder.path()}).json()["files"];
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0]["path"], folder.path("a2023年.md"));
}

TEST(RelatedFiles, ABareNameIsThatOfItsFolder) {
  const TemporaryFolder folder;
  folder.write("a/2022.md", replaced(last_year(), "云岭市水利局", "水利局"));
  const std::string now = replaced(sample(), "云岭市水利局", "水利局");
  folder.write("b/2023.md", now);
  EXPECT_TRUE(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").empty());
  folder.write("a/2023.md", now);
  EXPECT_EQ(found(run_cli({"check", "--format", "json", folder.path()}), "year/carry-over").size(), 1U);
}

TEST(RelatedFiles, TheSameWhateverTheNumberOfJobs) {
  const TemporaryFolder folder;
  for (int i = 0; i < 12; ++i) {
    const std::string organ = "云岭市第" + std::to_string(i) + "水利局";
    folder.write(std::to_string(i) + "-2022.md", replaced(last_year(), "云岭市水利局", organ));
    folder.write(std::to_string(i) + "-2023.md", replaced(sample(), "云岭市水利局", organ));
  }
  const std::string one = run_cli({"check", "--format", "json", "--jobs", "1", folder.path()}).out;
  EXPECT_EQ(run_cli({"check", "--format", "json", "--jobs", "4", folder.path()}).out, one);
  EXPECT_NE(one.find("year/carry-over"), std::string::npos);
}

class AggregateRun : public testing::Test {
 protected:
  void SetUp() override {
    folder.write("局/水利.md", sample());
    folder.write("局/民政.md", replaced(sample(), "云岭市水利局", "云岭市民政局"));
    std::string parent = replaced(sample(), "云岭市水利局", "云岭市人民政府");
    folder.write("全市.md", parent);
  }
  [[nodiscard]] std::size_t count(const std::string& settings) const {
    folder.write(".nianbao.json", settings);
    const Result result = run_cli({"check", "--format", "json", folder.path()});
    EXPECT_TRUE(found(result, "settings/invalid").empty());
    return found(result, "year/aggregate").size();
  }
  TemporaryFolder folder;
};

TEST_F(AggregateRun, PartsByPathFolderAndName) {
  const std::size_t by_path = count(R"({"parent": "全市.md", "children": ["局/水利.md", "./局/民政.md"]})");
  EXPECT_GT(by_path, 5U) << "the parent has what one part has";
  EXPECT_EQ(count(R"({"parent": "全市.md", "children": ["局"]})"), by_path);
  EXPECT_EQ(count(R"({"parent": "云岭市人民政府", "children": ["云岭市水利局", "云岭市民政局"]})"), by_path);
  const Result result = run_cli({"check", "--format", "json", folder.path()});
  for (const auto& finding : found(result, "year/aggregate")) {
    EXPECT_EQ(finding["file"], folder.path("全市.md"));
    EXPECT_EQ(finding["related"].size(), 2U);
    EXPECT_TRUE(finding["related"][0].contains("path"));
  }
}

TEST_F(AggregateRun, AMissingPartOrAnotherYearIsSilence) {
  EXPECT_EQ(count(R"({"parent": "全市.md", "children": ["局/水利.md", "局/教育.md"]})"), 0U);
  EXPECT_EQ(count(R"({"parent": "全市.md"})"), 0U);
  folder.write("局/民政.md", replaced(last_year(), "云岭市水利局", "云岭市民政局"));
  EXPECT_EQ(count(R"({"parent": "全市.md", "children": ["局/水利.md", "局/民政.md"]})"), 0U);
}

TEST_F(AggregateRun, OnePartAloneThatAgreesIsClean) {
  EXPECT_EQ(count(R"({"parent": "全市.md", "children": ["局/水利.md"]})"), 0U);
}

}  // namespace
}  // namespace nianbao::cli::test
