#include "report/parts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

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

// --- parts behind another number or another title ---------------------------------------------------------------

/// Place of the form's prescribed part that a number means, from 1: 五 and 5; 0 for none.
std::size_t place_of_number(const standard::Form& form, std::string_view numeral) {
  for (std::size_t i = 0; i < form.sections.size(); ++i) {
    const bool means = form.sections[i].numeral == numeral || std::to_string(i + 1) == numeral;
    if (means && !form.sections[i].optional) return i + 1;
  }
  return 0;
}

std::size_t place_of_section(const standard::Form& form, std::string_view section) {
  for (std::size_t i = 0; i < form.sections.size(); ++i) {
    if (form.sections[i].id == section) return i + 1;
  }
  return 0;
}

/// Sections that a heading opens.
std::set<std::string, std::less<>> open_sections(const std::vector<Heading>& headings) {
  std::set<std::string, std::less<>> open;
  for (const Heading& heading : headings) {
    if (!heading.section.empty()) open.insert(heading.section);
  }
  return open;
}

/// The nearest heading before (`step` -1) or behind (1) `at` whose level is no lower than its own, or null.
const Heading* nearest(const std::vector<Heading>& headings, std::size_t at, std::ptrdiff_t step) {
  const auto size = static_cast<std::ptrdiff_t>(headings.size());
  for (auto i = static_cast<std::ptrdiff_t>(at) + step; i >= 0 && i < size; i += step) {
    const Heading& heading = headings[static_cast<std::size_t>(i)];
    if (heading.level <= headings[at].level) return &heading;
  }
  return nullptr;
}

/// （五）存在的主要问题及改进情况, 5.存在…: a part's own title and number behind a marker of a lower level, if it is
/// not one of a series within another part.
void take_lower_marks(const standard::Form& form, const std::vector<Recognised>& titled,
                      std::vector<Heading>& headings) {
  auto open = open_sections(headings);
  for (std::size_t h = 0; h < headings.size(); ++h) {
    const standard::SectionSpec* section = titled[h].section;
    const std::size_t place = section != nullptr ? place_of_number(form, headings[h].numeral) : 0;
    if (place == 0 || &form.sections[place - 1] != section) continue;
    const auto in_series = [&](const Heading* other, std::size_t number) {
      if (other == nullptr || other->level != headings[h].level) return false;
      const Recognised& title = titled[static_cast<std::size_t>(other - headings.data())];
      return place_of_number(form, other->numeral) == number && title.section == nullptr;
    };
    if (in_series(nearest(headings, h, -1), place - 1) || in_series(nearest(headings, h, 1), place + 1)) continue;
    if (!open.insert(section->id).second) continue;
    headings[h].section = section->id;
    headings[h].match = titled[h].match;
  }
  for (Heading& heading : headings) {
    if (!heading.section.empty()) heading.level = 1;
  }
}

/// Whatever stands as 五、 between 四、 and 六、 is part five.
void take_by_number(const standard::Form& form, std::vector<Heading>& headings) {
  const auto place_of = [&](const Heading& heading) {
    const std::size_t place = place_of_section(form, heading.section);
    return place > 0 ? place : place_of_number(form, heading.numeral);
  };
  auto open = open_sections(headings);
  for (std::size_t h = 0; h < headings.size(); ++h) {
    Heading& heading = headings[h];
    if (heading.level != 1 || !heading.section.empty()) continue;
    const std::size_t place = place_of_number(form, heading.numeral);
    if (place == 0) continue;
    const Heading* before = nearest(headings, h, -1);
    const Heading* behind = nearest(headings, h, 1);
    const bool first = place == 1 || place_of_number(form, form.sections[place - 2].numeral) == 0;
    const bool last = place == form.sections.size();
    if (before != nullptr ? place_of(*before) + 1 != place : !first) continue;
    if (behind != nullptr ? place_of(*behind) != place + 1 : !last) continue;
    if (!open.insert(form.sections[place - 1].id).second) continue;
    heading.section = form.sections[place - 1].id;
    heading.match = TitleMatch::similar;
  }
}

}  // namespace

std::vector<Heading> find_headings(const text::Text& text, const std::vector<PhysicalRow>& rows,
                                   const std::vector<TokenRow>& tokens, const std::vector<bool>& used,
                                   const standard::LabelIndex& index, const standard::Form& form) {
  const SectionTitles titles(index, form);
  std::vector<Heading> headings;
  std::vector<Recognised> titled;  // below the first level: the part whose title a heading has
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
    const bool spoken = text.slice(line.marker).starts_with("第");
    const Recognised found = titles.recognise(tokens[i].head_body, line.numeral, line.level == 1 && !spoken);
    // Without a number, and with text behind it, a title's words are a sentence's beginning.
    if (line.level <= 1 && found.section != nullptr && !(line.level == 0 && line.run_in)) {
      heading.section = found.section->id;
      heading.match = found.match;
    }
    // 第五部分 may begin a sentence as well.
    if ((line.level == 0 || spoken) && heading.section.empty()) continue;
    heading.level = std::max(heading.level, 1);
    const bool lower = line.level > 1 && found.section != nullptr && !found.section->optional;
    titled.push_back(lower ? found : Recognised{});
    headings.push_back(std::move(heading));
  }
  take_lower_marks(form, titled, headings);
  take_by_number(form, headings);
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
