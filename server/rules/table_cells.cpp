// table/not-a-number, not-an-integer, negative, digit-form, group-value: what is written in a cell that holds
// something. Must not know any cell by name, nor sums; blanks and placeholders are table_blank's.
#include <algorithm>
#include <map>
#include <tuple>

#include "rules/families.h"
#include "rules/fixes.h"
#include "rules/table_edit.h"
#include "rules/table_words.h"

namespace nianbao::rules {
namespace {

using report::Decimal;
using report::NumberForm;
using standard::Severity;
using standard::ValueType;

constexpr std::size_t many = 5;  // more slips of one kind in one table are one finding: one habit, one cause

/// What is wrong with one cell.
struct Slip {
  std::string_view rule;
  std::string_view message;  ///< id of the message for one cell
  std::string_view fix;      ///< id of the fix's title
  Severity severity = Severity::warning;
  std::optional<TextEdit> edit;
  bool inferred = false;  ///< the new value is a guess
  std::string shown;      ///< the value after the fix
};

bool is_money(std::string_view unit) {
  return unit.ends_with("元");
}

/// The same value, written plainly.
Slip rewrite(const Context& context, const report::Grid& grid, const report::CellReading& cell, Slip slip) {
  if (!cell.number.value) return slip;
  slip.shown = report::to_string(*cell.number.value);
  slip.edit = write_cell(context.report, grid, cell, slip.shown);
  return slip;
}

/// Another value: what was probably meant.
Slip guess(const Context& context, const report::Grid& grid, const report::CellReading& cell, Decimal value,
           Slip slip) {
  slip.shown = report::to_string(value);
  slip.edit = write_cell(context.report, grid, cell, slip.shown);
  slip.inferred = true;
  return slip;
}

Slip text_in_cell(ValueType type) {
  return {"table/not-a-number",
          type == ValueType::amount ? "table/not-a-number.amount" : "table/not-a-number",
          "table/not-a-number.fix-inferred",
          Severity::error,
          std::nullopt,
          false,
          {}};
}

std::optional<Slip> outside_domain(const Context& context, const report::Grid& grid, const report::CellReading& cell,
                                   ValueType type) {
  const Decimal value = *cell.number.value;
  if (type != ValueType::amount && !value.integral())
    return Slip{"table/not-an-integer", "table/not-an-integer", "", Severity::error, std::nullopt, false, {}};
  if (value.scaled >= 0 || type == ValueType::signed_integer) return std::nullopt;
  const bool refund = type == ValueType::amount;
  return guess(context, grid, cell, Decimal{-value.scaled},
               {"table/negative",
                refund ? "table/negative.fee" : "table/negative",
                "table/negative.fix",
                refund ? Severity::warning : Severity::error,
                std::nullopt,
                false,
                {}});
}

std::optional<Slip> not_written_plainly(const Context& context, const report::Grid& grid,
                                        const report::CellReading& cell, ValueType type) {
  const Slip digits{"table/digit-form", "table/digit-form", "table/digit-form.fix", Severity::warning, {}, false, {}};
  const Slip zeros{"table/not-an-integer",
                   "table/not-an-integer.zeros",
                   "table/not-an-integer.fix",
                   Severity::warning,
                   {},
                   false,
                   {}};
  const Slip unit{
      "table/not-a-number", "table/not-a-number", "table/not-a-number.fix", Severity::warning, {}, false, {}};
  switch (cell.number.form) {
    case NumberForm::full_width:
    case NumberForm::chinese:
    case NumberForm::thousands:
      return rewrite(context, grid, cell, digits);
    case NumberForm::plus_sign:
      if (type == ValueType::signed_integer) return std::nullopt;
      return rewrite(context, grid, cell, digits);
    case NumberForm::padded:
      if (type == ValueType::amount) return std::nullopt;
      return rewrite(context, grid, cell, cell.text.find('.') != std::string::npos ? zeros : digits);
    case NumberForm::with_unit:
      if (type == ValueType::amount && is_money(cell.number.unit)) return std::nullopt;
      if (type == ValueType::amount || is_money(cell.number.unit)) return text_in_cell(type);
      return rewrite(context, grid, cell, unit);
    case NumberForm::in_words:
      if (type == ValueType::signed_integer) return std::nullopt;
      return text_in_cell(type);
    case NumberForm::plain:
    case NumberForm::approximate:
    case NumberForm::placeholder:
    case NumberForm::text:
      break;
  }
  return std::nullopt;
}

std::optional<Slip> judge(const Context& context, const report::Grid& grid, const report::CellReading& cell,
                          ValueType type) {
  const bool written = cell.state == report::CellState::number || cell.state == report::CellState::malformed;
  if (!written || cell.number.form == NumberForm::placeholder) return std::nullopt;
  if (type == ValueType::none) {
    Slip slip{
        "table/group-value", "table/group-value", "table/group-value.fix", Severity::warning, {}, false, cell.text};
    slip.edit = write_cell(context.report, grid, cell, "");
    return slip;
  }
  if (!cell.number.value || cell.number.form == NumberForm::text) return text_in_cell(type);
  if (cell.number.form == NumberForm::approximate)
    return guess(context, grid, cell, *cell.number.value, text_in_cell(type));
  if (auto slip = outside_domain(context, grid, cell, type)) return slip;
  return not_written_plainly(context, grid, cell, type);
}

Finding finding_of(const Context& context, const standard::CellSpec& spec, const report::CellReading& cell,
                   const Slip& slip) {
  Finding finding;
  finding.rule = slip.rule;
  finding.severity = slip.severity;
  finding.message = context.say(slip.message, {{"text", brief(cell.text)},
                                               {"value", cell.text},
                                               {"integer", slip.shown},
                                               {"unit", spec.unit},
                                               {"row", context.label(spec.row)}});
  finding.range = cell.range;
  finding.cells = {cell_name(spec)};
  if (slip.edit) {
    Fix fix;
    fix.title = context.say(slip.fix, {{"value", slip.shown}, {"integer", slip.shown}});
    fix.edits = {*slip.edit};
    const bool loses_a_number = spec.type == ValueType::none && cell.number.value != Decimal{};
    fix.preferred = !slip.inferred && !loses_a_number;
    fix.inferred = slip.inferred;
    finding.fixes.push_back(std::move(fix));
  }
  return finding;
}

/// Many cells with the same habit: one finding at the first of them, one fix for all.
Finding joined(const Context& context, const standard::Form& form, const report::Grid& grid,
               std::vector<Finding>& parts, const std::string& message) {
  Finding whole = std::move(parts.front());
  const std::string count = std::to_string(parts.size());
  whole.message = context.say(message, {{"table", table_name(form, grid.table)}, {"count", count}});
  Fix all;
  all.title = context.say("table/cells.fix-all", {{"count", count}});
  all.preferred = !whole.fixes.empty() && whole.fixes.front().preferred;
  all.inferred = !whole.fixes.empty() && whole.fixes.front().inferred;
  for (const Fix& fix : whole.fixes) all.edits.insert(all.edits.end(), fix.edits.begin(), fix.edits.end());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    whole.cells.insert(whole.cells.end(), parts[i].cells.begin(), parts[i].cells.end());
    whole.related.push_back({parts[i].range, std::string(context.report.source.slice(parts[i].range))});
    for (const Fix& fix : parts[i].fixes) all.edits.insert(all.edits.end(), fix.edits.begin(), fix.edits.end());
  }
  whole.fixes.clear();
  if (!all.edits.empty()) whole.fixes.push_back(std::move(all));
  return whole;
}

void check_grid(const Context& context, const report::Grid& grid, Sink& sink) {
  const standard::Form& form = context.standard.form(grid.form);
  std::map<std::tuple<std::string_view, Severity>, std::vector<Finding>> by_message;
  for (const report::CellReading& cell : grid.cells) {
    if (cell.cell >= form.cells.size()) continue;
    const standard::CellSpec& spec = form.cells[cell.cell];
    if (const auto slip = judge(context, grid, cell, spec.type))
      by_message[{slip->message, slip->severity}].push_back(finding_of(context, spec, cell, *slip));
  }
  for (auto& [kind, findings] : by_message) {
    const std::string many_id = std::string(std::get<0>(kind)) + ".many";
    if (findings.size() > many && context.knows(many_id)) {
      sink.add(joined(context, form, grid, findings, many_id));
    } else {
      for (Finding& finding : findings) sink.add(std::move(finding));
    }
  }
}

}  // namespace

RuleFamily table_cells_family() {
  return {{"table/not-a-number", "table/not-an-integer", "table/negative", "table/digit-form", "table/group-value"},
          [](const Context& context, Sink& sink) {
            for (const report::Grid& grid : context.report.grids) check_grid(context, grid, sink);
          }};
}

}  // namespace nianbao::rules
