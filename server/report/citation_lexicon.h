// What citations are looked up in: names of laws for a report's year, captions of table 二 that are articles.
// Must not know the text.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "report/law_names.h"
#include "standard/standard.h"

namespace nianbao::report {

class CitationLexicon {
 public:
  /// `standard` must outlive this. Laws are taken as in force for the report's year.
  CitationLexicon(const standard::Standard& standard, std::optional<std::int32_t> report_year);

  [[nodiscard]] const standard::Standard& standard() const { return *standard_; }
  [[nodiscard]] const LawNames& names() const { return names_; }
  /// 第二十条第(一)项: the block of table 二 of that folded caption, or null.
  [[nodiscard]] const standard::Entry* caption(std::string_view folded) const;

 private:
  const standard::Standard* standard_;
  LawNames names_;
  std::map<std::string, const standard::Entry*, std::less<>> captions_;
};

}  // namespace nianbao::report
