// Texts that completion proposes, as data: common sentences, sub-headings, the frame of a report.
// Must not know editors; ${1:…} marks what is to be filled in, {organ} and {year} come again in several places.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "standard/standard.h"

namespace nianbao::standard {

struct Snippets {
  struct ReportFrame {
    std::string organ;  ///< what stands for the organ's name until it is filled in
    std::string year;
    std::string title;
    std::string intro;
    std::string intro_before_2019;
  };
  struct SubHeadings {
    std::string section;
    std::vector<std::string> titles;  ///< without ordinal, in their usual order
  };
  struct Sentence {
    std::string id;
    std::string section;          ///< empty: before the first part
    std::int32_t first_year = 0;  ///< 0: any
    std::int32_t last_year = 0;
    std::string label;
    std::string text;
  };

  ReportFrame report;
  std::vector<SubHeadings> sub_headings;
  std::vector<Sentence> sentences;
};

/// snippets.json of the files. Read when it is first asked for, not with the rest: a check does not need it.
[[nodiscard]] tl::expected<Snippets, LoadError> load_snippets(std::span<const DataFile> files,
                                                              const Standard& standard);

}  // namespace nianbao::standard
