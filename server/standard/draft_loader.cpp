// The "draft" of a form: what a new report begins with.
// Must not know how a report is written.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "standard/draft.h"
#include "standard/json_reader.h"
#include "standard/standard.h"

namespace nianbao::standard {
namespace {

DraftSection load_section(const Node& node, const Form& form) {
  DraftSection section;
  section.section = node.text("section");
  if (std::ranges::find(form.sections, section.section, &SectionSpec::id) == form.sections.end()) {
    node.fail("section", fmt::format("unknown section \"{}\"", section.section));
  }
  node.each("paragraphs", [&](const Node& paragraph) {
    section.paragraphs.push_back({paragraph.text("text"), paragraph.optional_texts("levels")});
  });
  return section;
}

std::pair<std::string, std::string> load_pair(const Node& node, const Form& form) {
  std::vector<std::string> ids;
  node.each([&](const Node& id) {
    ids.push_back(id.text());
    if (form.entry(ids.back()) == nullptr) id.fail(fmt::format("unknown entry \"{}\"", ids.back()));
  });
  ids.resize(2);
  return {std::move(ids[0]), std::move(ids[1])};
}

Draft load_draft(const Node& node, const Form& form) {
  Draft draft;
  draft.title = node.text("title");
  draft.opening = node.optional_texts("opening");
  draft.closing = node.optional_texts("closing");
  node.each("sections", [&](const Node& section) { draft.sections.push_back(load_section(section, form)); });
  node.optional_each("same_rows", [&](const Node& pair) { draft.same_rows.push_back(load_pair(pair, form)); });
  return draft;
}

}  // namespace

Draft draft_of(const Form& form) {
  Draft draft;
  const std::string name = fmt::format("form-{}.json", form.name);
  const std::span<const DataFile> files = embedded_files();
  const auto file = std::ranges::find(files, name, &DataFile::name);
  Problems problems;
  const auto document = file == files.end() ? std::nullopt : parse_file(*file, problems);
  if (!document) return draft;
  Node(*document, name, problems).with("draft", [&](const Node& node) { draft = load_draft(node, form); });
  return problems.any() ? Draft() : draft;
}

}  // namespace nianbao::standard
