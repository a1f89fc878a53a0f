// prose/range: a hyphen in a span of years or hours (GB/T 15834 4.13.3.2), a dash in a telephone number.
// Must not know words; one finding per paragraph and kind.
#include "rules/layout_common.h"
#include "rules/wording_rules.h"

namespace nianbao::rules {
namespace {

constexpr std::string_view rule_id = "prose/range";
constexpr std::u32string_view dash = U"—";

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0xFF0D;
}
bool is_dash(char32_t c) {
  return c == U'—' || c == 0x2013 || c == 0xFF0D || c == U'～';
}

/// The characters of one stretch; 0 behind its end.
class Line {
 public:
  Line(const Wording& wording, const Stretch& stretch) : wording_(wording), end_(stretch.end) {}
  [[nodiscard]] char32_t value(std::size_t at) const { return at < end_ ? wording_.value(at) : 0; }
  [[nodiscard]] char32_t folded(std::size_t at) const { return at < end_ ? wording_.characters()[at].folded : 0; }
  [[nodiscard]] bool literal(std::size_t at) const { return wording_.characters()[at].literal; }
  [[nodiscard]] text::ByteRange range(std::size_t begin, std::size_t end) const { return wording_.range(begin, end); }

 private:
  const Wording& wording_;
  std::size_t end_;
};

/// Digits from `at` on, not inside an address.
std::size_t digits_at(const Line& line, std::size_t at) {
  std::size_t count = 0;
  while (is_ascii_digit(line.value(at + count)) && !line.literal(at + count)) ++count;
  return count;
}

/// Index behind hh:mm at `at`; 0 where there is no time.
std::size_t time_end(const Line& line, std::size_t at) {
  const std::size_t hours = digits_at(line, at);
  const char32_t colon = line.value(at + hours);
  if (hours == 0 || hours > 2 || (colon != ':' && colon != U'：')) return 0;
  return digits_at(line, at + hours + 1) == 2 ? at + hours + 3 : 0;
}

struct Places {
  std::vector<text::ByteRange> hyphens;
  std::vector<text::ByteRange> dashes;
};

void look_at_number(const Line& line, std::size_t at, std::size_t count, Places& places) {
  std::size_t sign = at + count;
  if (count == 4 && is_hyphen(line.value(sign)) && digits_at(line, sign + 1) == 4) {
    const char32_t unit = line.folded(sign + 5);
    const char32_t next = line.folded(sign + 6);
    if (unit == U'年' || (unit == U'学' && next == U'年')) places.hyphens.push_back(line.range(sign, sign + 1));
  }
  if (const std::size_t end = time_end(line, at);
      end > 0 && is_hyphen(line.value(end)) && time_end(line, end + 1) > 0) {
    places.hyphens.push_back(line.range(end, end + 1));
  }
  const bool area_code = (count == 3 || count == 4) && line.value(at) == '0';
  if (area_code && is_dash(line.value(sign))) {
    std::size_t end = sign + 1;
    while (is_dash(line.value(end)) && end < sign + 2) ++end;
    const std::size_t number = digits_at(line, end);
    if (number == 7 || number == 8) places.dashes.push_back(line.range(sign, end));
  }
}

void add(const Context& context, std::string_view message, std::string_view replacement,
         const std::vector<text::ByteRange>& places, Sink& sink) {
  if (places.empty()) return;
  const std::string count = std::to_string(places.size());
  Finding finding = wording_finding(rule_id, places.front(), context.say(message, {{"count", count}}));
  Fix fix;
  fix.title = context.say("prose/range.fix", {{"mark", std::string(replacement)}, {"count", count}});
  for (const text::ByteRange& place : places) fix.edits.push_back({place, std::string(replacement)});
  fix.preferred = true;
  finding.fixes.push_back(std::move(fix));
  sink.add(std::move(finding));
}

}  // namespace

void check_ranges(const Context& context, const Wording& wording, Sink& sink) {
  for (const Stretch& stretch : wording.stretches()) {
    const Line line(wording, stretch);
    Places places;
    std::size_t number_end = stretch.begin;
    for (const std::size_t at : wording.marks(stretch.begin, stretch.end)) {
      if (at < number_end) continue;
      const std::size_t count = digits_at(line, at);
      const bool joined = at > stretch.begin && is_ascii_letter(wording.value(at - 1));
      if (count > 0 && !joined) look_at_number(line, at, count, places);
      number_end = at + count;
    }
    add(context, "prose/range.span", utf8_of(dash), places.hyphens, sink);
    add(context, "prose/range.telephone", "-", places.dashes, sink);
  }
}

}  // namespace nianbao::rules
