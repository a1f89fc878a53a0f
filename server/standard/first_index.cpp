#include "standard/first_index.h"

namespace nianbao::standard {

void FirstIndex::add(std::string_view entry) {
  by_first_.resize(0x10000);
  std::uint16_t& group = by_first_[first_of(entry)];
  if (group == 0) {
    groups_.push_back({count_, count_});
    group = static_cast<std::uint16_t>(groups_.size());
  }
  groups_[group - 1U].end = ++count_;
}

}  // namespace nianbao::standard
