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

/// Digits from `at` on, not inside an address.
std::size_t digits_at(const Wording& wording, std::size_t at) {
  std::size_t count = 0;
  while (is_ascii_digit(wording.value(at + count)) && !wording.characters()[at + count].literal) ++count;
  return count;
}

/// Index behind hh:mm at `at`; 0 where there is no time.
std::size_t time_end(const Wording& wording, std::size_t at) {
  const std::size_t hours = digits_at(wording, at);
  const char32_t colon = wording.value(at + hours);
  if (hours == 0 || hours > 2 || (colon != ':' && colon != U'：')) return 0;
  return digits_at(wording, at + hours + 1) == 2 ? at + hours + 3 : 0;
}

struct Places {
  std::vector<text::ByteRange> hyphens;
  std::vector<text::ByteRange> dashes;
};

void look_at_number(const Wording& wording, std::size_t at, std::size_t count, Places& places) {
  std::size_t sign = at + count;
  if (count == 4 && is_hyphen(wording.value(sign)) && digits_at(wording, sign + 1) == 4) {
    const char32_t unit = wording.characters().size() > sign + 5 ? wording.characters()[sign + 5].folded : 0;
    const char32_t next = wording.characters().size() > sign + 6 ? wording.characters()[sign + 6].folded : 0;
    if (unit == U'年' || (unit == U'学' && next == U'年')) places.hyphens.push_back(wording.range(sign, sign + 1));
  }
  if (const std::size_t end = time_end(wording, at);
      end > 0 && is_hyphen(wording.value(end)) && time_end(wording, end + 1) > 0) {
    places.hyphens.push_back(wording.range(end, end + 1));
  }
  const bool area_code = (count == 3 || count == 4) && wording.value(at) == '0';
  if (area_code && is_dash(wording.value(sign))) {
    std::size_t end = sign + 1;
    while (is_dash(wording.value(end)) && end < sign + 2) ++end;
    const std::size_t number = digits_at(wording, end);
    if (number == 7 || number == 8) places.dashes.push_back(wording.range(sign, end));
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
    Places places;
    for (std::size_t at = stretch.begin; at < stretch.end;) {
      const std::size_t count = digits_at(wording, at);
      const bool joined = at > stretch.begin && is_ascii_letter(wording.value(at - 1));
      if (count > 0 && !joined) look_at_number(wording, at, count, places);
      at += count > 0 ? count : 1;
    }
    add(context, "prose/range.span", utf8_of(dash), places.hyphens, sink);
    add(context, "prose/range.telephone", "-", places.dashes, sink);
  }
}

}  // namespace nianbao::rules
