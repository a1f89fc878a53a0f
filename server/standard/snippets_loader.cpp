// snippets.json.
#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "standard/json_reader.h"
#include "standard/snippets.h"

namespace nianbao::standard {
namespace {

void check_section(const Node& node, const std::string& section, const Standard& standard) {
  for (const Form& form : standard.forms) {
    for (const SectionSpec& one : form.sections) {
      if (one.id == section) return;
    }
  }
  if (!section.empty()) node.fail("section", fmt::format("unknown section \"{}\"", section));
}

Snippets read_snippets(const Node& node, const Standard& standard) {
  Snippets snippets;
  node.with("report", [&](const Node& report) {
    snippets.report = {report.text("organ"), report.text("year"), report.text("title"), report.text("intro"),
                       report.text("intro_before_2019")};
  });
  node.each("sub_headings", [&](const Node& entry) {
    Snippets::SubHeadings headings{entry.text("section"), entry.optional_texts("titles")};
    check_section(entry, headings.section, standard);
    snippets.sub_headings.push_back(std::move(headings));
  });
  std::set<std::string, std::less<>> ids;
  node.each("sentences", [&](const Node& entry) {
    Snippets::Sentence sentence{entry.text("id"),
                                entry.text("section"),
                                entry.optional_integer("first_year"),
                                entry.optional_integer("last_year"),
                                entry.text("label"),
                                entry.text("text")};
    check_section(entry, sentence.section, standard);
    if (!ids.insert(sentence.id).second) entry.fail("id", fmt::format("duplicate sentence \"{}\"", sentence.id));
    snippets.sentences.push_back(std::move(sentence));
  });
  return snippets;
}

}  // namespace

tl::expected<Snippets, LoadError> load_snippets(std::span<const DataFile> files, const Standard& standard) {
  constexpr std::string_view name = "snippets.json";
  const auto file = std::ranges::find(files, name, &DataFile::name);
  if (file == files.end()) return tl::unexpected(LoadError{std::string(name), "", "missing file"});
  Problems problems;
  Snippets snippets;
  if (const auto document = parse_file(*file, problems)) {
    snippets = read_snippets(Node(*document, file->name, problems), standard);
  }
  if (problems.any()) return tl::unexpected(problems.first());
  return snippets;
}

}  // namespace nianbao::standard
