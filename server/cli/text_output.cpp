#include "cli/text_output.h"

#include <algorithm>

#include "cli/quote.h"
#include "text/numeral.h"
#include "text/position.h"

namespace nianbao::cli {
namespace {

using standard::Severity;

Colour colour_of(Severity severity) {
  if (severity == Severity::error) return Colour::red;
  return severity == Severity::warning ? Colour::yellow : Colour::cyan;
}

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string counts(const Totals& totals, const Speaker& speaker) {
  return speaker.say("cli.counts", {{"errors", number(totals.errors)},
                                    {"warnings", number(totals.warnings)},
                                    {"information", number(totals.information)}});
}

/// ；可自动改正 1 处（nianbao fix），另 1 处须先核对台账
std::string fixable(const Totals& totals, const Speaker& speaker) {
  std::string text;
  if (totals.preferred_fixes > 0) text += speaker.say("cli.fixable", {{"count", number(totals.preferred_fixes)}});
  if (totals.inferred_fixes > 0) {
    text += speaker.say(text.empty() ? "cli.fixable-register" : "cli.fixable-register-too",
                        {{"count", number(totals.inferred_fixes)}});
  }
  return text;
}

/// ；另有 3 处低于 --min-severity，未列出；待填 6 处: what a reader of the counts alone would not know of.
std::string besides(const Totals& totals, const Speaker& speaker) {
  std::string text;
  const auto add = [&](std::string_view id, std::int64_t count) {
    if (count > 0) text += speaker.say(id, {{"count", number(count)}});
  };
  add("cli.summary.beside", totals.beside);
  add("cli.summary.hidden", totals.hidden);
  add("cli.summary.gaps", totals.gaps);
  return text;
}

std::string read_and_balanced(const Totals& totals, const Speaker& speaker) {
  std::string text = speaker.say("cli.cells-read", {{"count", number(totals.cells)}});
  if (totals.relations > 0) {
    text +=
        speaker.say("cli.relations", {{"holding", number(totals.holding)}, {"relations", number(totals.relations)}});
  }
  return text;
}

bool all_parts_there(const report::Report& report, const standard::Form& form) {
  return std::all_of(form.sections.begin(), form.sections.end(), [&](const standard::SectionSpec& section) {
    return !section.optional && report.part(section.id) != nullptr;
  });
}

/// 六, or 6 in English.
std::string part_count(const standard::Form& form, const Speaker& speaker) {
  const auto count = static_cast<std::int32_t>(form.sections.size());
  return speaker.english() ? number(count) : text::chinese_numeral(count);
}

std::string show_clean(const CheckedFile& file, const Totals& totals, const standard::Standard& standard,
                       const Speaker& speaker) {
  std::string text = speaker.say("cli.clean.file", {{"path", file.document.path}});
  if (file.report.form) {
    const auto& form = standard.form(*file.report.form);
    text += speaker.say("cli.clean.form", {{"form", form.name}});
    if (!form.sections.empty() && all_parts_there(file.report, form)) {
      text += speaker.say("cli.clean.parts", {{"parts", part_count(form, speaker)}});
    }
  } else {
    text += speaker.say("cli.clean.no-form");
  }
  text += read_and_balanced(totals, speaker);
  text += speaker.say(totals.hidden == 0 ? "cli.clean.end" : "cli.clean.end-shown", {{"rules", number(totals.rules)}});
  return text + besides(totals, speaker);
}

/// （2023年报告.md:40:12） behind what lies in another file, （40:12） behind what lies on another line; cells of a
/// table are told by their row and column.
std::string elsewhere(const rules::Finding& finding, const rules::Related& related, const text::Text& source,
                      std::uint32_t line, const Speaker& speaker) {
  const bool here = related.document.empty();
  if (here && (related.range.empty() || !finding.cells.empty())) return {};
  const text::Position at = here ? text::position_at(source, related.range.begin, text::Encoding::utf16)
                                 : related.place.begin(text::Encoding::utf16);
  if (here && at.line == line) return {};
  const std::string place =
      (here ? "" : related.document + ":") + std::to_string(at.line + 1) + ":" + std::to_string(at.column + 1);
  return speaker.english() ? " (" + place + ")" : "（" + place + "）";
}

}  // namespace

std::string severity_word(Severity severity, const Speaker& speaker) {
  return speaker.say("cli.severity." + std::string(standard::name_of(severity)));
}

std::string enumerate(const std::vector<std::string>& items, const Speaker& speaker) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : speaker.say("cli.list-mark")) + item;
  return text;
}

std::string show_finding(const CheckedFile& file, const rules::Finding& finding, const Speaker& speaker,
                         const Style& style) {
  const text::Text& source = file.report.source;
  const auto position = text::position_at(source, finding.range.begin, text::Encoding::utf16);
  const std::string line = std::to_string(position.line + 1);
  const std::string margin(line.size(), ' ');
  const std::string bar = style.paint(Colour::blue, "|");
  const Colour colour = colour_of(finding.severity);

  std::string text = style.paint(colour, severity_word(finding.severity, speaker) + "[" + finding.rule + "]");
  text += " " + finding.message + "\n";
  text += margin + style.paint(Colour::blue, "-->") + " " + file.document.path + ":" + line + ":" +
          std::to_string(position.column + 1) + "\n";
  const Quote quoted = quote(source, finding.range);
  text += margin + " " + bar + "\n";
  text += style.paint(Colour::blue, line) + " " + bar + (quoted.line.empty() ? "" : " ") + quoted.line + "\n";
  text +=
      margin + " " + bar + " " + std::string(quoted.before, ' ') + style.paint(colour, std::string(quoted.width, '^'));
  if (!finding.fixes.empty()) text += " " + style.paint(colour, finding.fixes.front().title);
  text += "\n";
  const std::string note = margin + " " + style.paint(Colour::blue, "=") + " ";
  for (const auto& related : finding.related) {
    text += note + related.message + elsewhere(finding, related, source, position.line, speaker) + "\n";
  }
  if (finding.severity == Severity::error)
    text += note + speaker.say("cli.explain-hint", {{"rule", finding.rule}}) + "\n";
  return text;
}

std::string show_summary(const CheckedFile& file, const Totals& totals, const standard::Standard& standard,
                         const Speaker& speaker, const Style& style) {
  if (file.findings.empty() && totals.beside == 0) {
    // A tick says that a report is all right; of a text that is none, nothing is known, and a draft is not done.
    const bool is_done = file.report.form && totals.gaps == 0 && !totals.failed;
    const std::string tick = is_done ? style.paint(Colour::green, "✓") + " " : "";
    return tick + show_clean(file, totals, standard, speaker) + "\n";
  }
  return speaker.say("cli.summary.file", {{"path", file.document.path}, {"counts", counts(totals, speaker)}}) +
         read_and_balanced(totals, speaker) + fixable(totals, speaker) + besides(totals, speaker) + "\n";
}

std::string show_folder_summary(const Totals& totals, const Speaker& speaker, const Style& style) {
  const std::int64_t clean = totals.files - totals.files_with_errors - totals.files_with_warnings -
                             totals.files_with_information - totals.files_with_hidden;
  // Warnings do not take the tick away, unless they are hidden and would make the run fail.
  const bool is_done =
      totals.errors == 0 && totals.unreadable == 0 && totals.gaps == 0 && !(totals.failed && totals.hidden > 0);
  std::string text = is_done ? style.paint(Colour::green, "✓") + " " : "";
  text += speaker.say("cli.summary.folder", {{"files", number(totals.files)}});
  std::vector<std::string> groups = {speaker.say("cli.summary.clean", {{"count", number(clean)}})};
  const auto add = [&](std::string_view id, std::int64_t count) {
    if (count > 0) groups.push_back(speaker.say(id, {{"count", number(count)}}));
  };
  add("cli.summary.with-errors", totals.files_with_errors);
  add("cli.summary.with-warnings", totals.files_with_warnings);
  add("cli.summary.with-information", totals.files_with_information);
  add("cli.summary.with-hidden", totals.files_with_hidden);
  add("cli.summary.unreadable", totals.unreadable);
  for (std::size_t i = 0; i < groups.size(); ++i) text += (i == 0 ? "" : speaker.say("cli.comma")) + groups[i];
  if (totals.errors + totals.warnings + totals.information > 0) {
    text += speaker.say("cli.semicolon") + counts(totals, speaker) + fixable(totals, speaker);
  }
  return text + besides(totals, speaker) + "\n";
}

std::string show_read_failure(const Source& source, ReadFailure failure, const Speaker& speaker) {
  static constexpr std::string_view reasons[] = {"missing", "folder",           "no-permission", "empty",
                                                 "binary",  "unknown-encoding", "too-large",     "io"};
  const std::string path = source.path == "-" ? speaker.say("cli.standard-input") : source.path;
  const std::string reason = speaker.say("cli.unreadable." + std::string(reasons[static_cast<std::size_t>(failure)]));
  std::string text = speaker.say("cli.unreadable", {{"path", path}, {"reason", reason}}) + "\n";
  if (failure != ReadFailure::missing) return text;
  const auto beside = files_beside(source.path);
  if (beside.empty()) return text;
  const std::string folder = to_utf8(to_path(source.path).parent_path());
  const std::string names = enumerate(beside, speaker);
  return text +
         (folder.empty() ? speaker.say("cli.files-here", {{"names", names}})
                         : speaker.say("cli.files-there", {{"folder", folder}, {"names", names}})) +
         "\n";
}

std::string show_unread(const Search& search, const Speaker& speaker) {
  std::string text;
  for (const Unread& unread : search.unread) text += show_read_failure(unread.source, unread.failure, speaker);
  return text;
}

}  // namespace nianbao::cli
