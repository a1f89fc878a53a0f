// prose/punctuation: half-width marks between Chinese characters. One finding per paragraph, one for a text that is
// written so throughout. Must not know which marks: the pairs are data. Addresses, numbers and times keep theirs.
#include <algorithm>
#include <map>

#include "rules/layout_common.h"
#include "rules/word_finder.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/punctuation";
/// More paragraphs than this have one cause: how the text was typed or converted.
constexpr std::size_t many_paragraphs = 8;
constexpr std::size_t longest_note_mark = 100;  // bytes of [^x]

bool is_chinese(char32_t c) {
  constexpr std::u32string_view marks = U"，。；：？！、（）《》“”‘’〔〕【】「」『』〈〉…—";
  return is_han(c) || marks.find(c) != std::u32string_view::npos;
}

/// [^1]: at a line's beginning defines a footnote in Markdown, [1]: a link: that colon is none of the sentence's.
bool defines_note(const text::Text& source, text::ByteRange colon) {
  const std::string_view before = source.bytes().substr(0, colon.begin);
  if (source.slice(colon) != ":" || !before.ends_with("]")) return false;
  const std::string_view near = before.substr(before.size() - std::min(before.size(), longest_note_mark));
  const std::size_t line = near.find_last_of("\r\n");
  if (line == std::string_view::npos && near.size() < before.size()) return false;
  const std::string_view mark = near.substr(line + 1);  // npos + 1 is 0
  const std::size_t open = mark.find_first_not_of(' ');
  return mark[open] == '[' && mark.find(']') + 1 == mark.size();
}

class HalfWidth {
 public:
  HalfWidth(const Context& context, const Wording& wording) : source_(context.report.source), wording_(wording) {
    for (const std::string& entry : words_of(context, rule_id, "half_to_full")) {
      const Replacement pair = replacement_of(entry);
      if (pair.from.size() == 1 && pair.to.size() == 1) full_[static_cast<unsigned char>(pair.from[0])] = pair.to[0];
    }
  }

  /// Edits of a paragraph, by place.
  [[nodiscard]] std::vector<TextEdit> edits(const Stretch& stretch) {
    std::vector<std::size_t> places;
    std::vector<std::size_t> open;  // brackets that wait for their partner
    for (const std::size_t at : wording_.marks(stretch.begin, stretch.end)) {
      const char32_t c = wording_.value(at);
      if (wording_.characters()[at].literal) continue;
      if (c == '(' || c == U'（') open.push_back(at);
      if (c == ')' || c == U'）') close_bracket(stretch, at, open, places);
      if (c < 0x80 && c != '(' && c != ')' && full_.contains(c) && stands_in_chinese(stretch, at) &&
          !defines_note(source_, wording_.range(at, at + 1))) {
        places.push_back(at);
      }
    }
    std::sort(places.begin(), places.end());
    std::vector<TextEdit> edits;
    edits.reserve(places.size());
    for (const std::size_t at : places) {
      edits.push_back({range_with_space(stretch, at), full_mark(stretch, at)});
    }
    return edits;
  }

 private:
  /// Beside the same mark in full width nothing: 2件,， has one too many. Beside a full stop, too: 2件。,.
  [[nodiscard]] std::string full_mark(const Stretch& stretch, std::size_t at) const {
    const char32_t c = wording_.value(at);
    const std::string& full = full_.at(c);
    if (c == '(' || c == ')') return full;
    const char32_t mark = code_points(full).front();
    const bool there = left(stretch, at) == mark || right(stretch, at) == mark || left(stretch, at) == U'。';
    return there ? std::string() : full;
  }

  [[nodiscard]] char32_t left(const Stretch& stretch, std::size_t at) const {
    return at > stretch.begin ? wording_.value(at - 1) : 0;
  }
  [[nodiscard]] char32_t right(const Stretch& stretch, std::size_t at) const {
    return at + 1 < stretch.end ? wording_.value(at + 1) : 0;
  }

  /// One side is Chinese, and the other one is Chinese or a number, a word, a closing bracket or the paragraph's end.
  [[nodiscard]] bool stands_in_chinese(const Stretch& stretch, std::size_t at) const {
    const char32_t before = left(stretch, at);
    const char32_t behind = right(stretch, at);
    if (before == 0) return false;
    if (is_ascii_digit(before) && is_ascii_digit(behind)) return false;
    if (wording_.value(at) == ',' && parts_values(stretch, at)) return false;
    // An address that follows keeps its colon away from nothing: 网址:http://… is Chinese before the mark.
    return is_chinese(before) || (is_chinese(behind) && behind != U'…');
  }

  /// 行政处罚,12,0: a table whose cells are parted by commas.
  [[nodiscard]] bool parts_values(const Stretch& stretch, std::size_t at) const {
    std::size_t end = at + 1;
    while (end < stretch.end && is_ascii_digit(wording_.value(end))) ++end;
    return end > at + 1 && end < stretch.end && wording_.value(end) == ',';
  }

  /// Both brackets become full-width where what they hold, or both sides around them, is Chinese.
  void close_bracket(const Stretch& stretch, std::size_t at, std::vector<std::size_t>& open,
                     std::vector<std::size_t>& places) const {
    if (open.empty()) return;
    const std::size_t begin = open.back();
    open.pop_back();
    const bool half_open = wording_.value(begin) == '(';
    const bool half_close = wording_.value(at) == ')';
    if (!half_open && !half_close) return;
    const bool inside = is_chinese(right(stretch, begin)) || is_chinese(left(stretch, at));
    const bool around = is_chinese(left(stretch, begin)) && (is_chinese(right(stretch, at)) || at + 1 == stretch.end);
    const bool mixed = half_open != half_close;
    if (!inside && !around && !mixed) return;
    if (half_open) places.push_back(begin);
    if (half_close) places.push_back(at);
  }

  /// A full-width mark needs no space behind it: 领导, 并 becomes 领导，并.
  [[nodiscard]] text::ByteRange range_with_space(const Stretch& stretch, std::size_t at) const {
    text::ByteRange range = wording_.range(at, at + 1);
    const char32_t c = wording_.value(at);
    if (at + 1 >= stretch.end || c == '(' || c == ')') return range;
    const text::Offset next = wording_.characters()[at + 1].begin;
    if (next == range.end + 1 && is_han(wording_.value(at + 1))) range.end = next;
    return range;
  }

  const text::Text& source_;
  const Wording& wording_;
  std::map<char32_t, std::string> full_;
};

Fix fix_of(const Context& context, std::string_view title, std::vector<TextEdit> edits) {
  Fix fix;
  fix.title = context.say(title, {{"count", std::to_string(edits.size())}});
  fix.edits = std::move(edits);
  return fix;
}

}  // namespace

void note_half_width(const Context& context, const Wording& wording, std::vector<HalfWidthMarks>& notes) {
  HalfWidth half_width(context, wording);
  for (const Stretch& stretch : wording.stretches()) {
    std::vector<TextEdit> edits = half_width.edits(stretch);
    if (!edits.empty()) notes.push_back({std::move(edits)});
  }
}

void conclude_half_width(const Context& context, const std::vector<HalfWidthMarks>& notes, Sink& sink) {
  std::vector<TextEdit> all;
  for (const HalfWidthMarks& paragraph : notes) {
    all.insert(all.end(), paragraph.edits.begin(), paragraph.edits.end());
  }
  const auto place = [&](const TextEdit& edit) { return text::ByteRange{edit.range.begin, edit.range.begin + 1}; };
  if (notes.size() > many_paragraphs) {
    Finding finding = wording_finding(
        rule_id, place(all.front()),
        context.say("prose/punctuation.half-everywhere",
                    {{"count", std::to_string(all.size())}, {"paragraphs", std::to_string(notes.size())}}));
    for (std::size_t i = 1; i < notes.size(); ++i) {
      finding.related.push_back(
          {place(notes[i].edits.front()),
           context.say("prose/punctuation.half-related", {{"count", std::to_string(notes[i].edits.size())}})});
    }
    finding.fixes = {fix_of(context, "prose/punctuation.fix-all", std::move(all))};
    finding.fixes.front().preferred = true;
    sink.add(std::move(finding));
    return;
  }
  const bool several = notes.size() > 1;
  for (const auto& [edits] : notes) {
    Finding finding = wording_finding(rule_id, place(edits.front()),
                                      context.say("prose/punctuation.half", {{"count", std::to_string(edits.size())}}));
    finding.fixes.push_back(fix_of(context, "prose/punctuation.fix", edits));
    finding.fixes.front().preferred = true;
    if (several) finding.fixes.push_back(fix_of(context, "prose/punctuation.fix-all", all));
    sink.add(std::move(finding));
  }
}

}  // namespace nianbao::rules
