#include "cli/citations_json.h"

#include <array>
#include <string_view>

namespace nianbao::cli {
namespace {

using report::Citation;

constexpr std::array<std::string_view, 3> kinds = {"name", "number", "provision"};
constexpr std::array<std::string_view, 5> resolutions = {"resolved", "notListed", "unknownArticle", "unknownPart",
                                                         "unresolved"};
constexpr std::array<std::string_view, 5> forms = {"full", "defined", "undefined", "wrong", "other"};
constexpr std::array<std::string_view, 6> bindings = {"none", "named", "listed", "caption", "sentence", "otherLaw"};

template <std::size_t N, typename Enum>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

Json number_or_null(std::int32_t number) {
  return number == 0 ? Json(nullptr) : Json(number);
}

void add_provision(const Citation& citation, const standard::Law* law, Json& out) {
  out["binding"] = word(bindings, citation.binding);
  out["article"] = citation.article;
  if (citation.last_article > citation.article) out["lastArticle"] = citation.last_article;
  out["paragraph"] = number_or_null(citation.paragraph);
  out["item"] = number_or_null(citation.item);
  if (citation.last_item > citation.item) out["lastItem"] = citation.last_item;
  const standard::Article* article = law != nullptr ? law->article(citation.article) : nullptr;
  out["caption"] = article != nullptr ? Json(article->caption) : Json(nullptr);
}

Json json_of(const report::Report& report, const standard::Standard& standard, const Citation& citation) {
  const standard::Law* law = citation.law.empty() ? nullptr : standard.law(citation.law);
  Json out = {{"kind", word(kinds, citation.kind)},
              {"text", citation.text},
              {"range", range_json(report.source, citation.range)},
              {"law", law != nullptr ? Json(law->name) : Json(nullptr)},
              {"resolution", word(resolutions, citation.resolution)},
              {"inTable", citation.in_table}};
  switch (citation.kind) {
    case report::CitationKind::name:
      out["form"] = word(forms, citation.form);
      if (!citation.short_name.empty()) out["defines"] = citation.short_name;
      break;
    case report::CitationKind::number:
      out["number"] = citation.number;
      out["irregular"] = citation.irregular;
      break;
    case report::CitationKind::provision:
      add_provision(citation, law, out);
      break;
  }
  return out;
}

}  // namespace

Json citations_json(const report::Report& report, const standard::Standard& standard) {
  Json citations = Json::array();
  for (const Citation& citation : report.citations) citations.push_back(json_of(report, standard, citation));
  return {{"citations", std::move(citations)}};
}

}  // namespace nianbao::cli
