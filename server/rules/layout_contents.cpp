// layout/overview, layout/fee-statement: what the first and the last part of the prescribed form must speak of.
// Must not know subjects by name: which words speak of them is data.
#include <algorithm>

#include "report/grid.h"
#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/table_edit.h"
#include "rules/table_words.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Heading;
using report::Part;
using report::Report;

std::string text_of(const Context& context, const Part& part, const Heading* heading) {
  // Text may stand behind the title on the heading's own line.
  const text::Offset begin = heading != nullptr ? heading->title.end : part.body.begin;
  return mainland_words(context, context.report.source.slice({begin, part.body.end}));
}

void check_overview(const Context& context, Sink& sink) {
  constexpr std::string_view rule_id = "layout/overview";
  const standard::SectionSpec& section = context.form->sections.front();
  const Part* part = context.report.part(section.id);
  const Heading* heading = part != nullptr ? heading_of(context.report, *part) : nullptr;
  if (section.optional || heading == nullptr || !part->has_text) return;
  const std::string text = text_of(context, *part, heading);
  std::string missing;
  for (const std::string& subject : words_of(context, rule_id, "subjects")) {
    if (contains_any(text, words_of(context, rule_id, subject))) continue;
    if (!missing.empty()) missing += context.say("layout/preamble.join");
    missing += subject;
  }
  if (missing.empty()) return;
  Finding finding;
  finding.rule = rule_id;
  finding.range = mark_of(*heading);
  finding.message = context.say("layout/overview", {{"missing", missing}});
  sink.add(std::move(finding));
}

// --- processing fees ----------------------------------------------------------------------------------------------

/// The last line of the part's own text; the signature below it is left out.
text::ByteRange last_line(const Report& report, const Part& part) {
  text::ByteRange last;
  for (const report::Paragraph& paragraph : report.paragraphs) {
    if (paragraph.range.begin < part.body.begin || paragraph.range.begin >= part.body.end) continue;
    if (report.signing_date && paragraph.range.end >= report.signing_date->range.begin) break;
    const std::string_view text = report.source.slice(paragraph.range);
    if (!report.organ.empty() && text == report.organ) continue;
    last = paragraph.range;
  }
  return last;
}

/// 无, （无）, 无其他需要报告的事项: a part that says nothing yet.
bool says_nothing(std::string_view text) {
  const std::string plain = text::normalise_label(text);
  return plain == "无" || plain == "无。" || plain == "(无)" || plain == "(无)。";
}

Fix statement(const Context& context, const Part& part, const Heading& heading) {
  const Report& report = context.report;
  const auto official = context.standard.messages.zh.find("layout/fee-statement.text");
  const std::string sentence =
      official != context.standard.messages.zh.end() ? in_script(report, official->second) : std::string();
  Fix fix;
  fix.title = context.say("layout/fee-statement.fix");
  fix.inferred = true;
  const text::ByteRange last = last_line(report, part);
  if (last.empty()) {
    const text::Offset at = heading.line.end;
    fix.edits = {{{at, at}, in_line_ends(report, at, "\n\n" + sentence)}};
  } else if (says_nothing(report.source.slice(last))) {
    fix.edits = {{last, sentence}};
  } else {
    fix.edits = {{{last.end, last.end}, in_line_ends(report, last.end, "\n\n" + sentence)}};
  }
  return fix;
}

/// Requests that ended because a fee was not paid: then fees were charged.
const report::CellReading* unpaid(const Context& context, std::string& row) {
  for (const std::string& id : words_of(context, "layout/fee-statement", "unpaid")) {
    const std::size_t slash = id.find('/');
    if (slash == std::string::npos) continue;
    row = id.substr(0, slash);
    const auto cell = context.form->cell(row, std::string_view(id).substr(slash + 1));
    const report::CellReading* reading = cell ? context.report.cell(*cell) : nullptr;
    const bool number = reading != nullptr && reading->state == report::CellState::number && reading->number.value;
    if (number && reading->number.value->scaled > 0) return reading;
  }
  return nullptr;
}

void check_fee_statement(const Context& context, Sink& sink) {
  constexpr std::string_view rule_id = "layout/fee-statement";
  if (!context.form->fee_statement) return;
  const Part* part = context.report.part(context.form->sections.back().id);
  const Heading* heading = part != nullptr ? heading_of(context.report, *part) : nullptr;
  if (heading == nullptr) return;
  const auto& words = words_of(context, rule_id, "fee");
  if (contains_any(text_of(context, *part, heading), words)) return;
  std::string row;
  const report::CellReading* cell = unpaid(context, row);
  Finding finding;
  finding.rule = rule_id;
  finding.range = mark_of(*heading);
  if (cell != nullptr) {
    finding.severity = standard::Severity::warning;
    finding.message = context.say("layout/fee-statement.unpaid", {{"row", context.label(row)}, {"value", cell->text}});
    finding.related.push_back({cell->range, context.label(row) + " " + cell->text});
  } else {
    finding.message = context.say("layout/fee-statement");
    if (!is_web_page(context.report)) finding.fixes.push_back(statement(context, *part, *heading));
  }
  // Where another part has the statement, that is what to look at.
  for (const report::Paragraph& paragraph : context.report.paragraphs) {
    const std::string text = text::to_simplified(paragraph.text);
    if (!contains_any(text, words)) continue;
    finding.related.push_back({paragraph.range, context.say("layout/fee-statement.elsewhere")});
    break;
  }
  sink.add(std::move(finding));
}

void check(const Context& context, Sink& sink) {
  if (context.form == nullptr || context.form->sections.empty()) return;
  check_overview(context, sink);
  check_fee_statement(context, sink);
}

}  // namespace

RuleFamily layout_contents_family() {
  return {{"layout/overview", "layout/fee-statement"}, check};
}

}  // namespace nianbao::rules
