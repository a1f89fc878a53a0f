// What every method is made of: positions, ranges, documents, edits (LSP 3.17, "Basic JSON Structures").
// Must not know byte offsets: workspace/ converts. URIs are the client's own spelling and are sent back as they came.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/reader.h"

namespace nianbao::lsp {

/// Zero-based; the unit of `character` was negotiated (ClientFlags::encoding).
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

struct Range {
  Position start;
  Position end;
  friend constexpr auto operator<=>(const Range&, const Range&) = default;
};

struct Location {
  std::string uri;
  Range range;
};

struct TextEdit {
  Range range;
  std::string new_text;
};

struct Command {
  std::string title;
  std::string command;
  std::vector<RawJson> arguments;
};

struct MarkupContent {
  bool markdown = true;  ///< else plain text
  std::string value;
};

struct TextDocumentIdentifier {
  std::string uri;
};

struct VersionedTextDocumentIdentifier {
  std::string uri;
  std::int32_t version = 0;
};

struct TextDocumentPositionParams {
  TextDocumentIdentifier text_document;
  Position position;
};

/// Parameters of methods that need none; anything is let pass.
struct NoParams {};

bool read(const Value& value, Position& out);
bool read(const Value& value, Range& out);
bool read(const Value& value, Location& out);
bool read(const Value& value, TextEdit& out);
bool read(const Value& value, Command& out);
bool read(const Value& value, TextDocumentIdentifier& out);
bool read(const Value& value, VersionedTextDocumentIdentifier& out);
bool read(const Value& value, TextDocumentPositionParams& out);
bool read(const Value& value, NoParams& out);

[[nodiscard]] Json json_of(const Position& position);
[[nodiscard]] Json json_of(const Range& range);
[[nodiscard]] Json json_of(const Location& location);
[[nodiscard]] Json json_of(const TextEdit& edit);
[[nodiscard]] Json json_of(const Command& command);
[[nodiscard]] Json json_of(const MarkupContent& content);

/// The look-up key of `textDocument.uri`, whatever else the parameters hold; empty when there is none. Two messages
/// with the same key are about the same document (Dispatcher::set_subject).
[[nodiscard]] std::string document_key(const Json& params);

}  // namespace nianbao::lsp
