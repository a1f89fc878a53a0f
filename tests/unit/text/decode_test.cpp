// Reports come from Windows machines in three encodings; reading one wrongly makes every finding nonsense,
// and writing one back in another breaks the publisher's system.
#include "text/decode.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/paths.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

constexpr FileEncoding all_encodings[] = {FileEncoding::utf8, FileEncoding::utf8_bom, FileEncoding::gb18030,
                                          FileEncoding::utf16le, FileEncoding::utf16be};

const std::string report =
    "某县人民政府2023年政府信息公开工作年度报告\r\n\r\n一、总体情况\r\n本年新收申请12件，㙍𠮷𬭚“结转”0件——总计①。\r\n\t"
    "| 1 | 2 |\r\n";

void expect_round_trip(const std::string& text) {
  for (const FileEncoding encoding : all_encodings) {
    const auto decoded = decode(encode(text, encoding));
    ASSERT_TRUE(decoded) << name_of(encoding);
    EXPECT_EQ(decoded->utf8, text) << name_of(encoding);
    EXPECT_EQ(decoded->encoding, encoding) << name_of(encoding);
  }
}

TEST(Decode, WhatIsWrittenIsReadBack) {
  expect_round_trip(report);
  expect_round_trip("年报");
  expect_round_trip("政");
  expect_round_trip("澳門特別行政區政府資訊公開年度報告：覆議、訴訟");
}

TEST(Decode, SampleReportsAreReadBack) {
  const std::filesystem::path folder = std::filesystem::path(paths::shared()) / "reports";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample reports";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    expect_round_trip(text.str());
  }
}

TEST(Decode, EveryAssignedIdeographSurvivesGb18030) {
  std::string text;
  for (char32_t value = 0x3400; value < 0x3134B; ++value) {
    if (value == 0x4DC0) value = 0x4E00;
    if (value == 0xA000) value = 0x20000;
    if (value == 0x2A6E0) value = 0x30000;
    append_utf8(text, value);
  }
  const auto decoded = decode(encode(text, FileEncoding::gb18030));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, FileEncoding::gb18030);
  EXPECT_TRUE(decoded->utf8 == text);
}

TEST(Decode, Utf16WithoutItsMarkIsKnownByItsPattern) {
  const std::pair<FileEncoding, FileEncoding> orders[] = {{FileEncoding::utf16le, FileEncoding::utf16le_bare},
                                                          {FileEncoding::utf16be, FileEncoding::utf16be_bare}};
  for (const auto& [marked, bare] : orders) {
    const std::string bytes = encode(report, marked).substr(2);
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->utf8, report);
    EXPECT_EQ(decoded->encoding, bare);
    EXPECT_TRUE(encode(report, bare) == bytes) << "it stays without";
  }
}

TEST(Decode, AsciiAndEmptyAreUtf8) {
  for (const char* bytes : {"", "year 2023\n"}) {
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->utf8, bytes);
    EXPECT_EQ(decoded->encoding, FileEncoding::utf8);
  }
}

TEST(Decode, KnownGb18030Bytes) {
  const auto decoded = decode("\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->utf8, "政府信息公开");
  EXPECT_EQ(decode("\xC1\xAA\xCD\xA8")->utf8, "联通") << "the bytes that look like UTF-8 at first sight";
}

TEST(Decode, Utf8WithABrokenByteStaysUtf8AndKeepsIt) {
  const std::string bytes = report + "\xE6\x94";
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, FileEncoding::utf8);
  EXPECT_EQ(decoded->utf8, bytes);
  EXPECT_EQ(encode(decoded->utf8, decoded->encoding), bytes);
}

TEST(Decode, BinaryIsRefused) {
  for (const std::string& bytes : {std::string("PK\x03\x04\0\0\x08\0\x12\x34", 10), std::string("ab\0cd", 5),
                                   std::string(64, '\0'), std::string("\xFF\xFE\0\0a\0\0\0", 8)}) {
    const auto decoded = decode(bytes);
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error(), DecodeError::binary);
  }
}

TEST(Decode, OtherEncodingsAreRefusedRatherThanGuessed) {
  const std::vector<std::string> files = {
      "caf\xE9 d\xE9j\xE0 vu",                                                             // Latin-1
      "\xAC\x46\xA9\xB2\xB8\xEA\xB0\x54\xA4\xBD\xB6\x7D\xA1\x41\xA6\x7E\xB3\xF8\xA1\x43",  // Big5
      "\xFF\xFE\x3F\x65\x3F",                                                              // UTF-16 cut in a unit
      std::string("\xFF\xFE\x42\xD8\x3F\x65", 6),                                          // UTF-16, half a pair
      "\x80\x81\x82",
  };
  for (const std::string& bytes : files) {
    const auto decoded = decode(bytes);
    ASSERT_FALSE(decoded) << decoded->utf8;
    EXPECT_EQ(decoded.error(), DecodeError::unknown_encoding);
  }
}

TEST(Decode, ShortByteStringsAreReadWithoutLossOrRefused) {
  for (int a = 1; a < 256; ++a) {
    for (int b = 1; b < 256; ++b) {
      const std::string bytes{static_cast<char>(a), static_cast<char>(b), '\xB8', '\xAE'};
      const auto decoded = decode(bytes);
      if (decoded) {
        EXPECT_EQ(encode(decoded->utf8, decoded->encoding), bytes);
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::text
