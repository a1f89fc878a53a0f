// How large an organ is by its name.
#include "rules/organ_name.h"

#include <gtest/gtest.h>

#include "table_scene.h"

namespace nianbao::rules::test {
namespace {

bool is_large(std::string_view organ) {
  return is_of_province_or_state(the_standard(), organ);
}

TEST(OrganNames, OrgansOfProvincesAndOfTheState) {
  for (const char* organ : {"河北省",
                            "河北省人民政府",
                            "河北省司法厅",
                            "黑龙江省市场监督管理局",
                            "河北省住房和城乡建设厅",
                            "河北省乡村振兴局",
                            "北京市人民政府",
                            "北京市司法局",
                            "北京市城市管理委员会",
                            "新疆维吾尔自治区人民政府",
                            "广西壮族自治区司法厅",
                            "内蒙古自治区教育厅",
                            "西藏自治区",
                            "新疆生产建设兵团",
                            "自治区司法厅",
                            "教育部",
                            "中华人民共和国财政部",
                            "海关总署",
                            "国家税务总局",
                            "国家市场监督管理总局",
                            "国家统计局",
                            "国家发展和改革委员会",
                            "国家税务总局河北省税务局",
                            "國家稅務總局",
                            "国务院办公厅"}) {
    EXPECT_TRUE(is_large(organ)) << organ;
  }
}

TEST(OrganNames, OrgansBelowAreNotLarge) {
  for (const char* organ :
       {"河北省临江县司法局", "国家税务总局临江县税务局", "国家统计局临江调查队", "临江县俱乐部", "西部新区",
        "西部新区管理委员会", "临江集团总部", "北京市朝阳区司法局", "重庆市城口县人民政府", "上海市浦东新区人民政府",
        "内蒙古自治区呼和浩特市教育局", "新疆生产建设兵团第八师石河子市", "临江市人民政府", "临江县国家税务局",
        "国家级临江经济开发区管理委员会", "临江县司法局", "中共临江县委宣传部", "临江市省道管理中心", ""}) {
    EXPECT_FALSE(is_large(organ)) << organ;
  }
}

}  // namespace
}  // namespace nianbao::rules::test
