// prose/table, prose/sum, prose/percent over every clean sentence: silence where it is right, a finding on the number
// where it is not.
#include <algorithm>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "support/clean_prose.h"
#include "support/generator.h"
#include "support/known_forms.h"
#include "support/make_report.h"
#include "support/values.h"

namespace nianbao::rules {
namespace {

using report::Decimal;
using standard::FormId;
using test::ProseSentence;

/// A generated report's tables with one sentence in front of the first of them.
struct Scene {
  test::GeneratedReport report;
  std::vector<Decimal> cells;
  std::vector<ProseSentence> sentences;

  Scene(FormId form, std::int32_t size, std::uint64_t seed) {
    test::Shape shape;
    shape.form = form;
    shape.size_class = size;
    report = test::generate(testing::the_standard(), shape, seed);
    for (const test::TrueCell& cell : report.cells) cells.push_back(cell.value);
    const test::ProseValues values{testing::the_standard().form(form), report.year, report.organ, cells};
    sentences = test::clean_sentences(values, seed);
  }

  /// The report's prose is left out: only title, one sentence and tables.
  [[nodiscard]] std::string with(const std::string& part, const std::string& sentence) const {
    std::string title = report.organ + std::to_string(report.year) + "年政府信息公开工作年度报告\n\n";
    for (const standard::SectionSpec& section : testing::the_standard().form(report.shape.form).sections) {
      if (section.id == part) title += section.numeral + "、" + section.title + "\n\n";
    }
    return title + sentence + "\n\n" + report.text.substr(report.text.find("\n|") + 1);
  }

  [[nodiscard]] static std::vector<Finding> prose_findings(const std::string& text) {
    std::vector<Finding> findings = check(testing::read_report(text), testing::the_standard(), {});
    std::erase_if(findings, [](const Finding& finding) {
      return finding.rule != "prose/table" && finding.rule != "prose/sum" && finding.rule != "prose/percent";
    });
    return findings;
  }
};

constexpr FormId forms[] = {known::f2014, known::f2019, known::f2021};

TEST(ProseCounts, RightSentencesGiveNoFinding) {
  std::size_t checked = 0;
  for (const FormId form : forms) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const Scene scene(form, static_cast<std::int32_t>(seed % 4), seed);
      for (const ProseSentence& sentence : scene.sentences) {
        const std::string text = scene.with(sentence.part, sentence.text);
        for (const Finding& finding : Scene::prose_findings(text)) {
          ADD_FAILURE() << sentence.id << ": " << sentence.text << "\n" << finding.rule << " " << finding.message;
        }
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 500U);
}

/// Another number for the slot: larger, or smaller where only that is wrong.
std::string changed(const test::ProseSlot& slot, const ProseSentence& sentence) {
  const std::string written = sentence.text.substr(slot.begin, slot.end - slot.begin);
  if (slot.rule == "prose/percent") return std::to_string(std::stoi(written) >= 50 ? 3 : 97) + ".3";
  const std::int64_t value = slot.value.whole();
  return std::to_string(slot.direction == test::Direction::down ? value / 2 : value * 3 + 1007);
}

TEST(ProseCounts, AChangedNumberIsFoundAtItsPlace) {
  std::map<std::string, std::pair<int, int>> found_of_all;
  for (const FormId form : forms) {
    for (std::uint64_t seed = 11; seed <= 16; ++seed) {
      const Scene scene(form, static_cast<std::int32_t>(1 + seed % 3), seed);
      for (const ProseSentence& sentence : scene.sentences) {
        for (const test::ProseSlot& slot : sentence.slots) {
          if (slot.rule.empty() || !slot.plain) continue;
          std::string wrong = sentence.text;
          wrong.replace(slot.begin, slot.end - slot.begin, changed(slot, sentence));
          const std::string text = scene.with(sentence.part, wrong);
          const std::size_t place = text.find(wrong) + slot.begin;
          const auto findings = Scene::prose_findings(text);
          const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            const bool sum = slot.rule == "prose/sum";  // stands on the total
            return finding.rule == slot.rule && (sum || finding.range.begin == place);
          });
          auto& [hits, all] = found_of_all[slot.rule];
          ++all;
          hits += found ? 1 : 0;
          if (!found) std::cout << "not found: " << slot.rule << " in " << sentence.id << ": " << wrong << "\n";
        }
      }
    }
  }
  for (const auto& [rule, counts] : found_of_all) {
    EXPECT_GE(counts.first, counts.second * 98 / 100) << rule;
    RecordProperty(rule, std::to_string(counts.first) + " of " + std::to_string(counts.second));
    std::cout << rule << ": " << counts.first << " of " << counts.second << "\n";
  }
}

TEST(ProseCounts, AFixRemovesItsFindingAndAddsNone) {
  for (const FormId form : forms) {
    const Scene scene(form, 2, 21);
    for (const ProseSentence& sentence : scene.sentences) {
      for (const test::ProseSlot& slot : sentence.slots) {
        if (slot.rule.empty() || !slot.plain) continue;
        std::string wrong = sentence.text;
        wrong.replace(slot.begin, slot.end - slot.begin, changed(slot, sentence));
        const std::string text = scene.with(sentence.part, wrong);
        const auto before = Scene::prose_findings(text);
        for (const Finding& finding : before) {
          for (const Fix& fix : finding.fixes) {
            EXPECT_FALSE(fix.preferred);
            EXPECT_TRUE(fix.inferred);
            const auto after = Scene::prose_findings(rules::apply(text, fix.edits));
            EXPECT_LT(after.size(), before.size()) << sentence.id << "\n"
                                                   << rules::apply(text, fix.edits).substr(0, 600);
          }
        }
      }
    }
  }
}

std::vector<std::string> found_in(const char* sentence) {
  static const Scene scene(known::f2021, 2, 41);
  std::vector<std::string> found;
  for (const Finding& finding : Scene::prose_findings(scene.with("s1", sentence))) found.push_back(finding.rule);
  return found;
}

TEST(ProseCounts, WhatComesBehindAListIsNoPartOfIt) {
  for (const char* sentence : {
           "举办培训3次，其中线上1次、线下2次；召开会议4次。",
           "已审结25件，其中维持17件、纠正3件、其他5件；发生诉讼9件。",
           "制发文件5件，其中以市政府名义2件，以局名义3件；废止3件。",
           "公开信息1216条，其中甲类605条、其他611条；公众号发布信息1280条。",
           "处理来信58件，其中甲25件、乙20件、其他处理13件，另有3件转下年。",
           "收到来信58件，其中网络40件、信函15件、当面3件；按申请人分，自然人51件，法人7件。",
           "公开信息1824条，比上年增加213条。其中：甲类1000条，乙类824条。",
       }) {
    EXPECT_EQ(found_in(sentence), std::vector<std::string>{}) << sentence;
  }
  for (const char* sentence : {
           "举办培训3次，其中线上1次、线下3次；召开会议4次。",
           "公开信息1824条，比上年增加213条。其中：甲类1000条，乙类874条。",
       }) {
    EXPECT_EQ(found_in(sentence), std::vector<std::string>{"prose/sum"}) << sentence;
  }
}

TEST(ProseCounts, NumbersOfOthersAreNotComparedWithTheTable) {
  const std::vector<std::string> table{"prose/table"};
  ASSERT_EQ(found_in("全年作出行政处罚91987件。"), table);
  ASSERT_EQ(found_in("全年收到政府信息公开申请91940件。"), table);
  for (const char* sentence : {
           "水政监察支队作出行政处罚91987件、行政强制91612件。",
           "公开行政许可事项91942项、行政处罚事项91986项。",
           "公布权力清单，其中行政许可91942项，行政处罚91986项。",
           "网上公示行政许可91986件、行政处罚91998件。",
           "网上依申请公开平台收到申请91940件，办结91940件。",
           "全市共收到申请92213件，其中市局本级收到申请91942件，办结91940件。",
           "延期办结91901件。",
       }) {
    EXPECT_EQ(found_in(sentence), std::vector<std::string>{}) << sentence;
  }
}

TEST(ProseCounts, OnlyWhatWasSettledOfLastYearsMakesUpTheRest) {
  const Scene scene(known::f2021, 2, 41);
  const standard::Form& form = testing::the_standard().form(known::f2021);
  const std::int64_t settled = scene.cells[*form.cell("t3_total", "t3c_total")].whole();
  const std::string all_but_3 = "全年办结政府信息公开申请" + std::to_string(settled - 3) + "件";
  EXPECT_EQ(found_in((all_but_3 + "；同时办结上年结转申请3件。").c_str()), std::vector<std::string>{});
  for (const char* more : {"，比上年增加3件。", "，另收到当面咨询3件。", "，另有3件。"}) {
    EXPECT_EQ(found_in((all_but_3 + more).c_str()), std::vector<std::string>{"prose/table"}) << more;
  }
}

TEST(ProseCounts, WhatIsToBeDoneInACaseDeniesNothing) {
  EXPECT_EQ(found_in("未制定规范性文件的，填0。"), std::vector<std::string>{});
  EXPECT_EQ(found_in("未收到政府信息公开申请的，填0。"), std::vector<std::string>{});
  EXPECT_EQ(found_in("全年未收到政府信息公开申请。"), std::vector<std::string>{"prose/table"});
}

TEST(ProseCounts, DocumentsThatWereNotMadeAreCompared) {
  EXPECT_EQ(found_in("全年未制发行政规范性文件。"), std::vector<std::string>{"prose/table"});
}

/// "120" as "１２０".
std::string full_width(const std::string& number) {
  std::string wide;
  for (const char c : number) {
    if (c == '.') wide += "．";
    if (c >= '0' && c <= '9') wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
  }
  return wide;
}

TEST(ProseCounts, AFixKeepsTheWidthOfTheDigits) {
  std::size_t wide_fixes = 0;
  for (const FormId form : forms) {
    const Scene scene(form, 2, 31);
    for (const ProseSentence& sentence : scene.sentences) {
      for (const test::ProseSlot& slot : sentence.slots) {
        if (slot.rule.empty() || !slot.plain) continue;
        const std::string number = full_width(changed(slot, sentence));
        std::string wrong = sentence.text;
        wrong.replace(slot.begin, slot.end - slot.begin, number);
        const std::string text = scene.with(sentence.part, wrong);
        const std::size_t place = text.find(wrong) + slot.begin;
        for (const Finding& finding : Scene::prose_findings(text)) {
          for (const Fix& fix : finding.fixes) {
            for (const TextEdit& edit : fix.edits) {
              if (edit.range.begin != place) continue;
              ++wide_fixes;
              EXPECT_EQ(edit.new_text.find_first_of("0123456789"), std::string::npos) << wrong << ": " << edit.new_text;
              EXPECT_EQ(edit.range.size(), number.size()) << wrong;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(wide_fixes, 100U);
}

}  // namespace
}  // namespace nianbao::rules
