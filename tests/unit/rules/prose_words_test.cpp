// Words, marks and numbers of the prose: what is wrong is found once, with its fix, and good Chinese is left alone.
#include <gtest/gtest.h>

#include "rules/rules.h"
#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

using standard::Severity;

/// A report whose first part says `text`.
std::string saying(const std::string& text) {
  return with(good_report(), "2024年，本机关认真贯彻政府信息公开条例，有序推进各项工作。", text);
}

std::vector<Finding> found(std::string_view rule, const std::string& text) {
  return Scene(saying(text)).of(rule);
}

/// The paragraph after the first fix of the only finding.
std::string repaired(std::string_view rule, const std::string& text) {
  const Scene scene(saying(text));
  const Finding finding = scene.only(rule);
  if (finding.fixes.empty()) return "no fix";
  const std::string after = scene.after(finding.fixes.front());
  EXPECT_TRUE(Scene(after).of(rule).empty()) << "the fix leaves a finding: " << after.substr(0, 600);
  const std::size_t begin = after.find("## 一、总体情况\n\n") + std::string("## 一、总体情况\n\n").size();
  return after.substr(begin, after.find("\n\n（一）", begin) - begin);
}

TEST(ProseWord, ConfusionsAreReplaced) {
  EXPECT_EQ(repaired("prose/word", "截止目前，已建立工作台账。"), "截至目前，已建立工作台账。");
  EXPECT_EQ(repaired("prose/word", "截止到目前公开86条。"), "截至目前公开86条。") << "the longest confusion counts";
  EXPECT_EQ(repaired("prose/word", "建立了工作台帐。"), "建立了工作台账。");
  EXPECT_EQ(repaired("prose/word", "截止2024年12月31日，公开86条。"), "截至2024年12月31日，公开86条。");
}

TEST(ProseWord, AChoiceIsLeftToThePerson) {
  const Scene scene(saying("确保公民知情权力的实现。"));
  const Finding finding = scene.only("prose/word");
  EXPECT_EQ(finding.message, "“知情权力”应为“知情权”或“知情权利”");
  ASSERT_EQ(finding.fixes.size(), 2U);
  EXPECT_FALSE(finding.fixes[0].preferred);
}

TEST(ProseWord, GoodChineseIsLeftAlone) {
  for (const char* text : {"申请截止日期为12月31日。", "知情权力度不断加大。", "做好监督权力运行工作。",
                           "截至目前公开86条。", "一起述职，叫做为民办实事。", "干部暑期培训2次。",
                           "即使公开后仍有疑问的，可以申请。", "全部暑假班已结束。", "按装机容量统计。"}) {
    EXPECT_TRUE(found("prose/word", text).empty()) << text;
  }
}

TEST(ProseWord, OldNamesAreOldOnlyFromTheirYearOn) {
  const Finding finding = Scene(saying("开展国家司法考试宣传。")).only("prose/word");
  EXPECT_EQ(finding.severity, Severity::information);
}

TEST(ProsePunctuation, CharacterReferencesAreNotPunctuation) {
  for (const char* text : {"公开&nbsp;工作。", "公开&emsp;工作&mdash;信息。", "公开&#12288;工作&lt;信息&gt;。"}) {
    EXPECT_TRUE(found("prose/punctuation", text).empty()) << text;
  }
}

TEST(ProsePunctuation, BesideAFullWidthMarkAHalfWidthOneGoes) {
  EXPECT_EQ(repaired("prose/punctuation", "公开信息86条,，均已发布。"), "公开信息86条，均已发布。");
  EXPECT_EQ(repaired("prose/punctuation", "公开信息86条。,另有其他。"), "公开信息86条。另有其他。");
  EXPECT_EQ(repaired("prose/punctuation", "收到申请12件(含结转1件)，办结12件。(其他略)"),
            "收到申请12件（含结转1件），办结12件。（其他略）");
  EXPECT_EQ(repaired("prose/punctuation", "怎么办?！"), "怎么办？！");
}

TEST(ProseWord, TraditionalStaysTraditional) {
  const Scene scene(
      saying("建立了規範性檔案工作臺帳，嚴格執行審查機制，確保應公開盡公開，統計數據準確。"
             "認真貫徹黨的會議精神，進一步加強組織領導，完善機關內部協調機制，拓寬公開渠道，積極回應社會關切。"));
  const auto findings = scene.of("prose/word");
  for (const Finding& finding : findings) {
    for (const Fix& fix : finding.fixes) EXPECT_EQ(scene.after(fix).find("台账"), std::string::npos);
  }
}

TEST(ProseWord, WordListsOfTheSettingsCount) {
  const text::Text text(saying("建立台帐，做好做实。"));
  const auto report = report::build(text, syntax::parse(text), the_standard());
  Options options;
  options.allowed_words = {"台帐"};
  options.confusions = {"做好做实→做深做实"};
  std::vector<std::string> messages;
  for (const Finding& finding : check(report, the_standard(), options)) {
    if (finding.rule == "prose/word") messages.push_back(finding.message);
  }
  EXPECT_EQ(messages, std::vector<std::string>{"“做好做实”应为“做深做实”"});
}

TEST(ProseRepeat, OnlyPhrasesAndNotReduplication) {
  EXPECT_EQ(repaired("prose/repeat", "清理政策性文件政策性文件463件。"), "清理政策性文件463件。");
  for (const char* text : {"一件一件地办，一项一项地清。", "城市管理管理办法和服务服务中心的规定。",
                           "各项工作、各项工作要求。", "人人事事处处都讲公开。", "公开公开再公开。"}) {
    EXPECT_TRUE(found("prose/repeat", text).empty()) << text;
  }
}

TEST(ProsePunctuation, HalfWidthMarksBecomeFullWidthTogether) {
  EXPECT_EQ(repaired("prose/punctuation", "加强领导,完善制度;为乡镇(街道)配备终端72台,其中智能11台."),
            "加强领导，完善制度；为乡镇（街道）配备终端72台，其中智能11台.");
  EXPECT_EQ(repaired("prose/punctuation", "（宁政办发〔2020〕15号)的要求。"), "（宁政办发〔2020〕15号）的要求。");
  EXPECT_EQ(repaired("prose/punctuation", "领导重视, 责任到人。"), "领导重视，责任到人。");
}

TEST(ProsePunctuation, AddressesNumbersAndTimesKeepTheirs) {
  for (const char* text :
       {"网站（http://www.example.gov.cn/a?b=c,d;e）查阅。", "邮箱：a.b@example.cn，时间8:30，比例1:2，数量1,485条。",
        "见[门户网站](http://www.example.gov.cn/index.html)。", "采用HTML(5)和IPv6。", "（一）项、1）项和a）项。",
        "他说：“公开‘透明’。”", "行政处罚,12,0,3"}) {
    EXPECT_TRUE(found("prose/punctuation", text).empty()) << text;
  }
}

TEST(ProsePunctuation, ATextInHalfWidthThroughoutIsOneFinding) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "加强领导,完善制度,认真落实各项要求。\n\n";
  const auto findings = found("prose/punctuation", text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().message, "全文 12 段共 24 处半角标点，中文之间用全角");
}

TEST(ProsePunctuation, BracketsWithoutAPartner) {
  EXPECT_EQ(found("prose/punctuation", "明确责任（分管领导为组长。").size(), 1U);
  EXPECT_EQ(found("prose/punctuation", "落实《办法的要求。").size(), 1U);
  EXPECT_TRUE(found("prose/punctuation",
                    "根据《自治区人民政府办公厅关于全面推进全区基层政务公开标准化工作的意见》（宁政办发\n\n"
                    "〔2020〕15号）的要求，切实履行政府信息公开各项职责，加大公开力度。")
                  .empty())
      << "the partner stands behind a page break";
}

TEST(ProsePunctuation, TitlesInsideTitles) {
  EXPECT_EQ(repaired("prose/punctuation", "根据《实施<中华人民共和国政府信息公开条例>办法》规定。"),
            "根据《实施〈中华人民共和国政府信息公开条例〉办法》规定。");
  EXPECT_TRUE(found("prose/punctuation", "根据《关于印发〈格式〉的通知》《办法》规定，A<B且C>D。").empty());
}

TEST(ProsePunctuation, StopsThatAreOneTooMany) {
  EXPECT_EQ(found("prose/punctuation", "公开工作全部完成。。（详见附件一）。").size(), 1U);
  EXPECT_EQ(found("prose/punctuation", "公开工作全部完成，。（详见附件一）。").size(), 1U);
  EXPECT_EQ(repaired("prose/punctuation", "请与办公室联系。（地址：滨河路8号）。"),
            "请与办公室联系（地址：滨河路8号）。");
  EXPECT_EQ(repaired("prose/punctuation", "有序推进，，成效明显。"), "有序推进，成效明显。");
  EXPECT_TRUE(found("prose/punctuation", "有序推进。（本条为说明。）其余照旧……").empty());
}

TEST(ProseListMark, MarksBetweenTitlesAndAtTheEnd) {
  EXPECT_EQ(repaired("prose/list-mark", "落实《办法》、《细则》和“双随机”、“一公开”。"),
            "落实《办法》《细则》和“双随机”“一公开”。");
  EXPECT_TRUE(found("prose/list-mark", "落实《办法》（第1号）、《细则》（第2号）。").empty());
  EXPECT_EQ(repaired("prose/list-mark", "一是意识有待增强；二是宣传有待加强等；三是规范性有待强化。"),
            "一是意识有待增强；二是宣传有待加强；三是规范性有待强化。");
  EXPECT_TRUE(found("prose/list-mark", "一是用好网站、微博等；二是加强培训。").empty());
  EXPECT_TRUE(found("prose/list-mark", "一是推进公开不够；等；二是加强培训不够。").empty());
}

TEST(ProseRange, SpansAndTelephones) {
  EXPECT_EQ(repaired("prose/range", "规划（2021-2025年），办公时间8:30-12:00。"),
            "规划（2021—2025年），办公时间8:30—12:00。");
  EXPECT_EQ(repaired("prose/range", "电话0951—8677006。"), "电话0951-8677006。");
  for (const char* text :
       {"电话0951-8677006，传真010-12345678。", "编号2021-2025号，2024-12-31。", "规划（2021—2025年）。"}) {
    EXPECT_TRUE(found("prose/range", text).empty()) << text;
  }
}

TEST(ProseRelativeTime, OncePerWordAndNotInsideOthers) {
  const auto findings = found("prose/relative-time", "今年公开86条。今年以来有序推进，目前运行正常。");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].related.size(), 1U);
  for (const char* text : {"项目前期工作有序。", "说明年度报告的依据，注明年份。", "截至目前公开86条。",
                           "12月31日前、工作日前办结。", "落实《今年工作要点》。", "过去年份的栏目前置审核。"}) {
    EXPECT_TRUE(found("prose/relative-time", text).empty()) << text;
  }
}

TEST(Privacy, PersonalNumbersAreMasked) {
  EXPECT_EQ(repaired("privacy/identity", "申请人身份证号11010519491231002X。"), "申请人身份证号110105********002X。");
  EXPECT_EQ(repaired("privacy/identity", "申请人张某（手机13812345678）要求补正。"),
            "申请人张某（手机138****5678）要求补正。");
  EXPECT_EQ(repaired("privacy/identity", "退款银行卡号6222021234567890128。").find("6222021234567890128"),
            std::string::npos);
}

TEST(Privacy, OfficeNumbersAreNot) {
  for (const char* text :
       {"联系电话：13812345678。", "监督电话0379-12345678，值班手机13812345678。",
        "统一社会信用代码11640300010150364X。", "身份证号110105194912310021。", "文件编号20241231001234567890。",
        "下载地址http://example.gov.cn/13812345678.html。", "阅读量13812345678次。", "项目代码6222021234567890128。"}) {
    EXPECT_TRUE(found("privacy/identity", text).empty()) << text;
  }
}

}  // namespace
}  // namespace nianbao::rules::test
