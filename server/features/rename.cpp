// Renaming what a report names itself: its organ, and the short names that it defines. Must not know LSP.
#include "features/rename.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace nianbao::features {
namespace {

/// Shorter names of organs (省厅) occur by accident.
constexpr std::size_t shortest_organ_bytes = 9;
constexpr std::size_t longest_name_bytes = 120;
constexpr std::size_t most_definitions = 50;

/// A short name that the report defines: （以下简称“县局”）.
struct Definition {
  text::ByteRange name;
  bool in_title_marks = false;  ///< 《条例》: only what stands between the same marks is meant
};

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Marks, 6> marks{{{"《", "》"}, {"“", "”"}, {"「", "」"}, {"‘", "’"}, {"\"", "\""}, {"〈", "〉"}}};
constexpr std::array<std::string_view, 4> openings{"以下简称", "以下簡稱", "下称", "下稱"};
constexpr std::array<std::string_view, 8> name_ends{"）", ")", "，", ",", "。", "；", "、", "\n"};

/// The begin of the short name behind 以下简称, without 为, ： and blanks.
std::string_view without_lead(std::string_view rest) {
  constexpr std::array<std::string_view, 5> leads{"为", "為", "：", ":", " "};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view lead : leads) {
      if (!rest.starts_with(lead)) continue;
      rest.remove_prefix(lead.size());
      again = true;
    }
  }
  return rest;
}

std::optional<Definition> definition_at(std::string_view bytes, std::size_t behind) {
  const std::string_view rest = without_lead(bytes.substr(behind, 2 * longest_name_bytes));
  const auto begin = static_cast<text::Offset>(rest.data() - bytes.data());
  for (const Marks& mark : marks) {
    if (!rest.starts_with(mark.open)) continue;
    const std::size_t end = rest.find(mark.close, mark.open.size());
    if (end == std::string_view::npos || end == mark.open.size()) return std::nullopt;
    const auto from = static_cast<text::Offset>(begin + mark.open.size());
    return Definition{{from, begin + static_cast<text::Offset>(end)}, mark.open == "《" || mark.open == "〈"};
  }
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : name_ends) end = std::min(end, rest.find(mark));
  if (end == 0 || end == std::string_view::npos) return std::nullopt;
  return Definition{{begin, begin + static_cast<text::Offset>(end)}, false};
}

std::vector<Definition> definitions(std::string_view bytes) {
  std::vector<Definition> found;
  for (const std::string_view opening : openings) {
    for (std::size_t at = bytes.find(opening); at != std::string_view::npos && found.size() < most_definitions;
         at = bytes.find(opening, at + opening.size())) {
      const auto definition = definition_at(bytes, at + opening.size());
      if (definition && definition->name.size() <= longest_name_bytes) found.push_back(*definition);
    }
  }
  return found;
}

/// Places of `name` from `from` on, one behind the other.
std::vector<text::ByteRange> places_of(std::string_view bytes, std::string_view name, std::size_t from) {
  std::vector<text::ByteRange> places;
  for (std::size_t at = bytes.find(name, from); at != std::string_view::npos; at = bytes.find(name, at + name.size())) {
    const auto begin = static_cast<text::Offset>(at);
    places.push_back({begin, begin + static_cast<text::Offset>(name.size())});
  }
  return places;
}

/// True inside a longer 《…》, where the same words mean another thing.
bool in_longer_title(std::string_view bytes, text::ByteRange place) {
  const std::string_view before = bytes.substr(0, place.begin);
  const std::size_t open = before.rfind("《");
  if (open == std::string_view::npos) return false;
  const std::string_view between = before.substr(open);
  if (between.find("》") != std::string_view::npos || between.find('\n') != std::string_view::npos) return false;
  return between != "《" || !bytes.substr(place.end).starts_with("》");
}

std::optional<Renamable> holding(Renamable what, text::Offset offset) {
  for (const text::ByteRange& place : what.places) {
    if (!place.touches(offset)) continue;
    what.range = place;
    return what;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Renamable> renamable(const View& view, text::Offset offset) {
  const std::string_view bytes = view.snapshot.text.bytes();
  for (const Definition& definition : definitions(bytes)) {
    Renamable what;
    what.name = view.snapshot.text.slice(definition.name);
    // The name means this from its definition on.
    for (const text::ByteRange& place : places_of(bytes, what.name, definition.name.begin)) {
      const bool marked = bytes.substr(0, place.begin).ends_with("《") && bytes.substr(place.end).starts_with("》");
      const bool meant = definition.in_title_marks ? marked : !in_longer_title(bytes, place);
      if (meant) what.places.push_back(place);
    }
    if (auto found = holding(std::move(what), offset)) return found;
  }
  const std::string& organ = view.report().organ;
  if (organ.size() < shortest_organ_bytes) return std::nullopt;
  return holding({{}, organ, places_of(bytes, organ, 0)}, offset);
}

std::optional<std::vector<rules::TextEdit>> rename(const Renamable& what, std::string_view new_name) {
  const bool blank = new_name.find_first_not_of(" \t") == std::string_view::npos;
  if (blank || new_name.find_first_of("\r\n|") != std::string_view::npos || !text::is_valid_utf8(new_name))
    return std::nullopt;
  std::vector<rules::TextEdit> edits;
  for (const text::ByteRange& place : what.places) edits.push_back({place, std::string(new_name)});
  return edits;
}

}  // namespace nianbao::features
