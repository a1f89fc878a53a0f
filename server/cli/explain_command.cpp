// nianbao explain: articles, rows and columns, rules, as text, Markdown or JSON.
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/plain_text.h"
#include "features/pages.h"

namespace nianbao::cli {
namespace {

std::string markdown_of(const Explanation& explanation, const CommandContext& context) {
  std::string text = explanation.lead.empty() ? std::string() : "**" + explanation.lead + "**\n\n";
  text += features::page_text(explanation.page, context.standard, context.options.rules).value_or("");
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

}  // namespace

int run_explain(const CommandContext& context) {
  std::ostream& out = context.environment.out;
  int code = exit_ok;
  Json results = Json::array();
  bool first = true;
  for (const auto& query : context.options.paths) {
    const auto found = explain(query, context.standard);
    if (found.empty()) {
      context.environment.err << context.speaker.say("cli.explain.unknown", {{"query", query}}) << "\n";
      code = exit_usage;
    }
    for (const auto& explanation : found) {
      if (context.options.format == Format::json) {
        results.push_back(explanation.facts);
        continue;
      }
      const std::string markdown = markdown_of(explanation, context);
      if (!first) out << (context.options.format == Format::markdown ? "\n---\n\n" : "\n");
      out << (context.options.format == Format::markdown ? markdown : plain_text(markdown));
      first = false;
    }
  }
  if (context.options.format == Format::json) out << dump({{"version", 1}, {"results", results}});
  out.flush();
  return code;
}

}  // namespace nianbao::cli
