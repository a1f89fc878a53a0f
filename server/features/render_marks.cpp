#include "features/render_marks.h"

#include <algorithm>

#include <fmt/format.h>

namespace nianbao::features {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
  }
  return out;
}

Places::Places(const Snapshot& snapshot, const report::WebPage* page, const RenderOptions& options)
    : snapshot_(snapshot), page_(page), options_(options) {
  if (!options.marks || snapshot.findings == nullptr) return;
  const std::vector<rules::Finding>& findings = *snapshot.findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    marks_.push_back({findings[i].range, findings[i].severity, findings[i].message, i});
  }
  std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.finding < b.finding;
  });
  taken_.resize(marks_.size());
}

text::ByteRange Places::source(text::ByteRange range) const {
  return page_ == nullptr ? range : page_->source(range);
}

std::string Places::anchor(text::ByteRange range) const {
  if (!options_.anchors) return {};
  const text::ByteRange at = source(range);
  std::string out = fmt::format(" data-line=\"{}\" data-offset=\"{}\"", snapshot_.text.line_of(at.begin) + 1, at.begin);
  if (options_.more_anchors) out += options_.more_anchors(at);
  return out;
}

std::vector<Mark> Places::claim_inside(text::ByteRange range) {
  std::vector<Mark> claimed;
  const text::ByteRange at = source(range);
  const text::Offset end = std::max(at.end, at.begin + 1);
  auto mark = std::lower_bound(marks_.begin(), marks_.end(), at.begin,
                               [](const Mark& one, text::Offset begin) { return one.range.begin < begin; });
  for (; mark != marks_.end() && mark->range.begin < end; ++mark) {
    const auto index = static_cast<std::size_t>(mark - marks_.begin());
    if (taken_[index]) continue;
    taken_[index] = true;
    claimed.push_back(*mark);
  }
  return claimed;
}

std::vector<Mark> Places::claim(text::ByteRange range) {
  std::vector<Mark> claimed = claim_inside(range);
  std::sort(claimed.begin(), claimed.end(), [](const Mark& a, const Mark& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.finding < b.finding;
  });
  return claimed;
}

std::string attributes(std::string_view classes, const std::vector<Mark>& marks) {
  std::string all(classes);
  if (!marks.empty()) {
    if (!all.empty()) all += ' ';
    all += standard::name_of(marks.front().severity);
  }
  std::string out = all.empty() ? std::string() : " class=\"" + all + "\"";
  if (marks.empty()) return out;
  std::string title;
  std::string indexes;
  for (const Mark& mark : marks) {
    title += (title.empty() ? "" : "； ") + std::string(mark.message);
    indexes += (indexes.empty() ? "" : " ") + std::to_string(mark.finding);
  }
  out += " title=\"" + escaped(title) + "\" data-finding=\"" + indexes + "\"";
  if (marks.front().severity == standard::Severity::error) out += " aria-invalid=\"true\"";
  return out;
}

}  // namespace nianbao::features
