#include "cli/understand.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <sstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "cli/files.h"
#include "cli/text_output.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

using Problem = tl::unexpected<std::string>;
constexpr std::uint32_t most_jobs = 256;

class Reader {
 public:
  Reader(const CommandSpec& command, const RawOptions& raw, const Speaker& speaker)
      : command_(command), raw_(raw), speaker_(speaker) {}

  tl::expected<Options, std::string> read() {
    for (const auto* specs : {&command_.options, &common_options()}) {
      for (const auto& spec : *specs) {
        if (spec.text != nullptr && spec.value.find('|') != std::string_view::npos) check_word(spec);
      }
    }
    read_words();
    read_jobs();
    read_settings();
    if (command_.takes_paths && !command_.paths_optional && raw_.paths.empty() && problem_.empty()) {
      problem_ = speaker_.say(nothing_named());
    }
    if (!problem_.empty()) return Problem(problem_);
    return options_;
  }

 private:
  /// What is missing where a command was given no arguments.
  [[nodiscard]] std::string_view nothing_named() const {
    switch (command_.command) {
      case Command::explain:
        return "cli.usage.no-words";
      case Command::law:
        return "cli.usage.no-action";
      case Command::completion:
        return "cli.usage.no-shell";
      default:
        return "cli.usage.no-paths";
    }
  }

  void check_word(const OptionSpec& spec) {
    const std::string& written = raw_.*spec.text;
    const auto allowed = allowed_values(spec.value);
    if (written.empty() || std::find(allowed.begin(), allowed.end(), written) != allowed.end()) return;
    complain("cli.usage.bad-value", std::string(spec.name), written, enumerate(allowed, speaker_));
  }

  void complain(std::string_view id, const std::string& option, const std::string& value, const std::string& allowed) {
    if (!problem_.empty()) return;
    problem_ = speaker_.say(id, {{"option", option}, {"value", value}, {"allowed", allowed}});
  }

  void read_words() {
    options_.paths = raw_.paths;
    options_.quiet = raw_.quiet;
    options_.diff = raw_.diff;
    options_.all = raw_.all;
    options_.output = raw_.output;
    options_.check = raw_.check;
    options_.organ = raw_.organ;
    options_.level = raw_.level;
    options_.year = raw_.year;
    options_.from = raw_.from;
    options_.rules.locale = speaker_.locale();
    if (raw_.format == "json") options_.format = Format::json;
    if (raw_.format == "markdown") options_.format = Format::markdown;
    if (raw_.format == "sarif") options_.format = Format::sarif;
    if (raw_.format == "github") options_.format = Format::github;
    if (raw_.fail_on == "never") {
      options_.fail_on.reset();
    } else if (const auto severity = standard::severity_of(raw_.fail_on)) {
      options_.fail_on = severity;
    }
    if (const auto severity = standard::severity_of(raw_.min_severity)) options_.min_severity = *severity;
  }

  void read_jobs() {
    options_.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, most_jobs);
    if (raw_.jobs.empty()) return;
    std::uint32_t jobs = 0;
    const char* end = raw_.jobs.data() + raw_.jobs.size();
    const auto [stop, error] = std::from_chars(raw_.jobs.data(), end, jobs);
    if (error != std::errc() || stop != end || jobs == 0 || jobs > most_jobs) {
      complain("cli.usage.bad-jobs", "--jobs", raw_.jobs, std::to_string(most_jobs));
      return;
    }
    options_.jobs = jobs;
  }

  /// Whether the file can be read at all; mistakes inside it are findings (settings_finder.h).
  void read_settings() {
    if (raw_.config.empty() || !problem_.empty()) return;
    std::istringstream nothing;
    const Source source{raw_.config};
    const auto bytes = read_source(source, nothing);
    if (!bytes) {
      problem_ = show_read_failure(source, bytes.error(), speaker_);
      while (problem_.ends_with('\n')) problem_.pop_back();
      return;
    }
    const auto decoded = text::decode(*bytes);
    const auto json = decoded ? nlohmann::json::parse(decoded->utf8, nullptr, false, true) : nlohmann::json();
    if (!json.is_object()) {
      problem_ = speaker_.say("cli.config.not-json", {{"path", raw_.config}});
      return;
    }
    options_.config = raw_.config;
  }

  const CommandSpec& command_;
  const RawOptions& raw_;
  const Speaker& speaker_;
  Options options_;
  std::string problem_;
};

}  // namespace

tl::expected<Options, std::string> understand(const CommandSpec& command, const RawOptions& raw,
                                              const Speaker& speaker) {
  return Reader(command, raw, speaker).read();
}

}  // namespace nianbao::cli
