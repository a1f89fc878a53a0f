// sum/remark: a processing fee in the text that is larger than all fees of the table.
// Must not know the cell or the words: both are data of the rule (rules.json).

#include "rules/families.h"
#include "rules/sum_finding.h"

namespace nianbao::rules {
namespace {

using report::Decimal;

constexpr std::string_view fee_rule = "sum/remark";
constexpr std::string_view message_id = "sum/remark.fee";
constexpr std::size_t longest_gap = 30;  // bytes between the name of the fee and its number
constexpr std::int64_t yuan_per_unit = 10'000;

struct Fee {
  text::ByteRange range;
  Decimal yuan;
};

const std::vector<std::string>& words_of(const standard::RuleSpec& rule, std::string_view name) {
  static const std::vector<std::string> none;
  const auto found = rule.words.find(name);
  return found != rule.words.end() ? found->second : none;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_thought(std::string_view gap, const standard::RuleSpec& rule) {
  for (const std::string& word : words_of(rule, "fee-stops")) {
    if (gap.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// 信息处理费 120 元, from the name on; nothing where a clause ends or a negation stands before the number.
std::optional<Fee> fee_behind(std::string_view text, std::size_t name_end, text::Offset base,
                              const standard::RuleSpec& rule) {
  std::size_t begin = name_end;
  while (begin < text.size() && begin - name_end <= longest_gap && !is_digit(text[begin])) ++begin;
  if (begin >= text.size() || !is_digit(text[begin])) return std::nullopt;
  if (ends_thought(text.substr(name_end, begin - name_end), rule)) return std::nullopt;
  std::size_t end = begin;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  const report::NumberReading number = report::read_number(text.substr(begin, end - begin));
  std::string_view unit = text.substr(end);
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  const bool ten_thousands = unit.starts_with("万元");
  if (!number.value || (!ten_thousands && !unit.starts_with("元"))) return std::nullopt;
  if (number.value->scaled > Decimal::of(1'000'000'000).scaled) return std::nullopt;
  const Decimal yuan{ten_thousands ? number.value->scaled * yuan_per_unit : number.value->scaled};
  return Fee{{base + static_cast<text::Offset>(begin), base + static_cast<text::Offset>(end)}, yuan};
}

/// Fees in whole 万元 are rounded; the text is larger only where rounding does not explain it.
bool larger(Decimal yuan, Decimal amount) {
  const std::int64_t rounding = amount.integral() ? Decimal::scale / 2 : Decimal::scale / 200;
  return yuan.scaled / yuan_per_unit > amount.scaled + rounding;
}

/// `amount` is what the table has in the cell.
void check_paragraph(const SumScene& scene, const report::Paragraph& paragraph, standard::CellIndex cell,
                     Decimal amount, const standard::RuleSpec& rule, Sink& sink) {
  for (const std::string& name : words_of(rule, "fee-names")) {
    const std::size_t at = paragraph.text.find(name);
    if (at == std::string_view::npos) continue;
    const std::optional<Fee> fee = fee_behind(paragraph.text, at + name.size(), paragraph.range.begin, rule);
    if (!fee || !larger(fee->yuan, amount)) continue;
    const std::string table = number_text(scene.context, amount);
    Finding finding;
    finding.rule = fee_rule;
    finding.range = fee->range;
    finding.cells = {cell_id(scene.form, cell)};
    finding.message =
        scene.context.say(message_id, {{"fee", number_text(scene.context, fee->yuan)}, {"amount", table}});
    finding.related.push_back(
        {scene.cells.reading(cell)->range, scene.context.label(scene.form.cells[cell].column) + " " + table});
    sink.add(std::move(finding));
    return;
  }
}

void check_fees(const Context& context, Sink& sink) {
  const standard::RuleSpec* rule = context.standard.rule(fee_rule);
  if (rule == nullptr || context.form == nullptr) return;
  const Cells cells(*context.form, context.report);
  const SumScene scene{context, *context.form, cells};
  for (const std::string& id : words_of(*rule, "fee-cell")) {
    const std::size_t slash = id.find('/');
    if (slash == std::string::npos) continue;
    const auto cell = context.form->cell(std::string_view(id).substr(0, slash), std::string_view(id).substr(slash + 1));
    const std::optional<Decimal> amount = cell ? cells.value(*cell) : std::nullopt;
    if (!amount) continue;
    for (const report::Paragraph& paragraph : context.report.paragraphs) {
      check_paragraph(scene, paragraph, *cell, *amount, *rule, sink);
    }
  }
}

}  // namespace

RuleFamily fee_family() {
  return {{fee_rule}, check_fees};
}

}  // namespace nianbao::rules
