// Reports with one known defect: what every rule of the catalogue is measured on.
// Must not know how defects are found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "rules/finding.h"
#include "standard/standard.h"
#include "support/generator.h"
#include "support/random.h"

namespace nianbao::test {

/// A correct report as generated and as read.
struct Specimen {
  GeneratedReport generated;
  report::Report report;
  const standard::Standard& standard;
  const standard::Form& form;

  [[nodiscard]] std::string_view text() const { return generated.text; }
};

[[nodiscard]] Specimen specimen(const standard::Standard& standard, const Shape& shape, std::uint64_t seed);

struct Mutant {
  std::string text;
  text::ByteRange place;           ///< of the defect, in `text`; empty: anywhere
  std::string cell;                ///< row/column of a changed cell; a finding that names it is in place
  std::vector<std::string> rules;  ///< any of these must say it
};

/// One kind of defect. Gives nothing where a report offers no place for it.
struct MutantKind {
  std::string_view name;
  std::optional<Mutant> (*make)(const Specimen&, Random&);
};

/// All kinds, by family.
[[nodiscard]] std::vector<MutantKind> sum_mutants();
[[nodiscard]] std::vector<MutantKind> table_mutants();
[[nodiscard]] std::vector<MutantKind> layout_mutants();
[[nodiscard]] std::vector<MutantKind> wording_mutants();
[[nodiscard]] std::vector<MutantKind> all_mutants();

/// The report with `range` replaced; the place is what stands there then.
[[nodiscard]] Mutant with(const Specimen& from, text::ByteRange range, std::string_view words,
                          std::vector<std::string> rules);
/// A new paragraph behind the heading of a part (by its place in the form), or nothing where the part has no heading.
[[nodiscard]] std::optional<Mutant> with_paragraph(const Specimen& from, std::size_t section, std::string_view words,
                                                   std::string_view marked, std::vector<std::string> rules);
/// Words of a test in the script of the report.
[[nodiscard]] std::string in_script(const Specimen& from, std::string_view words);

/// Does the finding say what was done, where it was done?
[[nodiscard]] bool tells(const rules::Finding& finding, const Mutant& mutant);

/// The text after a fix.
[[nodiscard]] std::string applied(std::string_view text, const std::vector<rules::TextEdit>& edits);

/// A text as the program reads it: Markdown, or a saved page.
[[nodiscard]] report::Report report_of(const standard::Standard& standard, std::string_view text, bool web_page);

/// Findings of a text that is read and checked as the program does.
[[nodiscard]] std::vector<rules::Finding> findings_of(const standard::Standard& standard, std::string_view text,
                                                      bool web_page);

}  // namespace nianbao::test
