// layout/debris: what a web page or text recognition left behind, and sentences that a page break cut.
// Must not know words: what pages put around a text is data.
#include <algorithm>

#include "rules/layout_common.h"
#include "rules/table_edit.h"
#include "rules/wording_rules.h"
#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "layout/debris";
constexpr std::size_t longest_chrome = 180;  // bytes; longer lines are prose
constexpr std::size_t fewest_capitals = 10;  // in a row, in Chinese prose: no abbreviation
constexpr std::size_t longest_image_mark = 120;

// --- lines of a page around the text ----------------------------------------------------------------------------

/// Pieces of a line that buttons and links left: 【打印】【关闭】, 上一篇：….
bool is_chrome(const Context& context, std::string_view line) {
  const auto& words = words_of(context, rule_id, "page_chrome");
  const auto& fields = words_of(context, rule_id, "page_fields");
  std::string text = text::normalise_label(line);
  // A field takes the rest of the line.
  for (const std::string& field : fields) {
    if (!text.starts_with(field)) continue;
    const std::string_view behind = std::string_view(text).substr(field.size());
    if (behind.starts_with(":") || behind.starts_with("：")) return text.find("。") == std::string::npos;
  }
  std::string_view rest = text;
  bool any = false;
  while (!rest.empty()) {
    constexpr std::string_view separators[] = {"【", "】", "[",  "]",  "|",  "｜", "(",
                                               ")",  "（", "）", "〖", "〗", ":",  "/"};
    const auto separator = std::find_if(std::begin(separators), std::end(separators),
                                        [&](std::string_view mark) { return rest.starts_with(mark); });
    if (separator != std::end(separators)) {
      rest.remove_prefix(separator->size());
      continue;
    }
    std::size_t longest = 0;
    for (const std::string& word : words) {
      if (rest.starts_with(word)) longest = std::max(longest, word.size());
    }
    if (longest == 0) return false;
    any = true;
    rest.remove_prefix(longest);
  }
  return any;
}

/// From the first part's heading to the last one's: what stands between is the report's own.
text::ByteRange body_of(const report::Report& report) {
  text::ByteRange body;
  for (const report::Heading& heading : report.headings) {
    if (heading.level != 1) continue;
    if (body.empty()) body.begin = heading.line.begin;
    body.end = heading.line.end;
  }
  return body;
}

void report_chrome(const Context& context, std::uint32_t from, std::uint32_t to, Sink& sink) {
  const text::Text& source = context.report.source;
  const text::ByteRange range{trimmed(source, source.line(from)).begin, trimmed(source, source.line(to)).end};
  const std::string text(source.slice(trimmed(source, source.line(from))));
  Finding finding = wording_finding(rule_id, range,
                                    from == to ? context.say("layout/debris", {{"text", text}})
                                               : context.say("layout/debris.many", {{"text", text}}));
  if (!is_web_page(context.report)) {
    Fix fix;
    fix.title = context.say("layout/debris.fix");
    const text::ByteRange last = source.full_line(to);
    text::ByteRange whole{source.line(from).begin, last.end};
    // At the end of the text the blank lines before go as well.
    const bool at_end = trimmed(source, {last.end, source.size()}).empty();
    std::uint32_t line = from;
    while (at_end && line > 0 && trimmed(source, source.line(line - 1)).empty()) --line;
    whole.begin = source.line(line).begin;
    fix.edits = {{whole, ""}};
    finding.fixes.push_back(std::move(fix));
  }
  sink.add(std::move(finding));
}

}  // namespace

void check_chrome(const Context& context, Sink& sink) {
  const text::Text& source = context.report.source;
  const text::ByteRange body = body_of(context.report);
  std::optional<std::uint32_t> begin;
  std::uint32_t end = 0;
  std::uint32_t line = 0;
  for (const report::Paragraph& paragraph : context.report.paragraphs) {
    if (body.covers(paragraph.range)) {
      if (begin) report_chrome(context, *begin, end, sink);
      begin.reset();
      continue;
    }
    line = std::max(line, source.line_of(paragraph.range.begin));
    for (; line < source.line_count() && source.line(line).begin < paragraph.range.end; ++line) {
      const text::ByteRange range = trimmed(source, source.line(line));
      if (range.empty()) continue;
      const bool chrome =
          range.size() <= longest_chrome && !body.contains(range.begin) && is_chrome(context, source.slice(range));
      if (chrome) {
        if (!begin) begin = line;
        end = line;
      } else if (begin) {
        report_chrome(context, *begin, end, sink);
        begin.reset();
      }
    }
  }
  if (begin) report_chrome(context, *begin, end, sink);
}

// --- pictures and recognition -----------------------------------------------------------------------------------

namespace {

/// Index behind a mark such as [image: a.jpg] or a run of capitals at `at`; `at` where there is none.
std::size_t garbage_end(const Context& context, const Wording& wording, const Unit& unit, std::size_t at) {
  const auto& characters = wording.characters();
  if (characters[at].value == '[') {
    const std::size_t most = std::min(unit.end, at + longest_image_mark);
    std::size_t close = at;
    while (close < most && characters[close].value != ']') ++close;
    const bool link = close < most && wording.value(close + 1) == '(';
    const std::string text = wording.text(at, std::min(close + 1, most));
    const auto& marks = words_of(context, rule_id, "image_marks");
    const bool image =
        std::any_of(marks.begin(), marks.end(), [&](const std::string& m) { return text.starts_with(m); });
    return close < most && image && !link ? close + 1 : at;
  }
  std::size_t capitals = at;
  while (capitals < unit.end && characters[capitals].value >= 'A' && characters[capitals].value <= 'Z' &&
         !characters[capitals].literal) {
    ++capitals;
  }
  return capitals - at >= fewest_capitals ? capitals : at;
}

bool is_filling(char32_t c) {
  return c == U'«' || c == U'»' || c == U'■' || c == U'□' || (c >= 'A' && c <= 'Z') || c == U'�';
}

/// A word in Latin letters that is made of syllables of Chinese: ZHENGWU. Words are short, so trying all cuts is cheap.
bool is_pinyin(const Context& context, std::string_view word) {
  constexpr std::size_t longest_word = 40;
  const auto& initials = words_of(context, rule_id, "pinyin-initials");
  const auto& finals = words_of(context, rule_id, "pinyin-finals");
  if (word.size() > longest_word) return false;
  std::vector<bool> reached(word.size() + 1, false);
  reached[0] = true;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (!reached[at]) continue;
    const auto reach = [&](std::size_t begin) {
      for (const std::string& final : finals) {
        if (word.substr(begin).starts_with(final)) reached[begin + final.size()] = true;
      }
    };
    reach(at);  // a syllable may have no initial: AN
    for (const std::string& initial : initials) {
      if (word.substr(at).starts_with(initial)) reach(at + initial.size());
    }
  }
  return reached[word.size()];
}

/// ZHENGWU GONGKAI on a line of its own before the title: what a cover says below its Chinese.
bool is_cover_line(const Context& context, text::ByteRange range) {
  const report::Report& report = context.report;
  if (!report.title || range.end > report.title->range.begin) return false;
  const text::ByteRange line = trimmed(report.source, report.source.line(report.source.line_of(range.begin)));
  if (line.size() > longest_chrome) return false;
  std::string_view rest = report.source.slice(line);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!is_pinyin(context, rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

}  // namespace

void check_garbage(const Context& context, const Wording& wording, Sink& sink) {
  for (const Unit& unit : wording.units()) {
    std::size_t seen = unit.begin;
    for (const std::size_t begin : wording.marks(unit.begin, unit.end)) {
      if (begin < seen) continue;
      std::size_t end = garbage_end(context, wording, unit, begin);
      if (end == begin) {
        // Behind the run, so that a long one is read once.
        seen = begin + 1;
        while (seen < unit.end && wording.value(seen - 1) >= 'A' && wording.value(seen - 1) <= 'Z' &&
               wording.value(seen) >= 'A' && wording.value(seen) <= 'Z') {
          ++seen;
        }
        continue;
      }
      while (end < unit.end && is_filling(wording.value(end))) ++end;
      if (is_cover_line(context, wording.range(begin, end))) {
        seen = end;
        continue;
      }
      Finding finding = wording_finding(rule_id, wording.range(begin, end), context.say("layout/debris.image"));
      Fix fix;
      fix.title = context.say("layout/debris.fix");
      text::ByteRange range = finding.range;
      // Where the rest of the sentence stands on the next line, the line end goes as well.
      const bool inside =
          begin > unit.begin && is_han(wording.value(begin - 1)) && end < unit.end && is_han(wording.value(end));
      if (inside) range.end = wording.characters()[end].begin;
      fix.edits = {{range, ""}};
      finding.fixes.push_back(std::move(fix));
      sink.add(std::move(finding));
      seen = end;
    }
  }
}

// --- sentences cut by a page break --------------------------------------------------------------------------------

void check_cuts(const Context& context, const Wording& wording, Sink& sink) {
  constexpr std::size_t shown = 6;
  for (const Unit& unit : wording.units()) {
    if (!unit.cut_before || unit.begin < shown) continue;
    const text::ByteRange before = wording.range(unit.begin - shown, unit.begin);
    const text::ByteRange between{before.end, wording.characters()[unit.begin].begin};
    Finding finding = wording_finding(rule_id, before, context.say("layout/debris.split"));
    finding.severity = standard::Severity::information;
    finding.related.push_back({wording.range(unit.begin, std::min(unit.begin + shown, unit.end)),
                               wording.text(unit.begin, std::min(unit.begin + shown, unit.end))});
    const std::string_view gap = context.report.source.slice(between);
    // Emphasis that ends or begins at the break stays.
    if (gap.find_first_not_of(" \t\r\n\f") == std::string_view::npos && !is_web_page(context.report)) {
      Fix fix;
      fix.title = context.say("layout/debris.join");
      fix.edits = {{between, ""}};
      finding.fixes.push_back(std::move(fix));
    }
    sink.add(std::move(finding));
  }
}

}  // namespace nianbao::rules
