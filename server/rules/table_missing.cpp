// table/missing, form, unread: tables that are not there, of another year's form, or not understood.
// Must not know any table by name: which tables a form has, and where, is data.
#include <algorithm>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/organ_name.h"
#include "rules/table_edit.h"
#include "rules/table_template.h"
#include "rules/table_words.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using standard::Form;
using standard::Severity;
using standard::TableSpec;

/// Tables of a free form are asked for from the year in which the form came into use.
constexpr std::int32_t statistics_since = 2014;

text::ByteRange first_line(const report::Report& report, text::ByteRange range) {
  const text::ByteRange line = report.source.line(report.source.line_of(range.begin));
  return {std::max(line.begin, range.begin), std::min(line.end, std::max(range.end, range.begin))};
}

text::ByteRange mark_of(const Context& context, const report::Part& part) {
  const std::vector<report::Heading>& headings = context.report.headings;
  if (part.heading && *part.heading < headings.size()) {
    const report::Heading& heading = headings[*part.heading];
    return heading.title.empty() ? heading.line : heading.title;
  }
  return first_line(context.report, part.body);
}

const report::UnreadTable* unread_in(const report::Report& report, text::ByteRange body) {
  const auto found = std::find_if(report.unread.begin(), report.unread.end(),
                                  [&](const report::UnreadTable& table) { return body.covers(table.range); });
  return found != report.unread.end() ? &*found : nullptr;
}

/// Behind the heading's line, with a blank line on both sides.
std::optional<Fix> insert_table(const Context& context, const Form& form, const TableSpec& table,
                                const report::Part& part) {
  if (is_web_page(context.report)) return std::nullopt;
  if (!part.heading || *part.heading >= context.report.headings.size()) return std::nullopt;
  const text::Text& source = context.report.source;
  const report::Heading& heading = context.report.headings[*part.heading];
  const text::ByteRange line = source.full_line(source.line_of(heading.line.begin));
  const bool open_end = source.line(source.line_of(heading.line.begin)).end == line.end;
  const std::string_view rest = source.bytes().substr(line.end);
  std::string text = (open_end ? "\n\n" : "\n") + in_script(context.report, blank_table(form, table.id));
  if (!rest.starts_with('\n') && !rest.starts_with("\r\n")) text += "\n";
  Fix fix;
  fix.title = context.say("table/missing.fix", {{"table", table.name}});
  fix.edits = {{{line.end, line.end}, in_line_ends(context.report, line.begin, std::move(text))}};
  fix.asks = true;  // numbers to be filled in
  return fix;
}

void not_understood(const Context& context, const TableSpec& table, const report::UnreadTable& unread, Sink& sink) {
  Finding finding;
  finding.rule = "table/unread";
  finding.severity = Severity::information;
  finding.range = first_line(context.report, unread.range);
  finding.message =
      context.say("table/unread", {{"table", table.name}, {"reason", context.say("table/unread.reason.labels")}});
  sink.add(std::move(finding));
}

std::string missing_message(const Context& context, const TableSpec& table, const report::Part& part) {
  if (!part.has_picture) return context.say("table/missing", {{"table", table.name}, {"title", table.title}});
  const std::string body = text::to_simplified(context.report.source.slice(part.body));
  for (const std::string& words : words_of(context, "table/missing", "attached")) {
    if (body.find(words) != std::string::npos)
      return context.say("table/missing.attached", {{"table", table.name}, {"words", words}});
  }
  return context.say("table/missing.picture", {{"table", table.name}});
}

/// The form is prescribed for administrative organs; utilities, schools and hospitals report as their ministries say
/// (art. 55 of decree 711).
bool is_no_organ(const Context& context) {
  const std::string organ = comparable_organ(context.report.organ);
  return std::ranges::any_of(words_of(context, "table/missing", "not-organs"),
                             [&](const std::string& ending) { return organ.ends_with(ending); });
}

/// A part that is there without its table. A part that is not there at all is layout/section-missing's.
void missing_in_part(const Context& context, const Form& form, const TableSpec& table, Sink& sink) {
  const report::Part* part = context.report.part(table.section);
  if (part == nullptr) return;
  if (const report::UnreadTable* unread = unread_in(context.report, part->body)) {
    not_understood(context, table, *unread, sink);
    return;
  }
  Finding finding;
  finding.rule = "table/missing";
  finding.severity = part->has_picture || is_no_organ(context) ? Severity::warning : Severity::error;
  finding.range = mark_of(context, *part);
  finding.message = missing_message(context, table, *part);
  if (auto fix = insert_table(context, form, table, *part)) finding.fixes.push_back(std::move(*fix));
  sink.add(std::move(finding));
}

/// A table that belongs to no part stands behind the text, often in a file of its own: only worth a look.
void missing_behind_text(const Context& context, const TableSpec& table, Sink& sink) {
  const report::Report& report = context.report;
  if (!report.year || *report.year < statistics_since || !report.title) return;
  if (!report.unread.empty()) {
    not_understood(context, table, report.unread.front(), sink);
    return;
  }
  Finding finding;
  finding.rule = "table/missing";
  finding.severity = Severity::warning;
  finding.range = first_line(report, report.title->range);
  finding.message = context.say("table/missing", {{"table", table.name}, {"title", table.title}});
  sink.add(std::move(finding));
}

void check_missing(const Context& context, Sink& sink) {
  if (context.form == nullptr) return;
  for (const TableSpec& table : context.form->tables) {
    if (context.report.grid(table.id) != nullptr) continue;
    if (table.section.empty()) {
      missing_behind_text(context, table, sink);
    } else {
      missing_in_part(context, *context.form, table, sink);
    }
  }
}

// --- another year's form ----------------------------------------------------------------------------------------

bool has_cell(const Form& form, const standard::CellSpec& cell) {
  return form.cell(cell.row, cell.column).has_value();
}

/// The form knows the same table with the same cells, so that its label cannot be of another year.
bool same_table(const Form& form, const Form& other, standard::TableId id) {
  const auto differs = [&](const Form& from, const Form& to) {
    return std::any_of(from.cells.begin(), from.cells.end(),
                       [&](const standard::CellSpec& cell) { return cell.table == id && !has_cell(to, cell); });
  };
  return !differs(form, other) && !differs(other, form);
}

/// The form's own id of what another form calls otherwise and means the same by: 处理决定数量, 本年处理决定数量.
std::string own_id(const Context& context, const Form& form, const std::string& id) {
  constexpr std::string_view means = "＝";
  if (id.empty() || form.entry(id) != nullptr) return id;
  for (const std::string& pair : words_of(context, "table/form", "equal")) {
    const std::size_t at = pair.find(means);
    const std::string_view first = std::string_view(pair).substr(0, at);
    const std::string_view second = std::string_view(pair).substr(at + means.size());
    if (id == first) return std::string(second);
    if (id == second) return std::string(first);
  }
  return id;
}

/// Where the form has the cell of another form, or one that means the same.
std::optional<standard::CellIndex> counterpart(const Context& context, const Form& form,
                                               const standard::CellSpec& cell) {
  return form.cell(own_id(context, form, cell.row), own_id(context, form, cell.column));
}

/// The grid as a table of the other form: equal cells keep their text, the others are left blank.
std::string converted(const Context& context, const report::Grid& grid, const Form& to) {
  const Form& from = context.standard.form(grid.form);
  const CellText kept = [&](const standard::CellSpec& cell) {
    const auto index = counterpart(context, from, cell);
    const report::CellReading* reading = index ? grid.cell(*index) : nullptr;
    return reading != nullptr ? reading->text : std::string();
  };
  const std::string table = in_script(context.report, table_in_markdown(to, grid.table, kept));
  return in_line_ends(context.report, grid.range.begin, table);
}

/// Numbers other than 0 that the other form has no place for.
void list_dropped(const Context& context, const report::Grid& grid, const Form& to, Finding& finding) {
  const Form& from = context.standard.form(grid.form);
  for (const report::CellReading& cell : grid.cells) {
    const auto value = cell.value();
    if (!value || value->scaled == 0 || counterpart(context, to, from.cells[cell.cell])) continue;
    finding.related.push_back(
        {cell.range, context.say("table/form.dropped",
                                 {{"place", cell_place(context, from.cells[cell.cell])}, {"value", cell.text}})});
  }
}

void add_conversion(const Context& context, const report::Grid& grid, const Form& to, Finding& finding) {
  const bool local = !grid.local_rows.empty() || !grid.certain || grid.layout == report::Layout::html;
  if (local || to.table(grid.table) == nullptr) return;
  if (finding.fixes.empty()) {
    finding.fixes.push_back({context.say("table/form.fix", {{"expected", to.name}}), {}, false, false, true});
  }
  finding.fixes.front().edits.push_back({grid.range, converted(context, grid, to)});
  list_dropped(context, grid, to, finding);
}

void check_form(const Context& context, Sink& sink) {
  if (!context.report.year || !context.report.form) return;
  const Form& expected = context.standard.form_for_year(*context.report.year);
  Finding finding;
  finding.rule = "table/form";
  finding.severity = Severity::warning;
  std::string names;
  for (const report::Grid& grid : context.report.grids) {
    const Form& used = context.standard.form(grid.form);
    if (used.id == expected.id || same_table(used, expected, grid.table)) continue;
    if (names.empty()) {
      finding.range = first_line(context.report, grid.range);
      finding.message = context.say("table/form", {{"table", table_name(used, grid.table)},
                                                   {"found", used.name},
                                                   {"year", std::to_string(*context.report.year)},
                                                   {"expected", expected.name},
                                                   {"notice", expected.basis}});
    } else {
      finding.related.push_back({first_line(context.report, grid.range), table_name(used, grid.table)});
    }
    names += table_name(used, grid.table);
    add_conversion(context, grid, expected, finding);
  }
  if (!names.empty()) sink.add(std::move(finding));
}

}  // namespace

RuleFamily table_missing_family() {
  return {{"table/missing", "table/form", "table/unread"}, [](const Context& context, Sink& sink) {
            check_missing(context, sink);
            check_form(context, sink);
          }};
}

}  // namespace nianbao::rules
