// Findings that the report itself asks to leave out: <!-- nianbao-ignore rule-id: 理由 -->
// Must not know what the suppressed rules say.
#include "rules/suppressions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nianbao::rules {
namespace {

constexpr std::string_view suppression_rule = "settings/suppression";

/// The comment with its line end, where it stands alone on its line.
text::ByteRange comment_with_line_end(const text::Text& source, text::ByteRange comment) {
  const text::ByteRange line = source.full_line(source.line_of(comment.begin));
  const std::string_view before = source.slice({line.begin, comment.begin});
  const std::string_view behind = source.slice({comment.end, line.end});
  const bool alone = before.find_first_not_of(" \t") == std::string_view::npos &&
                     behind.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return alone ? line : comment;
}

std::string joined(const Context& context, const std::vector<std::string>& names, std::string_view mark) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : std::string(mark)) + name;
  return text.empty() ? context.say("settings/suppression.nothing") : text;
}

Finding remark_on(const Context& context, const report::Suppression& suppression, std::string_view message,
                  const std::vector<std::string>& names) {
  Finding finding;
  finding.rule = suppression_rule;
  finding.range = suppression.range;
  const std::string_view mark = context.options.locale == Locale::zh ? "、" : ", ";
  finding.message = context.say(message, {{"rules", joined(context, names, mark)}});
  return finding;
}

bool exists(const Context& context, std::string_view pattern) {
  if (pattern == "*" || context.standard.rule(pattern) != nullptr) return true;
  return pattern.ends_with("/*") &&
         std::any_of(context.standard.rules.begin(), context.standard.rules.end(),
                     [&](const standard::RuleSpec& rule) { return names_rule(pattern, rule.id); });
}

/// Switched off, or not checked by this version: that nothing is found proves nothing.
bool may_be_found(const Context& context, std::string_view pattern) {
  return std::any_of(context.standard.rules.begin(), context.standard.rules.end(), [&](const standard::RuleSpec& rule) {
    return names_rule(pattern, rule.id) && is_checked(rule.id) &&
           configured(context.options, rule.id).value_or(rule.severity) != standard::Severity::off;
  });
}

/// Findings by place, so that a comment looks at those of its block only.
class ByPlace {
 public:
  explicit ByPlace(const std::vector<Finding>& findings) : findings_(findings), removed_(findings.size(), false) {
    for (std::size_t i = 0; i < findings.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(findings[a].range.begin, a) < std::pair(findings[b].range.begin, b);
    });
  }

  /// Removes what the pattern covers; true where there was something.
  bool remove(text::ByteRange block, std::string_view pattern) {
    if (block.empty()) return false;
    bool any = false;
    auto at = std::lower_bound(order_.begin(), order_.end(), block.begin,
                               [&](std::size_t i, text::Offset begin) { return findings_[i].range.begin < begin; });
    for (; at != order_.end() && findings_[*at].range.begin <= block.end; ++at) {
      if (removed_[*at] || !names_rule(pattern, findings_[*at].rule)) continue;
      removed_[*at] = true;
      any = true;
    }
    return any;
  }
  [[nodiscard]] bool removed(std::size_t index) const { return removed_[index]; }

 private:
  const std::vector<Finding>& findings_;
  std::vector<std::size_t> order_;
  std::vector<bool> removed_;
};

/// The comment gone, or without the names that do nothing.
Fix without(const Context& context, const report::Suppression& suppression, const std::vector<std::string>& kept) {
  Fix fix;
  fix.title = context.say(kept.empty() ? "settings/suppression.fix" : "settings/suppression.fix-names");
  if (kept.empty()) {
    fix.edits = {{comment_with_line_end(context.report.source, suppression.range), ""}};
  } else {
    const std::string reason = suppression.reason.empty() ? "" : ": " + suppression.reason;
    fix.edits = {{suppression.range, "<!-- nianbao-ignore " + joined(context, kept, " ") + reason + " -->"}};
  }
  return fix;
}

void look_at(const Context& context, const report::Suppression& suppression, ByPlace& places,
             std::vector<Finding>& remarks) {
  std::vector<std::string> kept;
  std::vector<std::string> unknown;
  std::vector<std::string> unused;
  for (const std::string& pattern : suppression.rules) {
    if (!exists(context, pattern)) {
      unknown.push_back(pattern);
    } else if (places.remove(suppression.block, pattern) || !may_be_found(context, pattern)) {
      kept.push_back(pattern);
    } else {
      unused.push_back(pattern);
    }
  }
  const auto add = [&](std::string_view message, const std::vector<std::string>& names, bool fixable) {
    remarks.push_back(remark_on(context, suppression, message, names));
    if (fixable) remarks.back().fixes.push_back(without(context, suppression, kept));
  };
  if (!unknown.empty()) {
    add("settings/suppression.unknown", unknown, true);
  } else if (!unused.empty() || suppression.rules.empty()) {
    add("settings/suppression.unused", unused, true);
  } else if (suppression.reason.empty()) {
    add("settings/suppression.no-reason", suppression.rules, false);
  }
}

}  // namespace

bool names_rule(std::string_view pattern, std::string_view rule) {
  if (pattern == rule || pattern == "*") return true;
  return pattern.size() >= 2 && pattern.substr(pattern.size() - 2) == "/*" &&
         rule.substr(0, pattern.size() - 1) == pattern.substr(0, pattern.size() - 1);
}

void apply_suppressions(const Context& context, std::vector<Finding>& findings) {
  if (context.report.suppressions.empty()) return;
  ByPlace places(findings);
  std::vector<Finding> remarks;
  for (const report::Suppression& suppression : context.report.suppressions) {
    look_at(context, suppression, places, remarks);
  }
  std::vector<Finding> left;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!places.removed(i)) left.push_back(std::move(findings[i]));
  }
  left.insert(left.end(), std::make_move_iterator(remarks.begin()), std::make_move_iterator(remarks.end()));
  findings = std::move(left);
}

}  // namespace nianbao::rules
