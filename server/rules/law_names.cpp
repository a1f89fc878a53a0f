// law/name: a name that no law has, and a short name that the report never defines.
// Must not know any name: wrong and usual short names are words of the standard.
#include <algorithm>
#include <string>
#include <vector>

#include "rules/families.h"
#include "rules/law_common.h"
#include "rules/table_words.h"

namespace nianbao::rules {
namespace {

using report::Citation;
using report::NameForm;

constexpr std::string_view rule_id = "law/name";

bool is_name(const Citation& citation) {
  return citation.kind == report::CitationKind::name && !citation.in_table;
}

/// In marks; or bare, but with an article behind it.
bool is_meant_as_name(const Context& context, std::size_t index) {
  const std::vector<Citation>& all = context.report.citations;
  if (all[index].marked) return true;
  return std::ranges::any_of(all, [&](const Citation& other) {
    return other.kind == report::CitationKind::provision && other.name == index &&
           other.binding == report::Binding::named;
  });
}

bool is_defined_anywhere(const Context& context, std::string_view name) {
  return std::ranges::any_of(context.report.citations, [&](const Citation& one) { return one.short_name == name; });
}

/// The short name that the report defines for a law, or empty.
std::string short_name_in_report(const Context& context, std::string_view law) {
  for (const Citation& one : context.report.citations) {
    if (one.law == law && !one.short_name.empty()) return one.short_name;
  }
  return {};
}

text::ByteRange words_of(const Citation& citation) {
  return citation.marked ? citation.inner : citation.range;
}

std::string name_of(const Context& context, const Citation& citation) {
  return written(context, words_of(citation));
}

Fix replacing(const Context& context, const Citation& citation, const std::string& right) {
  Fix fix;
  fix.title = context.say("law/name.fix", {{"name", right}});
  if (replaceable(context, words_of(citation))) fix.edits = {{words_of(citation), right}};
  fix.preferred = true;
  return fix;
}

void add_wrong(const Context& context, const Citation& citation, Sink& sink) {
  const standard::Law* law = law_of(context, citation);
  if (law == nullptr) return;
  // Where the short name is defined behind the wrong one, only the full name can stand there.
  const bool defines = !citation.short_name.empty();
  const std::string defined = defines ? std::string() : short_name_in_report(context, citation.law);
  std::string right = defined.empty() ? std::string(plain_name(*law)) : defined;
  const std::string& country = context.standard.citation_words.country;
  if (defines || (defined.empty() && name_of(context, citation).starts_with(country))) right = country + right;
  right = in_script(context.report, right);
  Finding finding = law_finding(rule_id, citation.range,
                                context.say(defined.empty() ? "law/name.wrong" : "law/name.other-short",
                                            {{"name", name_of(context, citation)}, {"right", right}}));
  Fix fix = replacing(context, citation, right);
  if (!fix.edits.empty()) finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

/// The full name in prose before `end`, where a definition can be put.
const Citation* full_name_before(const Context& context, std::string_view law, text::Offset end) {
  for (const Citation& one : context.report.citations) {
    if (one.range.begin >= end) break;
    if (is_name(one) && one.marked && one.form == NameForm::full && one.law == law) return &one;
  }
  return nullptr;
}

void add_definition_fixes(const Context& context, const Citation& first, const std::vector<const Citation*>& uses,
                          const standard::Law& law, Finding& finding) {
  const std::string name = name_of(context, first);
  const std::string definition = in_script(context.report, context.say("law/name.definition", {{"name", name}}));
  if (const Citation* full = full_name_before(context, first.law, first.range.begin)) {
    Fix fix;
    fix.title = context.say("law/name.fix-define", {{"name", name}});
    fix.edits = {{{full->range.end, full->range.end}, definition}};
    fix.preferred = true;
    finding.fixes.push_back(std::move(fix));
  }
  Fix fix;
  const std::string full =
      in_script(context.report, context.standard.citation_words.country + std::string(plain_name(law)));
  fix.title = context.say("law/name.fix-full", {{"count", std::to_string(uses.size())}});
  for (const Citation* use : uses) {
    if (!replaceable(context, use->inner)) return;
    fix.edits.push_back({use->inner, full});
  }
  finding.fixes.push_back(std::move(fix));
}

/// One finding for all mentions: the cause is one missing definition.
void check_undefined(const Context& context, Sink& sink) {
  std::vector<const Citation*> uses;
  for (const Citation& one : context.report.citations) {
    if (!is_name(one) || !one.marked || one.form != NameForm::undefined || one.law.empty()) continue;
    if (!uses.empty() && name_of(context, one) != name_of(context, *uses.front())) continue;
    uses.push_back(&one);
  }
  if (uses.empty()) return;
  const Citation& first = *uses.front();
  const std::string folded =
      first.text.substr(std::string_view("《").size(), first.text.size() - std::string_view("《》").size());
  const standard::Law* law = law_of(context, first);
  if (law == nullptr || is_defined_anywhere(context, folded)) return;
  const std::string other = short_name_in_report(context, first.law);
  if (!other.empty()) {
    for (const Citation* use : uses) add_wrong(context, *use, sink);
    return;
  }
  Finding finding =
      law_finding(rule_id, first.range, context.say("law/name.undefined", {{"name", name_of(context, first)}}));
  for (std::size_t i = 1; i < uses.size(); ++i) {
    finding.related.push_back({uses[i]->range, written(context, uses[i]->range)});
  }
  add_definition_fixes(context, first, uses, *law, finding);
  sink.add(std::move(finding));
}

void check(const Context& context, Sink& sink) {
  const std::vector<Citation>& all = context.report.citations;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_name(all[i]) && all[i].form == NameForm::wrong && is_meant_as_name(context, i))
      add_wrong(context, all[i], sink);
  }
  check_undefined(context, sink);
}

}  // namespace

RuleFamily law_name_family() {
  return {{rule_id}, check};
}

}  // namespace nianbao::rules
