#include "report/front_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "report/heading_line.h"

namespace nianbao::report {
namespace {

// --- metadata ---------------------------------------------------------------------------------------------------

constexpr std::string_view fence = "---";
constexpr std::string_view other_fence = "...";  // YAML lets a document end so, too
constexpr std::size_t most_metadata_rows = 200;

bool is_key_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ';
}

// --- contents list ----------------------------------------------------------------------------------------------

constexpr std::size_t fewest_paged = 3;    // titles with page numbers in a row: below, a number got there by accident
constexpr std::size_t fewest_unpaged = 4;  // titles without them that come again
constexpr std::size_t longest_entry_bytes = 150;
constexpr std::size_t longest_page = 3;  // digits

bool take_back(std::string_view& text, std::string_view end) {
  if (end.empty() || !text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

template <std::size_t size>
std::size_t take_all_back(std::string_view& text, const std::array<std::string_view, size>& marks) {
  std::size_t taken = 0;
  const auto take = [&] {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return take_back(text, mark); });
  };
  while (take()) ++taken;
  return taken;
}

void take_blanks(std::string_view& text) {
  constexpr std::array<std::string_view, 4> blanks{" ", "\t", "\u3000", "\u00A0"};
  take_all_back(text, blanks);
}

/// A line of a contents list without its leaders and page number.
struct Entry {
  std::string_view title;
  bool page = false;
  bool leaders = false;
};

/// 总体情况……………1, 总体情况（1）, 总体情况 - 1 -
Entry read_entry(std::string_view text) {
  constexpr std::array<std::array<std::string_view, 2>, 4> around{{{"（", "）"}, {"(", ")"}, {"-", "-"}, {"—", "—"}}};
  constexpr std::array<std::string_view, 13> leaders{"…",      "‥", ".", "．", "·",      "・",    "_",
                                                     "\u2014", "-", " ", "\t", "\u3000", "\u00A0"};
  constexpr std::string_view plain_leaders = " \t";
  Entry entry{text, false, false};
  std::string_view rest = text;
  std::string_view open;
  for (const auto& [left, right] : around) {
    if (!take_back(rest, right)) continue;
    open = left;
    break;
  }
  take_blanks(rest);
  std::size_t digits = 0;
  while (!rest.empty() && digits <= longest_page && rest.back() >= '0' && rest.back() <= '9') {
    rest.remove_suffix(1);
    ++digits;
  }
  if (digits > longest_page) return entry;
  entry.page = digits > 0;
  if (entry.page) {
    take_blanks(rest);
    if (!take_back(rest, open) && !open.empty()) return Entry{text, false, false};
  } else {
    rest = text;
  }
  const std::size_t before = rest.size();
  const std::size_t marks = take_all_back(rest, leaders);
  const bool dotted =
      text.substr(rest.size(), before - rest.size()).find_first_not_of(plain_leaders) != std::string_view::npos;
  entry.leaders = marks > 1 && dotted;
  if (entry.page || entry.leaders) entry.title = rest;
  return entry;
}

/// Place of the part whose very title a line has.
class Titles {
 public:
  Titles(const standard::LabelIndex& index, const standard::Form& form) : sections_(index.sections(form.id)) {}

  [[nodiscard]] std::optional<std::size_t> find(const std::string& body) const {
    if (body.empty()) return std::nullopt;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const standard::SectionBodies& section = sections_[i];
      if (body == section.official || has(section.variants, body) || has(section.deviations, body)) return i;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return sections_.size(); }

 private:
  static bool has(const std::vector<std::string>& list, const std::string& body) {
    return std::find(list.begin(), list.end(), body) != list.end();
  }
  const std::vector<standard::SectionBodies>& sections_;
};

/// What a row may be in a contents list.
struct Member {
  bool empty = false;                  ///< nothing stands there
  bool any = false;                    ///< a title of a part or of something below
  bool paged = false;                  ///< with page number or leaders
  std::optional<std::size_t> section;  ///< the part whose title it is
};

Member read_member(const text::Text& text, const PhysicalRow& row, const TokenRow& tokens,
                   const standard::LabelIndex& index, const Titles& titles) {
  Member member;
  member.empty = row.kind == RowKind::blank || row.kind == RowKind::page_break;
  if (member.empty || !tokens.may_head) return member;
  if (tokens.head_level <= 1) member.section = titles.find(tokens.head_body);
  if (!member.section) {
    const HeadingLine line = read_heading_line(text, row.line);
    const std::string_view title = text.slice(line.title);
    const Entry entry = read_entry(title);
    member.paged = !line.run_in && (entry.page || entry.leaders) && entry.title.size() <= longest_entry_bytes;
    if (member.paged && line.level <= 1) member.section = titles.find(index.body(entry.title));
    member.paged = member.paged && (member.section || (line.level > 0 && entry.leaders));
    if (!member.paged && line.level > 1) member.any = !line.run_in && title.size() <= longest_entry_bytes;
  }
  member.any = member.any || member.paged || member.section;
  return member;
}

/// Titles in a row.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;             ///< behind the last one
  std::vector<std::size_t> parts;  ///< whose titles they are
  std::size_t paged = 0;           ///< how many of them have a page
};

bool is_contents_list(const Run& run, const std::vector<std::size_t>& last_row) {
  if (run.paged >= fewest_paged) return true;
  const auto again = [&](std::size_t part) { return last_row[part] >= run.end; };
  return run.parts.size() >= fewest_unpaged && std::all_of(run.parts.begin(), run.parts.end(), again);
}

}  // namespace

std::size_t metadata_rows(const text::Text& text, const std::vector<PhysicalRow>& rows) {
  if (rows.empty() || rows.front().line.begin != 0 || text.slice(rows.front().line) != fence) return 0;
  bool keys = false;
  for (std::size_t i = 1; i < std::min(rows.size(), most_metadata_rows); ++i) {
    const std::string_view line = text.slice(rows[i].line);
    if (line == fence || line == other_fence) return keys ? i + 1 : 0;
    // What begins with anything but a key is a text under a rule.
    if (i == 1 && !is_key_line(line)) return 0;
    keys = true;
  }
  return 0;
}

void mark_contents_list(const text::Text& text, const std::vector<PhysicalRow>& rows,
                        const std::vector<TokenRow>& tokens, const standard::LabelIndex& index,
                        const standard::Form& form, std::vector<bool>& used) {
  const Titles titles(index, form);
  std::vector<std::size_t> last_row(titles.size(), 0);
  std::vector<Run> runs;
  bool open = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Member member = used[i] ? Member{} : read_member(text, rows[i], tokens[i], index, titles);
    if (member.empty) continue;
    if (member.section) last_row[*member.section] = i;
    if (!member.any) {
      open = false;
      continue;
    }
    const auto seen = [&](const Run& run) {
      return member.section && std::find(run.parts.begin(), run.parts.end(), *member.section) != run.parts.end();
    };
    if (!open || seen(runs.back())) {
      open = member.section.has_value();  // a list begins with a part
      if (!open) continue;
      runs.push_back({i, i, {}, 0});
    }
    Run& run = runs.back();
    run.end = i + 1;
    if (!member.section) continue;
    run.parts.push_back(*member.section);
    run.paged += member.paged ? 1 : 0;
  }
  for (const Run& run : runs) {
    if (!is_contents_list(run, last_row)) continue;
    for (std::size_t i = run.begin; i < run.end; ++i) used[i] = true;
  }
}

}  // namespace nianbao::report
