#include "support/mutants/mutant.h"

#include <algorithm>

#include "rules/rules.h"
#include "text/normalise.h"

namespace nianbao::test {
namespace {

bool touches(text::ByteRange a, text::ByteRange b) {
  return a.begin <= b.end && b.begin <= a.end;
}

void append(std::vector<MutantKind>& all, std::vector<MutantKind> more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Specimen specimen(const standard::Standard& standard, const Shape& shape, std::uint64_t seed) {
  GeneratedReport generated = generate(standard, shape, seed);
  report::Report report = report_of(standard, generated.text, generated.shape.web_page);
  return {std::move(generated), std::move(report), standard, standard.form(shape.form)};
}

report::Report report_of(const standard::Standard& standard, std::string_view text, bool web_page) {
  const text::Text source{std::string(text)};
  return web_page ? report::build_from_web_page(source, standard)
                  : report::build(source, syntax::parse(source), standard);
}

std::vector<rules::Finding> findings_of(const standard::Standard& standard, std::string_view text, bool web_page) {
  return rules::check(report_of(standard, text, web_page), standard, rules::Options{});
}

std::vector<MutantKind> all_mutants() {
  std::vector<MutantKind> all = sum_mutants();
  append(all, table_mutants());
  append(all, layout_mutants());
  append(all, wording_mutants());
  return all;
}

Mutant with(const Specimen& from, text::ByteRange range, std::string_view words, std::vector<std::string> rules) {
  Mutant mutant;
  mutant.text = std::string(from.text());
  mutant.text.replace(range.begin, range.size(), words);
  mutant.place = {range.begin, range.begin + static_cast<text::Offset>(words.size())};
  mutant.rules = std::move(rules);
  return mutant;
}

std::string in_script(const Specimen& from, std::string_view words) {
  return from.generated.shape.traditional ? text::to_traditional(words) : std::string(words);
}

std::optional<Mutant> with_paragraph(const Specimen& from, std::size_t section, std::string_view words,
                                     std::string_view marked, std::vector<std::string> rules) {
  if (section >= from.form.sections.size()) return std::nullopt;
  const report::Part* part = from.report.part(from.form.sections[section].id);
  if (part == nullptr || !part->heading) return std::nullopt;
  const text::Offset at = from.report.headings[*part->heading].line.end;
  const bool page = from.generated.shape.web_page;
  const std::string line_end = from.generated.shape.crlf ? "\r\n" : "\n";
  const std::string own = in_script(from, words);
  const std::string before = page ? "<p>" : line_end;
  const std::string paragraph = before + own + (page ? "</p>" : "") + line_end;
  Mutant mutant = with(from, {at, at}, paragraph, std::move(rules));
  const auto place = own.find(in_script(from, marked));
  if (marked.empty() || place == std::string::npos) return std::nullopt;
  const auto begin = static_cast<text::Offset>(at + before.size() + place);
  mutant.place = {begin, begin + static_cast<text::Offset>(in_script(from, marked).size())};
  return mutant;
}

bool tells(const rules::Finding& finding, const Mutant& mutant) {
  const bool rule = std::find(mutant.rules.begin(), mutant.rules.end(), finding.rule) != mutant.rules.end();
  if (!rule) return false;
  if (mutant.place.begin == 0 && mutant.place.end == 0) return true;
  const bool named =
      !mutant.cell.empty() && std::find(finding.cells.begin(), finding.cells.end(), mutant.cell) != finding.cells.end();
  // Where several readings are offered the place is among their repairs.
  const bool offered = std::any_of(finding.fixes.begin(), finding.fixes.end(), [&](const rules::Fix& fix) {
    return std::any_of(fix.edits.begin(), fix.edits.end(),
                       [&](const rules::TextEdit& edit) { return touches(edit.range, mutant.place); });
  });
  return named || offered || touches(finding.range, mutant.place) ||
         std::any_of(finding.related.begin(), finding.related.end(),
                     [&](const rules::Related& related) { return touches(related.range, mutant.place); });
}

std::string applied(std::string_view text, const std::vector<rules::TextEdit>& edits) {
  std::string result(text);
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    result.replace(edit->range.begin, edit->range.size(), edit->new_text);
  }
  return result;
}

}  // namespace nianbao::test
