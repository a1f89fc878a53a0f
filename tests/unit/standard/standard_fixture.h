// The embedded standard, loaded once per test, and small helpers around it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "standard/standard.h"

namespace nianbao::standard {

class StandardTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto loaded = load(embedded_files());
    ASSERT_TRUE(loaded) << loaded.error().file << loaded.error().where << ": " << loaded.error().what;
    standard = *std::move(loaded);
  }

  [[nodiscard]] static std::size_t cells_of(const Form& form, TableId table) {
    std::size_t count = 0;
    for (const CellSpec& cell : form.cells) count += cell.table == table ? 1U : 0U;
    return count;
  }

  [[nodiscard]] static std::vector<const Relation*> relations_of(const Form& form, std::string_view id) {
    std::vector<const Relation*> found;
    for (const Relation& relation : form.relations) {
      if (relation.id == id) found.push_back(&relation);
    }
    return found;
  }

  Standard standard;
};

}  // namespace nianbao::standard
