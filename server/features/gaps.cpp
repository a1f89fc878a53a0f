#include "features/gaps.h"

namespace nianbao::features {
namespace {

constexpr std::string_view open = "〔请填写：";
constexpr std::string_view close = "〕";

}  // namespace

std::string gap(std::string_view prompt) {
  return std::string(open).append(prompt).append(close);
}

std::string number_gap() {
  return gap("数量");
}

std::uint32_t count_gaps(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + open.size())) ++count;
  return count;
}

}  // namespace nianbao::features
