// nianbao dump: the stages on the way from a text to its findings, for tests and for people who report a fault.
#include "cli/citations_json.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/json_output.h"
#include "cli/pipeline.h"
#include "cli/text_output.h"
#include "syntax/tree.h"

namespace nianbao::cli {

int run_dump(const CommandContext& context, DumpStage stage) {
  std::ostream& out = context.environment.out;
  int code = exit_ok;
  for (const auto& path : context.options.paths) {
    const Source source{path};
    const auto document = load_document(source, context.environment.in);
    if (!document) {
      context.environment.err << show_read_failure(source, document.error(), context.speaker);
      code = exit_usage;
      continue;
    }
    switch (stage) {
      case DumpStage::tables:
        out << dump(tables_json(build_report(*document, context.standard), context.standard));
        break;
      case DumpStage::report:
        out << dump(report_json(*document, build_report(*document, context.standard), context.standard));
        break;
      case DumpStage::citations:
        out << dump(citations_json(build_report(*document, context.standard), context.standard));
        break;
      case DumpStage::tree:
        out << syntax::parse(document->text).to_string() << "\n";
        break;
    }
  }
  out.flush();
  return code;
}

}  // namespace nianbao::cli
