// Tables of applications (表三) with known slips, from fixed seeds: what error localisation is measured on.
// Must not know how slips are found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/localise/localise.h"

namespace nianbao::testing {

enum class SlipType : std::uint8_t {
  drop,
  double_digit,
  transpose,
  key,
  neighbour,
  stale,
  swap,
  blank,
  off_by_one,
  missed,
  shift
};
inline constexpr int slip_type_count = 11;
[[nodiscard]] std::string_view name_of(SlipType type);

enum class SizeClass : std::uint8_t { zero, tiny, small, medium, city };
inline constexpr int size_class_count = 5;
[[nodiscard]] std::string_view name_of(SizeClass size);

/// Rows: received, carried in, leaves, their total, carried out. Columns: six kinds of applicants and their total.
struct TableShape {
  int leaf_rows = 21;
  static constexpr int columns = 7;
  [[nodiscard]] int rows() const { return leaf_rows + 4; }
  [[nodiscard]] int total_row() const { return leaf_rows + 2; }
  [[nodiscard]] int carried_out_row() const { return leaf_rows + 3; }
  [[nodiscard]] rules::localise::Index cell(int row, int column) const { return row * columns + column; }
};
inline constexpr TableShape shape_2021{21};
inline constexpr TableShape shape_2019{19};

/// The equations of such a table, written down by hand: not from the data that the program reads.
[[nodiscard]] rules::localise::System table_system(TableShape shape);

struct SlippedTable {
  SizeClass size = SizeClass::tiny;
  std::vector<std::int64_t> meant;              ///< every equation holds
  std::vector<rules::localise::Value> written;  ///< after the slips
  /// What would have to be changed; empty where the slips changed nothing (a blank for 0).
  [[nodiscard]] std::vector<rules::localise::Change> truth() const;
};

/// SplitMix64: the same tables on every system.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next();
  [[nodiscard]] std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
  }
  [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  [[nodiscard]] double real() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

[[nodiscard]] SlippedTable clean_table(TableShape shape, Random& random);
/// A table with one slip of this type.
[[nodiscard]] SlippedTable table_with(TableShape shape, SlipType type, Random& random);
/// A table with `count` slips of random types on different cells.
[[nodiscard]] SlippedTable table_with_slips(TableShape shape, int count, Random& random);

enum class Judgement : std::uint8_t { exact, choice_in, choice_out, fallback, wrong, silent };
inline constexpr int judgement_count = 6;
[[nodiscard]] Judgement judge(const SlippedTable& table, const rules::localise::Verdict& verdict);

}  // namespace nianbao::testing
