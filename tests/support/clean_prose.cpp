#include "support/clean_prose.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "rules/layout_common.h"
#include "support/paths.h"
#include "support/random.h"
#include "text/utf8.h"

namespace nianbao::test {
namespace {

using nlohmann::json;
using report::Decimal;

const json& templates() {
  static const json loaded = [] {
    std::ifstream file(paths::source() + "/tests/fixtures/prose/clean.json");
    return json::parse(file);
  }();
  return loaded.at("templates");
}

std::string wide(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<char32_t>(static_cast<unsigned char>(c));
    text::append_utf8(result, c >= '0' && c <= '9' ? byte - U'0' + 0xFF10 : byte);
  }
  return result;
}

class Filler {
 public:
  Filler(const ProseValues& values, const json& source, Random& random) : values_(values) {
    if (!source.contains("vars")) return;
    for (const auto& [name, range] : source.at("vars").items()) {
      vars_[name] = Decimal::of(random.between(range.at(0).get<std::int64_t>(), range.at(1).get<std::int64_t>()));
    }
  }

  /// a+b-c over cells (row/column) and free numbers; nothing where the form has no such cell.
  [[nodiscard]] std::optional<Decimal> evaluate(std::string_view expression) const {
    Decimal sum;
    std::int64_t sign = 1;
    while (!expression.empty()) {
      const std::size_t end = std::min(expression.find_first_of("+-"), expression.size());
      const auto term = value_of(expression.substr(0, end));
      if (!term) return std::nullopt;
      sum.scaled += sign * term->scaled;
      if (end == expression.size()) break;
      sign = expression[end] == '-' ? -1 : 1;
      expression.remove_prefix(end + 1);
    }
    return sum;
  }

  /// a/b>0, a/b=0, a/b<20
  [[nodiscard]] bool holds(std::string_view condition) const {
    const std::size_t at = condition.find_first_of("<>=");
    const auto left = evaluate(condition.substr(0, at));
    const auto right = evaluate(condition.substr(at + 1));
    if (!left || !right) return false;
    return condition[at] == '<' ? *left < *right : condition[at] == '>' ? *left > *right : *left == *right;
  }

  /// False where a cell is not in the form.
  bool fill(std::string_view pattern, ProseSentence& sentence) const {
    for (std::size_t at = 0; at < pattern.size();) {
      if (pattern[at] != '{') {
        sentence.text += pattern[at++];
        continue;
      }
      const std::size_t end = pattern.find('}', at);
      if (!slot(pattern.substr(at + 1, end - at - 1), sentence)) return false;
      at = end + 1;
    }
    return true;
  }

 private:
  [[nodiscard]] std::optional<Decimal> value_of(std::string_view term) const {
    const std::size_t slash = term.find('/');
    if (slash != std::string_view::npos) {
      const auto cell = values_.form.cell(term.substr(0, slash), term.substr(slash + 1));
      return cell ? std::optional(values_.cells[*cell]) : std::nullopt;
    }
    if (term.find_first_not_of("0123456789") == std::string_view::npos) {
      return Decimal::of(std::stoll(std::string(term)));
    }
    const auto found = vars_.find(std::string(term));
    return found != vars_.end() ? std::optional(found->second) : std::nullopt;
  }

  bool slot(std::string_view body, ProseSentence& sentence) const {
    if (body == "year" || body == "last_year" || body == "next_year") {
      sentence.text += std::to_string(values_.year + (body == "year" ? 0 : body == "last_year" ? -1 : 1));
      return true;
    }
    if (body == "organ") {
      sentence.text += values_.organ;
      return true;
    }
    ProseSlot slot;
    const std::size_t mark = body.find('!');
    std::string_view rule = mark == std::string_view::npos ? std::string_view() : body.substr(mark + 1);
    body = body.substr(0, mark);
    const std::size_t space = body.find(' ');
    const std::string_view style = space == std::string_view::npos ? std::string_view() : body.substr(0, space);
    if (space != std::string_view::npos) body = body.substr(space + 1);
    const auto written = style == "percent" ? percent(body) : number(body, style, slot);
    if (!written) return false;
    if (rule.empty() && !sentence.trap && body.find('/') != std::string_view::npos) rule = "prose/table";
    if (rule.ends_with("<")) {
      slot.direction = Direction::down;
      rule.remove_suffix(1);
    }
    if (rule != "-") slot.rule = rule;
    slot.begin = sentence.text.size();
    sentence.text += *written;
    slot.end = sentence.text.size();
    sentence.slots.push_back(slot);
    return true;
  }

  std::optional<std::string> number(std::string_view body, std::string_view style, ProseSlot& slot) const {
    const auto value = evaluate(body);
    if (!value) return std::nullopt;
    slot.value = *value;
    slot.plain = style.empty();
    if (style == "wide") return wide(report::to_string(*value));
    if (style == "chinese") return rules::chinese_ordinal(static_cast<std::int32_t>(value->whole()));
    if (style == "tens") return std::to_string(value->whole() / 10 * 10);
    return report::to_string(*value);
  }

  /// part:whole:decimals
  std::optional<std::string> percent(std::string_view body) const {
    const std::size_t first = body.find(':');
    const std::size_t second = body.find(':', first + 1);
    const auto part = evaluate(body.substr(0, first));
    const auto whole = evaluate(body.substr(first + 1, second - first - 1));
    if (!part || !whole || whole->scaled == 0) return std::nullopt;
    std::int64_t factor = 1;
    for (int i = body[second + 1] - '0'; i > 0; --i) factor *= 10;
    const double exact = 100.0 * static_cast<double>(part->scaled) / static_cast<double>(whole->scaled);
    const auto steps = static_cast<std::int64_t>(exact * static_cast<double>(factor) + 0.5);
    return report::to_string(Decimal{steps * (Decimal::scale / factor)});
  }

  const ProseValues& values_;
  std::map<std::string, Decimal> vars_;
};

}  // namespace

std::vector<ProseSentence> clean_sentences(const ProseValues& values, std::uint64_t seed) {
  Random random(seed ^ 0x70726f7365ULL);
  const std::string& form = values.form.name;
  std::vector<ProseSentence> sentences;
  for (const json& source : templates()) {
    const Filler filler(values, source, random);
    const auto& forms = source.at("forms");
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) continue;
    bool fits = true;
    for (const json& condition : source.value("when", json::array())) {
      fits = fits && filler.holds(condition.get<std::string>());
    }
    ProseSentence sentence;
    sentence.id = source.at("id");
    sentence.part = form == "2014" && source.contains("part_2014") ? source.at("part_2014") : source.at("part");
    sentence.trap = source.value("trap", false);
    if (fits && filler.fill(source.at("text").get<std::string>(), sentence)) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::string clean_prose(const ProseValues& values, const std::string& part, int share, std::uint64_t seed) {
  Random random(seed ^ 0x7061727473ULL);
  std::string text;
  for (const ProseSentence& sentence : clean_sentences(values, seed)) {
    if (sentence.part == part && random.chance(share)) text += (text.empty() ? "" : "\n") + sentence.text + "\n";
  }
  return text;
}

}  // namespace nianbao::test
