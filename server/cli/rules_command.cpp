// nianbao rules: the catalogue.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/text_output.h"
#include "rules/rules.h"
#include "text/width.h"

namespace nianbao::cli {
namespace {

std::string title_of(const standard::RuleSpec& rule, const Speaker& speaker) {
  return speaker.english() && !rule.title_en.empty() ? rule.title_en : rule.title;
}

/// The catalogue names more rules than this version checks; listing those would promise too much.
std::vector<standard::RuleSpec> checked_rules(const CommandContext& context) {
  std::vector<standard::RuleSpec> checked;
  std::copy_if(context.standard.rules.begin(), context.standard.rules.end(), std::back_inserter(checked),
               [](const standard::RuleSpec& rule) { return rules::is_checked(rule.id); });
  return checked;
}

std::string as_text(const CommandContext& context) {
  std::uint32_t id_width = 0;
  std::uint32_t word_width = 0;
  for (const auto& rule : checked_rules(context)) {
    id_width = std::max(id_width, text::display_width(rule.id));
    word_width = std::max(word_width, text::display_width(severity_word(rule.severity, context.speaker)));
  }
  std::string text;
  for (const auto& rule : checked_rules(context)) {
    text += text::pad_to_width(rule.id, id_width + 2) +
            text::pad_to_width(severity_word(rule.severity, context.speaker), word_width + 2) +
            title_of(rule, context.speaker) + (rule.fixable ? context.speaker.say("cli.rules.fixable") : "") + "\n";
  }
  return text;
}

std::string as_markdown(const CommandContext& context) {
  std::string text = context.speaker.say("cli.rules.table-head") + "\n|---|---|---|---|\n";
  for (const auto& rule : checked_rules(context)) {
    text += "| `" + rule.id + "` | " + severity_word(rule.severity, context.speaker) + " | " +
            title_of(rule, context.speaker) + " | " + (rule.fixable ? "✓" : "") + " |\n";
  }
  return text;
}

std::string as_json(const CommandContext& context) {
  Json rules = Json::array();
  for (const auto& rule : checked_rules(context)) {
    rules.push_back({{"id", rule.id},
                     {"severity", standard::name_of(rule.severity)},
                     {"fixable", rule.fixable},
                     {"title", rule.title},
                     {"titleEn", rule.title_en}});
  }
  return dump({{"version", 1}, {"tool", tool_json()}, {"rules", rules}});
}

}  // namespace

int run_rules(const CommandContext& context) {
  switch (context.options.format) {
    case Format::text:
    case Format::sarif:
    case Format::github:
      context.environment.out << as_text(context);
      break;
    case Format::markdown:
      context.environment.out << as_markdown(context);
      break;
    case Format::json:
      context.environment.out << as_json(context);
      break;
  }
  context.environment.out.flush();
  return exit_ok;
}

}  // namespace nianbao::cli
