// The whole standard, loaded once from embedded data: forms, law, word lists, rules, messages.
// The one entrance to standard/; must not know reports.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "standard/citation_words.h"
#include "standard/facts.h"
#include "standard/form.h"
#include "standard/ids.h"
#include "standard/law.h"

namespace nianbao::standard {

/// What the catalogue says of a rule. Parameters of narrative and domain rule families are word lists by name.
struct RuleSpec {
  std::string id;  ///< group/name
  Severity severity = Severity::warning;
  bool fixable = false;
  std::string title;  ///< one line, Chinese
  std::string title_en;
  std::string page;  ///< Markdown of docs/rules/<id>.md
  std::map<std::string, std::vector<std::string>, std::less<>> words;
};

/// Message templates by id, with {name} placeholders, one table per language.
struct Messages {
  std::map<std::string, std::string, std::less<>> zh;
  std::map<std::string, std::string, std::less<>> en;
};

/// Words that differ between traditional, regional and simplified usage beyond single characters: 檔案 → 文件.
struct WordVariant {
  std::string from;  ///< as found after character-level conversion (档案)
  std::string to;    ///< 文件
};

struct LoadError {
  std::string file;
  std::string where;  ///< JSON pointer
  std::string what;
};

class LabelIndex;

struct Standard {
  std::vector<Form> forms;  ///< indexed by FormId, in the order of their years; never empty
  std::vector<Law> laws;
  std::vector<WordVariant> word_variants;
  CitationWords citation_words;
  std::vector<RuleSpec> rules;
  Messages messages;
  std::string report_style;                  ///< CSS of a report as published (page/report.css)
  FactWords facts;                           ///< how counts in running text are understood
  std::shared_ptr<const LabelIndex> labels;  ///< every label of every form, made comparable (standard/label_index.h)

  [[nodiscard]] const Form& form(FormId id) const { return forms[static_cast<std::size_t>(id)]; }
  /// "2021" → its form; nullptr for a name that no form has.
  [[nodiscard]] const Form* form_named(std::string_view name) const;
  /// The form prescribed for a report year (FY): 2014 up to 2018, 2019 up to 2020, 2021 from then on.
  [[nodiscard]] const Form& form_for_year(std::int32_t year) const;
  /// By id, name, alias or number (国务院令第711号, 〔2021〕30号's full number).
  [[nodiscard]] const Law* law(std::string_view id_or_name_or_number) const;
  [[nodiscard]] const RuleSpec* rule(std::string_view id) const;
};

struct DataFile {
  std::string_view name;  ///< form-2021.json, law/711.json, …
  std::string_view content;
};

/// The data files embedded at build time.
[[nodiscard]] std::span<const DataFile> embedded_files();

/// Loads and links the data: every id that a relation, row or citation uses exists, or the error names file and place.
[[nodiscard]] tl::expected<Standard, LoadError> load(std::span<const DataFile> files);

}  // namespace nianbao::standard
