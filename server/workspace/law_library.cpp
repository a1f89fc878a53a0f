// The user's law library: exact wordings beside our summaries, and what could not be read.
#include "workspace/law_library.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "lsp/writer.h"
#include "standard/law_library.h"
#include "text/numeral.h"
#include "text/uri.h"
#include "workspace/impl.h"

namespace nianbao::workspace {
namespace {

constexpr std::string_view rule_id = "settings/law-text";

std::string_view message_of(standard::LawTextProblem::Kind kind) {
  using Kind = standard::LawTextProblem::Kind;
  switch (kind) {
    case Kind::no_articles:
      return "settings/law-text";
    case Kind::order:
      return "settings/law-text.order";
    case Kind::item_order:
      return "settings/law-text.item";
    case Kind::empty:
      return "settings/law-text.empty";
  }
  return "settings/law-text";
}

}  // namespace

std::string describe(const rules::Context& context, const standard::LawTextProblem& problem) {
  return context.say(message_of(problem.kind), {{"expected", text::chinese_numeral(problem.expected)},
                                                {"found", text::chinese_numeral(problem.found)}});
}

/// Relative ones start where their setting stands: in the first folder of the workspace, or beside the settings file.
std::vector<std::string> Server::Impl::law_folders() {
  std::vector<std::string> paths;
  const auto add = [&](const std::string& folder, std::string_view base_uri) {
    const bool drive = folder.size() > 1 && folder[1] == ':';
    std::string path = folder;
    if (!folder.starts_with('/') && !folder.starts_with('\\') && !drive) {
      // The folder of the reports themselves holds no laws.
      const auto base = text::path_of_uri(base_uri);
      if (!base || folder.find_first_not_of("./") == std::string::npos) return;
      path = *base + "/" + (folder.starts_with("./") ? folder.substr(2) : folder);
    }
    if (std::ranges::find(paths, path) == paths.end()) paths.push_back(std::move(path));
  };
  for (const std::string& folder : client_law_folders_) add(folder, folders_.empty() ? "" : folders_.front());
  // As they are saved: what is still being typed names no folder.
  const standard::Standard* loaded = standard();
  for (const std::string& root : folders_) {
    if (options_.files == nullptr || loaded == nullptr) break;
    for (const std::string& uri : settings_uris(root + "/.")) {
      const auto text = options_.files->read(uri);
      if (!text) continue;
      for (const std::string& folder : read_settings_file(text::Text(*text), rule_options_, *loaded).law_folders) {
        add(folder, uri.substr(0, uri.rfind('/')));
      }
      break;
    }
  }
  return paths;
}

void Server::Impl::load_law_library(const std::vector<std::string>& folders) {
  if (!options_.law_files || (law_library_read_ && folders == law_folders_)) return;
  law_library_read_ = true;
  law_folders_ = folders;
  // The labels of a copy refer to the original, which therefore stays.
  if (plain_standard_ == nullptr) plain_standard_ = options_.standard;
  auto filled = std::make_shared<standard::Standard>(*plain_standard_);
  const report::Report nothing;
  const rules::Context context{nothing, *plain_standard_, rule_options_, nullptr};
  std::vector<standard::LawText> texts;
  auto gone = published_laws_;
  for (const LawFile& file : options_.law_files(folders)) {
    gone.erase(file.uri);
    standard::LawTextReading reading = standard::read_law_text(file.name, file.text);
    publish_law_problems(context, file.uri, reading.problems);
    texts.push_back(std::move(reading.text));
  }
  standard::add_law_texts(*filled, std::move(texts));
  for (const auto& [uri, shown] : gone) publish_law_problems(context, uri, {});
  options_.standard = std::move(filled);
  for (auto& [key, document] : documents_.all()) document.read_again();
}

void Server::Impl::publish_law_problems(const rules::Context& context, const std::string& uri,
                                        const std::vector<standard::LawTextProblem>& problems) {
  const auto setting = rule_options_.severities.find(rule_id);
  const bool off = setting != rule_options_.severities.end() && setting->second == standard::Severity::off;
  lsp::PublishDiagnosticsParams params;
  params.uri = uri;
  for (const standard::LawTextProblem& problem : problems) {
    if (off) break;
    lsp::Diagnostic diagnostic;
    const std::uint32_t line = problem.line > 0 ? problem.line - 1 : 0;
    diagnostic.range = {{line, 0}, {line + 1, 0}};
    diagnostic.severity = lsp::DiagnosticSeverity::warning;
    diagnostic.code = rule_id;
    diagnostic.source = "nianbao";
    diagnostic.message = describe(context, problem);
    params.diagnostics.push_back(std::move(diagnostic));
  }
  std::string& shown = published_laws_[uri];
  const std::string now = std::to_string(params.diagnostics.size());
  if (params.diagnostics.empty() && shown.empty()) return;
  shown = params.diagnostics.empty() ? "" : now;
  dispatcher_.notify("textDocument/publishDiagnostics", json_of(params));
}

}  // namespace nianbao::workspace
