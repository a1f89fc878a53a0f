// Open documents: their text, edits, and what was derived from them, made when it is first asked for.
// Must not know JSON, LSP's structs or diagnostics as published; positions come in as text::Position.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/snapshot.h"
#include "report/memory.h"
#include "rules/memory.h"
#include "standard/standard.h"
#include "syntax/tree.h"
#include "text/position.h"
#include "text/text.h"

namespace nianbao::workspace {

/// Larger documents are kept but not read: a report has some ten kilobytes.
inline constexpr std::size_t max_document_bytes = std::size_t{8} * 1024 * 1024;

/// From here on reading a text and judging it are slices of their own, so that up to 100 KB each stays below 5 ms.
inline constexpr std::size_t long_document_bytes = std::size_t{32} * 1024;

/// What a client says of a document when it opens it.
struct OpenedDocument {
  std::string uri;
  std::string language_id;
  std::int32_t version = 0;
  std::string text;
};

/// One entry of contentChanges; without a range the text replaces everything.
struct TextChange {
  struct Range {
    text::Position start;
    text::Position end;
  };
  std::optional<Range> range;
  std::string text;
};

class Document {
 public:
  explicit Document(OpenedDocument opened);

  [[nodiscard]] const std::string& uri() const { return uri_; }    ///< as the client spelled it when opening
  [[nodiscard]] const std::string& name() const { return name_; }  ///< last part of the path, for people
  [[nodiscard]] std::int32_t version() const { return version_; }
  [[nodiscard]] const text::Text& text() const { return text_; }
  /// The text is not what the client has: an edit could not be read. Only a whole text mends it.
  [[nodiscard]] bool is_lost() const { return lost_; }
  [[nodiscard]] bool is_too_large() const { return text_.size() > max_document_bytes; }

  void apply(std::int32_t version, const std::vector<TextChange>& changes, text::Encoding encoding);
  void lose();

  /// Documents of our language always; Markdown, text and HTML as soon as they look like a report, then for good.
  [[nodiscard]] bool is_report();

  /// The report of the current text, with findings if asked for. Null for what is no report, lost or too large.
  [[nodiscard]] const features::Snapshot* snapshot(syntax::Parser& parser, const standard::Standard& standard,
                                                   const rules::Options& options, bool with_findings,
                                                   const rules::Relatives& relatives = {});
  /// It is a long one whose current text nobody asked for so far.
  [[nodiscard]] bool is_long_and_unread() const { return !snapshot_ && text_.size() >= long_document_bytes; }
  /// Settings have changed: findings are to be made anew.
  void forget_findings();
  /// The standard is another one: what was read by the old one goes.
  void read_again();
  [[nodiscard]] bool has_findings() const { return snapshot_ && snapshot_->findings != nullptr; }

  /// What others may ask of the current text was told to the index.
  [[nodiscard]] bool is_known() const { return known_; }
  void set_known() { known_ = true; }
  /// ReportIndex::stamp_of the relatives that the findings were made with.
  [[nodiscard]] std::uint64_t relatives_stamp() const { return relatives_stamp_; }
  void set_relatives_stamp(std::uint64_t stamp) { relatives_stamp_ = stamp; }

 private:
  void replace(text::Text after, const syntax::Edit& edit);
  [[nodiscard]] bool is_web_page() const;

  std::string uri_;
  std::string name_;  ///< last part of the path, decoded
  std::string language_id_;
  std::int32_t version_ = 0;
  text::Text text_;
  syntax::Tree edited_;  ///< last tree with the edits since then marked; empty: parse from scratch
  std::optional<features::Snapshot> snapshot_;
  report::Memory reading_memory_;
  rules::Memory rule_memory_;
  bool report_ = false;
  bool lost_ = false;
  bool known_ = false;
  std::uint64_t relatives_stamp_ = 0;
};

/// By text::uri_key, so that two spellings of a URI are one document.
class Documents {
 public:
  /// A document that is open already is replaced.
  Document& open(OpenedDocument opened);
  [[nodiscard]] Document* find(std::string_view uri);
  [[nodiscard]] Document* find_key(std::string_view key);
  void close(std::string_view uri);
  [[nodiscard]] std::map<std::string, Document, std::less<>>& all() { return documents_; }

 private:
  std::map<std::string, Document, std::less<>> documents_;
};

}  // namespace nianbao::workspace
