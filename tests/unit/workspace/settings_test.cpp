#include "workspace/settings.h"

#include <gtest/gtest.h>

namespace nianbao::workspace {
namespace {

using nlohmann::json;

class SettingsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = standard::load(standard::embedded_files());
    ASSERT_TRUE(loaded);
    standard_ = new standard::Standard(std::move(*loaded));
  }
  static void TearDownTestSuite() { delete standard_; }
  static Settings read(const char* text, const rules::Options& base = {}) {
    return read_settings(json::parse(text), base, *standard_);
  }
  static standard::Standard* standard_;
};
standard::Standard* SettingsTest::standard_ = nullptr;

TEST_F(SettingsTest, EverythingThatCanBeSet) {
  const Settings settings = read(
      R"({"locale":"en","rules":{"sum/row-total":"warning","prose/*":"off"},"organ":{"level":"township"},"preview":1})");
  EXPECT_TRUE(settings.problems.empty());
  EXPECT_EQ(settings.options.locale, rules::Locale::en);
  EXPECT_EQ(settings.options.severities.at("prose/*"), standard::Severity::off);
  EXPECT_EQ(settings.options.level, rules::OrganLevel::township);
}

TEST_F(SettingsTest, MissingKeysKeepTheBase) {
  rules::Options base;
  base.locale = rules::Locale::en;
  base.level = rules::OrganLevel::department;
  for (const char* text : {"{}", "null", R"({"locale":null,"rules":null,"organ":{}})", R"({"locale":"auto"})"}) {
    const Settings settings = read(text, base);
    EXPECT_TRUE(settings.problems.empty()) << text;
    EXPECT_EQ(settings.options.locale, rules::Locale::en) << text;
    EXPECT_EQ(settings.options.level, rules::OrganLevel::department) << text;
  }
}

TEST_F(SettingsTest, WhatIsWrongIsNamedAndTheRestTaken) {
  const Settings settings = read(
      R"({"locale":3,"rules":{"sum/none":"error","none/*":"off","sum/row-total":"loud","sum/balance":7,"sum/culprit":"hint"},"organ":{"level":"x"}})");
  EXPECT_EQ(settings.problems.size(), 6U);
  EXPECT_EQ(settings.options.severities.size(), 1U);
  EXPECT_EQ(read("[]").problems.size(), 1U);
  EXPECT_EQ(read(R"("x")").problems.size(), 1U);
  EXPECT_EQ(read(R"({"rules":[],"organ":"a"})").problems.size(), 2U);
}

TEST_F(SettingsTest, HoversOfRightNumbersCanBeSwitchedOff) {
  EXPECT_TRUE(read("{}").hover_numbers);
  EXPECT_FALSE(read(R"({"hover":{"numbers":false}})").hover_numbers);
  EXPECT_TRUE(read(R"({"hover":{"numbers":"no"}})").hover_numbers);
  EXPECT_EQ(read(R"({"hover":{"numbers":"no"}})").problems.size(), 1U);
}

TEST_F(SettingsTest, LocaleTags) {
  for (const char* tag : {"en", "en-US", "EN", "en_GB"}) EXPECT_EQ(locale_of(tag), rules::Locale::en) << tag;
  for (const char* tag : {"", "zh", "zh-cn", "eng", "de", "e"}) EXPECT_EQ(locale_of(tag), rules::Locale::zh) << tag;
}

}  // namespace
}  // namespace nianbao::workspace
