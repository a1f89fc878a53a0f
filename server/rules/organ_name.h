// How far an organ's name goes: 司法局 names no place, 云岭市司法局 does.
// Must not know organs: what is a bare department or a bare place is a word list of the catalogue (layout/title).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.h"
#include "standard/standard.h"

namespace nianbao::rules {

/// 司法局 has no place at all, 自治区司法厅 only the kind of one.
enum class OrganPlace : std::uint8_t { named, kind_only, none };

[[nodiscard]] OrganPlace place_of(const standard::Standard& standard, std::string_view organ);

/// 河北省司法厅, 北京市人民政府 and 教育部, but not 河北省临江县司法局 or 国家税务总局临江县税务局: what a province or
/// the state is called, and places and words within, are word lists of sum/remark.
[[nodiscard]] bool is_of_province_or_state(const standard::Standard& standard, std::string_view organ);

/// The line before the date of signing, as it is compared; empty where there is none or a sentence stands there.
[[nodiscard]] std::string signing_organ(const report::Report& report);

/// The name as it is compared: simplified characters, without spaces.
[[nodiscard]] std::string comparable_organ(std::string_view organ);

}  // namespace nianbao::rules
