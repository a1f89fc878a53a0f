// How labels and names are made comparable: NFKC, no spaces, simplified characters.
// Must not know any label of any form.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::text {

/// NFKC, white space (also U+3000, NBSP, zero-width) removed, traditional characters to simplified ones one by one,
/// quotation marks and brackets folded to one shape. Idempotent. 「」 stay as they are.
[[nodiscard]] std::string normalise_label(std::string_view label);

/// Traditional to simplified, character by character; everything else stays byte for byte.
[[nodiscard]] std::string to_simplified(std::string_view text);

/// Simplified to traditional, character by character (首选 form only); used to keep a fix in the report's script.
[[nodiscard]] std::string to_traditional(std::string_view text);

/// Drops a leading ordinal mark of an already normalised label: 一、 （一） (一) 1. 1、 1． 第一, or none.
[[nodiscard]] std::string_view strip_ordinal(std::string_view normalised);

}  // namespace nianbao::text
