#include "report/parts.h"

#include <algorithm>
#include <array>

#include "report/heading_line.h"

namespace nianbao::report {
namespace {

struct Recognised {
  const standard::SectionSpec* section = nullptr;
  TitleMatch match = TitleMatch::none;
};

std::uint32_t length_in_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

class SectionTitles {
 public:
  SectionTitles(const standard::LabelIndex& index, const standard::Form& form)
      : form_(form), bodies_(index.sections(form.id)) {}

  /// `each` is a title's body. `numbered`: the line has a first-level marker, so that a similar title is enough.
  [[nodiscard]] Recognised recognise(const std::string& each, std::string_view numeral, bool numbered) const {
    if (each.empty()) return {};
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      const standard::SectionSpec& section = form_.sections[i];
      if (each == bodies_[i].official) return {&section, TitleMatch::official};
      if (contains(bodies_[i].variants, each)) return {&section, TitleMatch::variant};
      if (contains(bodies_[i].deviations, each)) return {&section, TitleMatch::deviation};
    }
    if (!numbered) return {};
    if (const auto found = by_similarity(each, numeral)) return {found, TitleMatch::similar};
    if (const auto found = by_keyword(each)) return {found, TitleMatch::similar};
    return {};
  }

 private:
  static bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  /// Half of the official title may differ where the numeral agrees, a quarter where it does not.
  [[nodiscard]] const standard::SectionSpec* by_similarity(const std::string& title, std::string_view numeral) const {
    for (std::size_t i = 0; i < bodies_.size(); ++i) {
      const standard::SectionSpec& section = form_.sections[i];
      const std::uint32_t length = length_in_characters(bodies_[i].official);
      const std::uint32_t limit = section.numeral == numeral ? length / 2 : length / 4;
      if (!section.optional && standard::edit_distance(bodies_[i].official, title, limit) <= limit) return &section;
    }
    return nullptr;
  }

  [[nodiscard]] const standard::SectionSpec* by_keyword(const std::string& title) const {
    for (const standard::SectionSpec& section : form_.sections) {
      for (const std::string& keyword : section.keywords) {
        if (title.find(keyword) != std::string::npos) return &section;
      }
    }
    return nullptr;
  }

  const standard::Form& form_;
  const std::vector<standard::SectionBodies>& bodies_;
};

bool has_picture(std::string_view body) {
  constexpr std::array<std::string_view, 7> signs{"![", "<img", "[image:", "[图片", "见附件", "見附件", "附表"};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return body.find(sign) != std::string_view::npos; });
}

}  // namespace

std::vector<Heading> find_headings(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                   const std::vector<TokenRow>& tokens, const std::vector<bool>& used,
                                   const standard::LabelIndex& index, const standard::Form& form) {
  const SectionTitles titles(index, form);
  std::vector<Heading> headings;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PhysicalRow& row = rows[i];
    if (used[i] || !tokens[i].may_head) continue;
    // Most lines without a number are prose.
    if (tokens[i].head_level == 0 && titles.recognise(tokens[i].head_body, {}, false).section == nullptr) continue;
    const HeadingLine line = read_heading_line(text, row.line);
    Heading heading;
    heading.level = line.level;
    heading.line = row.line;
    heading.marker = line.marker;
    heading.numeral = line.numeral;
    heading.title = line.title;
    heading.title_text = std::string(text.slice(line.title));
    if (line.level <= 1) {
      const Recognised found = titles.recognise(tokens[i].head_body, line.numeral, line.level == 1);
      // Without a number, and with text behind it, a title's words are a sentence's beginning.
      if (found.section != nullptr && !(line.level == 0 && line.run_in)) {
        heading.section = found.section->id;
        heading.match = found.match;
      }
    }
    if (line.level == 0 && heading.section.empty()) continue;
    heading.level = std::max(heading.level, 1);
    headings.push_back(std::move(heading));
  }
  return headings;
}

std::vector<Part> find_parts(const text::Text& text, const std::vector<PhysicalRow>& rows,
                             const std::vector<bool>& used, const std::vector<Heading>& headings,
                             const std::vector<Grid>& grids, const standard::Form& form) {
  std::vector<Part> parts;
  for (std::size_t h = 0; h < headings.size(); ++h) {
    if (headings[h].level != 1) continue;
    if (!parts.empty()) parts.back().body.end = headings[h].line.begin;
    if (headings[h].section.empty()) continue;
    Part part;
    part.section = headings[h].section;
    part.heading = h;
    part.body = {headings[h].line.end, text.size()};
    parts.push_back(std::move(part));
  }
  for (const Grid& grid : grids) {
    const standard::TableSpec* table = form.table(grid.table);
    if (table == nullptr || table->section.empty()) continue;
    const bool listed =
        std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.section == table->section; });
    if (!listed) parts.push_back({table->section, std::nullopt, grid.range, false, true, false});
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.body.begin < b.body.begin; });
  for (Part& part : parts) {
    part.has_picture = has_picture(text.slice(part.body));
    for (const Grid& grid : grids) {
      part.has_table = part.has_table || (grid.range.begin >= part.body.begin && grid.range.begin < part.body.end);
    }
    for (std::size_t i = 0; i < rows.size() && !part.has_text; ++i) {
      if (used[i] || rows[i].line.begin < part.body.begin || rows[i].line.begin >= part.body.end) continue;
      // A run-in heading is text as well: （一）主动公开。全年公开……
      const bool text_line = rows[i].kind == RowKind::line || rows[i].kind == RowKind::heading;
      part.has_text = text_line && !trimmed(text, rows[i].line).empty();
    }
    // Text may stand behind the title on the heading's own line.
    if (part.heading) part.has_text = part.has_text || read_heading_line(text, headings[*part.heading].line).run_in;
  }
  return parts;
}

}  // namespace nianbao::report
