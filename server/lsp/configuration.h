// Settings, folders, watched files and commands: the workspace/ methods that are about no single document.
// Must not know any setting or command.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace nianbao::lsp {

struct WorkspaceFolder {
  std::string uri;
  std::string name;
};

/// workspace/didChangeConfiguration. Clients that want to be asked send null.
struct DidChangeConfigurationParams {
  RawJson settings;
};

struct ConfigurationItem {
  std::string scope_uri;
  std::string section;
};

/// workspace/configuration, sent by the server. The answer is a list in the same order.
struct ConfigurationParams {
  std::vector<ConfigurationItem> items;
};

struct DidChangeWorkspaceFoldersParams {
  std::vector<WorkspaceFolder> added;
  std::vector<WorkspaceFolder> removed;
};

enum class FileChangeType : std::uint8_t { created = 1, changed = 2, deleted = 3 };

struct FileEvent {
  std::string uri;
  FileChangeType type = FileChangeType::changed;
};

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes;
};

struct ExecuteCommandParams {
  std::string command;
  std::vector<RawJson> arguments;
};

/// client/registerCapability.
struct Registration {
  std::string id;
  std::string method;
  RawJson register_options;
};

struct RegistrationParams {
  std::vector<Registration> registrations;
};

/// workspace/textDocumentContent (3.18) and methods of our own with the same shape.
struct TextDocumentContentParams {
  std::string uri;
};

struct TextDocumentContentResult {
  std::string text;
};

bool read(const Value& value, WorkspaceFolder& out);
bool read(const Value& value, DidChangeConfigurationParams& out);
bool read(const Value& value, DidChangeWorkspaceFoldersParams& out);
bool read(const Value& value, DidChangeWatchedFilesParams& out);
bool read(const Value& value, ExecuteCommandParams& out);
bool read(const Value& value, TextDocumentContentParams& out);

[[nodiscard]] Json json_of(const ConfigurationParams& params);
[[nodiscard]] Json json_of(const RegistrationParams& params);
[[nodiscard]] Json json_of(const TextDocumentContentResult& result);

}  // namespace nianbao::lsp
