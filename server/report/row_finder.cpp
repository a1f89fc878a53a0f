#include "report/row_finder.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "text/normalise.h"

namespace nianbao::report {
namespace {

/// Shorter pieces of a label say too little to find the rest (four Chinese characters).
constexpr std::size_t shortest_piece_bytes = 12;
/// One character in five may be wrong.
constexpr std::size_t bytes_per_error = 15;
/// Words added behind a label, in the place where its row is due (five Chinese characters).
constexpr std::size_t longest_addition_bytes = 15;

}  // namespace

template <typename Matches>
std::optional<std::size_t> RowFinder::search(Matches matches) const {
  const std::size_t count = table_.row_count();
  if (count <= 1) return std::nullopt;
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t row = (table_.expected() + step) % count;
    if (table_.has_row(row)) continue;
    for (const std::string& known : bodies_of(row)) {
      if (matches(known)) return row;
    }
  }
  return std::nullopt;
}

const std::vector<std::string>& RowFinder::bodies_of(std::size_t row) const {
  const standard::Form& form = table_.form();
  const standard::Entry* entry = form.entry(table_.row(row).id);
  return index_.bodies(form.id, static_cast<std::uint16_t>(entry - form.entries.data()));
}

std::optional<std::size_t> RowFinder::exact(const std::string& body) const {
  return search([&](const std::string& known) { return known == body; });
}

bool RowFinder::begins(const std::string& body) const {
  return body.size() >= shortest_piece_bytes && search([&](const std::string& known) {
                                                  return known.size() > body.size() && known.starts_with(body);
                                                }).has_value();
}

std::optional<std::size_t> RowFinder::by_ordinal(const std::string& label) const {
  const std::size_t next = table_.expected();
  if (table_.row_count() <= 1 || next >= table_.row_count() || table_.has_row(next)) return std::nullopt;
  const std::string normalised = text::normalise_label(label);
  const std::size_t length = normalised.size() - text::strip_ordinal(normalised).size();
  const std::string ordinal = standard::without_punctuation(std::string_view(normalised).substr(0, length));
  const std::string& known = table_.form().entry(table_.row(next).id)->ordinal;
  if (ordinal.empty() || ordinal != standard::without_punctuation(text::normalise_label(known))) return std::nullopt;
  return next;
}

std::optional<FoundRow> RowFinder::find(const std::string& pieces, const std::string& body) const {
  if (const auto row = exact(pieces + body)) return FoundRow{*row, false};
  if (body.size() < shortest_piece_bytes) return std::nullopt;
  const auto piece = [&](const std::string& known) {
    return known.size() > body.size() && (known.starts_with(body) || known.ends_with(body));
  };
  if (const auto row = search(piece)) return FoundRow{*row, false};
  // A group's name in front of the row's own: 三、本年度办理结果（一）予以公开.
  const auto tail = [&](const std::string& known) {
    return known.size() >= shortest_piece_bytes && body.size() > known.size() && body.ends_with(known);
  };
  if (const auto row = search(tail)) return FoundRow{*row, false};
  const auto limit = static_cast<std::uint32_t>(std::max<std::size_t>(1, body.size() / bytes_per_error));
  const auto alike = [&](const std::string& known) { return standard::edit_distance(known, body, limit) <= limit; };
  if (const auto row = search(alike)) return FoundRow{*row, true};
  const auto longer = [&](const std::string& known) {
    return known.size() >= shortest_piece_bytes && body.size() <= known.size() + longest_addition_bytes &&
           body.starts_with(known);
  };
  if (const auto row = search(longer); row && *row == table_.expected()) return FoundRow{*row, true};
  return std::nullopt;
}

}  // namespace nianbao::report
