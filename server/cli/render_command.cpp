// nianbao render: a report as a web page that can be published, printed or opened in a word processor.
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/text_output.h"
#include "features/gaps.h"
#include "features/render_html.h"
#include "rules/rules.h"
#include "syntax/tree.h"

namespace nianbao::cli {
namespace {

/// Values of a row that has lost a column may stand under the wrong heads: the page cannot show that.
bool has_short_rows(const report::Report& report, const CommandContext& context) {
  return std::ranges::any_of(rules::check(report, context.standard, context.options.rules),
                             [](const rules::Finding& finding) { return finding.rule == "table/column-missing"; });
}

}  // namespace

int run_render(const CommandContext& context) {
  if (context.options.paths.size() != 1) {
    context.environment.err << context.speaker.say("cli.usage.one-path") << "\n";
    return exit_usage;
  }
  const Source source{context.options.paths.front()};
  if (!page_may_be_written(context, source.path)) return exit_usage;
  const auto document = load_document(source, context.environment.in);
  if (!document) {
    context.environment.err << show_read_failure(source, document.error(), context.speaker);
    return exit_usage;
  }
  const std::uint32_t gaps = features::count_gaps(document->text.bytes());
  if (gaps > 0 && !context.options.quiet) {
    context.environment.err << context.speaker.say("cli.render.gaps",
                                                   {{"path", source.path}, {"count", std::to_string(gaps)}})
                            << "\n";
  }
  std::shared_ptr<const syntax::Tree> tree;
  if (!is_web_page(document->path)) tree = std::make_shared<const syntax::Tree>(syntax::parse(document->text));
  const auto snapshot = features::read_snapshot(0, document->text, std::move(tree), context.standard);
  if (has_short_rows(*snapshot.report, context) && !context.options.quiet) {
    context.environment.err << context.speaker.say("cli.render.short-rows", {{"path", source.path}}) << "\n";
  }
  return write_output(context,
                      features::html_page(features::render_html(snapshot, context.standard, {}), context.standard));
}

}  // namespace nianbao::cli
