// Results come in order whatever the threads do.
#include "cli/parallel.h"

#include <gtest/gtest.h>

namespace nianbao::cli {
namespace {

TEST(Parallel, in_order_and_complete_for_any_number_of_threads) {
  for (const std::uint32_t jobs : {0U, 1U, 2U, 7U, 64U}) {
    std::vector<std::size_t> order;
    for_each_in_order<std::size_t>(
        500, jobs,
        [](std::size_t i) {
          std::size_t work = 0;
          for (std::size_t k = 0; k < (i * 7919) % 5000; ++k) work += k;
          return work > 0 ? i : i;
        },
        [&](std::size_t i, std::size_t result) {
          EXPECT_EQ(i, result);
          order.push_back(i);
        });
    ASSERT_EQ(order.size(), 500U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  }
}

TEST(Parallel, nothing_to_do) {
  for_each_in_order<int>(0, 4, [](std::size_t) { return 1; }, [](std::size_t, int) { FAIL(); });
}

}  // namespace
}  // namespace nianbao::cli
