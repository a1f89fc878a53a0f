// Labels that people consider the same must compare equal; different ones must stay different.
#include "text/normalise.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

TEST(NormaliseLabel, SpellingsOfOneLabelAgree) {
  const std::vector<std::vector<std::string>> groups = {
      {"(三)不予公开", "（三）不予公开", "（三） 不 予\u3000公开", "(三)不予公開", "（三）不予公\u200B开\u00A0"},
      {"本年新收政府信息公开申请数量", "本年新收政府信息公開申請數量", "本年\n新收\t政府信息公开申请数量"},
      {"1.属于国家秘密", "１．属于国家秘密", "1．屬於國家秘密", "1.屬於國家祕密", "⒈属于国家秘密", "1﹒属于国家秘密"},
      {"《条例》“其他”", "〈條例〉‘其他’", "《条例》\"其他\"", "《条例》＂其他＇"},
      {"第20条第(一)项", "第２０条第【一】项", "第20條第〔一〕項"},
      {"行政许可", "行政許可", "行政许可\uFEFF", "行\u00AD政许可"},
  };
  for (const auto& group : groups) {
    for (const std::string& label : group) EXPECT_EQ(normalise_label(label), normalise_label(group[0])) << label;
  }
}

TEST(NormaliseLabel, DifferentLabelsStayDifferent) {
  EXPECT_NE(normalise_label("其他"), normalise_label("3.其他"));
  EXPECT_NE(normalise_label("「其他」"), normalise_label("“其他”"));
  EXPECT_NE(normalise_label("《条例》"), normalise_label("(条例)"));
  EXPECT_NE(normalise_label("予以公开"), normalise_label("不予公开"));
}

TEST(NormaliseLabel, CornerBracketsStay) {
  EXPECT_EQ(normalise_label("「公開」『年報』"), "「公开」『年报』");
}

TEST(NormaliseLabel, EmptyAndBlankGiveNothing) {
  EXPECT_EQ(normalise_label(""), "");
  EXPECT_EQ(normalise_label(" \t\r\n\u3000\u00A0\u200B\u200D\uFEFF"), "");
}

TEST(NormaliseLabel, BrokenBytesDoNotStopIt) {
  EXPECT_EQ(normalise_label("不予\xE6 公開"), "不予\uFFFD公开");
}

TEST(NormaliseLabel, TwiceIsOnce) {
  std::mt19937 random(7);
  const std::u32string awkward =
      U" \u00A8\u0301\u0338\u3099か〈<(（e\u200D\u1100\u1161\u11A8ﬁ①㈠㍿…﹒ﷺ著裡\uF900'\u00AD\uFE0F=≠";
  for (int round = 0; round < 20000; ++round) {
    std::string label;
    for (std::size_t i = 0, n = random() % 8; i < n; ++i) {
      append_utf8(label, random() % 3 != 0 ? awkward[random() % awkward.size()] : random() % 0x3400);
    }
    const std::string once = normalise_label(label);
    ASSERT_EQ(normalise_label(once), once) << label;
  }
  for (char32_t value = 0; value < 0x30000; ++value) {
    std::string label;
    append_utf8(label, value);
    const std::string once = normalise_label(label);
    ASSERT_EQ(normalise_label(once), once) << label;
    ASSERT_EQ(to_simplified(to_simplified(label)), to_simplified(label)) << label;
  }
}

TEST(NormaliseLabel, ShortWayAndIcuAgree) {
  // A trailing U+2460 makes ICU do the work; without it the quick way does.
  for (char32_t value = 1; value < 0x10000; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    std::string label = "甲";
    append_utf8(label, value);
    ASSERT_EQ(normalise_label(label) + "1", normalise_label(label + "①")) << label;
  }
}

TEST(Script, GovernmentWordsBecomeSimplified) {
  EXPECT_EQ(to_simplified("政府信息公開工作年度報告"), "政府信息公开工作年度报告");
  EXPECT_EQ(to_simplified("徵收於裡裏後複復製鑑訊內戶為爲啟強"), "征收于里里后复复制鉴讯内户为为启强");
  EXPECT_EQ(to_simplified("無正當理由大量反覆申請"), "无正当理由大量反覆申请")
      << "反覆 is decided by the word, not here";
}

TEST(Script, WhatSimplifiedTextsUseThemselvesStays) {
  for (const std::string text : {"著作权", "乾县人民政府", "「政府」“信息”", "abc，123", "坏\xE6\x94尾"}) {
    EXPECT_EQ(to_simplified(text), text);
  }
}

TEST(Script, FixesCanBeWrittenInTraditional) {
  EXPECT_EQ(to_traditional("结转下年度继续办理"), "結轉下年度繼續辦理");
  EXPECT_EQ(to_traditional("行政复议后，行政诉讼“总计”"), "行政復議後，行政訴訟“總計”");
  EXPECT_EQ(to_traditional("若干制度"), "若干制度");
  EXPECT_EQ(to_traditional("没有现成信息需要另行制作"), "沒有現成信息需要另行製作");
  EXPECT_EQ(to_traditional("2.重复申请"), "2.重複申請");
  EXPECT_EQ(to_traditional("健全答复制度、批复制度，调研制定"), "健全答復制度、批復制度，調研制定");
  EXPECT_EQ(to_traditional("恢复制度与调研制度"), "恢復制度與調研制度");
  EXPECT_EQ(to_traditional("复制材料，重复度"), "複製材料，重複度");
  EXPECT_EQ(to_traditional("机制作用"), "機制作用") << "no 制作 is in it";
}

TEST(Script, TraditionalComesBackToSimplified) {
  for (char32_t value = 0x3400; value < 0xA000; ++value) {
    std::string text;
    append_utf8(text, value);
    if (to_traditional(text) != text) {
      EXPECT_EQ(to_simplified(to_traditional(text)), text);
    }
  }
}

TEST(Script, OfSimplifiedReportsOnlyVariantShapesChange) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "reports";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample reports";
  const std::u32string variants = U"谘";  // 谘询 for 咨询, as one organ writes it
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream stream;
    stream << in.rdbuf();
    const std::string text = stream.str();
    if (text.find("報告") != std::string::npos) continue;  // written in traditional characters
    for (std::size_t i = 0; i < text.size();) {
      const Scalar scalar = scalar_at(text, i);
      i += scalar.length;
      if (variants.find(scalar.value) != std::u32string::npos) continue;
      std::string one;
      append_utf8(one, scalar.value);
      EXPECT_EQ(to_simplified(one), one) << entry.path();
    }
  }
}

TEST(StripOrdinal, MarksAreDropped) {
  for (const std::string label :
       {"一、总体情况", "（一）总体情况", "(十二)总体情况", "1.总体情况", "1、总体情况", "1．总体情况", "(3)总体情况",
        "3)总体情况", "第一、总体情况", "第一部分总体情况", "第一部分：总体情况", "十一.总体情况", "总体情况",
        "（一）、总体情况", "第一总体情况"}) {
    const std::string normalised = normalise_label(label);
    EXPECT_EQ(strip_ordinal(normalised), "总体情况") << label;
  }
}

TEST(StripOrdinal, NumbersAndCountedThingsStay) {
  for (const std::string label :
       {"第一条", "第二十条第(一)项", "第一季度", "2019年", "1.5万件", "1,234件", "一般性文件", "三类内部事务信息",
        "十二五规划", "(未分类)", "", "一", "(", "第", "100"}) {
    const std::string normalised = normalise_label(label);
    EXPECT_EQ(strip_ordinal(normalised), normalised);
  }
}

}  // namespace
}  // namespace nianbao::text
