// nianbao/lawArticles as the extension uses it: all articles, and where the report cites them.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "session.h"

namespace nianbao::test {
namespace {

Json articles_of(Session& session) {
  return session.request("nianbao/lawArticles", {{"textDocument", {{"uri", Session::uri}}}})["result"];
}

std::string with_sentence(const std::string& sentence) {
  std::string text = sample_report();
  const std::string_view before = "本机关按照《条例》要求";
  return text.replace(text.find(before), before.size(), sentence + std::string(before));
}

TEST(LawArticles, AllAreListedWithTheirPages) {
  Session session;
  session.initialize();
  session.open(sample_report());
  const Json result = articles_of(session);
  EXPECT_EQ(result["number"], "国务院令第711号");
  ASSERT_EQ(result["articles"].size(), 56U);
  const Json& article = result["articles"][35];
  EXPECT_EQ(article["label"], "第三十六条");
  const Json page = session.request("nianbao/textDocumentContent", {{"uri", article["uri"]}})["result"];
  EXPECT_NE(page["text"].get<std::string>().find(article["caption"].get<std::string>()), std::string::npos);
}

TEST(LawArticles, CitationsAreFoundByShortNamesInListsAndRanges) {
  Session session;
  session.initialize();
  session.open(with_sentence("按照《条例》第十九条、第三十六条第三项和第三十九条至第四十一条办理。"));
  std::map<int, std::size_t> cited;
  const Json result = articles_of(session);
  for (const Json& article : result["articles"]) {
    if (!article["cited"].empty()) cited[article["number"]] = article["cited"].size();
  }
  EXPECT_EQ(cited, (std::map<int, std::size_t>{{19, 1}, {36, 1}, {39, 1}, {40, 1}, {41, 1}, {50, 1}}))
      << "captions of the official tables do not count";
}

TEST(LawArticles, PlacesAreThoseOfTheText) {
  Session session;
  session.initialize();
  session.open(sample_report());
  const Json range = articles_of(session)["articles"][49]["cited"][0];
  EXPECT_EQ(range["start"]["line"], 2);
  EXPECT_EQ(range["end"]["character"].get<int>() - range["start"]["character"].get<int>(), 4) << "第五十条";
}

TEST(LawArticles, AnUnknownLawHasNone) {
  Session session;
  session.initialize();
  session.open(sample_report());
  const Json params = {{"textDocument", {{"uri", Session::uri}}}, {"law", "none"}};
  EXPECT_TRUE(session.request("nianbao/lawArticles", params)["result"]["articles"].empty());
}

/// An editor asks by itself only behind these.
TEST(LawCompletion, NamesAndArticlesComeBehindTheirFirstSign) {
  Session session;
  const Json triggers = session.initialize()["result"]["capabilities"]["completionProvider"]["triggerCharacters"];
  for (const char* sign : {"《", "第", "|", "#", "（"}) {
    EXPECT_NE(std::find(triggers.begin(), triggers.end(), sign), triggers.end()) << sign;
  }
  const auto labels_behind = [&](const std::string& typed) {
    const std::string text = with_sentence("按照" + typed + "\n\n");
    session.open(text);
    const std::size_t end = text.find("按照" + typed) + std::string("按照" + typed).size();
    const std::size_t begin = text.rfind('\n', end - 1) + 1;
    int line = 0;
    for (std::size_t i = 0; i < begin; ++i) line += text[i] == '\n' ? 1 : 0;
    int units = 0;
    for (std::size_t i = begin; i < end; ++i) units += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    const Json list = session.request(
        "textDocument/completion",
        {{"textDocument", {{"uri", Session::uri}}}, {"position", {{"line", line}, {"character", units}}}});
    const Json& result = list["result"];
    std::vector<std::string> labels;
    for (const Json& item : result.is_array() ? result : result["items"]) labels.push_back(item["label"]);
    return labels;
  };
  const auto has = [](const std::vector<std::string>& labels, const char* label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
  };
  EXPECT_TRUE(has(labels_behind("《"), "政府信息公开条例"));
  EXPECT_TRUE(has(labels_behind("《条例》第"), "第三十六条"));
}

}  // namespace
}  // namespace nianbao::test
