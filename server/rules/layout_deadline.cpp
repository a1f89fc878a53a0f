// layout/deadline: a report signed after the day by which the law wants it published (decree 711 art. 49; decree 492
// art. 31 before). Must not know organs: how their names end is data. Where the level is not certain, silence.
#include <algorithm>

#include "rules/deadline.h"
#include "rules/families.h"
#include "rules/layout_common.h"
#include "rules/organ_name.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "layout/deadline";
constexpr std::int32_t first_year_of_711 = 2019;  // in force from 2019-05-15; reports for 2018 were due before

bool ends_with_any(std::string_view name, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return name.ends_with(end); });
}

OrganLevel level_of(const Context& context, const std::string& name) {
  if (name.empty()) return OrganLevel::unknown;
  if (ends_with_any(name, words_of(context, rule_id, "no_date_endings"))) return OrganLevel::township;
  if (contains_any(name, words_of(context, rule_id, "no_date"))) return OrganLevel::township;
  if (contains_any(name, words_of(context, rule_id, "government"))) return OrganLevel::government;
  return ends_with_any(name, words_of(context, rule_id, "departments")) ? OrganLevel::department : OrganLevel::unknown;
}

/// The title of a government's report often names the place alone; then the signature says whose report it is.
OrganLevel level_of(const Context& context) {
  if (context.options.level != OrganLevel::unknown) return context.options.level;
  const OrganLevel level = level_of(context, text::normalise_label(context.report.organ));
  return level != OrganLevel::unknown ? level : level_of(context, signing_organ(context.report));
}

std::string_view kind_of(const Context& context, const Deadline& due) {
  if (context.options.deadline) return "layout/deadline.own";
  return due.level == OrganLevel::government ? "layout/deadline.government" : "layout/deadline.department";
}

void check(const Context& context, Sink& sink) {
  const auto& signed_on = context.report.signing_date;
  if (!signed_on || !context.report.year || signed_on->year != *context.report.year + 1) return;
  const auto due = deadline_of(context, *context.report.year);
  if (!due || Day{signed_on->month, signed_on->day} <= due->day) return;
  const auto say_day = [&](std::int32_t month, std::int32_t day) {
    return context.say("layout/deadline.day", {{"month", std::to_string(month)}, {"day", std::to_string(day)}});
  };
  Finding finding;
  finding.rule = rule_id;
  finding.range = signed_on->range;
  const bool own = context.options.deadline.has_value();
  const bool old_law = *context.report.year < first_year_of_711;
  finding.message =
      context.say(own       ? "layout/deadline.configured"
                  : old_law ? "layout/deadline.492"
                            : "layout/deadline",
                  {{"date", context.say("layout/deadline.date", {{"year", std::to_string(signed_on->year)},
                                                                 {"month", std::to_string(signed_on->month)},
                                                                 {"day", std::to_string(signed_on->day)}})},
                   {"kind", context.say(kind_of(context, *due))},
                   {"deadline", say_day(due->day.month, due->day.day)}});
  if (context.report.title && context.report.title->year) {
    finding.related.push_back({context.report.title->year_range,
                               context.say("layout/deadline.year", {{"year", std::to_string(*context.report.year)}})});
  }
  sink.add(std::move(finding));
}

}  // namespace

std::optional<Deadline> deadline_of(const Context& context, std::int32_t report_year) {
  constexpr Day january{1, 31};
  constexpr Day march{3, 31};
  const OrganLevel level = level_of(context);
  if (context.options.deadline) return Deadline{*context.options.deadline, level};
  if (level == OrganLevel::unknown || level == OrganLevel::township) return std::nullopt;
  const bool old_law = report_year < first_year_of_711;
  return Deadline{old_law || level == OrganLevel::government ? march : january, level};
}

RuleFamily layout_deadline_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
