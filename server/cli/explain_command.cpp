// nianbao explain: articles, rows and columns, rules, as text, Markdown or JSON.
#include <algorithm>
#include <sstream>

#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/plain_text.h"
#include "features/pages.h"

namespace nianbao::cli {
namespace {

constexpr std::ptrdiff_t lines_of_a_screen = 24;

std::string markdown_of(const Explanation& explanation, const CommandContext& context) {
  std::string text = explanation.lead.empty() ? std::string() : "**" + explanation.lead + "**\n\n";
  if (!explanation.rows.empty()) {
    std::string rows;
    for (const std::string& row : explanation.rows) {
      rows += (rows.empty() ? "" : context.speaker.say("hover.join")) + row;
    }
    text += context.speaker.say("cli.explain.part-rows", {{"rows", rows}}) + "\n\n";
  }
  if (!explanation.missing.empty()) {
    text += "**" + context.speaker.say("cli.explain.no-such", {{"place", explanation.missing}}) + "**\n\n";
  }
  text += features::page_text(explanation.page, context.standard, context.options.rules).value_or("");
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

}  // namespace

int run_explain(const CommandContext& context) {
  std::ostringstream out;
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
      out << (context.options.format == Format::markdown ? markdown : plain_text(markdown, context.style));
      first = false;
    }
  }
  if (context.options.format == Format::json) out << dump({{"version", 1}, {"results", results}});
  const std::string text = out.str();
  const bool paged = context.environment.page && context.options.format == Format::text &&
                     std::ranges::count(text, '\n') > lines_of_a_screen && context.environment.page(text);
  if (!paged) context.environment.out << text << std::flush;
  return code;
}

}  // namespace nianbao::cli
