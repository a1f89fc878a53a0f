// Findings and summaries for people, as on the page "How nianbao speaks", sections 6 and 7.
// Must not know files or commands.
#pragma once

#include <cstdint>
#include <string>

#include "cli/pipeline.h"
#include "cli/speaker.h"
#include "cli/style.h"
#include "cli/totals.h"

namespace nianbao::cli {

/// One finding with the line that it marks.
[[nodiscard]] std::string show_finding(const CheckedFile& file, const rules::Finding& finding, const Speaker& speaker,
                                       const Style& style);

/// The last line of the output: of one file, or of all of them.
[[nodiscard]] std::string show_summary(const CheckedFile& file, const Totals& totals,
                                       const standard::Standard& standard, const Speaker& speaker, const Style& style);
[[nodiscard]] std::string show_folder_summary(const Totals& totals, const Speaker& speaker, const Style& style);

/// 错误, 提醒, 提示
[[nodiscard]] std::string severity_word(standard::Severity severity, const Speaker& speaker);

/// 读不到“报告.md”：文件不存在, and what stands beside it.
[[nodiscard]] std::string show_read_failure(const Source& source, ReadFailure failure, const Speaker& speaker);

/// The same of everything that a search met and could not read.
[[nodiscard]] std::string show_unread(const Search& search, const Speaker& speaker);

/// The items as one list: a、b、c.
[[nodiscard]] std::string enumerate(const std::vector<std::string>& items, const Speaker& speaker);

}  // namespace nianbao::cli
