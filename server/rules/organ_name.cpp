// How far an organ's name goes. Must not know organs: the word lists are data.
#include "rules/organ_name.h"

#include <algorithm>
#include <vector>

#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::size_t longest_organ_bytes = 90;

/// Word lists of layout/title in the catalogue.
class Words {
 public:
  explicit Words(const standard::Standard& standard) : spec_(standard.rule("layout/title")) {}

  [[nodiscard]] const std::vector<std::string>& of(std::string_view list) const {
    static const std::vector<std::string> none;
    if (spec_ == nullptr) return none;
    const auto found = spec_->words.find(list);
    return found != spec_->words.end() ? found->second : none;
  }

 private:
  const standard::RuleSpec* spec_;
};

bool is_department(const Words& words, std::string_view name) {
  const std::vector<std::string>& whole = words.of("organs");
  if (std::find(whole.begin(), whole.end(), name) != whole.end()) return true;
  const std::vector<std::string>& stems = words.of("departments");
  for (const std::string& suffix : words.of("suffixes")) {
    if (name.size() <= suffix.size() || !name.ends_with(suffix)) continue;
    const std::string_view stem = name.substr(0, name.size() - suffix.size());
    if (std::find(stems.begin(), stems.end(), stem) != stems.end()) return true;
  }
  return false;
}

}  // namespace

OrganPlace place_of(const standard::Standard& standard, std::string_view organ) {
  const Words words(standard);
  const std::string name = comparable_organ(organ);
  if (is_department(words, name)) return OrganPlace::none;
  for (const std::string& kind : words.of("places")) {
    if (name.starts_with(kind) && is_department(words, std::string_view(name).substr(kind.size())))
      return OrganPlace::kind_only;
  }
  return OrganPlace::named;
}

std::string signing_organ(const report::Report& report) {
  if (!report.signing_date) return {};
  constexpr std::string_view day_mark = "日";
  const auto last_line = [](std::string_view text) {
    text = text.substr(0, text.find_last_not_of("\r\n") + 1);
    return text.substr(text.find_last_of('\n') + 1);  // npos + 1 is 0
  };
  for (std::size_t i = 0; i < report.paragraphs.size(); ++i) {
    if (!report.paragraphs[i].range.covers(report.signing_date->range)) continue;
    const std::string_view text = report.paragraphs[i].text;
    const std::size_t day = text.rfind(day_mark);
    const std::size_t line = day == std::string_view::npos ? 0 : text.find_last_of('\n', day) + 1;
    std::string_view organ = last_line(text.substr(0, line));
    if (organ.empty() && i > 0) organ = last_line(report.paragraphs[i - 1].text);
    const bool sentence = organ.size() > longest_organ_bytes || organ.find("。") != std::string_view::npos;
    return sentence ? std::string() : comparable_organ(organ);
  }
  return {};
}

std::string comparable_organ(std::string_view organ) {
  return text::normalise_label(organ);
}

}  // namespace nianbao::rules
