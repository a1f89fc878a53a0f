// Which version of a law a report of some year means.
#include "standard/law_in_force.h"

#include <algorithm>
#include <charconv>

namespace nianbao::standard {

std::int32_t year_of(std::string_view iso_date) {
  std::int32_t year = 0;
  std::from_chars(iso_date.data(), iso_date.data() + iso_date.size(), year);
  return year;
}

const Law* former_of(const Standard& standard, const Law& law) {
  const auto found = std::ranges::find(standard.laws, law.id, &Law::replaced_by);
  return found != standard.laws.end() ? &*found : nullptr;
}

const Law& in_force_for(const Standard& standard, const Law& law, std::optional<std::int32_t> report_year) {
  const Law* current = &law;
  // Bounded, in case a user's library makes a circle.
  for (int step = 0; step < 8 && report_year; ++step) {
    const std::int32_t since = year_of(current->in_force);
    const Law* former = former_of(standard, *current);
    if (since == 0 || *report_year >= since || former == nullptr) break;
    current = former;
  }
  return *current;
}

}  // namespace nianbao::standard
