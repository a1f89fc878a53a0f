// Findings that the report itself asks to leave out: <!-- nianbao-ignore rule-id: 理由 -->
// Must not know what the suppressed rules say.
#include "rules/suppressions.h"

#include <algorithm>

namespace nianbao::rules {
namespace {

constexpr std::string_view suppression_rule = "settings/suppression";

bool covers(const report::Suppression& suppression, const Finding& finding) {
  const text::ByteRange& block = suppression.block;
  const bool inside = block.begin <= finding.range.begin && finding.range.begin <= block.end && !block.empty();
  return inside && std::any_of(suppression.rules.begin(), suppression.rules.end(),
                               [&](const std::string& pattern) { return names_rule(pattern, finding.rule); });
}

/// The comment with its line end, where it stands alone on its line.
text::ByteRange comment_with_line_end(const text::Text& source, text::ByteRange comment) {
  const text::ByteRange line = source.full_line(source.line_of(comment.begin));
  const std::string_view before = source.slice({line.begin, comment.begin});
  const std::string_view behind = source.slice({comment.end, line.end});
  const bool alone = before.find_first_not_of(" \t") == std::string_view::npos &&
                     behind.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return alone ? line : comment;
}

Finding remark_on(const Context& context, const report::Suppression& suppression, std::string_view message) {
  Finding finding;
  finding.rule = suppression_rule;
  finding.range = suppression.range;
  std::string names;
  for (const std::string& rule : suppression.rules) {
    if (!names.empty()) names += context.options.locale == Locale::zh ? "、" : ", ";
    names += rule;
  }
  finding.message = context.say(message, {{"rules", names}});
  return finding;
}

}  // namespace

bool names_rule(std::string_view pattern, std::string_view rule) {
  if (pattern == rule || pattern == "*") return true;
  return pattern.size() >= 2 && pattern.substr(pattern.size() - 2) == "/*" &&
         rule.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
}

void apply_suppressions(const Context& context, std::vector<Finding>& findings) {
  for (const report::Suppression& suppression : context.report.suppressions) {
    const auto kept = std::remove_if(findings.begin(), findings.end(),
                                     [&](const Finding& finding) { return covers(suppression, finding); });
    const bool used = kept != findings.end();
    findings.erase(kept, findings.end());
    if (used && !suppression.reason.empty()) continue;
    Finding finding =
        remark_on(context, suppression, used ? "settings/suppression.no-reason" : "settings/suppression.unused");
    if (!used) {
      Fix fix;
      fix.title = context.say("settings/suppression.fix");
      fix.edits = {{comment_with_line_end(context.report.source, suppression.range), ""}};
      finding.fixes.push_back(std::move(fix));
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace nianbao::rules
