// After any edit the tree kept up to date must be the tree that a fresh parse gives, node by node and byte by byte.
#include <ostream>
#include <random>

#include <gtest/gtest.h>

#include "sexp.h"

namespace nianbao::syntax::test {
namespace {

const std::string prose =
    "一、总体情况\n\n2021年，我局认真贯彻落实《中华人民共和国政府信息公开条例》，根据国办公开办函〔2021〕30号要求公开。"
    "\n"
    "（一）主动公开情况。1. 主动公开信息1542条，**经费3.5 万元**。\n　　统计期限自2021年1月1日至2021年12月31日。\n"
    "**（二）依申请公开。**依据第三十六条第（二）项，一是办理；二是答复。\n\n二、主动公开政府信息情况\n\n";
const std::string tail =
    "\n三、收到和处理政府信息公开申请情况\n无。\n1.下一步\n（1）网站 http://www.a.gov.cn/b\n附件：统计表\n";

struct Form {
  const char* name;
  std::string table;
};

void PrintTo(const Form& form, std::ostream* out) {
  *out << form.name;
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all = {
      {"pipe",
       "| 信息内容 | 本年制发件数 | 本年废止件数 |\n|---|---|---|\n| 规章 | 0 | 0 |\n| 行政规范性文件 | 1 |  |\n"
       "| 一、本年新收政府信息公开申请数量 | 3 | 4 |\n"},
      {"tab",
       "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\n规章\t0\t0\n\n行政规范性文件\t1\t\n"
       "\t一、主动公开情况\n\t——\n\t　\n一、本年新收政府信息公开申请数量\t3\t4\n"},
      {"lines",
       "第二十条第（一）项\n信息内容\n本年制发件数\n规章\n0\n0\n行政规范性文件\n1\n一、本年新收政府信息公开申请数量\n3"
       "\n4\n"
       "（一）予以公开\n0\n"},
      {"html",
       "<table border=\"1\">\n<tr><td>信息内容</td><td>本年制发件数</td></tr>\n<tr>\n<td>规章</td>\n<td>0</td>\n</tr>\n"
       "<tr><td>一、本年新收政府信息公开申请数量</td><td>3</td></tr>\n</table>\n"},
      {"aligned",
       "  信息内容          本年制发件数    本年废止件数\n  规章                  0              0\n\f行政规范性文件  "
       "1   0\n"
       "  - 3 -\n（一）予以公开 0 0 0 0\n   一、本年新收政府信息公开申请数量   3   4\n"},
  };
  return all;
}

const std::vector<std::string>& snippets() {
  static const std::vector<std::string> all = {"\n",
                                               "\n\n",
                                               "\r",
                                               "\r\n",
                                               "\t",
                                               "|",
                                               " ",
                                               "  ",
                                               "　",
                                               "。",
                                               "一、",
                                               "（一）",
                                               "1.",
                                               "1",
                                               "《",
                                               "》",
                                               "<",
                                               "<table>",
                                               "</table>",
                                               "\f",
                                               "**",
                                               "#",
                                               "——",
                                               "规章",
                                               "总计",
                                               "行政复议",
                                               "2021",
                                               "年",
                                               "〔",
                                               "号",
                                               "第",
                                               "条",
                                               "是",
                                               "自",
                                               "-",
                                               "0",
                                               "文",
                                               "\xE4",
                                               "\xFF",
                                               std::string(1, '\0'),
                                               "附件",
                                               "---",
                                               "<!-- nianbao-ignore -->",
                                               "三、依申请公开情况",
                                               "统计指标",
                                               "至",
                                               "万"};
  return all;
}

std::size_t character_begin(const std::string& bytes, std::size_t at) {
  while (at > 0 && at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

class Incremental : public testing::TestWithParam<Form> {};

TEST_P(Incremental, EqualsAFreshParse) {
  const std::string original = prose + GetParam().table + tail;
  Parser parser;
  std::mt19937 random(2021);
  std::string bytes = original;
  text::Text text(bytes);
  Tree tree = parser.parse(text);
  for (int round = 0; round < 500; ++round) {
    if (round % 25 == 24) bytes = original;
    std::size_t at = random() % (bytes.size() + 1);
    if (random() % 8 != 0) at = character_begin(bytes, at);  // now and then inside a character
    const std::size_t length = random() % 3 == 0 ? random() % std::min<std::size_t>(bytes.size() - at + 1, 12) : 0;
    bytes.replace(at, length, random() % 4 == 0 ? std::string() : snippets()[random() % snippets().size()]);

    const text::Text after(bytes);
    tree = parser.reparse(after, tree, text);
    text = after;
    ASSERT_EQ(defect(tree, text), "") << "round " << round << "\n" << bytes;
    ASSERT_EQ(tree.to_string(), parser.parse(text).to_string()) << "round " << round << "\n" << bytes;
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, Incremental, testing::ValuesIn(forms()),
                         [](const auto& one) { return std::string(one.param.name); });

// Several edits that wait together are marked one after the other and parsed once.
TEST(IncrementalEdits, SeveralEditsThenOneParse) {
  Parser parser;
  std::mt19937 random(50);
  std::string bytes = prose;
  for (const Form& form : forms()) bytes += form.table;
  bytes += tail;
  text::Text text(bytes);
  Tree tree = parser.parse(text);
  for (int round = 0; round < 100; ++round) {
    for (std::uint32_t edits = 1 + random() % 5; edits > 0; --edits) {
      const std::size_t at = character_begin(bytes, random() % (bytes.size() + 1));
      const std::string& inserted = snippets()[random() % snippets().size()];
      bytes.insert(at, inserted);
      const text::Text after(bytes);
      const auto begin = static_cast<text::Offset>(at);
      tree.edit({begin, begin, begin + static_cast<text::Offset>(inserted.size())}, text, after);
      text = after;
    }
    tree = parser.parse(text, &tree);
    ASSERT_EQ(tree.to_string(), parser.parse(text).to_string()) << "round " << round;
  }
}

}  // namespace
}  // namespace nianbao::syntax::test
