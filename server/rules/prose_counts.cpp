#include "rules/prose_counts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "rules/layout_common.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::rules {
namespace {

using report::Count;
using report::Decimal;
using report::Precision;

constexpr std::size_t window = 40;                    // counts before and behind that may explain a percentage
constexpr std::int64_t yuan_per_table_unit = 10'000;  // amounts of the tables are in 万元

/// Half of the last place that the text writes, in the unit of the text.
std::int64_t rounding(const std::string& written) {
  const std::size_t point = written.find('.');
  std::int64_t half = Decimal::scale / 2;
  for (std::size_t i = point; point != std::string::npos && i + 1 < written.size(); ++i) half /= 10;
  return half;
}

std::int64_t factor_of(const Context& context, const Count& count) {
  for (const standard::FactUnit& unit : context.standard.facts.units) {
    if (unit.text == count.unit) return unit.factor;
  }
  return 1;
}

/// Amounts are written rounded; numbers of things are not.
bool equal(const Context& context, const Count& count, Decimal value) {
  if (!count.money) return count.value == value;
  const std::int64_t distance = std::abs(count.value.scaled - value.scaled);
  return distance <= rounding(count.text) * factor_of(context, count);
}

/// Generous: 80余件 may be 80 to 160, 约80件 64 to 96.
bool near(const Count& count, Decimal value) {
  const double written = static_cast<double>(count.value.scaled);
  const double found = static_cast<double>(value.scaled);
  switch (count.precision) {
    case Precision::about:
      return found >= written * 0.8 && found <= written * 1.2;
    case Precision::at_least:
      return found >= written * 0.98 && found <= written * 2.0;
    case Precision::at_most:
      return found <= written;
    case Precision::exact:
      return count.value == value;
  }
  return true;
}

}  // namespace

ProseScene::ProseScene(const Context& context) : context_(context) {
  if (context.form == nullptr) return;
  cells_.emplace(*context.form, context.report);
  for (const Instance& instance : evaluate(*context.form, *cells_)) {
    if (instance.standing != Standing::broken || instance.relation->severity != standard::Severity::error) continue;
    const std::vector<standard::CellIndex> cells = cells_of(*instance.relation);
    broken_.insert(broken_.end(), cells.begin(), cells.end());
  }
  std::sort(broken_.begin(), broken_.end());
}

const standard::CountSubject* ProseScene::subject(const Count& count) const {
  const auto& subjects = context_.standard.facts.subjects;
  return count.subject && *count.subject < subjects.size() ? &subjects[*count.subject] : nullptr;
}

std::optional<Decimal> ProseScene::value(const standard::Expression& sum) const {
  Decimal result;
  for (const standard::Term& term : sum.terms) {
    const std::optional<Decimal> part = cells_->value(term.cell);
    if (!part || cells_->blank(term.cell)) return std::nullopt;
    result.scaled += part->scaled * term.factor;
  }
  return result;
}

bool ProseScene::in_doubt(const standard::Expression& sum) const {
  return std::any_of(sum.terms.begin(), sum.terms.end(), [&](const standard::Term& term) {
    return std::binary_search(broken_.begin(), broken_.end(), term.cell);
  });
}

TableAnswer ProseScene::answer(const Count& count) const {
  TableAnswer answer;
  const standard::CountSubject* subject = this->subject(count);
  if (subject == nullptr || !cells_ || count.limited) return answer;
  if (count.scope != report::Scope::own || count.span != report::Span::year) return answer;
  bool doubt = false;
  bool agrees = false;
  for (const standard::Expression& sum : subject->cells[static_cast<std::size_t>(context_.form->id)]) {
    std::optional<Decimal> found = value(sum);
    if (!found) {
      if (answer.sum == nullptr) return {};
      continue;
    }
    if (count.money) found->scaled *= yuan_per_table_unit;
    doubt = doubt || in_doubt(sum);
    const bool exact = count.precision == Precision::exact;
    agrees = agrees || (exact ? equal(context_, count, *found) : near(count, *found));
    if (answer.sum == nullptr) {
      answer.sum = &sum;
      answer.value = *found;
    } else if (*found != answer.value && std::ranges::find(answer.others, *found) == answer.others.end()) {
      answer.others.push_back(*found);
    }
  }
  if (answer.sum == nullptr) return {};
  answer.verdict = agrees ? Verdict::agrees : doubt ? Verdict::unknown : Verdict::contradicts;
  return answer;
}

std::string in_unit(const Context& context, const Count& count, Decimal value) {
  if (!count.money) return report::to_string(value);
  return report::to_string(Decimal{value.scaled / factor_of(context, count)});
}

std::optional<TextEdit> number_edit(const Context& context, text::ByteRange digits, const std::string& written,
                                    const std::string& value) {
  const std::string_view source = context.report.source.slice(digits);
  if (text::normalise_label(source) != written || value.starts_with("-")) return std::nullopt;
  const bool ascii = !source.empty() && static_cast<unsigned char>(source.front()) < 0x80;
  if (ascii) return TextEdit{digits, value};
  if (written != source) {  // full-width digits
    std::string wide;
    for (const char c : value) {
      const auto byte = static_cast<char32_t>(static_cast<unsigned char>(c));
      text::append_utf8(wide, c >= '0' && c <= '9' ? byte - U'0' + 0xFF10 : c == '.' ? U'．' : byte);
    }
    return TextEdit{digits, wide};
  }
  const bool short_number = value.size() <= 2 && value.find('.') == std::string::npos;
  if (!short_number) return TextEdit{digits, value};
  std::int32_t number = 0;
  for (const char c : value) number = number * 10 + (c - '0');
  return TextEdit{digits, number == 0 ? "零" : chinese_ordinal(number)};
}

ListSum sum_of(const report::Facts& facts, const report::PartList& list) {
  ListSum result;
  if (list.doubtful || list.parts.empty() || list.overlap) return result;
  const Count& total = facts.counts[list.total];
  if (total.precision != Precision::exact || total.negated) return result;
  result.channels = true;
  for (const std::size_t index : list.parts) {
    const Count& part = facts.counts[index];
    if (part.unit != total.unit || part.precision != Precision::exact || part.comparison || part.negated) return {};
    result.sum.scaled += part.value.scaled;
    result.channels = result.channels && (part.channel || part.rest) && part.value <= total.value;
    // What comes behind parts that add up is something else: 5件，其中甲2件、乙3件，废止3件.
    if (result.sum == total.value && index != list.parts.front()) break;
  }
  if (result.sum == total.value) {
    result.state = ListSum::State::fits;
  } else if (result.sum > total.value) {
    result.state = ListSum::State::over;
  } else if (list.complete && !list.open && list.parts.size() > 1) {
    result.state = ListSum::State::short_of;
  }
  return result;
}

namespace {

/// part/whole in percent, with the decimals of the text, rounded half up.
Decimal percent_of(const Count& part, const Count& whole, std::int32_t decimals) {
  std::int64_t place = Decimal::scale;
  for (std::int32_t i = 0; i < decimals && place > 1; ++i) place /= 10;
  const double exact = 100.0 * static_cast<double>(part.value.scaled) / static_cast<double>(whole.value.scaled);
  const std::int64_t steps_in_one = Decimal::scale / place;  // both are powers of ten
  const std::int64_t steps = std::llround(exact * static_cast<double>(steps_in_one));
  return Decimal{steps * place};
}

/// Rounded or cut off.
bool fits(double part, double whole, const report::Percentage& percentage) {
  double place = 1.0;
  for (std::int32_t i = 0; i < percentage.decimals; ++i) place /= 10.0;
  const double exact = 100.0 * part / whole;
  const double written = static_cast<double>(percentage.value.scaled) / static_cast<double>(Decimal::scale);
  return exact - written > -0.51 * place && exact - written < 1.0 * place;
}

bool comparable(const Count& a, const Count& b) {
  return a.unit == b.unit && b.precision == Precision::exact && b.value.scaled > 0;
}

/// Some other number of the report explains the percentage.
bool explained(const report::Report& report, const report::Facts& facts, const report::Percentage& percentage,
               std::size_t part) {
  const auto share = static_cast<double>(facts.counts[part].value.scaled);
  const std::size_t first = part > window ? part - window : 0;
  const std::size_t end = std::min(facts.counts.size(), part + window);
  for (std::size_t i = first; i < end; ++i) {
    const Count& count = facts.counts[i];
    if (comparable(facts.counts[part], count) && fits(share, static_cast<double>(count.value.scaled), percentage))
      return true;
  }
  for (const report::Grid& grid : report.grids) {
    for (const report::CellReading& cell : grid.cells) {
      const auto value = cell.value();
      if (value && value->scaled > 0 && fits(share, static_cast<double>(value->scaled), percentage)) return true;
    }
  }
  return false;
}

/// The total of the list that the part stands in, else the first count of the sentence.
std::optional<std::size_t> whole_of(const report::Facts& facts, std::size_t part) {
  const auto list =
      std::ranges::partition_point(facts.lists, [&](const report::PartList& each) { return each.total < part; });
  for (auto before = list; before != facts.lists.begin() && list - before < 4;) {
    --before;
    const bool inside = std::ranges::find(before->parts, part) != before->parts.end();
    if (inside) return before->doubtful ? std::nullopt : std::optional(before->total);
  }
  for (std::size_t i = part > window ? part - window : 0; i < part; ++i) {
    if (facts.counts[i].sentence == facts.counts[part].sentence && comparable(facts.counts[part], facts.counts[i]))
      return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PercentCorrection> correct_percent(const report::Report& report, const report::Facts& facts,
                                                 const report::Percentage& percentage) {
  if (percentage.kind != report::PercentKind::share || !percentage.count) return std::nullopt;
  const std::size_t part = *percentage.count;
  const Count& count = facts.counts[part];
  if (count.precision != Precision::exact || count.negated || count.comparison) return std::nullopt;
  const auto whole = whole_of(facts, part);
  if (!whole || !comparable(count, facts.counts[*whole]) || facts.counts[*whole].value <= count.value)
    return std::nullopt;
  if (facts.counts[*whole].comparison || facts.counts[*whole].negated) return std::nullopt;
  if (explained(report, facts, percentage, part)) return std::nullopt;
  return PercentCorrection{part, *whole, percent_of(count, facts.counts[*whole], percentage.decimals)};
}

bool keeps_facts(const report::Report& report, std::size_t count, Decimal value) {
  const report::Facts& before = report.facts;
  report::Facts after = before;
  after.counts[count].value = value;
  const auto wrong = [](ListSum::State state) {
    return state == ListSum::State::over || state == ListSum::State::short_of;
  };
  for (std::size_t i = 0; i < before.lists.size(); ++i) {
    const report::PartList& list = before.lists[i];
    const bool own = list.total == count || std::ranges::find(list.parts, count) != list.parts.end();
    if (wrong(sum_of(after, list).state) && (own || !wrong(sum_of(before, list).state))) return false;
  }
  for (const report::Percentage& percentage : before.percentages) {
    const auto correction = correct_percent(report, after, percentage);
    if (!correction) continue;
    const bool own = correction->part == count || correction->whole == count;
    if (own || !correct_percent(report, before, percentage)) return false;
  }
  return true;
}

}  // namespace nianbao::rules
