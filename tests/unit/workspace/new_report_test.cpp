// nianbao/newReport as the extension uses it.
#include <gtest/gtest.h>

#include "session.h"

namespace nianbao::test {
namespace {

Json wanted(const Json& from) {
  return {{"organ", "云岭市水利局"}, {"level", "department"}, {"year", 2026}, {"from", from}, {"snippets", true}};
}

TEST(NewReportRequest, TakesLastYearFromAnOpenDocumentOrAsText) {
  Session session;
  session.initialize();
  session.open(sample_report());
  const Json by_uri = session.request("nianbao/newReport", wanted(Session::uri))["result"];
  const Json by_text = session.request("nianbao/newReport", wanted(sample_report()))["result"];
  EXPECT_EQ(by_uri, by_text);
  EXPECT_EQ(by_uri["name"], "云岭市水利局2026年政府信息公开工作年度报告.md");
  EXPECT_NE(by_uri["text"].get<std::string>().find("${1:"), std::string::npos);
  EXPECT_EQ(by_uri["carried"], Json::object({{"applications", 7}, {"stock", 2}}));
  const Json without = session.request("nianbao/newReport", wanted(nullptr))["result"];
  EXPECT_NE(by_uri["text"], without["text"]) << "figures were carried over";
  EXPECT_FALSE(without.contains("carried"));
}

TEST(NewReportRequest, RefusesWhatItCannotDo) {
  Session session;
  session.initialize();
  EXPECT_EQ(session.request("nianbao/newReport", wanted("file:///not/open.md"))["error"]["code"], -32602);
  Json level = wanted(nullptr);
  level["level"] = "province";
  EXPECT_EQ(session.request("nianbao/newReport", level)["error"]["code"], -32602);
  Json year = wanted(nullptr);
  year["year"] = 1949;
  EXPECT_EQ(session.request("nianbao/newReport", year)["error"]["code"], -32602);
}

}  // namespace
}  // namespace nianbao::test
