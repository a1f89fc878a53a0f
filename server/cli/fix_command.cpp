// nianbao fix: applies the fixes that need no person, again and again until nothing is left to apply.
#include <algorithm>

#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/files.h"
#include "cli/line_ends.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/settings_finder.h"
#include "cli/text_output.h"

namespace nianbao::cli {
namespace {

/// A fix may make room for another one; more rounds than this mean that two fixes undo each other.
constexpr int most_rounds = 8;

struct FixedText {
  std::string text;
  std::size_t findings = 0;  ///< that were put right: what `check` counts
  std::size_t edits = 0;
  std::size_t left_to_person = 0;  ///< findings whose first fix has to be compared with the register
};

/// Findings that a batch may put right: with a preferred fix, as `check` counts them, or (on request) with one fix
/// only.
std::size_t count_fixable(const std::vector<rules::Finding>& findings, bool inferred_too) {
  const auto applies = [](const rules::Fix& fix) { return !fix.asks && !fix.edits.empty(); };
  return static_cast<std::size_t>(std::ranges::count_if(findings, [&](const rules::Finding& finding) {
    if (std::ranges::any_of(finding.fixes, [](const rules::Fix& fix) { return fix.preferred; })) return true;
    return inferred_too && std::ranges::count_if(finding.fixes, applies) == 1;
  }));
}

class Fix {
 public:
  explicit Fix(const CommandContext& context)
      : context_(context), settings_(context.options.rules, context.standard, context.options.config) {}

  int run() {
    const Search search = find_sources(context_.options.paths);
    context_.environment.err << show_unread(search, context_.speaker);
    failed_ = !search.unread.empty();
    for (const auto& source : search.sources) handle(source);
    finish(search);
    return failed_ ? exit_usage : exit_ok;
  }

 private:
  void handle(const Source& source) {
    const auto document = load_document(source, context_.environment.in);
    if (!document) {
      failed_ = true;
      context_.environment.err << show_read_failure(source, document.error(), context_.speaker);
      return;
    }
    const FixedText fixed = fix(*document);
    if (context_.options.diff) {
      context_.environment.out << unified_diff(source.path, document->text.bytes(), fixed.text);
      if (fixed.edits > 0) count(fixed);
    } else if (source.path == "-") {
      context_.environment.out << text::encode(fixed.text, document->encoding);
    } else if (fixed.text == document->text.bytes()) {
      left_to_person_ += fixed.left_to_person;
    } else {
      write(source, *document, fixed);
    }
  }

  FixedText fix(const Document& original) {
    const rules::Options options = settings_.options_for(original.path);
    FixedText result{std::string(original.text.bytes()), 0, 0, 0};
    std::size_t at_first = 0;
    for (int round = 0; round < most_rounds; ++round) {
      const CheckedFile file =
          check_document({original.path, original.encoding, text::Text(result.text)}, context_.standard, options);
      auto edits = rules::fix_all(file.findings, context_.options.all);
      const std::size_t fixable = count_fixable(file.findings, context_.options.all);
      if (round == 0) at_first = fixable;
      // Two findings may go with one edit, and one may take several: what is gone is counted.
      if (round > 0) result.findings = at_first > fixable ? at_first - fixable : 1;
      adopt_line_ends(result.text, edits);
      std::string next = rules::apply(result.text, edits);
      if (next == result.text) {
        for (const auto& finding : file.findings) {
          if (!finding.fixes.empty() && finding.fixes.front().inferred) ++result.left_to_person;
        }
        break;
      }
      result.edits += edits.size();
      result.text = std::move(next);
    }
    return result;
  }

  void write(const Source& source, const Document& document, const FixedText& fixed) {
    const WriteFailure failure = replace_file(source.path, text::encode(fixed.text, document.encoding));
    if (failure != WriteFailure::none) {
      failed_ = true;
      context_.environment.err << show_write_failure(context_, source.path, failure);
      return;
    }
    count(fixed);
    if (context_.options.quiet) return;
    context_.environment.out << context_.speaker.say("cli.fixed.file",
                                                     {{"path", source.path}, {"count", std::to_string(fixed.findings)}})
                             << show_edits(fixed.findings, fixed.edits) << "\n";
  }

  void count(const FixedText& fixed) {
    ++changed_files_;
    findings_ += fixed.findings;
    edits_ += fixed.edits;
    left_to_person_ += fixed.left_to_person;
  }

  /// （31 处改动）, where one finding took several.
  [[nodiscard]] std::string show_edits(std::size_t findings, std::size_t edits) const {
    return findings == edits ? std::string()
                             : context_.speaker.say("cli.fixed.edits", {{"count", std::to_string(edits)}});
  }

  void finish(const Search& search) const {
    const bool standard_output_is_text = search.sources.size() == 1 && search.sources.front().path == "-";
    if (context_.options.quiet || context_.options.diff || standard_output_is_text) {
      context_.environment.out.flush();
      return;
    }
    // Where nothing could be done, the reason was said and there is nothing to sum up.
    if (failed_ && edits_ == 0) {
      context_.environment.out.flush();
      return;
    }
    std::string text = edits_ == 0 ? context_.speaker.say("cli.fixed.nothing")
                                   : context_.speaker.say("cli.fixed.all", {{"files", std::to_string(changed_files_)},
                                                                            {"count", std::to_string(findings_)}}) +
                                         show_edits(findings_, edits_);
    if (left_to_person_ > 0) {
      text += context_.speaker.say("cli.fixed.register", {{"count", std::to_string(left_to_person_)}});
    }
    context_.environment.out << text << "\n" << std::flush;
  }

  const CommandContext& context_;
  SettingsFinder settings_;
  std::size_t changed_files_ = 0;
  std::size_t findings_ = 0;
  std::size_t edits_ = 0;
  std::size_t left_to_person_ = 0;
  bool failed_ = false;
};

}  // namespace

int run_fix(const CommandContext& context) {
  return Fix(context).run();
}

}  // namespace nianbao::cli
