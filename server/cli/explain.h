// What a user asks to have explained: an article, a row or column, a rule. Finding it, and its facts as JSON.
// Must not know output formats beyond that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/json_output.h"
#include "standard/standard.h"

namespace nianbao::cli {

struct Explanation {
  std::string page;               ///< nianbao: URI of the page (features/pages.h)
  std::string lead;               ///< the item that was asked for, before the page of its article; often empty
  std::string missing;            ///< the item or paragraph that was asked for and that the article does not have
  std::vector<std::string> rows;  ///< labels that rest on the very 款 or 项; empty for whole articles
  Json facts;
};

/// Most answers to a label that several rows share (其他).
inline constexpr std::size_t most_explanations = 8;

/// `query`: 36, 第三十六条第四项, 第十四至十六条, 条例, 行政复议法第二十三条, t3_denied_secret, t3_granted/t3c_total,
/// 重复申请, sum/row-total, sum. Nothing where it names nothing.
[[nodiscard]] std::vector<Explanation> explain(std::string_view query, const standard::Standard& standard);

}  // namespace nianbao::cli
