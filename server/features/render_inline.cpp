#include "features/render_inline.h"

#include <array>
#include <optional>
#include <string_view>

namespace nianbao::features {
namespace {

constexpr std::size_t longest_link = 2000;

struct Link {
  std::string_view text;
  std::string_view target;
  std::size_t length = 0;  ///< of all of it
};

/// [text](target) at the beginning of `bytes`.
std::optional<Link> link_at(std::string_view bytes) {
  bytes = bytes.substr(0, longest_link);
  const std::size_t middle = bytes.find("](");
  if (bytes.empty() || bytes.front() != '[' || middle == std::string_view::npos) return std::nullopt;
  const std::size_t end = bytes.find(')', middle);
  if (end == std::string_view::npos || bytes.find('[', 1) < middle) return std::nullopt;
  return Link{bytes.substr(1, middle - 1), bytes.substr(middle + 2, end - middle - 2), end + 1};
}

bool is_harmless(std::string_view target) {
  constexpr std::array<std::string_view, 3> schemes{"http://", "https://", "mailto:"};
  for (const std::string_view scheme : schemes) {
    if (target.starts_with(scheme)) return true;
  }
  return false;
}

class Writer {
 public:
  Writer(const text::Text& text, text::ByteRange range, std::vector<Mark> marks)
      : bytes_(text.bytes()), range_(range), at_(range.begin), marks_(std::move(marks)) {}

  std::string write() {
    while (at_ < range_.end) {
      if (!take_link() && !take_emphasis()) take_text();
    }
    close_mark();
    if (bold_) out_ += "</b>";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return bytes_.substr(at_, range_.end - at_); }

  bool take_link() {
    const bool picture = rest().starts_with("![");
    if (!picture && !rest().starts_with("[")) return false;
    const auto link = link_at(rest().substr(picture ? 1 : 0));
    if (!link) return false;
    const std::size_t length = link->length + (picture ? 1 : 0);
    if (picture) {
      literal("［" + std::string(link->text) + "］", length);
      return true;
    }
    if (!is_harmless(link->target)) return false;
    close_mark();
    out_ += "<a href=\"" + escaped(link->target) + "\">" + escaped(link->text) + "</a>";
    at_ += static_cast<text::Offset>(length);
    return true;
  }

  bool take_emphasis() {
    if (!rest().starts_with("**")) return false;
    if (!bold_ && rest().find("**", 2) == std::string_view::npos) return false;
    close_mark();
    out_ += bold_ ? "</b>" : "<b>";
    bold_ = !bold_;
    at_ += 2;
    return true;
  }

  /// Up to the next place where something may begin or end; at least one byte.
  void take_text() {
    if (next_ < marks_.size() && marks_[next_].range.begin <= at_) open_mark();
    const std::size_t special = rest().substr(1).find_first_of("*[!");
    text::Offset end = special == std::string_view::npos ? range_.end : at_ + 1 + static_cast<text::Offset>(special);
    if (next_ < marks_.size() && marks_[next_].range.begin > at_) end = std::min(end, marks_[next_].range.begin);
    if (open_until_ > at_) end = std::min(end, open_until_);
    literal(bytes_.substr(at_, end - at_), end - at_);
    if (open_until_ != 0 && at_ >= open_until_) close_mark();
  }

  void literal(std::string_view text, std::size_t length) {
    out_ += escaped(text);
    at_ += static_cast<text::Offset>(length);
  }

  void open_mark() {
    close_mark();
    std::vector<Mark> here;
    text::Offset end = at_ + 1;
    while (next_ < marks_.size() && marks_[next_].range.begin <= at_) {
      end = std::max(end, marks_[next_].range.end);
      here.push_back(marks_[next_++]);
    }
    std::sort(here.begin(), here.end(), [](const Mark& a, const Mark& b) { return a.severity < b.severity; });
    out_ += "<span" + attributes("", here) + ">";
    open_until_ = std::min(end, range_.end);
    // An empty place has no width; the character behind it shows it. Never cut inside a character.
    while (open_until_ < range_.end && (static_cast<unsigned char>(bytes_[open_until_]) & 0xC0U) == 0x80U) {
      ++open_until_;
    }
  }

  void close_mark() {
    if (open_until_ == 0) return;
    out_ += "</span>";
    open_until_ = 0;
  }

  std::string_view bytes_;
  text::ByteRange range_;
  text::Offset at_;
  std::vector<Mark> marks_;
  std::size_t next_ = 0;
  text::Offset open_until_ = 0;  ///< 0: no mark is open
  bool bold_ = false;
  std::string out_;
};

}  // namespace

std::string inline_html(const text::Text& text, text::ByteRange range, Places& places) {
  if (places.source(range) != range) return Writer(text, range, {}).write();
  return Writer(text, range, places.claim_inside(range)).write();
}

}  // namespace nianbao::features
