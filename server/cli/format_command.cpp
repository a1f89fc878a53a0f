// nianbao format: tables in columns; no value and no word is changed.
#include <memory>

#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/files.h"
#include "cli/line_ends.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/text_output.h"
#include "features/formatting.h"
#include "features/snapshot.h"
#include "features/view.h"
#include "syntax/tree.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

class FormatFiles {
 public:
  explicit FormatFiles(const CommandContext& context) : context_(context) {}

  int run() {
    const Search search = find_sources(context_.options.paths);
    context_.environment.err << show_unread(search, context_.speaker);
    failed_ = !search.unread.empty();
    for (const Source& source : search.sources) handle(source);
    finish(search);
    return failed_ ? exit_usage : context_.options.check && changed_ > 0 ? exit_findings : exit_ok;
  }

 private:
  void handle(const Source& source) {
    const auto document = load_document(source, context_.environment.in);
    if (!document) {
      failed_ = true;
      context_.environment.err << show_read_failure(source, document.error(), context_.speaker);
      return;
    }
    const std::string formatted = format(*document);
    const bool same = formatted == document->text.bytes();
    if (!same) ++changed_;
    std::ostream& out = context_.environment.out;
    if (context_.options.diff) {
      out << unified_diff(source.path, document->text.bytes(), formatted);
    } else if (context_.options.check) {
      if (!same && !context_.options.quiet)
        out << context_.speaker.say("cli.format.would", {{"path", source.path}}) << "\n";
    } else if (source.path == "-") {
      out << text::encode(formatted, document->encoding);
    } else if (!same) {
      write(source, text::encode(formatted, document->encoding));
    }
  }

  /// Web pages are left alone: how their source is laid out is nobody's concern.
  [[nodiscard]] std::string format(const Document& document) const {
    std::string bytes(document.text.bytes());
    if (is_web_page(document.path)) return bytes;
    auto tree = std::make_shared<const syntax::Tree>(syntax::parse(document.text));
    const auto snapshot = features::read_snapshot(0, document.text, std::move(tree), context_.standard);
    auto edits = features::format(features::View{snapshot, context_.standard, context_.options.rules});
    adopt_line_ends(bytes, edits);
    return rules::apply(bytes, edits);
  }

  void write(const Source& source, const std::string& bytes) {
    const WriteFailure failure = replace_file(source.path, bytes);
    if (failure != WriteFailure::none) {
      failed_ = true;
      context_.environment.err << show_write_failure(context_, source.path, failure);
    } else if (!context_.options.quiet) {
      context_.environment.out << context_.speaker.say("cli.format.done", {{"path", source.path}}) << "\n";
    }
  }

  void finish(const Search& search) const {
    const bool text_on_output = search.sources.size() == 1 && search.sources.front().path == "-";
    if (!context_.options.quiet && !context_.options.diff && !text_on_output && changed_ == 0 && !failed_) {
      context_.environment.out << context_.speaker.say("cli.format.nothing") << "\n";
    }
    context_.environment.out.flush();
  }

  const CommandContext& context_;
  std::size_t changed_ = 0;
  bool failed_ = false;
};

}  // namespace

int run_format(const CommandContext& context) {
  return FormatFiles(context).run();
}

}  // namespace nianbao::cli
