// Where a citation leads: a page of ours for clients that can ask for it, a file for all others.
#include <algorithm>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "session.h"

namespace nianbao::test {
namespace {

using Kept = std::map<std::string, std::string>;

workspace::PageKeeper keeper(Kept& kept) {
  return [&kept](const std::string& name, const std::string& text) {
    kept[name] = text;
    return "file:///cache/" + name;
  };
}

/// The definition of the first 《条例》 of the sample.
Json definition(Session& session) {
  const std::string& text = sample_report();
  const std::size_t at = text.find("《条例》");
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const std::string before = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
  const auto column = std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return session.request(
      "textDocument/definition",
      {{"textDocument", {{"uri", Session::uri}}}, {"position", {{"line", line}, {"character", column + 1}}}})["result"];
}

std::string uri_of(const Json& places) {
  const Json& place = places.is_array() && !places.empty() ? places[0] : places;
  return place.value(place.contains("uri") ? "uri" : "targetUri", std::string());
}

TEST(LawPages, AClientWithoutContentRequestsGetsAFile) {
  Kept kept;
  Session session(nullptr, keeper(kept));
  session.initialize();
  session.open(sample_report());
  EXPECT_EQ(uri_of(definition(session)), "file:///cache/law/711.md");
  EXPECT_NE(kept["law/711.md"].find("第三十六条"), std::string::npos);
  const Json reply = session.request("textDocument/documentLink", {{"textDocument", {{"uri", Session::uri}}}});
  EXPECT_FALSE(reply["result"].empty());
  for (const Json& link : reply["result"]) {
    EXPECT_FALSE(link["target"].get<std::string>().starts_with("nianbao:")) << link.dump();
  }
}

TEST(LawPages, LinksOfAFileLeadToFilesThatAreThere) {
  Kept kept;
  Session session(nullptr, keeper(kept));
  session.initialize();
  session.open(sample_report());
  (void)definition(session);
  EXPECT_EQ(kept.size(), 1U) << "the answer does not wait for the pages that this one leads to";
  session.settle();
  std::size_t links = 0;
  for (const auto& [name, text] : kept) {
    EXPECT_EQ(text.find("](nianbao:"), std::string::npos) << name;
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
      if (target.starts_with("http")) continue;
      const std::filesystem::path path = (std::filesystem::path(name).parent_path() / target).lexically_normal();
      EXPECT_TRUE(kept.contains(path.generic_string())) << name << ": " << target;
      ++links;
    }
  }
  EXPECT_GT(links, 40U);
}

TEST(LawPages, AClientThatAsksForPagesGetsThePage) {
  Kept kept;
  Session session(nullptr, keeper(kept));
  session.initialize([](Json& params) { params["capabilities"]["workspace"]["textDocumentContent"] = Json::object(); });
  session.open(sample_report());
  EXPECT_EQ(uri_of(definition(session)), "nianbao:/law/711.md");
  EXPECT_TRUE(kept.empty());
}

TEST(LawPages, WhereNothingCanBeWrittenThePageIsNamed) {
  Session session(nullptr, [](const std::string&, const std::string&) { return std::string(); });
  session.initialize();
  session.open(sample_report());
  EXPECT_EQ(uri_of(definition(session)), "nianbao:/law/711.md");
}

}  // namespace
}  // namespace nianbao::test
