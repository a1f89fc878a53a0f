// What other reports may ask of a report: who, when, its certain numbers, its sentences. Small, without text or tree,
// so that thousands can be kept. Must not know where reports lie or which belong together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/report.h"
#include "standard/standard.h"
#include "text/place.h"

namespace nianbao::rules {

struct DigestCell {
  standard::CellIndex cell = 0;
  report::Decimal value;
  text::Place place;
  friend bool operator==(const DigestCell&, const DigestCell&) = default;
};

/// A table that was read for certain: its numbers, by cell. Blank, absent and malformed cells are left out.
struct DigestTable {
  standard::FormId form{};
  standard::TableId table = standard::TableId::t2;
  std::vector<DigestCell> cells;
  friend bool operator==(const DigestTable&, const DigestTable&) = default;
};

struct Digest {
  std::string document;  ///< what the caller knows it by: a path or a URI
  std::string organ;     ///< as written
  std::string organ_key;
  bool organ_has_place = false;  ///< false: 司法局 may be that of any place
  std::optional<std::int32_t> year;
  text::Place title;
  std::string title_text;
  std::vector<DigestTable> tables;
  std::vector<std::uint64_t> sentences;  ///< fingerprints, sorted
  friend bool operator==(const Digest&, const Digest&) = default;

  /// The cell of the same row and column, whatever the form; null where it has no certain value.
  [[nodiscard]] const DigestCell* cell(const standard::Standard& standard, const standard::CellSpec& spec) const;
  [[nodiscard]] bool has_sentence(std::uint64_t fingerprint) const;
};

/// The cell's value in the form's own unit, where it was read for certain. 251000元 is none where 万元 are asked for.
[[nodiscard]] std::optional<report::Decimal> certain_number(const report::CellReading& cell,
                                                            const standard::CellSpec& spec);

[[nodiscard]] Digest digest_of(const report::Report& report, const standard::Standard& standard, std::string document);

/// The reports that a report is compared with. Null or empty: there are none, or it is not certain which they are.
struct Relatives {
  const Digest* last_year = nullptr;  ///< of the same organ
  std::vector<const Digest*> parts;   ///< what an aggregate report is put together from, complete
  [[nodiscard]] bool empty() const { return last_year == nullptr && parts.empty(); }
};

}  // namespace nianbao::rules
