// What the three forms hold: cells, totals, labels, units.
#include <map>
#include <set>

#include "standard_fixture.h"
#include "support/known_forms.h"

namespace nianbao::standard {
namespace {

using Forms = StandardTest;

TEST_F(Forms, HaveTheCellsOfTheOfficialTables) {
  EXPECT_EQ(cells_of(standard.form(known::f2021), TableId::t2), 10U);
  EXPECT_EQ(cells_of(standard.form(known::f2021), TableId::t3), 175U);
  EXPECT_EQ(cells_of(standard.form(known::f2021), TableId::t4), 15U);
  EXPECT_EQ(cells_of(standard.form(known::f2019), TableId::t2), 22U);
  EXPECT_EQ(cells_of(standard.form(known::f2019), TableId::t3), 161U);
  EXPECT_EQ(cells_of(standard.form(known::f2019), TableId::t4), 15U);
  EXPECT_EQ(cells_of(standard.form(known::f2014), TableId::stat2014), 65U);
  EXPECT_EQ(standard.form(known::f2014).cells.size(), 65U);
}

TEST_F(Forms, DescribeEveryLabelInTwoLanguages) {
  std::set<std::string> ids;
  for (const Form& form : standard.forms) {
    for (const Entry& entry : form.entries) {
      ids.insert(entry.id);
      EXPECT_FALSE(entry.label.empty()) << entry.id;
      EXPECT_FALSE(entry.definition.empty()) << entry.id;
      EXPECT_FALSE(entry.definition_en.empty()) << entry.id;
      EXPECT_FALSE(entry.basis.empty()) << entry.id;
      EXPECT_TRUE(entry.parent.empty() || form.entry(entry.parent) != nullptr) << entry.id;
    }
  }
  EXPECT_EQ(ids.size(), 159U);
}

TEST_F(Forms, AreNamedByTheYearTheyBeganIn) {
  ASSERT_EQ(standard.forms.size(), 3U);
  EXPECT_EQ(standard.form(known::f2014).name, "2014");
  EXPECT_EQ(standard.form(known::f2019).name, "2019");
  EXPECT_EQ(standard.form(known::f2021).name, "2021");
  for (const Form& form : standard.forms) EXPECT_EQ(standard.form_named(form.name), &form);
  EXPECT_EQ(standard.form_named("2020"), nullptr);
}

TEST_F(Forms, AreAddedByAFileAlone) {
  std::string next;
  std::vector<DataFile> files;
  for (const DataFile& file : embedded_files()) {
    files.push_back(file);
    if (file.name == "form-2021.json") next = file.content;
  }
  const auto replace = [&](std::string_view from, std::string_view to) {
    const std::size_t at = next.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    next.replace(at, from.size(), to);
  };
  replace("\"id\": \"2021\"", "\"id\": \"2027\"");
  replace("\"first_year\": 2021", "\"first_year\": 2027");
  // Not at the end: the order of the files says nothing.
  files.insert(files.begin(), DataFile{"form-2027.json", next});
  const auto loaded = load(files);
  ASSERT_TRUE(loaded) << loaded.error().what;
  EXPECT_EQ(loaded->form_for_year(2027).name, "2027");
  EXPECT_EQ(loaded->form_for_year(2026).name, "2021");
  EXPECT_EQ(loaded->forms.back().cells.size(), standard.form(known::f2021).cells.size());
}

TEST_F(Forms, AreChosenByTheReportYear) {
  EXPECT_EQ(standard.form_for_year(2008).id, known::f2014);
  EXPECT_EQ(standard.form_for_year(2018).id, known::f2014);
  EXPECT_EQ(standard.form_for_year(2019).id, known::f2019);
  EXPECT_EQ(standard.form_for_year(2020).id, known::f2019);
  EXPECT_EQ(standard.form_for_year(2021).id, known::f2021);
  EXPECT_EQ(standard.form_for_year(2030).id, known::f2021);
}

TEST_F(Forms, FindEveryCellAndItsRowByName) {
  for (const Form& form : standard.forms) {
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
      const CellSpec& cell = form.cells[i];
      const auto index = static_cast<CellIndex>(i);
      EXPECT_EQ(form.cell(cell.row, cell.column), index) << cell.row << "/" << cell.column;
      const RowSpec* row = form.row_of(index);
      ASSERT_NE(row, nullptr);
      EXPECT_EQ(row->id, cell.row);
      EXPECT_LE(row->first_cell, index);
      EXPECT_LT(index, row->first_cell + row->cell_count);
    }
    EXPECT_EQ(form.row_of(static_cast<CellIndex>(form.cells.size())), nullptr);
  }
  const Form& form = standard.form(known::f2021);
  EXPECT_EQ(form.cell("t3_granted", "t3c_nothing"), std::nullopt);
  EXPECT_EQ(form.cell("t3_other_2019", "t3c_total"), std::nullopt);
  EXPECT_TRUE(form.cell("", "t4_review_total"));
  EXPECT_EQ(form.entry("t3_other_2019"), nullptr);
  EXPECT_EQ(form.table(TableId::stat2014), nullptr);
}

TEST_F(Forms, StayUsableWhenCopiedAndMoved) {
  Form copy = standard.form(known::f2019);
  const Form moved = std::move(copy);
  EXPECT_EQ(moved.cell("t2_fee", "t2c_delta"), standard.form(known::f2019).cell("t2_fee", "t2c_delta"));
  EXPECT_EQ(moved.entry("t3_new"), &*std::ranges::find(moved.entries, "t3_new", &Entry::id));
}

TEST_F(Forms, KeepTheRowsOfTableThreeInOfficialOrder) {
  const auto& rows = standard.form(known::f2021).table(TableId::t3)->blocks.at(0).rows;
  ASSERT_EQ(rows.size(), 25U);
  EXPECT_EQ(rows.front().id, "t3_new");
  EXPECT_EQ(rows[4].id, "t3_denied_secret");
  EXPECT_EQ(rows[22].id, "t3_other_misc");
  EXPECT_EQ(rows[23].id, "t3_total");
  EXPECT_EQ(rows[24].id, "t3_carried_out");
  EXPECT_EQ(standard.form(known::f2019).table(TableId::t3)->blocks.at(0).rows.size(), 23U);
}

TEST_F(Forms, KnowWhichCellsMayBeNegativeDecimalOrEmpty) {
  std::map<ValueType, std::size_t> count19;
  for (const CellSpec& cell : standard.form(known::f2019).cells) {
    ++count19[cell.type];
    EXPECT_EQ(cell.type == ValueType::signed_integer, cell.column == "t2c_delta");
    EXPECT_EQ(cell.type == ValueType::amount, cell.column == "t2c_procure_amount");
  }
  EXPECT_EQ(count19[ValueType::signed_integer], 5U);
  for (const CellSpec& cell : standard.form(known::f2021).cells) {
    EXPECT_EQ(cell.type == ValueType::amount, cell.column == "t2c_fee_amount");
    EXPECT_NE(cell.type, ValueType::signed_integer);
  }
  std::size_t groups = 0;
  for (const CellSpec& cell : standard.form(known::f2014).cells) {
    groups += cell.type == ValueType::none ? 1U : 0U;
    EXPECT_EQ(cell.type == ValueType::amount, cell.unit == "万元") << cell.row;
    EXPECT_EQ(cell.type == ValueType::none, cell.unit.empty()) << cell.row;
  }
  EXPECT_EQ(groups, 7U);
}

/// Only these may be set by a fix that nobody has to check against the register.
TEST_F(Forms, MarkExactlyTheComputedCellsAsTotals) {
  for (const FormId id : {known::f2019, known::f2021}) {
    for (const CellSpec& cell : standard.form(id).cells) {
      const bool total = cell.column == "t3c_total" || cell.row == "t3_total" ||
                         (cell.table == TableId::t4 && cell.column.ends_with("_total"));
      EXPECT_EQ(cell.is_total, total) << cell.row << "/" << cell.column;
    }
  }
  std::set<std::string> parents;
  for (const CellSpec& cell : standard.form(known::f2014).cells) {
    if (cell.is_total) parents.insert(cell.row);
  }
  EXPECT_EQ(parents, (std::set<std::string>{"st_3_1", "st_3_2", "st_3_3", "st_3_3_deny", "st_4", "st_5", "st_8_3"}));
}

TEST_F(Forms, NameRowsAndColumnsWithoutOrdinals) {
  const Form& form = standard.form(known::f2021);
  EXPECT_EQ(form.short_label("t3_granted"), "予以公开");
  EXPECT_EQ(form.short_label("t3_refused_repeat"), "重复申请");
  EXPECT_EQ(form.short_label("t3_carried_out"), "结转下年度继续办理");
  EXPECT_EQ(form.short_label("t3_partial"), "部分公开");
  EXPECT_EQ(form.short_label("t3c_natural"), "自然人");
  EXPECT_EQ(form.short_label("t4_review_total"), "总计");
  EXPECT_EQ(form.short_label("sec3"), "收到和处理政府信息公开申请情况");
  EXPECT_EQ(form.short_label("nothing"), "");
  EXPECT_EQ(standard.form(known::f2014).short_label("st_3_1"), "收到申请数");
  for (const Form& each : standard.forms) {
    for (const Entry& entry : each.entries) EXPECT_FALSE(entry.short_label.empty()) << entry.id;
  }
}

/// A heading that deviates must not pass silently, and none may be read as two parts.
TEST_F(Forms, KnowTheHeadingsOfTheSixParts) {
  for (const FormId id : {known::f2019, known::f2021}) {
    const auto& sections = standard.form(id).sections;
    ASSERT_EQ(sections.size(), 6U);
    std::set<std::string> wordings;
    for (const SectionSpec& section : sections) {
      EXPECT_FALSE(section.optional);
      EXPECT_TRUE(wordings.insert(section.title).second);
      for (const std::string& wording : section.variants) EXPECT_TRUE(wordings.insert(wording).second) << wording;
      for (const std::string& wording : section.deviations) EXPECT_TRUE(wordings.insert(wording).second) << wording;
      EXPECT_EQ(standard.form(id).entry(section.id)->label, section.numeral + "、" + section.title);
    }
    EXPECT_TRUE(std::ranges::count(sections[4].deviations, "存在的主要问题及下一步工作"));
    EXPECT_TRUE(std::ranges::count(sections[0].deviations, "基本情况"));
    EXPECT_TRUE(std::ranges::count(sections[1].deviations, "主动公开政府信息的情况"));
  }
  for (const SectionSpec& topic : standard.form(known::f2014).sections) {
    EXPECT_TRUE(topic.optional);
    EXPECT_FALSE(topic.keywords.empty());
  }
}

}  // namespace
}  // namespace nianbao::standard
