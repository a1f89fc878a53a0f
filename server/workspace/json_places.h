// Where the members of a JSON text stand: a settings file's mistakes are shown at their place, which a parsed value
// no longer knows. Must not know any key; nesting is bounded, comments are accepted.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/byte_range.h"

namespace nianbao::workspace {

struct JsonPlace {
  text::ByteRange key;    ///< with its quotes; empty for elements of arrays and for the whole text
  text::ByteRange value;  ///< without white space around it
};

struct JsonPlaces {
  /// By path: keys and indexes from the outside in. The whole value has the empty path.
  std::map<std::vector<std::string>, JsonPlace> places;
  std::optional<text::Offset> error;  ///< where the text stops being JSON
};

[[nodiscard]] JsonPlaces json_places(std::string_view text);

}  // namespace nianbao::workspace
