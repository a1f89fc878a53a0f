// The experiment of docs/localisation.md: 25 000 tables with known slips, and what error localisation makes of them.
// Prints a Markdown table. An argument n divides the number of tables by n.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "support/slip_tables.h"

namespace {

using namespace nianbao::testing;
using nianbao::rules::localise::Localiser;
using nianbao::rules::localise::Verdict;

/// Time of this thread on the processor: a busy machine does not change it much.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Row {
  std::string name;
  std::array<int, judgement_count> counts{};
  std::vector<double> times_ms;
  std::vector<std::int64_t> evaluations;

  void add(Judgement judgement, double ms, std::int64_t work) {
    ++counts[static_cast<std::size_t>(judgement)];
    times_ms.push_back(ms);
    evaluations.push_back(work);
  }
  void add(const Row& other) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
    times_ms.insert(times_ms.end(), other.times_ms.begin(), other.times_ms.end());
    evaluations.insert(evaluations.end(), other.evaluations.begin(), other.evaluations.end());
  }
};

template <class T>
T quantile(std::vector<T> values, double share) {
  if (values.empty()) return {};
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end());
  return values[rank];
}

void print(const Row& row) {
  const auto tables = static_cast<double>(row.times_ms.size());
  if (row.times_ms.empty()) return;
  std::printf("| %s | %zu |", row.name.c_str(), row.times_ms.size());
  for (const int count : row.counts) std::printf(" %.2f |", 100.0 * count / tables);
  std::printf(" %.4f | %.3f | %lld |\n", quantile(row.times_ms, 0.5), quantile(row.times_ms, 0.99),
              static_cast<long long>(quantile(row.evaluations, 0.99)));
}

class Experiment {
 public:
  explicit Experiment(int divisor) : divisor_(divisor) {}

  void run() {
    for (int type = 0; type < slip_type_count; ++type) {
      const auto which = static_cast<SlipType>(type);
      Row row = measure(std::string(name_of(which)), 1000, 1000 + static_cast<std::uint64_t>(type),
                        [&](TableShape shape, Random& random) { return table_with(shape, which, random); });
      by_slips_[0].add(row);
      rows_.push_back(std::move(row));
    }
    by_slips_[0].name = "== 1 slip";
    by_slips_[1] = measure("== 2 slips", 8000, 2, [](TableShape s, Random& r) { return table_with_slips(s, 2, r); });
    by_slips_[2] = measure("== 3 slips", 4000, 3, [](TableShape s, Random& r) { return table_with_slips(s, 3, r); });
    Row clean = measure("clean", 2000, 4, [](TableShape s, Random& r) { return clean_table(s, r); }, false);
    std::puts(
        "| slip | tables | exact | choice_in | choice_out | fallback | WRONG | silent | p50 ms | p99 ms | p99 "
        "evaluations |");
    std::puts("|---|---|---|---|---|---|---|---|---|---|---|");
    for (const Row& row : rows_) print(row);
    for (const Row& row : by_slips_) print(row);
    for (const Row& row : by_size_) print(row);
    for (const Row& row : by_form_) print(row);
    print(clean);
    print_mix();
  }

 private:
  template <class Make>
  Row measure(const std::string& name, int tables, std::uint64_t seed, Make make, bool slipped = true) {
    Row row;
    row.name = name;
    Random random(seed * 1'000'003);
    for (int i = 0; i < tables / divisor_; ++i) {
      const bool old_form = i % 4 == 3;
      const SlippedTable table = make(old_form ? shape_2019 : shape_2021, random);
      const double begin = processor_ms();
      const Verdict verdict = (old_form ? localiser_2019_ : localiser_2021_).locate(table.written);
      const double ms = processor_ms() - begin;
      const Judgement judgement = judge(table, verdict);
      row.add(judgement, ms, verdict.evaluations);
      if (!slipped) continue;
      by_size_[static_cast<std::size_t>(table.size)].add(judgement, ms, verdict.evaluations);
      by_form_[old_form ? 1 : 0].add(judgement, ms, verdict.evaluations);
    }
    return row;
  }

  /// 80, 15 and 5 percent of one, two and three slips, each row of the tables weighted accordingly.
  void print_mix() const {
    const std::array<double, 3> shares = {0.80, 0.15, 0.05};
    constexpr std::array<const char*, judgement_count> names = {"exact",    "choice_in", "choice_out",
                                                                "fallback", "WRONG",     "silent"};
    std::printf("\nmix 80/15/5 percent of 1/2/3 slips:");
    for (std::size_t j = 0; j < names.size(); ++j) {
      double value = 0;
      for (std::size_t k = 0; k < 3; ++k) {
        value += 100 * shares[k] * by_slips_[k].counts[j] / static_cast<double>(by_slips_[k].times_ms.size());
      }
      std::printf(" %s %.2f", names[j], value);
    }
    std::vector<std::pair<double, double>> weighted;
    for (std::size_t k = 0; k < 3; ++k) {
      for (const double ms : by_slips_[k].times_ms) {
        weighted.emplace_back(ms, shares[k] / static_cast<double>(by_slips_[k].times_ms.size()));
      }
    }
    std::sort(weighted.begin(), weighted.end());
    const auto at_share = [&](double share) {
      double sum = 0;
      for (const auto& [ms, weight] : weighted) {
        sum += weight;
        if (sum >= share) return ms;
      }
      return weighted.empty() ? 0.0 : weighted.back().first;
    };
    std::printf("; p50 %.4f ms, p99 %.3f ms\n", at_share(0.5), at_share(0.99));
  }

  int divisor_;
  Localiser localiser_2021_{table_system(shape_2021)};
  Localiser localiser_2019_{table_system(shape_2019)};
  std::vector<Row> rows_;
  std::array<Row, 3> by_slips_;
  std::array<Row, size_class_count> by_size_ = {
      Row{"1-3 slips, zero", {}, {}, {}}, Row{"1-3 slips, tiny", {}, {}, {}}, Row{"1-3 slips, small", {}, {}, {}},
      Row{"1-3 slips, medium", {}, {}, {}}, Row{"1-3 slips, city", {}, {}, {}}};
  std::array<Row, 2> by_form_ = {Row{"1-3 slips, form 2021", {}, {}, {}}, Row{"1-3 slips, form 2019", {}, {}, {}}};
};

}  // namespace

int main(int argc, char** argv) {
  const int divisor = argc > 1 ? std::atoi(argv[1]) : 1;
  Experiment(std::max(divisor, 1)).run();
  return 0;
}
