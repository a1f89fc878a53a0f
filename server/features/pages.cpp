// Read-only pages that the server can show offline. Must not know LSP or any client.
#include "features/pages.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "features/citation.h"
#include "features/law_page.h"
#include "report/report.h"
#include "rules/rule.h"
#include "text/uri.h"

namespace nianbao::features {
namespace {

constexpr std::string_view scheme = "nianbao:";
constexpr std::string_view suffix = ".md";

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

std::string rule_page(const standard::RuleSpec& rule, const rules::Context& context) {
  const bool english = context.options.locale == rules::Locale::en && !rule.title_en.empty();
  if (rule.page.empty()) return fmt::format("# {}\n\n{}\n", rule.id, english ? rule.title_en : rule.title);
  if (!english) return rule.page;
  // The pages are written in Chinese; what the catalogue says in English stands above them.
  const std::size_t rest = rule.page.find("\n## ");
  const std::string level =
      context.say("page.default-level",
                  {{"severity", context.say("cli.severity." + std::string(standard::name_of(rule.severity)))}});
  return fmt::format("# {} {}\n\n{}\n", rule.id, rule.title_en, level) +
         (rest == std::string::npos ? std::string() : rule.page.substr(rest));
}

std::string entry_page(const standard::Entry& entry, const rules::Context& context) {
  std::string out = fmt::format("# {}\n\n{}\n", entry.label, definition_of(context, entry));
  for (const std::string& line : counting_advice(context, entry)) out += fmt::format("\n{}\n", line);
  if (!entry.note.empty()) out += fmt::format("\n{}\n", entry.note);
  if (!entry.basis.empty()) out += '\n';
  for (const standard::LegalBasis* one : by_certainty(entry.basis)) {
    out += fmt::format("- {}\n", basis_line(context, *one));
  }
  return out;
}

}  // namespace

std::string rule_page_uri(std::string_view rule_id) {
  return std::string(scheme) + "/rules/" + std::string(rule_id) + std::string(suffix);
}

std::string article_page_uri(const standard::Law& law, std::int32_t article) {
  return law_page_uri(law, article);
}

std::optional<std::string> article_page_uri(const standard::Standard& standard, const standard::LegalBasis& basis) {
  const standard::Law* law = standard.law(basis.law_id);
  if (law == nullptr || law->article(basis.article) == nullptr) return std::nullopt;
  return article_page_uri(*law, basis.article);
}

std::string entry_page_uri(const standard::Form& form, const standard::Entry& entry) {
  return std::string(scheme) + "/entries/" + std::string(form.name) + "/" + entry.id + std::string(suffix);
}

std::string page_command(std::string_view uri) {
  // The arguments are a JSON array, percent-encoded: ["<uri>"].
  return "command:nianbao.page.open?%5B%22" + std::string(uri) + "%22%5D";
}

std::optional<std::string> page_text(std::string_view uri, const standard::Standard& standard,
                                     const rules::Options& options) {
  const std::string decoded = text::percent_decode(uri);
  std::string_view path = decoded;
  if (!path.starts_with(scheme)) return std::nullopt;
  path.remove_prefix(scheme.size());
  while (path.starts_with('/')) path.remove_prefix(1);
  if (!path.ends_with(suffix)) return std::nullopt;
  path.remove_suffix(suffix.size());

  const report::Report nothing;
  rules::Context context{nothing, standard, options, nullptr};
  const std::vector<std::string_view> parts = split(path);
  if (parts.size() >= 2 && parts[0] == "rules") {
    const standard::RuleSpec* rule = standard.rule(path.substr(parts[0].size() + 1));
    if (rule == nullptr) return std::nullopt;
    return rule_page(*rule, context);
  }
  if (parts.size() == 2 && parts[0] == "law") {
    const standard::Law* law = standard.law(parts[1]);
    if (law == nullptr) return std::nullopt;
    return law_page(*law, context).text;
  }
  if (parts.size() == 3 && parts[0] == "law") {
    const standard::Law* law = standard.law(parts[1]);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), number);
    if (law == nullptr || error != std::errc() || end != parts[2].data() + parts[2].size()) return std::nullopt;
    const standard::Article* article = law->article(number);
    if (article == nullptr) return std::nullopt;
    return law_article_page(*law, *article, context);
  }
  if (parts.size() == 3 && parts[0] == "entries") {
    context.form = standard.form_named(parts[1]);
    if (context.form == nullptr) return std::nullopt;
    const standard::Entry* entry = context.form->entry(parts[2]);
    if (entry == nullptr) return std::nullopt;
    return entry_page(*entry, context);
  }
  return std::nullopt;
}

}  // namespace nianbao::features
