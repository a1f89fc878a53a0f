// Defects of title, period, parts and their order.
// Must not know how parts are found.
#include "support/known_forms.h"
#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::Heading;
using report::Part;
using standard::FormId;

bool is_page(const Specimen& from) {
  return from.generated.shape.web_page;
}

const Heading* heading_of(const Specimen& from, std::size_t section) {
  if (section >= from.form.sections.size()) return nullptr;
  const Part* part = from.report.part(from.form.sections[section].id);
  return part == nullptr || !part->heading ? nullptr : &from.report.headings[*part->heading];
}

const Heading* any_heading(const Specimen& from, Random& random) {
  return heading_of(from, random.below(from.form.sections.size()));
}

std::optional<Mutant> title_without_year(const Specimen& from, Random&) {
  const auto& title = from.report.title;
  if (!title || title->year_range.empty() || is_page(from)) return std::nullopt;
  return with(from, {title->year_range.begin, title->year_range.end + 3}, "", {"layout/title"});
}

std::optional<Mutant> title_not_official(const Specimen& from, Random&) {
  const auto& title = from.report.title;
  if (!title || title->name_range.empty() || is_page(from)) return std::nullopt;
  Mutant mutant = with(from, title->name_range, in_script(from, "年政府信息公开年报"), {"layout/title"});
  mutant.place.begin = title->range.begin;
  return mutant;
}

std::optional<Mutant> title_of_another_year(const Specimen& from, Random&) {
  const auto& title = from.report.title;
  if (!title || !title->year || title->year_range.empty() || !from.report.period || is_page(from)) return std::nullopt;
  if (from.generated.shape.form != known::f2021 || *title->year < 2023) return std::nullopt;
  Mutant mutant = with(from, title->year_range, std::to_string(*title->year - 1), {"layout/year", "layout/period"});
  mutant.place = {};
  return mutant;
}

std::optional<Mutant> short_period(const Specimen& from, Random&) {
  const auto& period = from.report.period;
  if (!period || is_page(from)) return std::nullopt;
  std::string words(from.text().substr(period->range.begin, period->range.size()));
  const auto at = words.rfind("31");
  if (at == std::string::npos) return std::nullopt;
  words.replace(at, 2, "30");
  return with(from, period->range, words, {"layout/period"});
}

std::optional<Mutant> part_without_heading(const Specimen& from, Random& random) {
  // Parts with a table are recognised by it: what is lost there is the heading only.
  if (from.generated.shape.form == known::f2014 || is_page(from)) return std::nullopt;
  const std::size_t section = random.chance(50) ? 4 : 5;
  const Heading* heading = heading_of(from, section);
  const Part* part = heading == nullptr ? nullptr : from.report.part(from.form.sections[section].id);
  if (part == nullptr) return std::nullopt;
  Mutant mutant = with(from, {heading->line.begin, part->body.end}, "", {"layout/section-missing"});
  mutant.place = {};
  return mutant;
}

std::optional<Mutant> parts_exchanged(const Specimen& from, Random&) {
  if (from.generated.shape.form == known::f2014 || is_page(from)) return std::nullopt;
  const Heading* fifth = heading_of(from, 4);
  const Heading* sixth = heading_of(from, 5);
  if (fifth == nullptr || sixth == nullptr || fifth->line.begin > sixth->line.begin) return std::nullopt;
  const std::string five(from.text().substr(fifth->title.begin, fifth->title.size()));
  const std::string six(from.text().substr(sixth->title.begin, sixth->title.size()));
  Mutant mutant =
      with(from, sixth->title, five, {"layout/section-order", "layout/section-number", "layout/section-empty"});
  mutant.text.replace(fifth->title.begin, fifth->title.size(), six);
  mutant.place = {fifth->line.begin, sixth->line.end + 60};
  return mutant;
}

std::optional<Mutant> heading_not_official(const Specimen& from, Random& random) {
  if (from.generated.shape.form == known::f2014 || is_page(from)) return std::nullopt;
  const Heading* heading = any_heading(from, random);
  if (heading == nullptr) return std::nullopt;
  return with(from, {heading->title.end, heading->title.end}, in_script(from, "说明"), {"layout/section-title"});
}

std::optional<Mutant> number_repeated(const Specimen& from, Random& random) {
  if (from.generated.shape.form == known::f2014 || is_page(from)) return std::nullopt;
  const std::size_t section = 1 + random.below(5);
  const Heading* heading = heading_of(from, section);
  const Heading* before = heading_of(from, section - 1);
  if (heading == nullptr || before == nullptr) return std::nullopt;
  const std::string marker(from.text().substr(before->marker.begin, before->marker.size()));
  Mutant mutant = with(from, heading->marker, marker, {"layout/section-number"});
  mutant.place.end = heading->line.end;
  return mutant;
}

std::optional<Mutant> part_empty(const Specimen& from, Random& random) {
  if (from.generated.shape.form == known::f2014 || is_page(from)) return std::nullopt;
  const std::size_t section = random.chance(50) ? 0 : 4;
  const Heading* heading = heading_of(from, section);
  const Part* part = heading == nullptr ? nullptr : from.report.part(from.form.sections[section].id);
  if (part == nullptr || part->body.empty()) return std::nullopt;
  const std::string gap = from.generated.shape.crlf ? "\r\n" : "\n";
  Mutant mutant = with(from, part->body, gap, {"layout/section-empty"});
  mutant.place.begin = heading->line.begin;
  return mutant;
}

}  // namespace

std::vector<MutantKind> layout_mutants() {
  return {
      {"title: no year", title_without_year},
      {"title: not the official name", title_not_official},
      {"title: another year than the period", title_of_another_year},
      {"period: ends a day early", short_period},
      {"part: lost", part_without_heading},
      {"parts: exchanged", parts_exchanged},
      {"heading: not the official title", heading_not_official},
      {"heading: number repeated", number_repeated},
      {"part: empty", part_empty},
  };
}

}  // namespace nianbao::test
