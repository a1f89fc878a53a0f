// Open documents: their text, edits, and what was derived from them.
// Must not know JSON, LSP's structs or diagnostics as published.
#include "workspace/documents.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/report.h"
#include "text/uri.h"

namespace nianbao::workspace {
namespace {

/// The contract of the command line: a report is known by its first 4 KB.
constexpr text::Offset head_bytes = 4096;

std::string name_of(std::string_view uri) {
  std::string decoded = text::percent_decode(uri);
  const std::size_t slash = decoded.find_last_of("/\\");
  return slash == std::string::npos ? decoded : decoded.substr(slash + 1);
}

std::string spliced(std::string_view before, text::ByteRange range, std::string_view with) {
  std::string after;
  after.reserve(before.size() - range.size() + with.size());
  after += before.substr(0, range.begin);
  after += with;
  after += before.substr(range.end);
  return after;
}

}  // namespace

Document::Document(OpenedDocument opened)
    : uri_(std::move(opened.uri)),
      name_(name_of(uri_)),
      language_id_(std::move(opened.language_id)),
      version_(opened.version),
      text_(std::move(opened.text)) {}

void Document::apply(std::int32_t version, const std::vector<TextChange>& changes, text::Encoding encoding) {
  for (const TextChange& change : changes) {
    if (!change.range) {
      lost_ = false;
      text::Text after(change.text);
      const syntax::Edit edit = syntax::difference(text_, after);
      replace(std::move(after), edit);
      continue;
    }
    if (lost_) continue;
    const text::Offset begin = text::offset_at(text_, change.range->start, encoding);
    const text::Offset end = std::max(begin, text::offset_at(text_, change.range->end, encoding));
    text::Text after(spliced(text_.bytes(), {begin, end}, change.text));
    replace(std::move(after), {begin, end, begin + static_cast<text::Offset>(change.text.size())});
  }
  version_ = version;
}

void Document::replace(text::Text after, const syntax::Edit& edit) {
  if (snapshot_ && snapshot_->tree != nullptr) edited_ = *snapshot_->tree;
  if (!edited_.empty()) edited_.edit(edit, text_, after);
  snapshot_.reset();
  known_ = false;
  text_ = std::move(after);
}

void Document::lose() {
  lost_ = true;
  known_ = false;
  snapshot_.reset();
  edited_ = {};
}

bool Document::is_web_page() const {
  const std::string_view name = name_;
  return language_id_ == "html" || name.ends_with(".html") || name.ends_with(".htm");
}

bool Document::is_report() {
  if (report_) return true;
  static constexpr std::array<std::string_view, 6> prose = {"markdown", "plaintext", "text", "txt", "html", ""};
  if (language_id_ == "nianbao") {
    report_ = true;
  } else if (std::ranges::find(prose, language_id_) != prose.end()) {
    report_ = report::looks_like_report(name_, text_.slice({0, head_bytes}));
  }
  return report_;
}

const features::Snapshot* Document::snapshot(syntax::Parser& parser, const standard::Standard& standard,
                                             const rules::Options& options, bool with_findings,
                                             const rules::Relatives& relatives) {
  if (lost_ || is_too_large() || !is_report()) return nullptr;
  if (!snapshot_) {
    std::shared_ptr<const syntax::Tree> tree;
    if (!is_web_page()) {
      tree = std::make_shared<const syntax::Tree>(parser.parse(text_, edited_.empty() ? nullptr : &edited_));
    }
    snapshot_ = features::read_snapshot(version_, text_, std::move(tree), standard, &reading_memory_,
                                        edited_.empty() ? nullptr : &edited_);
    edited_ = {};
  }
  snapshot_->version = version_;
  if (with_findings && snapshot_->findings == nullptr) {
    snapshot_->findings = std::make_shared<const std::vector<rules::Finding>>(
        rules::check(*snapshot_->report, standard, options, relatives, &rule_memory_));
  }
  return &*snapshot_;
}

void Document::forget_findings() {
  if (snapshot_) snapshot_->findings.reset();
}

void Document::read_again() {
  if (snapshot_ && snapshot_->tree != nullptr) edited_ = *snapshot_->tree;
  snapshot_.reset();
  reading_memory_ = {};
  rule_memory_ = {};
  known_ = false;
}

Document& Documents::open(OpenedDocument opened) {
  std::string key = text::uri_key(opened.uri);
  return documents_.insert_or_assign(std::move(key), Document(std::move(opened))).first->second;
}

Document* Documents::find(std::string_view uri) {
  return find_key(text::uri_key(uri));
}

Document* Documents::find_key(std::string_view key) {
  const auto found = documents_.find(key);
  return found != documents_.end() ? &found->second : nullptr;
}

void Documents::close(std::string_view uri) {
  documents_.erase(text::uri_key(uri));
}

}  // namespace nianbao::workspace
