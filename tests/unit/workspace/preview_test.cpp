// nianbao/preview as the extension uses it: a body that follows the text, with places in the client's units.
#include <gtest/gtest.h>

#include "session.h"

namespace nianbao::test {
namespace {

const Json preview_params = {{"textDocument", {{"uri", Session::uri}}}};

TEST(Preview, FollowsTheTextAndItsVersion) {
  Session session;
  session.initialize();
  session.open(sample_report(), 7);
  const Json first = session.request("nianbao/preview", preview_params)["result"];
  EXPECT_EQ(first["version"], 7);
  EXPECT_NE(first["title"].get<std::string>().find("政府信息公开工作年度报告"), std::string::npos);
  EXPECT_NE(first["css"].get<std::string>().find("@page"), std::string::npos);
  EXPECT_EQ(first["html"].get<std::string>().find("data-finding"), std::string::npos);

  session.replace(wrong_total(), 8);
  const Json second = session.request("nianbao/preview", preview_params)["result"];
  EXPECT_EQ(second["version"], 8);
  const auto html = second["html"].get<std::string>();
  EXPECT_NE(html.find(" error\""), std::string::npos);
  EXPECT_NE(html.find("data-column=\""), std::string::npos);

  Json plain = preview_params;
  plain["marks"] = false;
  EXPECT_EQ(session.request("nianbao/preview", plain)["result"]["html"].get<std::string>().find("data-finding"),
            std::string::npos);
}

TEST(Preview, OfWhatIsNotOpenThereIsNone) {
  Session session;
  session.initialize();
  EXPECT_TRUE(session.request("nianbao/preview", preview_params)["result"].is_null());
  EXPECT_EQ(session.request("nianbao/preview", Json::object())["error"]["code"], -32602);
}

}  // namespace
}  // namespace nianbao::test
