// What the rules on counts of the running text share: what the table says to a count, and whether lists add up.
// Must not know any word, subject or cell by name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/sum_wording.h"

namespace nianbao::rules {

/// unknown: the table cannot say, or the sentence is not about the whole organ and year.
enum class Verdict : std::uint8_t { unknown, agrees, contradicts };

/// A count against the sums of cells that its subject means.
struct TableAnswer {
  Verdict verdict = Verdict::unknown;
  const standard::Expression* sum = nullptr;  ///< what the subject means in the first place
  report::Decimal value;                      ///< of `sum`; money in 元
  std::vector<report::Decimal> others;        ///< different values that would have been accepted
};

/// The facts of a report's text beside its tables.
class ProseScene {
 public:
  explicit ProseScene(const Context& context);

  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const report::Facts& facts() const { return context_.report.facts; }
  [[nodiscard]] const standard::CountSubject* subject(const report::Count& count) const;
  [[nodiscard]] TableAnswer answer(const report::Count& count) const;
  /// The report's form; only where `answer` gave a verdict.
  [[nodiscard]] SumScene sums() const { return {context_, *context_.form, *cells_}; }

 private:
  [[nodiscard]] std::optional<report::Decimal> value(const standard::Expression& sum) const;
  /// A relation over one of the cells is broken: which of them is wrong is for sum/* to say.
  [[nodiscard]] bool in_doubt(const standard::Expression& sum) const;

  const Context& context_;
  std::optional<Cells> cells_;
  std::vector<standard::CellIndex> broken_;
};

/// A number as the text would write it in the count's unit.
[[nodiscard]] std::string in_unit(const Context& context, const report::Count& count, report::Decimal value);

/// The edit that writes the value in the place of a number, in its digits (ASCII, full-width, Chinese); nothing where
/// the source has something else between.
[[nodiscard]] std::optional<TextEdit> number_edit(const Context& context, text::ByteRange digits,
                                                  const std::string& written, const std::string& value);

/// How a list of parts stands to its total.
struct ListSum {
  enum class State : std::uint8_t { unknown, fits, short_of, over };
  State state = State::unknown;
  report::Decimal sum;
  bool channels =
      false;  ///< every part is a channel and none is larger than the total: the total may be without doubles
};
[[nodiscard]] ListSum sum_of(const report::Facts& facts, const report::PartList& list);

/// What a percentage should be by the numbers around it; nothing where they fit, or do not decide.
struct PercentCorrection {
  std::size_t part = 0;  ///< into Facts::counts
  std::size_t whole = 0;
  report::Decimal value;  ///< with the decimals of the text
};
[[nodiscard]] std::optional<PercentCorrection> correct_percent(const report::Report& report, const report::Facts& facts,
                                                               const report::Percentage& percentage);

/// True where after the change every list and percentage with this count fits, and no other is wrong that was right
/// before: a number that its own sentence contradicts is for a person to settle.
[[nodiscard]] bool keeps_facts(const report::Report& report, std::size_t count, report::Decimal value);

}  // namespace nianbao::rules
