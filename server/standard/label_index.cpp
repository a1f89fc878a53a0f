#include "standard/label_index.h"

#include <algorithm>
#include <map>

#include "text/normalise.h"
#include "text/utf8.h"

namespace nianbao::standard {
namespace {

bool is_word(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (lead < 0x80) return (lead >= '0' && lead <= '9') || (lead >= 'A' && lead <= 'Z') || (lead >= 'a' && lead <= 'z');
  if (lead < 0xE3) return false;           // below U+3000: Latin letters with marks, “ ” … — and their like
  if (character.size() < 3) return false;  // a stray byte
  if (lead == 0xE3)
    return static_cast<unsigned char>(character[1]) >= 0x90;  // from U+3400 on; 〇 is a digit of its own
  return lead != 0xEF;                                        // U+F000…: compatibility shapes, already folded by NFKC
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t length = text::scalar_at(text, 0).length;
    result.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return result;
}

/// （二）部分公开（区分处理的，…）: the label without its closing explanation.
std::string_view without_explanation(std::string_view normalised) {
  if (!normalised.ends_with(')')) return normalised;
  const auto open = normalised.rfind('(');
  return open == std::string_view::npos || open == 0 ? normalised : normalised.substr(0, open);
}

struct Place {
  TableId table;
  bool is_row;
};

/// Where each entry of the form stands; parts of the report stand in no table.
std::map<std::string_view, Place> places_of(const Form& form) {
  std::map<std::string_view, Place> places;
  for (const TableSpec& table : form.tables) {
    for (const std::string& id : table.header) places.insert({id, {table.id, false}});
    for (const BlockSpec& block : table.blocks) {
      places.insert({block.caption, {table.id, false}});
      for (const std::string& id : block.columns) places.insert({id, {table.id, false}});
      for (const RowSpec& row : block.rows) places.insert({row.id, {table.id, true}});
    }
  }
  places.erase(std::string_view());
  return places;
}

}  // namespace

std::string without_punctuation(std::string_view normalised) {
  std::string result;
  result.reserve(normalised.size());
  while (!normalised.empty()) {
    const std::size_t length = text::scalar_at(normalised, 0).length;
    if (is_word(normalised.substr(0, length))) result.append(normalised.substr(0, length));
    normalised.remove_prefix(length);
  }
  return result;
}

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  const auto left = characters(a);
  const auto right = characters(b);
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer - std::min(left.size(), right.size()) > limit) return limit + 1;
  std::vector<std::uint32_t> row(right.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::uint32_t diagonal = row[0];
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t best = row[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::uint32_t above = row[j];
      const std::uint32_t change = diagonal + (left[i - 1] == right[j - 1] ? 0U : 1U);
      row[j] = std::min({change, above + 1, row[j - 1] + 1});
      diagonal = above;
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return row.back();
}

LabelIndex::LabelIndex(const Standard& standard) : variants_(standard.word_variants) {
  for (const WordVariant& variant : variants_) regional_words_.push_back(variant.from);
  std::sort(regional_words_.begin(), regional_words_.end(),
            [](const std::string& a, const std::string& b) { return first_of(a) < first_of(b); });
  for (const std::string& word : regional_words_) regional_index_.add(word);
  bodies_.resize(standard.forms.size());
  sections_.resize(standard.forms.size());
  for (const Form& form : standard.forms) {
    for (const SectionSpec& section : form.sections) {
      SectionBodies& each = sections_[static_cast<std::size_t>(form.id)].emplace_back();
      each.official = body(section.title);
      for (const std::string& variant : section.variants) each.variants.push_back(body(variant));
      for (const std::string& deviation : section.deviations) each.deviations.push_back(body(deviation));
    }
    bodies_[static_cast<std::size_t>(form.id)].resize(form.entries.size());
    const auto places = places_of(form);
    for (std::size_t i = 0; i < form.entries.size(); ++i) {
      const auto place = places.find(form.entries[i].id);
      if (place == places.end()) continue;
      add_entry(form.entries[i], {form.id, static_cast<std::uint16_t>(i), place->second.table, place->second.is_row});
    }
  }
  std::ranges::sort(row_bodies_);
}

void LabelIndex::add_entry(const Entry& entry, LabelCandidate candidate) {
  std::vector<std::string>& bodies = bodies_[static_cast<std::size_t>(candidate.form)][candidate.entry];
  const auto take = [&](std::string_view label) {
    const std::string normalised = standard_words(text::normalise_label(label));
    const std::string body = without_punctuation(text::strip_ordinal(normalised));
    const std::string brief = without_punctuation(text::strip_ordinal(without_explanation(normalised)));
    for (const std::string& each : {body, brief}) {
      if (each.empty() || std::find(bodies.begin(), bodies.end(), each) != bodies.end()) continue;
      bodies.push_back(each);
      by_body_[each].push_back(candidate);
      if (candidate.is_row) row_bodies_.push_back(each);
    }
  };
  take(entry.label);
  for (const std::string& variant : entry.variants) take(variant);
}

bool LabelIndex::is_row(std::string_view body) const {
  return std::ranges::binary_search(row_bodies_, body);
}

bool LabelIndex::begins_row(std::string_view body) const {
  const auto at = std::ranges::lower_bound(row_bodies_, body);
  return at != row_bodies_.end() && at->starts_with(body);
}

bool LabelIndex::has_variant(std::string_view text) const {
  while (!text.empty()) {
    const FirstIndex::Group group = regional_index_.at(text);
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
      if (text.starts_with(regional_words_[i])) return true;
    }
    text.remove_prefix(text::scalar_at(text, 0).length);
  }
  return false;
}

std::string LabelIndex::standard_words(std::string_view normalised) const {
  std::string result(normalised);
  if (!has_variant(normalised)) return result;
  for (const auto& [from, to] : variants_) {
    for (std::size_t at = result.find(from); at != std::string::npos; at = result.find(from, at + to.size())) {
      result.replace(at, from.size(), to);
    }
  }
  return result;
}

const std::vector<SectionBodies>& LabelIndex::sections(FormId form) const {
  return sections_[static_cast<std::size_t>(form)];
}

std::string LabelIndex::body(std::string_view text) const {
  return without_punctuation(standard_words(text::normalise_label(text)));
}

LabelKey LabelIndex::key(std::string_view label) const {
  const std::string normalised = standard_words(text::normalise_label(label));
  const std::string_view stripped = text::strip_ordinal(normalised);
  return {without_punctuation(stripped), stripped.size() != normalised.size()};
}

std::span<const LabelCandidate> LabelIndex::find(std::string_view body) const {
  const auto found = by_body_.find(std::string(body));
  if (found == by_body_.end()) return {};
  return found->second;
}

const std::vector<std::string>& LabelIndex::bodies(FormId form, std::uint16_t entry) const {
  return bodies_[static_cast<std::size_t>(form)][entry];
}

}  // namespace nianbao::standard
