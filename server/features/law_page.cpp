// A whole law as a read-only document.
#include "features/law_page.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "features/law_wording.h"
#include "features/pages.h"
#include "rules/law_common.h"
#include "standard/law_in_force.h"

namespace nianbao::features {
namespace {

using standard::Article;
using standard::Law;

std::string validity_of(const rules::Context& context, const Law& law) {
  const std::string from = rules::date_text(context, law.in_force);
  const std::string to = rules::date_text(context, law.repealed);
  if (!law.in_force.empty() && !law.repealed.empty()) {
    return context.say("law.in-force-until", {{"from", from}, {"to", to}});
  }
  if (!law.in_force.empty()) return context.say("law.in-force", {{"from", from}});
  if (!law.repealed.empty()) return context.say("law.until", {{"to", to}});
  return {};
}

std::string heading_of(const Article& article) {
  return article.caption.empty() ? article.label : article.label + "　" + article.caption;
}

/// Links to the pages of the rows and columns that rest on the article: all of the newest form that has any, each
/// label once; how many more there are in older ones.
std::string rows_of(const rules::Context& context, const Article& article) {
  const std::vector<CitingEntry> rows = citing_entries(context.standard, article);
  std::string out;
  std::size_t older = 0;
  std::set<std::string_view> seen;
  for (const CitingEntry& row : rows) {
    if (row.form != rows.front().form) {
      ++older;
    } else if (seen.insert(row.entry->label).second) {
      if (!out.empty()) out += context.say("hover.join");
      out += fmt::format("[{}]({})", row.entry->label, entry_page_uri(*row.form, *row.entry));
    }
  }
  if (out.empty()) return out;
  if (older > 0) out += context.say("law.rows-older", {{"count", std::to_string(older)}});
  return context.say("law.rows", {{"rows", out}});
}

/// Articles of the law that took its place.
std::string successors_of(const rules::Context& context, const Law& law, const Article& article) {
  const Law* next = law.replaced_by.empty() ? nullptr : context.standard.law(law.replaced_by);
  if (next == nullptr || article.successors.empty()) return {};
  std::string out;
  for (const std::int32_t number : article.successors) {
    const Article* successor = next->article(number);
    if (successor == nullptr) continue;
    if (!out.empty()) out += context.say("hover.join");
    out += fmt::format("[{}]({})", heading_of(*successor), law_page_uri(*next, number));
  }
  return context.say("law.successors", {{"law", rules::short_name_of(context, *next)}, {"articles", out}});
}

void add_line(std::string& out, const std::string& line) {
  if (!line.empty()) out += "\n" + line + "\n";
}

std::string body_of(const Law& law, const Article& article, const rules::Context& context) {
  std::string out;
  for (const WordingLine& line : wording_of(context, law, article)) {
    if (line.item == 0) {
      out +=
          "\n" + (line.mark.empty() ? "" : "**" + line.mark + "**" + std::string(WordingLine::gap)) + line.text + "\n";
      continue;
    }
    out += "- " + line.mark + line.text + "\n";
  }
  if (article.confidence != standard::Confidence::seen) add_line(out, "`" + context.say("hover.mark.recalled") + "`");
  add_line(out, rows_of(context, article));
  add_line(out, successors_of(context, law, article));
  return out;
}

std::string head_of(const Law& law, const rules::Context& context) {
  std::string out = "# " + law.name + "\n";
  std::string facts = law.law_no;
  if (const std::string validity = validity_of(context, law); !validity.empty()) {
    if (!facts.empty()) facts += context.say("law.fact-join");
    facts += validity;
  }
  add_line(out, facts);
  if (!law.from_library) add_line(out, law.note);
  if (!law.url.empty()) add_line(out, context.say("law.official", {{"url", law.url}}));
  if (const Law* next = law.replaced_by.empty() ? nullptr : context.standard.law(law.replaced_by)) {
    add_line(out, context.say("law.replaced", {{"law", "[" + next->name + "](" + law_page_uri(*next) + ")"}}));
  }
  if (!law.articles.empty()) add_line(out, provenance_of(context, law, law.articles.front()));
  return out;
}

}  // namespace

std::vector<CitingEntry> citing_entries(const standard::Standard& standard, const Article& article) {
  std::vector<CitingEntry> found;
  for (const std::string& id : article.cited_by) {
    CitingEntry newest;
    for (const standard::Form& form : standard.forms) {
      if (const standard::Entry* entry = form.entry(id)) newest = {&form, entry};
    }
    if (newest.entry != nullptr) found.push_back(newest);
  }
  // Forms stand in one list, the oldest first.
  std::ranges::stable_sort(found, std::ranges::greater(), &CitingEntry::form);
  return found;
}

std::string law_page_uri(const Law& law) {
  return "nianbao:/law/" + law.id + ".md";
}

std::string law_page_uri(const Law& law, std::int32_t article) {
  return "nianbao:/law/" + law.id + "/" + std::to_string(article) + ".md";
}

std::uint32_t LawPage::line_of(std::int32_t article) const {
  const auto found = lines.find(article);
  return found != lines.end() ? found->second : 0;
}

LawPage law_page(const Law& law, const rules::Context& context) {
  LawPage page;
  page.text = head_of(law, context);
  std::string chapter;
  std::size_t counted = 0;
  std::uint32_t line = 0;
  for (const Article& article : law.articles) {
    if (!article.chapter.empty() && article.chapter != chapter) {
      chapter = article.chapter;
      page.text += "\n## " + chapter + "\n";
    }
    page.text += '\n';
    line += static_cast<std::uint32_t>(
        std::count(page.text.begin() + static_cast<std::ptrdiff_t>(counted), page.text.end(), '\n'));
    counted = page.text.size();
    page.lines[article.number] = line;
    page.text += "### " + heading_of(article) + "\n" + body_of(law, article, context);
  }
  if (law.articles.empty()) add_line(page.text, context.say("law.no-articles"));
  return page;
}

std::string law_article_page(const Law& law, const Article& article, const rules::Context& context) {
  std::string out = "# " + heading_of(article) + "\n";
  std::string facts = "[" + law.name + "](" + law_page_uri(law) + ")";
  if (!law.law_no.empty()) facts += context.say("hover.law-number", {{"number", law.law_no}});
  if (const std::string validity = validity_of(context, law); !validity.empty()) {
    facts += context.say("law.fact-join") + validity;
  }
  add_line(out, facts);
  out += body_of(law, article, context);
  add_line(out, provenance_of(context, law, article));
  return out;
}

}  // namespace nianbao::features
