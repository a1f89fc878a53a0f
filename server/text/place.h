// A range as line and column in every encoding: what is left of it when its text is gone.
// Must not know documents.
#pragma once

#include <array>
#include <cstdint>

#include "text/byte_range.h"
#include "text/position.h"
#include "text/text.h"

namespace nianbao::text {

/// Zero-based, as `Position`.
class Place {
 public:
  Place() = default;
  Place(const Text& text, ByteRange range);

  [[nodiscard]] Position begin(Encoding encoding) const { return {begin_line_, begin_columns_[index_of(encoding)]}; }
  [[nodiscard]] Position end(Encoding encoding) const { return {end_line_, end_columns_[index_of(encoding)]}; }
  friend bool operator==(const Place&, const Place&) = default;

 private:
  using Columns = std::array<std::uint32_t, 3>;
  [[nodiscard]] static constexpr std::size_t index_of(Encoding encoding) { return static_cast<std::size_t>(encoding); }

  std::uint32_t begin_line_ = 0;
  std::uint32_t end_line_ = 0;
  Columns begin_columns_{};
  Columns end_columns_{};
};

}  // namespace nianbao::text
