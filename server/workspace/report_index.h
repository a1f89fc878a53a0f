// All reports that are known, open or not, by URI: what the rules over several reports compare, and what is found by
// name. Must not know files, JSON or positions; who puts a report in says what it holds.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/digest.h"

namespace nianbao::workspace {

/// Who belongs to whom, as a settings file has it: paths from its folder, or names of organs.
struct Kinship {
  std::string folder;  ///< URI of the folder, with its slash
  std::string parent;
  std::vector<std::string> children;

  [[nodiscard]] bool empty() const { return parent.empty() || children.empty(); }
};

class ReportIndex {
 public:
  /// False where the same was known already.
  bool put(std::string_view uri, rules::Digest digest);
  bool erase(std::string_view uri);
  void clear();
  [[nodiscard]] const rules::Digest* find(std::string_view uri) const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// The reports that `own` (the one at `uri`) is compared with. Several candidates for last year's report, or a part
  /// that is missing: none. Pointers hold until the index changes.
  [[nodiscard]] rules::Relatives relatives_of(std::string_view uri, const rules::Digest& own,
                                              const Kinship* kinship) const;

  /// Changes whenever what is known of the report changes; 0 for an unknown one.
  [[nodiscard]] std::uint64_t stamp_of(std::string_view uri) const;
  /// The same for a set of relatives.
  [[nodiscard]] std::uint64_t stamp_of(const rules::Relatives& relatives) const;

  /// Calls f(digest) for each report, by URI.
  template <typename F>
  void each(F f) const {
    for (const auto& [key, entry] : entries_) f(entry.digest);
  }

 private:
  static constexpr std::uint64_t no_relative = 1;
  struct Entry {
    rules::Digest digest;
    std::uint64_t stamp = 0;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;  ///< by text::uri_key
  using Identity = std::pair<std::string, std::int32_t>;      ///< organ and year

  [[nodiscard]] static std::optional<Identity> identity_of(std::string_view key, const rules::Digest& digest);
  void forget(Entries::iterator entry);
  [[nodiscard]] const rules::Digest* last_year_of(std::string_view key, const rules::Digest& own) const;
  [[nodiscard]] std::vector<const rules::Digest*> parts_of(std::string_view key, const rules::Digest& own,
                                                           const Kinship& kinship) const;

  Entries entries_;
  std::map<Identity, std::vector<std::string>> by_identity_;
  std::uint64_t last_stamp_ = no_relative;  ///< of no report, so that its going is seen
};

}  // namespace nianbao::workspace
