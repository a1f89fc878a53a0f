// law/document-number: how a number is written. law/superseded: whether what it names applies to the report's year.
// Must not know any number: dates and successors are data of the laws.
#include <algorithm>
#include <string>

#include "rules/families.h"
#include "rules/law_common.h"
#include "rules/layout_common.h"
#include "rules/table_words.h"
#include "standard/law_in_force.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

using report::Citation;
using report::CitationKind;
using standard::Law;

constexpr std::string_view form_rule = "law/document-number";
constexpr std::string_view validity_rule = "law/superseded";
constexpr std::size_t near = 300;  // bytes: both numbers in one sentence tell a history

// ---- how it is written --------------------------------------------------------------------------------------------

std::string_view complaint_about(const Citation& citation) {
  const std::string_view text = citation.text;
  const bool right_brackets = text.find("〔") != std::string_view::npos && text.find("〕") != std::string_view::npos;
  if (!right_brackets) return "law/document-number";
  const bool has_ordinal = text.find("第") != std::string_view::npos;
  const bool keeps_ordinal = citation.number.find("第") != std::string::npos;
  return has_ordinal && !keeps_ordinal ? "law/document-number.ordinal" : "law/document-number.zero";
}

void check_form(const Context& context, Sink& sink) {
  constexpr std::string_view open = "〔";
  for (const Citation& citation : context.report.citations) {
    if (citation.kind != CitationKind::number || !citation.irregular) continue;
    const std::size_t at = citation.number.find(open);
    if (at == std::string::npos) continue;
    const std::string bracket = in_script(context.report, citation.number.substr(at));
    Finding finding =
        law_finding(form_rule, citation.range, context.say(complaint_about(citation), {{"number", citation.number}}));
    if (replaceable(context, citation.bracket)) {
      Fix fix;
      fix.title = context.say("law/document-number.fix", {{"number", bracket}});
      fix.edits = {{citation.bracket, bracket}};
      fix.preferred = true;
      finding.fixes.push_back(std::move(fix));
    }
    sink.add(std::move(finding));
  }
}

// ---- whether it applies -------------------------------------------------------------------------------------------

struct Verdict {
  const Law* instead = nullptr;
  bool ended = false;  ///< it no longer applied; else: not yet
};

/// A report of a year is written early in the next one, by what was in force at the end of its year.
Verdict judge(const Context& context, const Law& law, std::int32_t year) {
  const std::int32_t ended = standard::year_of(law.repealed);
  if (ended != 0 && ended <= year) {
    const Law* next = law.replaced_by.empty() ? nullptr : context.standard.law(law.replaced_by);
    return {next, true};
  }
  const Law& then = standard::in_force_for(context.standard, law, year);
  return {&then != &law ? &then : nullptr, false};
}

/// 原《条例》（国务院令第492号）.
bool is_named_as_former(const Context& context, const Citation& citation) {
  const text::Offset begin =
      citation.name ? context.report.citations[*citation.name].range.begin : citation.range.begin;
  const std::string_view before = context.report.source.slice({begin - std::min<text::Offset>(begin, 24), begin});
  const std::string folded = text::to_simplified(before);
  return std::ranges::any_of(context.standard.citation_words.former,
                             [&](const std::string& word) { return folded.ends_with(word); });
}

/// Both versions close together, or words like 公布 and 废止 behind it: a history is told.
bool is_history(const Context& context, std::size_t index, const Law& instead) {
  const report::Report& report = context.report;
  const std::vector<Citation>& all = report.citations;
  const Citation& citation = all[index];
  const auto is_other = [&](const Citation& other) {
    return other.law == instead.id && other.kind == CitationKind::number;
  };
  // Citations stand in the order of the text: only those near by are looked at.
  for (std::size_t i = index; i > 0 && all[i - 1].range.end + near > citation.range.begin; --i) {
    if (is_other(all[i - 1])) return true;
  }
  for (std::size_t i = index + 1; i < all.size() && all[i].range.begin < citation.range.end + near; ++i) {
    if (is_other(all[i])) return true;
  }
  const text::Offset end = std::min(report.source.size(), citation.range.end + 30);
  return contains_any(report.source.slice({citation.range.end, end}), words_of(context, validity_rule, "history"));
}

/// The successor's title as it stands inside 《》, without its issuer where that stands in front.
std::string title_of(const Law& law, bool without_issuer) {
  std::string title(plain_name(law));
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"《", "〈"}, {"》", "〉"}}) {
    for (std::size_t at = title.find(from); at != std::string::npos; at = title.find(from)) {
      title.replace(at, from.size(), to);
    }
  }
  const std::size_t about = title.find("关于");
  return without_issuer && about != std::string::npos ? title.substr(about) : title;
}

void add_fix(const Context& context, const Citation& citation, const Law& law, const Law& instead, Finding& finding) {
  Fix fix;
  fix.title = context.say("law/superseded.fix", {{"number", instead.law_no}});
  const Citation* name = citation.name ? &context.report.citations[*citation.name] : nullptr;
  // A law keeps its title when it is revised; a notice is another one.
  if (name != nullptr && name->law == law.id && plain_name(law) != plain_name(instead)) {
    const bool without_issuer = name->text.starts_with("《关于");
    if (!replaceable(context, name->inner)) return;
    fix.edits.push_back({name->inner, in_script(context.report, title_of(instead, without_issuer))});
  }
  if (!replaceable(context, citation.range)) return;
  fix.edits.push_back({citation.range, in_script(context.report, instead.law_no)});
  finding.fixes.push_back(std::move(fix));
}

void check_validity(const Context& context, Sink& sink) {
  if (!context.report.year) return;
  const std::int32_t year = *context.report.year;
  for (std::size_t i = 0; i < context.report.citations.size(); ++i) {
    const Citation& citation = context.report.citations[i];
    if (citation.kind != CitationKind::number) continue;
    const Law* law = law_of(context, citation);
    if (law == nullptr) continue;
    const Verdict verdict = judge(context, *law, year);
    if (verdict.instead == nullptr || is_history(context, i, *verdict.instead) ||
        is_named_as_former(context, citation)) {
      continue;
    }
    const std::string date = date_text(context, verdict.ended ? law->repealed : law->in_force);
    Finding finding = law_finding(validity_rule, citation.range,
                                  context.say(verdict.ended ? "law/superseded" : "law/superseded.not-yet",
                                              {{"number", law->law_no},
                                               {"date", date},
                                               {"year", std::to_string(year)},
                                               {"instead", verdict.instead->law_no}}));
    add_fix(context, citation, *law, *verdict.instead, finding);
    sink.add(std::move(finding));
  }
}

void check(const Context& context, Sink& sink) {
  check_form(context, sink);
  check_validity(context, sink);
}

}  // namespace

RuleFamily law_number_family() {
  return {{form_rule, validity_rule}, check};
}

}  // namespace nianbao::rules
