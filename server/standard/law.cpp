// Look-ups in a law.
#include "standard/law.h"

#include <algorithm>

namespace nianbao::standard {

const Article* Law::article(std::int32_t number) const {
  const auto found = std::ranges::lower_bound(articles, number, {}, &Article::number);
  return found != articles.end() && found->number == number ? &*found : nullptr;
}

}  // namespace nianbao::standard
