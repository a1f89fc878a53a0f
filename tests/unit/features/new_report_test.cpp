// A new report is complete in the form of its year, carries last year's figures, and only says what is to be written.
#include "features/new_report.h"

#include <string>

#include <gtest/gtest.h>

#include "features/gaps.h"
#include "scene.h"

namespace nianbao::features {
namespace {

using test::snapshot_of;
using test::the_standard;

NewReport wanted(std::int32_t year) {
  return {"云岭市水利局", rules::OrganLevel::department, year, nullptr, false};
}

std::int64_t value(const report::Report& report, std::string_view row, std::string_view column) {
  const standard::Form& form = the_standard().form(*report.form);
  const auto index = form.cell(row, column);
  const report::CellReading* cell = index ? report.cell(*index) : nullptr;
  return cell != nullptr && cell->value() ? cell->value()->whole() : -1;
}

TEST(NewReport, OfEveryFormIsCompleteAndHasNoError) {
  for (const std::int32_t year : {2018, 2020, 2025}) {
    for (const auto level :
         {rules::OrganLevel::government, rules::OrganLevel::department, rules::OrganLevel::township}) {
      NewReport request = wanted(year);
      request.level = level;
      const Snapshot made = snapshot_of(new_report(the_standard(), request));
      const standard::Form& form = the_standard().form_for_year(year);
      EXPECT_EQ(made.report->form, form.id);
      EXPECT_EQ(made.report->year, year);
      EXPECT_EQ(made.report->organ, "云岭市水利局");
      EXPECT_TRUE(made.report->period.has_value());
      EXPECT_EQ(made.report->grids.size(), form.tables.size());
      for (const standard::SectionSpec& section : form.sections) {
        EXPECT_NE(made.report->part(section.id), nullptr) << section.id;
      }
      for (const rules::Finding& finding : *made.findings) {
        EXPECT_NE(finding.severity, standard::Severity::error) << finding.rule << ' ' << finding.message;
        EXPECT_NE(finding.rule, "layout/preamble") << "the place for the contact is there: " << finding.message;
      }
    }
  }
}

TEST(NewReport, CarriesWhatLastYearLeftOver) {
  const Snapshot last = snapshot_of(test::sample_report());
  ASSERT_TRUE(last.report->year.has_value());
  NewReport request = wanted(*last.report->year + 1);
  request.last = last.report.get();
  const Snapshot made = snapshot_of(new_report(the_standard(), request));
  const std::int64_t left = value(*last.report, "t3_carried_out", "t3c_total");
  EXPECT_GT(left, 0);
  EXPECT_EQ(value(*made.report, "t3_carried_in", "t3c_total"), left);
  EXPECT_EQ(value(*made.report, "t3_carried_out", "t3c_total"), left) << "nothing has been handled yet";
  EXPECT_EQ(value(*made.report, "t2_normative", "t2c_valid"), value(*last.report, "t2_normative", "t2c_valid"));
  EXPECT_EQ(value(*made.report, "t3_new", "t3c_total"), 0);
  const CarriedFigures carried = carried_figures(the_standard(), request);
  EXPECT_EQ(carried.applications, 7U);
  EXPECT_EQ(carried.stock, 2U);
  for (const rules::Finding& finding : *made.findings) {
    EXPECT_NE(finding.severity, standard::Severity::error) << finding.rule << ' ' << finding.message;
  }
}

TEST(NewReport, CarriesNothingFromAReportWhoseTablesCannotBeRead) {
  const Snapshot last = snapshot_of("# 云岭市水利局2024年政府信息公开工作年度报告\n");
  NewReport request = wanted(2025);
  request.last = last.report.get();
  const CarriedFigures carried = carried_figures(the_standard(), request);
  EXPECT_EQ(carried.applications, 0U);
  EXPECT_EQ(carried.stock, 0U);
}

TEST(NewReport, ASnippetHasNumberedPlacesAndEscapesTheRest) {
  NewReport request = wanted(2025);
  request.organ = "某$局}";
  request.snippets = true;
  const std::string text = new_report(the_standard(), request);
  EXPECT_NE(text.find("某\\$局\\}"), std::string::npos);
  EXPECT_NE(text.find("${1:"), std::string::npos);
  EXPECT_NE(text.find("${2:"), std::string::npos);
  EXPECT_NE(text.find("${1:〔请填写："), std::string::npos) << "a prompt that is left over must look like one";
  EXPECT_TRUE(text.ends_with("$0"));
}

TEST(NewReport, EveryPlaceToFillInIsCounted) {
  NewReport request = wanted(2025);
  const std::uint32_t plain = count_gaps(new_report(the_standard(), request));
  EXPECT_GT(plain, 10U);
  request.snippets = true;
  EXPECT_EQ(count_gaps(new_report(the_standard(), request)), plain);
  EXPECT_EQ(count_gaps("国办公开办函〔2021〕30号〔请填写"), 0U);
}

TEST(NewReport, InAnEditorNoLineIsWiderThanAScreenForTheSakeOfColumns) {
  NewReport request = wanted(2025);
  request.snippets = true;
  const std::string text = new_report(the_standard(), request);
  EXPECT_NE(text.find("| 规章 | 0 | 0 | 0 |"), std::string::npos);
  EXPECT_NE(text.find("| 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), std::string::npos);
}

TEST(NewReport, ItsNameIsAFileName) {
  NewReport request = wanted(2025);
  EXPECT_EQ(new_report_name(the_standard(), request), "云岭市水利局2025年政府信息公开工作年度报告.md");
  request.organ = "../a/b";
  EXPECT_EQ(new_report_name(the_standard(), request).find('/'), std::string::npos);
}

}  // namespace
}  // namespace nianbao::features
