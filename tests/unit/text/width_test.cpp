// Tables line up in a terminal and in an editor only if these numbers are right.
#include "text/width.h"

#include <gtest/gtest.h>

namespace nianbao::text {
namespace {

TEST(Width, CountsColumnsAsAChineseFontDoes) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("| 12 |"), 6U);
  EXPECT_EQ(display_width("政府𠮷（一）"), 12U);
  EXPECT_EQ(display_width("“”…—"), 8U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\u200B\uFEFF\u00AD\u302A"), 0U);
  EXPECT_EQ(display_width("ｱ"), 1U) << "half-width katakana";
  EXPECT_EQ(display_width("\u3000"), 2U);
  EXPECT_EQ(display_width("\t\r\n\x7F"), 0U);
}

TEST(Width, PaddingNeverCuts) {
  EXPECT_EQ(pad_to_width("件数", 6), "件数  ");
  EXPECT_EQ(pad_to_width("件数", 4), "件数");
  EXPECT_EQ(pad_to_width("件数", 1), "件数");
}

}  // namespace
}  // namespace nianbao::text
