// The version that is said to users. Must not know anything else.
#pragma once

namespace nianbao::cli {

#ifdef NIANBAO_VERSION
inline constexpr const char* version = NIANBAO_VERSION;
#else
inline constexpr const char* version = "0.1.0";
#endif

}  // namespace nianbao::cli
