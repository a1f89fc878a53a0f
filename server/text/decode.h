// Bytes of a file to UTF-8 and back, remembering encoding, byte order mark and how to write it again.
// Must not know files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace nianbao::text {

/// `_bare`: without a byte order mark.
enum class FileEncoding : std::uint8_t { utf8, utf8_bom, gb18030, utf16le, utf16be, utf16le_bare, utf16be_bare };

enum class DecodeError : std::uint8_t { binary, unknown_encoding };

struct Decoded {
  std::string utf8;  ///< without a byte order mark
  FileEncoding encoding = FileEncoding::utf8;
};

/// Detects UTF-8 (with or without BOM), UTF-16 by its BOM or pattern, and GB18030; anything with NUL bytes otherwise is
/// binary. UTF-8 with a few broken bytes stays UTF-8 and keeps them.
[[nodiscard]] tl::expected<Decoded, DecodeError> decode(std::string_view bytes);

/// The inverse: decode(encode(x, e)) == {x, e} for whole Chinese texts (ASCII alone looks the same in UTF-8 and
/// GB18030). UTF-16 has its byte order mark or has none, as it was read.
[[nodiscard]] std::string encode(std::string_view utf8, FileEncoding encoding);

/// "UTF-8", "GB18030", …
[[nodiscard]] std::string_view name_of(FileEncoding encoding);

}  // namespace nianbao::text
