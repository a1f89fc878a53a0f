// layout/title: the title names the organ with its place, the year, and the report by its official name.
// Must not know organs: how far a name goes is asked of organ_name.h.
#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/organ_name.h"
#include "rules/table_words.h"

namespace nianbao::rules {
namespace {

using standard::Severity;

constexpr std::string_view rule_id = "layout/title";
constexpr std::string_view official_ending = "政府信息公开工作年度报告";
constexpr std::size_t fewest_parts = 3;  // below, a text without a title may be a piece of a report

Finding finding_at(text::ByteRange range, Severity severity, std::string message) {
  Finding finding;
  finding.rule = rule_id;
  finding.severity = severity;
  finding.message = std::move(message);
  finding.range = range;
  return finding;
}

std::string lacks(const Context& context, std::string_view what) {
  return context.say("layout/title", {{"missing", context.say(what)}});
}

/// A line of the text that is the organ's longer name: 宁夏回族自治区司法厅 for 自治区司法厅.
std::string full_name(const report::Report& report, const std::string& organ) {
  const text::Text& source = report.source;
  for (std::uint32_t line = 0; line < source.line_count(); ++line) {
    const std::string_view text = source.slice(trimmed(source, source.line(line)));
    if (text.size() > organ.size() && text.size() < organ.size() + 60 && text.ends_with(organ) &&
        text.find_first_of(" \t#*|<>0123456789") == std::string_view::npos)
      return std::string(text);
  }
  return {};
}

void check_organ(const Context& context, const report::Title& title, Sink& sink) {
  if (title.organ.empty()) {
    Finding finding = finding_at(title.range, Severity::warning, lacks(context, "layout/title.missing.organ"));
    if (!context.report.organ.empty()) {
      const text::Offset at = title.year_range.empty() ? title.range.begin : title.year_range.begin;
      Fix fix;
      fix.title = context.say("layout/title.fix-organ", {{"organ", context.report.organ}});
      fix.edits = {{{at, at}, context.report.organ}};
      finding.fixes.push_back(std::move(fix));
    }
    sink.add(std::move(finding));
    return;
  }
  const OrganPlace place = place_of(context.standard, title.organ);
  if (place == OrganPlace::named) return;
  const bool none = place == OrganPlace::none;
  Finding finding = finding_at(
      title.organ_range.empty() ? title.range : title.organ_range, none ? Severity::warning : Severity::information,
      context.say(none ? "layout/title.place" : "layout/title.short-place", {{"organ", title.organ}}));
  const std::string full = full_name(context.report, title.organ);
  if (!full.empty() && !title.organ_range.empty()) {
    Fix fix;
    fix.title = context.say("layout/title.fix-organ", {{"organ", full}});
    fix.edits = {{title.organ_range, full}};
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

void check_year(const Context& context, const report::Title& title, Sink& sink) {
  if (title.year) return;
  Finding finding = finding_at(title.range, Severity::warning, lacks(context, "layout/title.missing.year"));
  // 局2024政府信息公开… lacks but 年; a lone 年 and 二〇二四年 are replaced.
  const std::string_view written = context.report.source.slice(title.year_range);
  const bool digits = written.find_first_not_of("0123456789") == std::string_view::npos && !written.empty();
  if ((digits || context.report.year) && !title.name_range.empty()) {
    const std::string year = digits ? std::string(written) : std::to_string(*context.report.year);
    const text::Offset at = title.name_range.begin;
    Fix fix;
    fix.title = context.say("layout/title.fix-year", {{"year", year}});
    fix.edits = {{written.empty() ? text::ByteRange{at, at} : title.year_range, year + "年"}};
    fix.inferred = true;
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

/// Prescribed since the form of 2019; free before.
void check_name(const Context& context, const report::Title& title, Sink& sink) {
  const bool free = context.form == nullptr || context.form->free_headings;
  if (title.official_name || free || title.name_range.empty()) return;
  Finding finding = finding_at(title.name_range, Severity::warning, lacks(context, "layout/title.missing.name"));
  Fix fix;
  fix.title = context.say("layout/title.fix-name");
  fix.edits = {{title.name_range, in_script(context.report, official_ending)}};
  fix.preferred = true;
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

void check(const Context& context, Sink& sink) {
  const report::Report& report = context.report;
  if (!report.title) {
    if (report.parts.size() < fewest_parts) return;
    sink.add(finding_at(report.source.line(0), Severity::warning, lacks(context, "layout/title.missing.title")));
    return;
  }
  check_organ(context, *report.title, sink);
  check_year(context, *report.title, sink);
  check_name(context, *report.title, sink);
}

}  // namespace

RuleFamily layout_title_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
