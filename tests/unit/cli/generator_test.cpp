// The generator is what other tests believe: its reports must be right, and the same every time.
#include "support/generator.h"

#include <gtest/gtest.h>

#include "harness.h"
#include "support/known_forms.h"
#include "support/values.h"

namespace nianbao::test {
namespace {

using cli::test::the_standard;
using report::Layout;
using standard::FormId;

constexpr FormId forms[] = {known::f2014, known::f2019, known::f2021};
constexpr Layout layouts[] = {Layout::pipe, Layout::tab, Layout::lines, Layout::html, Layout::aligned};

TEST(Generator, every_relation_of_the_form_holds) {
  for (const FormId id : forms) {
    const auto& form = the_standard().form(id);
    for (int size = 0; size < 4; ++size) {
      for (std::uint64_t seed = 0; seed < 25; ++seed) {
        Random random(seed);
        const auto values = consistent_values(form, size, random);
        for (const auto& relation : form.relations) {
          EXPECT_TRUE(holds(relation, values)) << relation.id << " " << relation.instance << " seed " << seed;
        }
        for (std::size_t cell = 0; cell < values.size(); ++cell) {
          const auto type = form.cells[cell].type;
          EXPECT_TRUE(values[cell].scaled >= 0 || type == standard::ValueType::signed_integer) << cell;
          EXPECT_TRUE(values[cell].integral() || type == standard::ValueType::amount) << cell;
        }
      }
    }
  }
}

TEST(Generator, reports_of_different_sizes_differ_in_their_numbers) {
  const auto& form = the_standard().form(known::f2021);
  const auto non_zero = [&](int size) {
    Random random(7);
    const auto values = consistent_values(form, size, random);
    return std::count_if(values.begin(), values.end(), [](const auto& value) { return value.scaled != 0; });
  };
  EXPECT_EQ(non_zero(0), 0);
  EXPECT_GT(non_zero(1), 5);
  EXPECT_GT(non_zero(3), non_zero(1));
}

TEST(Generator, the_same_seed_gives_the_same_report) {
  for (const FormId form : forms) {
    for (const Layout layout : layouts) {
      const Shape shape = random_shape(form, layout, true, 5);
      const auto once = generate(the_standard(), shape, 5);
      EXPECT_EQ(once.text, generate(the_standard(), shape, 5).text) << describe(shape, 5);
      EXPECT_NE(once.text, generate(the_standard(), shape, 6).text) << describe(shape, 5);
      EXPECT_EQ(once.cells.size(), the_standard().form(form).cells.size());
    }
  }
}

TEST(Generator, layouts_are_told_apart_by_their_marks) {
  const auto text = [&](Layout layout) {
    Shape shape;
    shape.layout = layout;
    shape.label_columns = 3;
    return generate(the_standard(), shape, 3).text;
  };
  EXPECT_NE(text(Layout::pipe).find("\n| --- |"), std::string::npos);
  EXPECT_NE(text(Layout::tab).find("\t1.属于国家秘密\t"), std::string::npos);
  EXPECT_NE(text(Layout::lines).find("\n1.属于国家秘密\n"), std::string::npos);
  EXPECT_NE(text(Layout::html).find("rowspan=\"22\""), std::string::npos);
  EXPECT_NE(text(Layout::aligned).find("    1.属于国家秘密  "), std::string::npos);
}

TEST(Generator, damage_shows_in_the_text) {
  Shape shape;
  shape.layout = Layout::aligned;
  shape.cut_tables = true;
  shape.page_breaks = true;
  EXPECT_NE(generate(the_standard(), shape, 1).text.find('\f'), std::string::npos);
  shape = {};
  shape.traditional = true;
  EXPECT_NE(generate(the_standard(), shape, 1).text.find("總體情況"), std::string::npos);
  shape = {};
  shape.layout = Layout::tab;
  shape.form = known::f2014;
  shape.statistics = StatisticsStyle::three_lines;
  EXPECT_NE(generate(the_standard(), shape, 1).text.find("\n\t件\n\t"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::test
