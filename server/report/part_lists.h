// Which counts are parts of which: 共N件，其中a件、b件; brackets nest.
// Must not know words: the fact reader says what they do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "report/facts.h"

namespace nianbao::report {

class PartLists {
 public:
  /// What a count says of things: 收到, 结转 (they come), 办结, 答复 (they leave).
  enum class Phase : std::uint8_t { none, coming, leaving };

  /// Lists go to `facts`; counts are appended there by the caller, each right after `add`.
  explicit PartLists(Facts& facts) : facts_(facts) {}

  void begin_passage();
  void begin_sentence();
  void open_bracket();
  void close_bracket();

  /// 其中, 分别为 (complete). `first`: the sentence begins with it, so that the total may stand in the sentence before.
  void open(bool complete, bool first);
  /// What follows is no part any more: 其中网站20条，全年转载…
  void end();
  /// A mark between parts. Where others stood between them, a ； ends the list: 其中甲2件、乙3件；废止3件.
  void separate(bool semicolon);
  void say_more();     ///< 等
  void say_overlap();  ///< 去重
  /// A count comes. `bare_total`: 共计 and nothing else stands before it.
  void add(const Count& count, Phase phase, bool bare_total);

  /// The count whose parts follow, while they do.
  [[nodiscard]] std::optional<std::size_t> total() const;

  /// Counts of the sentence begin here.
  [[nodiscard]] std::size_t sentence_begin() const { return sentence_begin_; }

 private:
  struct Level {
    std::optional<std::size_t> index;  ///< into Facts::lists
    Phase phase = Phase::none;         ///< of its first part
    bool semicolons = false;           ///< between its parts
  };

  [[nodiscard]] PartList* current();
  void total_behind(const Count& count);

  Facts& facts_;
  std::vector<Level> levels_ = {Level{}};
  std::size_t sentence_begin_ = 0;
  std::size_t last_sentence_begin_ = 0;
  bool overlap_ = false;
};

}  // namespace nianbao::report
