// Whatever a client sends, no edit is lost and nothing dies; whatever a document holds, it can be sent.
#include "jsonrpc/json.h"

#include <limits>
#include <random>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace nianbao::jsonrpc {
namespace {

std::string text_of(std::string_view json) {
  const auto value = parse(json);
  if (!value || as_string(*value) == nullptr) return "not a string";
  return *as_string(*value);
}

TEST(Json, LoneSurrogateEscapesBecomeReplacements) {
  EXPECT_EQ(text_of(R"("a\ud83d")"), "a\uFFFD");
  EXPECT_EQ(text_of(R"("\ud83d\n\uDE00x")"), "\uFFFD\n\uFFFDx");
  EXPECT_EQ(text_of(R"("\ud83d\ud83d\ude00")"), "\uFFFD😀");
  EXPECT_EQ(text_of(R"("\uD83D\uDE00")"), "😀");
  EXPECT_EQ(text_of(R"("\\ud83d")"), "\\ud83d") << "a backslash that is text";
  EXPECT_EQ(text_of(R"("\\\ud83d\"")"), "\\\uFFFD\"");
  EXPECT_EQ(text_of(R"("\u653F\ud83")"), "not a string");
}

TEST(Json, BrokenBytesBecomeReplacements) {
  EXPECT_EQ(text_of("\"政\xE6\x94\""), "政\uFFFD\uFFFD");
  EXPECT_EQ(text_of("\"\xED\xA0\xBD|\""), "\uFFFD|") << "a surrogate in UTF-8 form is one unit for its sender";
  EXPECT_EQ(text_of("\"\xFF\\ud83d\\n\""), "\uFFFD\uFFFD\n");
}

TEST(Json, RubbishIsAnError) {
  for (const char* text : {"", "{", "{\"a\":}", "nul", "\"", "\"\\", "\"\\u", "1e999", "[1,]", "{}{}", "\"\x01\""}) {
    ASSERT_FALSE(parse(text)) << text;
    EXPECT_EQ(parse(text).error(), ParseError::syntax);
  }
}

TEST(Json, DeepNestingIsRefusedBeforeItIsParsed) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse(nested(128)));
  ASSERT_FALSE(parse(nested(129)));
  EXPECT_EQ(parse(nested(129)).error(), ParseError::too_deep);
  EXPECT_EQ(parse(std::string(1000000, '[')).error(), ParseError::too_deep);
  const std::string quoted(1000, '[');
  EXPECT_TRUE(parse(fmt::format(R"("{}\"{}")", quoted, quoted)));
}

TEST(Json, NothingFailsToBeWritten) {
  std::mt19937 random(5);
  const std::string alphabet("\xE6\x94\xBF\xF0\x9F\x98\x80\xED\xA0\xFF\xC3 a\"\\\n\0", 18);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 1200, ' ');
    for (char& byte : bytes) byte = alphabet[random() % alphabet.size()];
    const auto back = parse(dump(Json{{bytes, bytes}}));
    ASSERT_TRUE(back) << "valid JSON whatever the bytes";
  }
  EXPECT_EQ(dump(Json("政\xE6")), "\"政\uFFFD\"");
}

TEST(Json, ValidTextComesBackUnchanged) {
  std::string text;
  for (char32_t value = 0; value < 0x3000; ++value) text::append_utf8(text, value);
  text += "政府𠮷😀";
  EXPECT_EQ(text_of(dump(Json(text))), text);
}

TEST(Json, NumbersAreTakenOnlyForWhatTheyAre) {
  EXPECT_EQ(as_integer(Json(5)), 5);
  EXPECT_EQ(as_integer(Json(-5)), -5);
  EXPECT_EQ(as_integer(Json(3.0)), 3);
  EXPECT_EQ(as_integer(*parse("9223372036854775807")), std::numeric_limits<std::int64_t>::max());
  for (const char* text :
       {"1.5", "1e300", "-1e300", "9223372036854775808", "18446744073709551615", "\"1\"", "null", "true", "[1]"}) {
    EXPECT_EQ(as_integer(*parse(text)), std::nullopt) << text;
  }
  EXPECT_EQ(as_unsigned(Json(4294967295U)), 4294967295U);
  EXPECT_EQ(as_unsigned(Json(4294967296)), std::nullopt);
  EXPECT_EQ(as_unsigned(Json(-1)), std::nullopt);
  EXPECT_EQ(as_int32(Json(-2147483648LL)), std::numeric_limits<std::int32_t>::min());
  EXPECT_EQ(as_int32(Json(2147483648LL)), std::nullopt);
}

TEST(Json, OtherTypesAreNotConverted) {
  EXPECT_EQ(as_bool(Json(1)), std::nullopt);
  EXPECT_EQ(as_bool(Json(true)), true);
  EXPECT_EQ(as_string(Json(1)), nullptr);
  EXPECT_EQ(member(Json(1), "a"), nullptr);
  EXPECT_EQ(member(Json::array({1}), "0"), nullptr);
  EXPECT_EQ(member(Json::object(), "a"), nullptr);
}

TEST(Json, AbsentAndNullAreTwoThings) {
  EXPECT_FALSE(RawJson().present());
  EXPECT_TRUE(RawJson().get().is_null());
  EXPECT_TRUE(RawJson(Json()).present());
}

}  // namespace
}  // namespace nianbao::jsonrpc
