// prose/punctuation: brackets and quotation marks without a partner, titles inside titles.
// Must not know which marks are pairs: that is data. Half-width brackets belong to prose_half_width.cpp.
#include <map>

#include "rules/layout_common.h"
#include "rules/wording_rules.h"
#include "text/character_set.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/punctuation";

class Brackets {
 public:
  Brackets(const Context& context, const Wording& wording, Sink& sink)
      : context_(context), wording_(wording), sink_(sink) {
    for (const std::string& entry : words_of(context, rule_id, "pairs")) {
      const std::u32string pair = code_points(entry);
      if (pair.size() != 2) continue;
      for (const char32_t c : pair) pairs_.insert(c);
      closing_[pair[0]] = pair[1];
      opening_[pair[1]] = pair[0];
    }
  }

  void check(const Stretch& stretch) {
    open_.clear();
    waiting_.clear();
    for (const std::size_t at : wording_.marks(stretch.begin, stretch.end)) {
      const char32_t c = as_full(wording_.value(at));
      if (!pairs_.contains(c) || wording_.characters()[at].literal) continue;
      if (closing_.contains(c)) {
        open_.push_back(at);
        ++waiting_[c];
      } else if (opening_.contains(c)) {
        close(stretch, at, c);
      }
    }
    for (const std::size_t at : open_) lone(at);
  }

 private:
  /// A half-width bracket is a partner as well; that it is half-width is said elsewhere.
  static char32_t as_full(char32_t c) { return c == '(' ? U'（' : c == ')' ? U'）' : c; }

  void close(const Stretch& stretch, std::size_t at, char32_t mark) {
    const char32_t wanted = opening_.at(mark);
    if (waiting_[wanted] == 0) {
      if (!is_item_mark(stretch, at)) lone(at);
      return;
    }
    // What was opened inside and not closed has lost its partner.
    while (!open_.empty()) {
      const std::size_t place = open_.back();
      const char32_t found = as_full(wording_.value(place));
      open_.pop_back();
      --waiting_[found];
      if (found == wanted) return;
      lone(place);
    }
  }

  /// 1）, 一） and a） number the items of a list; ’ after a letter is an apostrophe.
  [[nodiscard]] bool is_item_mark(const Stretch& stretch, std::size_t at) const {
    const char32_t before = at > stretch.begin ? wording_.value(at - 1) : 0;
    if (wording_.value(at) == U'’') return is_ascii_letter(before);
    if (as_full(wording_.value(at)) != U'）') return false;
    return is_ascii_digit(before) || is_ascii_letter(before) || is_han_numeral(before) ||
           (before >= U'①' && before <= U'⑳');
  }

  void lone(std::size_t at) {
    const char32_t c = wording_.value(at);
    const char32_t full = as_full(c);
    const bool opens = closing_.contains(full);
    const char32_t partner = opens ? closing_.at(full) : opening_.at(full);
    const std::u32string written(1, c);
    const std::u32string wanted(1, partner);
    sink_.add(wording_finding(
        rule_id, wording_.range(at, at + 1),
        context_.say("prose/punctuation.lone", {{"mark", utf8_of(written)}, {"partner", utf8_of(wanted)}})));
  }

  const Context& context_;
  const Wording& wording_;
  Sink& sink_;
  text::CharacterSet pairs_;  ///< all that follow
  std::map<char32_t, char32_t> closing_;
  std::map<char32_t, char32_t> opening_;
  std::vector<std::size_t> open_;             ///< places of marks that wait for their partner
  std::map<char32_t, std::int32_t> waiting_;  ///< how many of each kind: keeps a walk linear
};

/// A pair inside 《》 that should be 〈〉: <…> or 《…》.
struct Inner {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Titles may hold one more level; deeper ones take 《》 again and are left alone.
std::vector<Inner> inner_titles(const Wording& wording, const Stretch& stretch) {
  std::vector<Inner> found;
  std::vector<std::size_t> open;
  for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
    if (wording.characters()[at].literal) continue;
    const char32_t c = wording.value(at);
    if (c == U'《' || (c == '<' && !open.empty())) {
      open.push_back(at);
    } else if ((c == U'》' || c == '>') && !open.empty()) {
      const bool half = c == '>';
      if ((wording.value(open.back()) == '<') != half) continue;
      const std::size_t begin = open.back();
      open.pop_back();
      if (open.size() == 1 && at > begin + 1) found.push_back({begin, at});
    }
  }
  // An outer title that is never closed proves nothing.
  if (!open.empty()) found.clear();
  return found;
}

}  // namespace

void check_brackets(const Context& context, const Wording& wording, Sink& sink) {
  Brackets brackets(context, wording, sink);
  for (const Stretch& stretch : wording.stretches()) {
    brackets.check(stretch);
    for (const Inner& inner : inner_titles(wording, stretch)) {
      const std::string open = wording.text(inner.begin, inner.begin + 1);
      const std::string close = wording.text(inner.end, inner.end + 1);
      Finding finding =
          wording_finding(rule_id, wording.range(inner.begin, inner.end + 1),
                          context.say("prose/punctuation.inner-title", {{"open", open}, {"close", close}}));
      Fix fix;
      fix.title = context.say("prose/punctuation.fix-inner-title");
      fix.edits = {{wording.range(inner.begin, inner.begin + 1), "〈"},
                   {wording.range(inner.end, inner.end + 1), "〉"}};
      fix.preferred = true;
      finding.fixes.push_back(std::move(fix));
      sink.add(std::move(finding));
    }
  }
}

}  // namespace nianbao::rules
