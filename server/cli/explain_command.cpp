// nianbao explain: articles, rows and columns, rules, as text, Markdown or JSON.
#include <algorithm>
#include <sstream>

#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/plain_text.h"
#include "features/law_page.h"
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

/// The official text of a law whose page a link leads to, where it is known.
std::string official_page(std::string_view uri, const standard::Standard& standard) {
  for (const standard::Law& law : standard.laws) {
    if (!law.url.empty() && uri == features::law_page_uri(law)) return law.url;
  }
  return {};
}

/// A definition `解释` is one that no source gives: （解释） where there are no marks for code.
std::string with_words_for_marks(std::string markdown, const Speaker& speaker) {
  for (const char* id : {"hover.mark.interpretation", "hover.mark.recalled"}) {
    const std::string word = speaker.say(id);
    const std::string shown = speaker.english() ? " (" + word + ")" : "（" + word + "）";
    for (const std::string& mark : {" `" + word + "`", "`" + word + "`"}) {
      for (std::size_t at = markdown.find(mark); at != std::string::npos; at = markdown.find(mark, at + shown.size())) {
        markdown.replace(at, mark.size(), shown);
      }
    }
  }
  return markdown;
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
      if (context.options.format == Format::markdown) {
        out << with_outward_links(markdown, [&](std::string_view uri) { return official_page(uri, context.standard); });
      } else {
        out << plain_text(with_words_for_marks(markdown, context.speaker), context.style);
      }
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
