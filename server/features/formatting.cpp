#include "features/formatting.h"

namespace nianbao::features {

std::vector<rules::TextEdit> format(const Snapshot&, text::ByteRange) {
  return {};
}

std::vector<rules::TextEdit> format(const Snapshot& snapshot) {
  return format(snapshot, {0, snapshot.text.size()});
}

}  // namespace nianbao::features
