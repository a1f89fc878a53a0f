// Finds the entries of the forms that a written label may mean.
// Must not know tables' geometry: order and group context are the grid reader's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "standard/first_index.h"
#include "standard/standard.h"

namespace nianbao::standard {

/// A label made comparable: normalised, regional words replaced, ordinal and punctuation dropped.
struct LabelKey {
  std::string body;
  bool has_ordinal = false;
};

/// An entry of a table that a label may mean; `entry` indexes Form::entries.
struct LabelCandidate {
  FormId form{};
  std::uint16_t entry = 0;
  TableId table = TableId::t2;
  bool is_row = false;  ///< labels a row of the table; else a header cell, caption or group
};

/// The titles of a part, made comparable as keys are.
struct SectionBodies {
  std::string official;
  std::vector<std::string> variants;
  std::vector<std::string> deviations;
};

class LabelIndex {
 public:
  explicit LabelIndex(const Standard& standard);

  [[nodiscard]] LabelKey key(std::string_view label) const;
  /// Entries whose label or accepted variant has this body; empty where none has.
  [[nodiscard]] std::span<const LabelCandidate> find(std::string_view body) const;
  /// The body names a row of some form, or is the beginning of such a name.
  [[nodiscard]] bool is_row(std::string_view body) const;
  [[nodiscard]] bool begins_row(std::string_view body) const;
  /// Every body of an entry: the official one first, then its variants.
  [[nodiscard]] const std::vector<std::string>& bodies(FormId form, std::uint16_t entry) const;
  /// Titles of the form's parts, in the form's order.
  [[nodiscard]] const std::vector<SectionBodies>& sections(FormId form) const;
  /// A text without ordinal as it is compared: normalised, regional words replaced, punctuation dropped.
  [[nodiscard]] std::string body(std::string_view text) const;
  /// The label with traditional and regional words made standard, everything else kept.
  [[nodiscard]] std::string standard_words(std::string_view normalised) const;

 private:
  void add_entry(const Entry& entry, LabelCandidate candidate);
  [[nodiscard]] bool has_variant(std::string_view text) const;

  std::vector<WordVariant> variants_;
  std::vector<std::string> regional_words_;  ///< of variants_, sorted by first character
  FirstIndex regional_index_;
  std::unordered_map<std::string, std::vector<LabelCandidate>> by_body_;
  std::vector<std::string> row_bodies_;                        ///< sorted
  std::vector<std::vector<std::vector<std::string>>> bodies_;  ///< form, entry
  std::vector<std::vector<SectionBodies>> sections_;           ///< form
};

/// Letters, digits and Han characters of a normalised text: what remains when punctuation does not count.
[[nodiscard]] std::string without_punctuation(std::string_view normalised);

/// Levenshtein distance in code points; gives up above `limit` and returns limit + 1.
[[nodiscard]] std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

}  // namespace nianbao::standard
