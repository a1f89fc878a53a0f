// Which counts are parts of which: 共N件，其中a件、b件; brackets nest.
// Must not know words: the fact reader says what they do.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/facts.h"

namespace nianbao::report {

class PartLists {
 public:
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
  void say_more();     ///< 等
  void say_overlap();  ///< 去重
  /// A count comes. `phase`: it says 办结, 结转 …; `bare_total`: 共计 and nothing else stands before it.
  void add(const Count& count, bool phase, bool bare_total);

  /// Counts of the sentence begin here.
  [[nodiscard]] std::size_t sentence_begin() const { return sentence_begin_; }

 private:
  struct Level {
    std::optional<std::size_t> index;  ///< into Facts::lists
    bool phase = false;                ///< of its first part
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
