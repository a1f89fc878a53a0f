// Labels as the reader of tables compares them: normalised, without ordinals. Two that fall together would be confused.
#include <map>
#include <set>

#include "standard_fixture.h"
#include "text/normalise.h"

namespace nianbao::standard {
namespace {

using Labels = StandardTest;

std::string comparable(const std::string& label) {
  return std::string(text::strip_ordinal(text::normalise_label(label)));
}

TEST_F(Labels, AreDistinctAmongSiblings) {
  for (const Form& form : standard.forms) {
    std::map<std::string, std::string> seen;
    for (const Entry& entry : form.entries) {
      std::vector<std::string> wordings = entry.variants;
      wordings.push_back(entry.label);
      for (const std::string& wording : wordings) {
        const std::string key = std::to_string(static_cast<int>(entry.kind)) + entry.parent + "|" + comparable(wording);
        const auto [place, fresh] = seen.emplace(key, entry.id);
        EXPECT_TRUE(fresh) << entry.id << " and " << place->second << " share " << wording;
      }
    }
  }
}

/// Variants are for other wordings; characters, brackets and blanks are folded by normalise_label already.
TEST_F(Labels, ListNoVariantsThatNormalisingCovers) {
  for (const Form& form : standard.forms) {
    for (const Entry& entry : form.entries) {
      std::set<std::string> seen{text::normalise_label(entry.label)};
      for (const std::string& variant : entry.variants) {
        EXPECT_TRUE(seen.insert(text::normalise_label(variant)).second) << entry.id << ": " << variant;
      }
    }
  }
}

TEST_F(Labels, LoseTheirOrdinalTheSameWayInDataAndText) {
  for (const Form& form : standard.forms) {
    for (const Entry& entry : form.entries) {
      // Short labels that leave out more than the ordinal are written in the data.
      if (entry.ordinal.empty() || !entry.label.ends_with(entry.short_label)) continue;
      EXPECT_EQ(comparable(entry.label), text::normalise_label(entry.short_label)) << entry.id;
    }
  }
  EXPECT_EQ(comparable("3.危及“三安全一稳定”"), text::normalise_label("危及“三安全一稳定”"));
}

/// Regional words are looked for after characters were made simplified.
TEST_F(Labels, KeepRegionalWordsInSimplifiedCharacters) {
  for (const WordVariant& variant : standard.word_variants) {
    EXPECT_EQ(text::to_simplified(variant.from), variant.from);
    EXPECT_EQ(text::to_simplified(variant.to), variant.to);
  }
}

}  // namespace
}  // namespace nianbao::standard
