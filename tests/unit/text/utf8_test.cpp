// What counts as a character, when the bytes are not all UTF-8.
#include "text/utf8.h"

#include <string>

#include <gtest/gtest.h>

#include "text/utf16.h"

namespace nianbao::text {
namespace {

TEST(Utf8, WritesAndReadsEveryCodePoint) {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 13) {
    if (value >= 0xD800 && value < 0xE000) continue;
    std::string bytes;
    append_utf8(bytes, value);
    const Scalar scalar = scalar_at(bytes, 0);
    ASSERT_TRUE(scalar.valid);
    ASSERT_EQ(scalar.value, value);
    ASSERT_EQ(scalar.length, bytes.size());
    ASSERT_EQ(utf8_of(utf16_of(bytes)), bytes);
  }
}

TEST(Utf8, RefusesOverlongSurrogateAndTooLargeForms) {
  for (const char* bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xFF",
                            "\x80", "\xE6\x94", "\xC2"}) {
    EXPECT_FALSE(is_valid_utf8(bytes)) << bytes;
    EXPECT_EQ(scalar_at(bytes, 0).length, 1U);
  }
  EXPECT_TRUE(is_valid_utf8("abcdefgh政府𠮷ijklmnopq"));
  EXPECT_FALSE(is_valid_utf8("abcdefghijklmnop\xE6"));
}

TEST(Utf8, WhatIsNoCodePointIsWrittenAsReplacement) {
  std::string out;
  append_utf8(out, 0xD800);
  append_utf8(out, 0x110000);
  EXPECT_EQ(out, "\uFFFD\uFFFD");
}

TEST(Utf16, LoneSurrogatesAreRefused) {
  EXPECT_EQ(utf8_of(std::u16string{0xD842}), std::nullopt);
  EXPECT_EQ(utf8_of(std::u16string{0xDFB7, 0xD842}), std::nullopt);
  EXPECT_EQ(utf8_of(u"𠮷"), "𠮷");
}

}  // namespace
}  // namespace nianbao::text
