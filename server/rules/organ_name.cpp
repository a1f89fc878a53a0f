// How far an organ's name goes. Must not know organs: the word lists are data.
#include "rules/organ_name.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "text/normalise.h"

namespace nianbao::rules {
namespace {

constexpr std::size_t longest_organ_bytes = 90;
constexpr std::size_t longest_province_bytes = 15;  // before 省 or 自治区: 新疆维吾尔

/// Word lists of a rule in the catalogue.
class Words {
 public:
  explicit Words(const standard::Standard& standard, std::string_view rule = "layout/title")
      : spec_(standard.rule(rule)) {}

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

/// The name goes further down: 临江县司法局. 市场监督管理局 names no place.
bool names_a_place(const Words& words, std::string name) {
  for (const std::string& word : words.of("no-places")) {
    for (auto at = name.find(word); at != std::string::npos; at = name.find(word, at)) name.erase(at, word.size());
  }
  const std::vector<std::string>& places = words.of("places-within");
  return std::any_of(places.begin(), places.end(),
                     [&](const std::string& place) { return name.find(place) != std::string::npos; });
}

/// A province's name, and an organ directly behind it.
bool is_of_province(const Words& words, const std::string& name) {
  for (const std::string& province : words.of("provinces")) {
    if (name.starts_with(province) && !names_a_place(words, name.substr(province.size()))) return true;
  }
  for (const std::string& kind : words.of("province-kinds")) {
    const std::size_t at = name.find(kind);
    if (at > longest_province_bytes || names_a_place(words, name.substr(0, at))) continue;
    if (!names_a_place(words, name.substr(at + kind.size()))) return true;
  }
  return false;
}

/// What stands behind the first word of the state's organ that the name begins with: nothing behind 国家税务总局.
std::optional<std::string> behind_state_organ(const Words& words, const std::string& name) {
  const auto begins = [&](const std::string& state) { return name.starts_with(state); };
  const std::vector<std::string>& states = words.of("state");
  if (std::none_of(states.begin(), states.end(), begins)) return std::nullopt;
  std::size_t end = std::string::npos;
  for (const std::string& word : words.of("state-ends")) {
    if (const std::size_t at = name.find(word); at != std::string::npos) end = std::min(end, at + word.size());
  }
  if (end == std::string::npos || names_a_place(words, name.substr(0, end))) return std::nullopt;
  return name.substr(end);
}

}  // namespace

bool is_of_province_or_state(const standard::Standard& standard, std::string_view organ) {
  const Words words(standard, "sum/remark");  // the rule that has the lists
  std::string name = comparable_organ(organ);
  const std::vector<std::string>& ministries = words.of("ministries");
  const auto is_ministry = [&](std::string_view each) {
    return std::find(ministries.begin(), ministries.end(), each) != ministries.end();
  };
  if (is_ministry(name)) return true;
  for (const std::string& state : words.of("state")) {
    if (name.starts_with(state) && is_ministry(std::string_view(name).substr(state.size()))) return true;
  }
  // A branch is as large as the place that its name goes on with: 国家税务总局河北省税务局.
  if (auto branch = behind_state_organ(words, name)) {
    if (branch->empty()) return true;
    name = std::move(*branch);
  }
  return is_of_province(words, name);
}

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
