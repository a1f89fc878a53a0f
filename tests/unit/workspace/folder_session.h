// Reports in a folder that exists in memory only, and a session in it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "session.h"
#include "workspace/file_provider.h"

namespace nianbao::test {

/// A folder tree in memory; folders are what stands before a slash.
class Tree final : public workspace::FileProvider {
 public:
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, std::string, std::less<>> links;  ///< folder → folder that it shows
  std::set<std::string, std::less<>> locked;
  std::size_t reads = 0;

  std::optional<std::string> read(std::string_view uri) override {
    ++reads;
    const auto found = texts.find(uri);
    return found != texts.end() && !locked.contains(uri) ? std::optional(found->second) : std::nullopt;
  }
  std::optional<workspace::FolderListing> list(std::string_view folder) override {
    std::string real(folder);
    for (const auto& [link, target] : links) {
      if (real.starts_with(link)) real = target + real.substr(link.size());
    }
    if (locked.contains(real)) return std::nullopt;
    workspace::FolderListing listing;
    listing.identity = real;
    std::set<std::string> names;
    for (const auto& [uri, text] : texts) {
      if (!uri.starts_with(real + "/")) continue;
      const std::string rest = uri.substr(real.size() + 1);
      names.insert(rest.substr(0, rest.find('/') + (rest.find('/') == std::string::npos ? 0 : 1)));
    }
    for (const auto& [link, target] : links) {
      if (link.starts_with(real + "/") && link.find('/', real.size() + 1) == std::string::npos)
        names.insert(link.substr(real.size() + 1) + "/");
    }
    for (std::string name : names) {
      const bool is_folder = name.ends_with("/");
      if (is_folder) name.pop_back();
      if (!name.starts_with(".")) listing.entries.push_back({std::string(folder) + "/" + name, is_folder});
    }
    return listing;
  }
};

inline std::string of_year(const std::string& year) {
  std::string text = sample_report();
  for (std::size_t at = text.find("2023"); at != std::string::npos; at = text.find("2023", at + 4))
    text.replace(at, 4, year);
  return text;
}

inline const std::string now_uri = "file:///w/2023.md";
inline const std::string last_uri = "file:///w/2022.md";

struct Workspace {
  std::shared_ptr<Tree> files = std::make_shared<Tree>();
  Session session{files};

  void start(bool pull = false, bool progress = false) {
    session.initialize([&](Json& params) {
      params["workspaceFolders"] = Json::array({Json{{"uri", "file:///w"}, {"name", "w"}}});
      params["capabilities"]["workspace"]["workspaceFolders"] = true;
      if (pull) params["capabilities"]["textDocument"]["diagnostic"] = Json::object();
      if (progress) params["capabilities"]["window"]["workDoneProgress"] = true;
    });
  }
  void open(const std::string& uri, const std::string& text) {
    session.notify("textDocument/didOpen",
                   {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
    session.settle();
  }
  /// Diagnostics of the rule as last published for the document.
  std::vector<Json> shown(const std::string& uri, const std::string& rule) {
    std::vector<Json> found;
    for (const Json& message : session.sent()) {
      if (message.value("method", "") != "textDocument/publishDiagnostics" || message["params"]["uri"] != uri) continue;
      found.clear();
      for (const Json& diagnostic : message["params"]["diagnostics"]) {
        if (diagnostic["code"] == rule) found.push_back(diagnostic);
      }
    }
    return found;
  }
  void tell(const std::string& uri, int type) {
    session.notify("workspace/didChangeWatchedFiles", {{"changes", Json::array({Json{{"uri", uri}, {"type", type}}})}});
    session.settle();
  }
};

}  // namespace nianbao::test
