// Words by which counts in running text are understood, and what each counted subject means in the forms' tables.
// Must not know sentences: how the words are put together is the business of report/.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standard/first_index.h"
#include "standard/ids.h"
#include "standard/relation.h"

namespace nianbao::standard {

/// What a word does to the sentence around it. Everything but `noun` acts; words of a class of their own (收到,
/// 行政复议) besides say what is counted.
enum class WordRole : std::uint8_t {
  noun,          ///< says what is counted
  phase,         ///< 办结, 结转: besides, what follows is no part of a list of other things
  filler,        ///< says nothing: 共, 依法
  conjunction,   ///< 和
  total,         ///< 共计, 合计: a total behind its parts
  own,           ///< 本机关: what follows is about the organ itself
  whole_year,    ///< 全年
  wide,          ///< 全市, 所属: not the organ alone
  part_year,     ///< 上半年
  other_year,    ///< 往年, 累计
  comparison,    ///< 同比, 增加: the number is a difference
  limit,         ///< 涉及…: only some of them
  through,       ///< 通过…
  channel,       ///< 网站, 信函
  parts,         ///< 其中: parts of the number before follow
  closed_parts,  ///< 分别为: and they are all of them
  open,          ///< 等: there are more
  rest,          ///< 其他: now they are complete
  overlap,       ///< 去重: items are counted in several parts
  share,         ///< 占
  rate,          ///< 办结率
  none           ///< 未收到, 无: the number is 0
};

using WordClass = std::uint8_t;
inline constexpr std::size_t max_word_classes = 160;
using ClassSet = std::bitset<max_word_classes>;

struct FactWord {
  std::string text;
  WordClass word_class = 0;
  WordRole role = WordRole::noun;
  std::uint8_t topic = 0;  ///< index into FactWords::topics; 0 = none
  bool counted = true;     ///< the class belongs to what is counted; false where the word only acts
  bool absorbs = false;    ///< a name may stand before it: 金凤区政府门户网站
};

enum class UnitKind : std::uint8_t { count, money, other };

struct FactUnit {
  std::string text;
  UnitKind kind = UnitKind::count;
  std::int64_t factor = 1;  ///< 元 per unit of money
};

/// Something that texts count. A count is of the subject where its words hit every group of `needs` and are all
/// `allowed`.
struct CountSubject {
  std::string id;
  std::string name;
  std::string name_en;
  std::uint8_t topic = 0;  ///< what the sentence must be about; 0 = any
  std::vector<ClassSet> needs;
  ClassSet allowed;  ///< needs included
  std::vector<std::string> units;
  bool negatable = false;  ///< 未收到… says that it is 0
  /// Sums of cells, by FormId; the first is what the subject means, the others are accepted as well.
  std::vector<std::vector<Expression>> cells;
};

struct FactWords {
  std::vector<std::string> classes;
  std::vector<std::string> topics = {""};
  std::vector<FactUnit> units;                  ///< those of one first character together, long ones first
  std::vector<std::string> before_approximate;  ///< 约
  std::vector<std::string> after_approximate;   ///< 余
  std::vector<CountSubject> subjects;

  /// The longest word at the begin of the text, or null.
  [[nodiscard]] const FactWord* word_at(std::string_view text) const;
  /// The longest unit at the begin of the text, or null.
  [[nodiscard]] const FactUnit* unit_at(std::string_view text) const;
  /// The most specific subject of these words, or nothing where there is none or more than one.
  [[nodiscard]] std::optional<std::uint16_t> subject_of(const ClassSet& found, std::uint8_t topic) const;

  /// To be called once all words are in; the loader does.
  void build_index(std::vector<FactWord> all);

 private:
  std::vector<FactWord> words_;  ///< in the order of the units
  FirstIndex word_index_;
  FirstIndex unit_index_;
};

}  // namespace nianbao::standard
