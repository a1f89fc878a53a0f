// What a new report of a form begins with. Read from the form's data when it is asked for, which is rarely.
// Must not know how a report is written down.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "standard/form.h"

namespace nianbao::standard {

/// {organ}, {year} and {row/column} are filled in, {{…}} says what a person writes there.
struct DraftParagraph {
  std::string text;
  std::vector<std::string> levels;  ///< government, department, township; empty: all
};

struct DraftSection {
  std::string section;
  std::vector<DraftParagraph> paragraphs;
};

struct Draft {
  std::string title;
  std::vector<std::string> opening;
  std::vector<DraftSection> sections;
  std::vector<std::string> closing;
  /// Rows (from, to) that begin alike, so that the table is balanced before anything is written.
  std::vector<std::pair<std::string, std::string>> same_rows;
};

/// The embedded draft of the form; empty where its data is broken, which a test would have said.
[[nodiscard]] Draft draft_of(const Form& form);

}  // namespace nianbao::standard
