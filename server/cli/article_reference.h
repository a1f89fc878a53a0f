// Reads how people name an article: 36, 第三十六条第四项, 行政复议法第二十三条第一款第四项.
// Must not know which articles exist.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::cli {

struct ArticleReference {
  std::string law;  ///< as written before the article, without 《》; empty for the regulation
  std::int32_t article = 0;
  std::int32_t paragraph = 0;  ///< 0 = not named
  std::int32_t item = 0;       ///< 0 = not named
};

[[nodiscard]] std::optional<ArticleReference> read_article_reference(std::string_view text);

/// 三十六, 一百零二, 36 (ASCII or full width digits are not mixed with Chinese ones). Up to 9999.
[[nodiscard]] std::optional<std::int32_t> read_number_word(std::string_view text);

}  // namespace nianbao::cli
