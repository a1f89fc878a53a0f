// The list of rule families, in the order in which they run.
// Must not know what a family does.
#include <algorithm>

#include "rules/families.h"

namespace nianbao::rules {

const std::vector<RuleFamily>& registry() {
  static const std::vector<RuleFamily> families = {
      sum_family(),
      stock_family(),
      remark_family(),
      fee_family(),
      table_missing_family(),
      table_structure_family(),
      table_cells_family(),
      table_blank_family(),
      layout_title_family(),
      layout_year_family(),
      layout_section_family(),
      layout_number_family(),
      layout_preamble_family(),
      layout_contents_family(),
      layout_ordinal_family(),
      layout_deadline_family(),
      wording_family(),
      prose_table_family(),
      prose_sum_family(),
      prose_percent_family(),
      prose_conflict_family(),
      law_article_family(),
      law_name_family(),
      law_number_family(),
      law_review_family(),
      year_relation_family(),
      year_text_family(),
      year_aggregate_family(),
  };
  return families;
}

bool is_checked(std::string_view rule) {
  // Suppressions are looked at after all families have run, settings and texts of laws where they are read.
  if (rule == "settings/suppression" || rule == "settings/invalid" || rule == "settings/law-text") return true;
  return std::any_of(registry().begin(), registry().end(), [&](const RuleFamily& family) {
    return std::find(family.ids.begin(), family.ids.end(), rule) != family.ids.end();
  });
}

}  // namespace nianbao::rules
