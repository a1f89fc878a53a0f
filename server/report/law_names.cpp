// Names of laws as reports write them.
#include "report/law_names.h"

#include <algorithm>
#include <array>

#include "report/flow.h"
#include "standard/law_in_force.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

constexpr std::string_view number_bracket = "〔";
constexpr std::string_view about = "关于";

/// 政府信息公开条例(2019年修订) without the remark.
std::string_view without_remark(std::string_view name) {
  const std::size_t open = name.rfind('(');
  return name.ends_with(")") && open != std::string_view::npos ? name.substr(0, open) : name;
}

}  // namespace

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return text.starts_with(word); });
}

bool ends_in_any(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return text.ends_with(word); });
}

LawNames::LawNames(const standard::Standard& standard, std::optional<std::int32_t> report_year)
    : standard_(standard), year_(report_year) {
  for (const standard::Law& law : standard.laws) {
    add(law.name, &law, false);
    for (const std::string& alias : law.aliases) add(alias, &law, false);
    add(law.law_no, &law, false);
  }
  for (const standard::NameOfLaw& name : standard.citation_words.short_names) {
    add(name.name, standard.law(name.law), true);
  }
  std::ranges::sort(names_, [](const Name& a, const Name& b) {
    return a.folded.size() != b.folded.size() ? a.folded.size() > b.folded.size() : a.folded < b.folded;
  });
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!names_[i].folded.empty()) by_first_.emplace_back(text::scalar_at(names_[i].folded, 0).value, i);
  }
  std::ranges::sort(by_first_);
}

void LawNames::add(std::string_view name, const standard::Law* law, bool is_short) {
  std::string folded = folded_name(name);
  const bool is_number = folded.find(number_bracket) != std::string::npos || folded.find("令第") != std::string::npos ||
                         folded.starts_with("第");
  const bool is_decree = is_number && folded.find("令") != std::string::npos;
  // 2017年修正 tells which version of a law is meant, and names none.
  if (!is_number && name == law->law_no) return;
  if (!is_number || is_decree) heads_.insert_head(folded);
  if (is_decree) decree_heads_.insert_head(folded);
  (is_decree ? decrees_ : is_number ? numbers_ : names_).push_back({std::move(folded), law, is_short});
}

const standard::Law* LawNames::exact(std::string_view name) const {
  for (const Name& known : names_) {
    if (!known.is_short && known.folded == name) return known.law;
  }
  return nullptr;
}

LawNames::Match LawNames::title(std::string_view name, std::string_view before) const {
  if (const standard::Law* law = exact(name)) return {current(law), NameForm::full};
  const std::string& country = standard_.citation_words.country;
  for (std::string_view shorter :
       {name.starts_with(country) ? name.substr(country.size()) : name, without_remark(name)}) {
    if (shorter.starts_with(country)) shorter.remove_prefix(country.size());
    if (shorter == name) continue;
    if (const standard::Law* law = exact(shorter)) return {current(law), NameForm::full};
  }
  const std::string_view plain = name.starts_with(country) ? name.substr(country.size()) : name;
  for (const standard::NameOfLaw& wrong : standard_.citation_words.wrong_names) {
    if (wrong.name == plain) return {current(standard_.law(wrong.law)), NameForm::wrong};
  }
  for (const standard::NameOfLaw& usual : standard_.citation_words.short_names) {
    if (usual.name == name) return {current(standard_.law(usual.law)), NameForm::undefined};
  }
  // The issuer may stand in front of the marks: 国务院办公厅…《关于…的通知》.
  if (name.starts_with(about)) {
    for (const Name& known : names_) {
      if (known.is_short || known.folded.size() <= name.size() || !known.folded.ends_with(name)) continue;
      const std::string_view issuer = std::string_view(known.folded).substr(0, known.folded.size() - name.size());
      if (before.ends_with(issuer)) return {known.law, NameForm::full};
    }
  }
  return {};
}

LawNames::Bare LawNames::bare(std::string_view text) const {
  const char32_t first = text::scalar_at(text, 0).value;
  auto at = std::ranges::lower_bound(by_first_, first, {}, &std::pair<char32_t, std::size_t>::first);
  for (; at != by_first_.end() && at->first == first; ++at) {
    const Name& known = names_[at->second];
    if (text.starts_with(known.folded)) return {known.folded.size(), known.is_short};
  }
  return {};
}

LawNames::Numbered LawNames::numbered(std::string_view before, std::string_view bracket) const {
  for (const Name& known : numbers_) {
    const std::size_t open = known.folded.find(number_bracket);
    if (open == std::string::npos || std::string_view(known.folded).substr(open) != bracket) continue;
    if (before.ends_with(std::string_view(known.folded).substr(0, open))) return {known.law, open};
  }
  return {};
}

std::pair<const standard::Law*, std::size_t> LawNames::decree(std::string_view text) const {
  if (!decree_heads_.contains(text::scalar_at(text, 0).value)) return {nullptr, 0};
  for (const Name& known : decrees_) {
    if (text.starts_with(known.folded)) return {known.law, known.folded.size()};
  }
  return {nullptr, 0};
}

const standard::Law* LawNames::current(const standard::Law* law) const {
  return law != nullptr ? &standard::in_force_for(standard_, *law, year_) : nullptr;
}

const standard::Law* LawNames::former(const standard::Law* law) const {
  const standard::Law* found = law != nullptr ? standard::former_of(standard_, *law) : nullptr;
  return found != nullptr ? found : law;
}

}  // namespace nianbao::report
