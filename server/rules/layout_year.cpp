// layout/year, layout/period: title, statistical period, captions and signature speak of one year, all of it.
// Must not know tables or parts; the text's years are read as numbers, never guessed.
#include <algorithm>
#include <map>

#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/table_words.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Date;
using report::Period;
using standard::Severity;

constexpr std::int32_t first_regulation_year = 2008;  // decree 492 in force from 2008-05-01
constexpr std::size_t clear_majority = 3;
constexpr std::size_t longest_caption = 150;  // bytes
constexpr std::uint32_t preamble_lines = 40;  // at most, where no part follows

/// Four digits and 年, as the text mentions them.
struct YearMention {
  std::int32_t year = 0;
  text::ByteRange digits;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<YearMention> year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1]))) return std::nullopt;
  std::int32_t year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_digit(text[at + i])) return std::nullopt;
    year = year * 10 + (text[at + i] - '0');
  }
  std::size_t behind = at + 4;
  while (behind < text.size() && text[behind] == ' ') ++behind;
  if (year < 1990 || year > 2099 || !text.substr(behind).starts_with("年")) return std::nullopt;
  return YearMention{year, {static_cast<text::Offset>(at), static_cast<text::Offset>(at + 4)}};
}

std::vector<YearMention> years_in(const text::Text& source, text::ByteRange range) {
  std::vector<YearMention> mentions;
  const std::string_view text = source.slice(range);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (auto mention = year_at(text, at)) {
      mention->digits.begin += range.begin;
      mention->digits.end += range.begin;
      mentions.push_back(*mention);
      at += 3;
    }
  }
  return mentions;
}

/// How often the text outside of title and period speaks of each year.
std::map<std::int32_t, std::size_t> years_of_text(const report::Report& report) {
  std::map<std::int32_t, std::size_t> counts;
  for (const YearMention& mention : years_in(report.source, {0, report.source.size()})) {
    const bool title = report.title && report.title->range.covers(mention.digits);
    const bool period = report.period && report.period->range.covers(mention.digits);
    if (!title && !period) ++counts[mention.year];
  }
  return counts;
}

std::size_t count_of(const std::map<std::int32_t, std::size_t>& counts, std::int32_t year) {
  const auto found = counts.find(year);
  return found != counts.end() ? found->second : 0;
}

Finding finding_of(std::string_view rule, Severity severity, text::ByteRange range, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.range = range;
  finding.message = std::move(message);
  return finding;
}

Fix year_fix(const Context& context, std::string_view title, std::int32_t year,
             const std::vector<text::ByteRange>& digits) {
  Fix fix;
  fix.title = context.say(title, {{"year", std::to_string(year)}});
  for (const text::ByteRange& range : digits) {
    if (!range.empty()) fix.edits.push_back({range, std::to_string(year)});
  }
  return fix;
}

std::int32_t begin_year(const Period& period) {
  return period.from.year != 0 ? period.from.year : period.to.year;
}
std::int32_t end_year(const Period& period) {
  return period.to.year != 0 ? period.to.year : period.from.year;
}

// --- title against period ---------------------------------------------------------------------------------------

void title_and_period_differ(const Context& context, const report::Title& title, const Period& period, Sink& sink) {
  const std::int32_t stated = end_year(period);
  Finding finding = finding_of(
      "layout/year", Severity::error, period.range,
      context.say("layout/year", {{"period", std::to_string(stated)}, {"title", std::to_string(*title.year)}}));
  finding.related.push_back(
      {title.year_range, context.say("layout/year.title", {{"title", std::to_string(*title.year)}})});
  Fix period_fix =
      year_fix(context, "layout/year.fix-period", *title.year, {period.from.year_range, period.to.year_range});
  Fix title_fix = year_fix(context, "layout/year.fix-title", stated, {title.year_range});
  // A report is signed in the year after: where the date decides, the other year would only make another finding.
  const auto& signed_on = context.report.signing_date;
  const std::int32_t signing_year = signed_on ? signed_on->year : 0;
  if (signing_year == stated + 1) {
    finding.fixes = {std::move(title_fix)};
  } else if (signing_year == *title.year + 1) {
    finding.fixes = {std::move(period_fix)};
  } else {
    if (const auto counts = years_of_text(context.report); count_of(counts, stated) > count_of(counts, *title.year)) {
      std::swap(period_fix, title_fix);
    }
    finding.fixes = {std::move(period_fix), std::move(title_fix)};
  }
  sink.add(std::move(finding));
}

std::string day_of(const Date& date, std::int32_t year) {
  return std::to_string(year) + "年" + std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

void not_a_whole_year(const Context& context, const Period& period, std::int32_t year, Sink& sink) {
  Finding finding = finding_of("layout/period", Severity::warning, period.range,
                               context.say("layout/period", {{"from", day_of(period.from, begin_year(period))},
                                                             {"to", day_of(period.to, end_year(period))},
                                                             {"year", std::to_string(year)}}));
  Fix fix;
  fix.title = context.say("layout/period.fix");
  const auto rewrite = [&](const Date& date, std::string_view day) {
    if (!date.year_range.empty() && date.year != year) fix.edits.push_back({date.year_range, std::to_string(year)});
    const text::Offset begin = date.year_range.empty() ? date.range.begin : date.year_range.end;
    const std::string wanted = (date.year_range.empty() ? "" : "年") + std::string(day);
    fix.edits.push_back({{begin, date.range.end}, wanted});
  };
  if (period.from.month != 1 || period.from.day != 1 || begin_year(period) != year) rewrite(period.from, "1月1日");
  if (period.to.month != 12 || period.to.day != 31 || end_year(period) != year) rewrite(period.to, "12月31日");
  fix.inferred = true;
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

/// An organ that began or ended within the year says so before the first part; its period begins or ends with it.
bool names_an_exception(const Context& context, const Period& period) {
  const report::Report& report = context.report;
  const bool from_new_year = period.from.month == 1 && period.from.day == 1;
  const bool to_the_end = period.to.month == 12 && period.to.day == 31;
  if (begin_year(period) != end_year(period) || from_new_year == to_the_end) return false;
  text::Offset end = report.source.line(std::min(preamble_lines, report.source.line_count()) - 1).end;
  if (!report.parts.empty()) {
    const report::Heading* heading = heading_of(report, report.parts.front());
    end = heading != nullptr ? heading->line.begin : report.parts.front().body.begin;
  }
  const std::string before_parts = mainland_words(context, report.source.slice({0, end}));
  return contains_any(before_parts,
                      words_of(context, "layout/period", from_new_year ? "early-ends" : "late-beginnings"));
}

/// Without a year in the title, the text itself may tell that the period is last year's.
void period_against_text(const Context& context, const Period& period, Sink& sink) {
  const auto counts = years_of_text(context.report);
  const std::int32_t stated = end_year(period);
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || most->second < clear_majority || counts.contains(stated)) return;
  Finding finding = finding_of(
      "layout/period", Severity::error, period.range,
      context.say("layout/period.text", {{"period", std::to_string(stated)}, {"year", std::to_string(most->first)}}));
  finding.fixes = {
      year_fix(context, "layout/year.fix-period", most->first, {period.from.year_range, period.to.year_range})};
  sink.add(std::move(finding));
}

void check_period(const Context& context, Sink& sink) {
  const report::Report& report = context.report;
  if (!report.period || !report.period->stated_as_period) return;
  const Period& period = *report.period;
  if (begin_year(period) == 0) return;
  if (!report.title || !report.title->year) {
    period_against_text(context, period, sink);
    return;
  }
  const std::int32_t year = *report.title->year;
  if (begin_year(period) != year && end_year(period) != year) {
    title_and_period_differ(context, *report.title, period, sink);
    return;
  }
  const bool first_year = year == first_regulation_year && period.from.month == 5 && period.from.day == 1;
  const bool whole = begin_year(period) == end_year(period) && period.to.month == 12 && period.to.day == 31 &&
                     ((period.from.month == 1 && period.from.day == 1) || first_year);
  if (!whole && !names_an_exception(context, period)) not_a_whole_year(context, period, year, sink);
}

// --- other years ------------------------------------------------------------------------------------------------

void other_year(const Context& context, std::int32_t found, std::int32_t wanted, text::ByteRange digits, Sink& sink,
                std::string_view message = "layout/year.other") {
  Finding finding = finding_of("layout/year", Severity::warning, digits,
                               context.say(message, {{"found", std::to_string(found)},
                                                     {"year", std::to_string(*context.report.title->year)},
                                                     {"wanted", std::to_string(wanted)}}));
  Fix fix = year_fix(context, "layout/year.fix", wanted, {digits});
  fix.inferred = true;
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

/// A short line that names a table of statistics and a year.
void check_captions(const Context& context, std::int32_t year, Sink& sink) {
  const report::Report& report = context.report;
  const std::vector<std::string>& captions = words_of(context, "layout/year", "captions");
  for (std::uint32_t line = 0; line < report.source.line_count(); ++line) {
    const text::ByteRange range = report.source.line(line);
    if (range.size() > longest_caption || (report.title && report.title->range.covers(range))) continue;
    const std::string_view text = report.source.slice(range);
    if (text.find("年") == std::string_view::npos) continue;
    const bool traditional = report.script == report::Script::traditional;
    if (!contains_any(traditional ? text::to_simplified(text) : text, captions)) continue;
    for (const YearMention& mention : years_in(report.source, range)) {
      if (mention.year != year) other_year(context, mention.year, year, mention.digits, sink);
    }
  }
}

/// 截至2020年12月31日 in a report on 2021.
void check_closing_dates(const Context& context, std::int32_t year, Sink& sink) {
  const report::Report& report = context.report;
  const std::string_view bytes = report.source.bytes();
  for (const Date& date : report.dates) {
    if (date.year == 0 || date.year == year || date.month != 12 || date.day != 31) continue;
    if (report.period && report.period->range.covers(date.range)) continue;
    const std::string_view before = bytes.substr(0, std::min<std::size_t>(date.range.begin, bytes.size()));
    const auto& leads = words_of(context, "layout/year", "closing");
    const bool closing =
        std::any_of(leads.begin(), leads.end(), [&](const std::string& lead) { return before.ends_with(lead); });
    if (closing) other_year(context, date.year, year, date.year_range, sink);
  }
}

/// The first words of the first part: 2020年， in a report on 2021 was left over from last year.
void check_first_words(const Context& context, std::int32_t year, Sink& sink) {
  const report::Report& report = context.report;
  if (context.form == nullptr || context.form->sections.empty()) return;
  const report::Part* part = report.part(context.form->sections.front().id);
  if (part == nullptr) return;
  const text::ByteRange body = trimmed(report.source, part->body);
  const auto mention = year_at(report.source.bytes(), body.begin);
  if (!mention || mention->year != year - 1) return;
  std::string_view behind = report.source.slice({mention->digits.end, body.end});
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  for (const std::string& opening : words_of(context, "layout/year", "openings")) {
    if (!behind.starts_with(opening)) continue;
    other_year(context, mention->year, year, mention->digits, sink);
    return;
  }
}

/// Reports are signed in the year after; in the last days of the year itself at the earliest.
void check_signature(const Context& context, std::int32_t year, Sink& sink) {
  const auto& date = context.report.signing_date;
  if (!date || date->year == 0 || date->year == year + 1) return;
  if (date->year == year && date->month == 12) return;
  other_year(context, date->year, year + 1, date->year_range, sink, "layout/year.signature");
}

void check(const Context& context, Sink& sink) {
  check_period(context, sink);
  const auto& title = context.report.title;
  if (!title || !title->year) return;
  // Where title and period differ, the title's year is in doubt itself.
  const auto& period = context.report.period;
  if (period && period->stated_as_period && end_year(*period) != *title->year) return;
  check_captions(context, *title->year, sink);
  check_closing_dates(context, *title->year, sink);
  check_first_words(context, *title->year, sink);
  check_signature(context, *title->year, sink);
}

}  // namespace

RuleFamily layout_year_family() {
  return {{"layout/year", "layout/period"}, check};
}

}  // namespace nianbao::rules
