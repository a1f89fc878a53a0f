// Proposals outside of tables: whole reports, headings, tables, common sentences. Must not know LSP.
#include <algorithm>
#include <array>

#include "features/completion_sources.h"
#include "rules/layout_common.h"
#include "rules/table_template.h"
#include "text/normalise.h"

namespace nianbao::features {
namespace {

/// A document with more lines of text than this is not to be begun anew.
constexpr std::uint32_t most_lines_before_a_report = 6;

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// White space and hashes before the words of a heading.
std::string_view lead_of(std::string_view line) {
  constexpr std::string_view wide_space = "　";
  std::string_view rest = line;
  for (bool more = true; more;) {
    const bool wide = rest.starts_with(wide_space);
    more = wide || rest.starts_with('#') || rest.starts_with(' ') || rest.starts_with('\t');
    if (more) rest.remove_prefix(wide ? wide_space.size() : 1);
  }
  return line.substr(0, line.size() - rest.size());
}

std::string_view typed_at(const Place& place) {
  return place.before.substr(lead_of(place.before).size());
}

/// True at the end of a line of text; what is typed before the cursor may still belong to something else.
bool ends_line(const Place& place) {
  return place.after.find_first_not_of(" \t") == std::string_view::npos &&
         place.before.find('|') == std::string_view::npos;
}

/// True where nothing is typed, or the begin of the label, with its ordinal or without: what is typed is replaced.
bool is_begun(const Place& place, std::string_view label) {
  const std::string typed = text::normalise_label(typed_at(place));
  const std::string whole = text::normalise_label(label);
  return whole.starts_with(typed) || text::strip_ordinal(whole).starts_with(typed);
}

/// Hashes as the report's own headings of that level have them; else one more than the level above, if that has any.
std::string hashes(const View& view, std::int32_t level) {
  const report::Report& report = view.report();
  const auto of_line = [&](text::ByteRange line) {
    const std::string_view lead = lead_of(view.snapshot.text.slice(line));
    return static_cast<std::size_t>(std::ranges::count(lead, '#'));
  };
  std::size_t above =
      report.title ? of_line(view.snapshot.text.line(view.snapshot.text.line_of(report.title->range.begin))) : 1;
  for (const report::Heading& heading : report.headings) {
    if (heading.level == level) {
      above = of_line(heading.line);
      return above == 0 ? std::string() : std::string(above, '#') + " ";
    }
    if (heading.level < level) above = of_line(heading.line);
  }
  return above == 0 ? std::string() : std::string(above + 1, '#') + " ";
}

Completion line_item(const Place& place, Completion::Kind kind, std::string label, std::string text) {
  Completion item;
  item.kind = kind;
  item.label = std::move(label);
  // Hashes are written anew, and nothing may stand before them; else blanks before the words stay.
  const std::string_view lead = lead_of(place.before);
  const bool hashed = lead.find('#') != std::string_view::npos || text.starts_with('#');
  item.range = {place.line.begin + static_cast<text::Offset>(hashed ? 0 : lead.size()), place.offset};
  item.text = std::move(text);
  // Letters are compared with what replaces them, hashes included.
  item.filter = place.before.starts_with('#') ? item.text.substr(0, item.text.find('\n')) : item.label;
  return item;
}

/// Id of the part that the cursor stands in; empty before the first.
std::string part_at(const report::Report& report, text::Offset offset) {
  std::string section;
  for (const report::Heading& heading : report.headings) {
    if (heading.line.begin > offset) break;
    if (!heading.section.empty()) section = heading.section;
  }
  return section;
}

std::string years_of(const rules::Context& context, const standard::Form& form) {
  const std::string first = std::to_string(form.first_year);
  const std::string last = std::to_string(form.last_year);
  return form.last_year == 0 ? context.say("complete.years-from", {{"first", first}})
                             : context.say("complete.years", {{"first", first}, {"last", last}});
}

/// {organ} and {year} become placeholders that repeat: they come first, what the text itself asks follows.
std::string with_names(const standard::Snippets& snippets, std::string text) {
  constexpr std::int32_t names = 2;
  for (std::int32_t number = 9; number >= 1; --number) {
    text =
        replace_all(std::move(text), "${" + std::to_string(number) + ":", "${" + std::to_string(number + names) + ":");
  }
  text = replace_all(std::move(text), "{organ}", "${1:" + snippets.report.organ + "}");
  return replace_all(std::move(text), "{year}", "${2:" + snippets.report.year + "}");
}

std::string whole_report(const standard::Snippets& texts, const standard::Form& form) {
  constexpr std::int32_t first_new_form_year = 2019;
  const standard::Snippets::ReportFrame& frame = texts.report;
  const std::string& intro = form.first_year < first_new_form_year ? frame.intro_before_2019 : frame.intro;
  std::string text = "# " + frame.title + "\n\n" + intro + "\n";
  for (const standard::SectionSpec& section : form.sections) {
    text += "\n## " + section.numeral + "、" + section.title + "\n";
    for (const standard::Snippets::SubHeadings& sub : texts.sub_headings) {
      if (sub.section != section.id) continue;
      std::int32_t number = 0;
      for (const std::string& title : sub.titles)
        text += "\n### （" + rules::chinese_ordinal(++number) + "）" + title + "\n";
    }
    for (const standard::TableSpec& table : form.tables) {
      if (table.section == section.id) text += "\n" + rules::blank_table(form, table.id);
    }
  }
  for (const standard::TableSpec& table : form.tables) {
    if (table.section.empty()) text += "\n" + table.title + "\n\n" + rules::blank_table(form, table.id);
  }
  return with_names(texts, std::move(text));
}

bool is_missing(const report::Report& report, const std::string& section) {
  return std::ranges::none_of(report.headings,
                              [&](const report::Heading& heading) { return heading.section == section; });
}

void propose_parts(const View& view, const Place& place, const std::string& current, std::vector<Completion>& out) {
  const standard::Form& form = view.form();
  const std::string lead = hashes(view, 1);
  // The next part in the form's order first, then those that were left out before.
  std::vector<const standard::SectionSpec*> later;
  std::vector<const standard::SectionSpec*> earlier;
  bool past = current.empty();
  for (const standard::SectionSpec& section : form.sections) {
    if (is_missing(view.report(), section.id)) (past ? later : earlier).push_back(&section);
    if (section.id == current) past = true;
  }
  later.insert(later.end(), earlier.begin(), earlier.end());
  for (const standard::SectionSpec* section : later) {
    const std::string label = section->numeral + "、" + section->title;
    if (!is_begun(place, label)) continue;
    Completion item = line_item(place, Completion::Kind::heading, label, lead + label + "\n");
    item.detail = view.context().say("complete.part");
    item.key = "entry:" + form.name + ":" + section->id;
    out.push_back(std::move(item));
  }
}

void propose_sub_headings(const View& view, const standard::Snippets& texts, const Place& place,
                          const std::string& current, std::vector<Completion>& out) {
  std::int32_t count = 0;
  std::string known;
  for (const report::Heading& heading : view.report().headings) {
    if (heading.level != 2 || part_at(view.report(), heading.line.begin) != current) continue;
    known += heading.title_text;
    if (heading.line.begin < place.line.begin) ++count;
  }
  const std::string lead = hashes(view, 2);
  for (const standard::Snippets::SubHeadings& sub : texts.sub_headings) {
    if (sub.section != current) continue;
    for (const std::string& title : sub.titles) {
      if (known.find(title) != std::string::npos) continue;
      const std::string label = "（" + rules::chinese_ordinal(count + 1) + "）" + title;
      if (!is_begun(place, label)) continue;
      Completion item = line_item(place, Completion::Kind::heading, label, lead + label + "\n");
      item.detail = view.context().say("complete.sub-heading");
      out.push_back(std::move(item));
    }
  }
}

}  // namespace

void propose_reports(const View& view, const standard::Snippets& texts, const Place& place,
                     std::vector<Completion>& out) {
  if (!ends_line(place) || view.snapshot.text.line_count() > most_lines_before_a_report) return;
  if (texts.report.title.empty()) return;
  if (!view.report().headings.empty() || !view.report().grids.empty()) return;
  const rules::Context context = view.context();
  for (auto form = view.standard.forms.rbegin(); form != view.standard.forms.rend(); ++form) {
    const std::string label = context.say("complete.report", {{"years", years_of(context, *form)}});
    // The title itself may be begun, too: 年报, 整篇, 政府信息公开.
    if (label.find(typed_at(place)) == std::string::npos) continue;
    Completion item = line_item(place, Completion::Kind::snippet, label, whole_report(texts, *form));
    item.snippet = true;
    item.detail = form->basis;
    out.push_back(std::move(item));
  }
}

void propose_headings(const View& view, const standard::Snippets& texts, const Place& place,
                      std::vector<Completion>& out) {
  if (!ends_line(place)) return;
  const std::string current = part_at(view.report(), place.line.begin);
  propose_sub_headings(view, texts, place, current, out);
  propose_parts(view, place, current, out);
}

void propose_tables(const View& view, const Place& place, std::vector<Completion>& out) {
  if (!ends_line(place)) return;
  const report::Report& report = view.report();
  const standard::Form& own = view.form();
  const std::string current = part_at(report, place.line.begin);
  const rules::Context context = view.context();
  // A table without a part stands behind the last one, and only in a report of its own years.
  const auto belongs = [&](const standard::Form& form, const standard::TableSpec& table) {
    if (!table.section.empty()) return table.section == current;
    return form.id == own.id && !form.sections.empty() && form.sections.back().id == current;
  };
  const auto propose = [&](const standard::Form& form) {
    for (const standard::TableSpec& table : form.tables) {
      if (report.grid(table.id) != nullptr || !belongs(form, table)) continue;
      const std::string label =
          context.say("complete.table", {{"table", table.name}, {"years", years_of(context, form)}});
      if (!is_begun(place, label)) continue;
      Completion item = line_item(place, Completion::Kind::snippet, label, rules::blank_table(form, table.id));
      item.detail = table.title;
      out.push_back(std::move(item));
    }
  };
  // The report's own form first; a table of another year is for a report of that year.
  propose(own);
  for (auto form = view.standard.forms.rbegin(); form != view.standard.forms.rend(); ++form) {
    if (form->id != own.id) propose(*form);
  }
}

void propose_sentences(const View& view, const standard::Snippets& texts, const Place& place,
                       std::vector<Completion>& out) {
  const bool behind_stop = place.before.ends_with("。") || place.before.ends_with("；");
  const std::string_view lead = lead_of(place.before);
  if (!behind_stop && (!ends_line(place) || lead.find('#') != std::string_view::npos)) return;
  const std::string current = part_at(view.report(), place.line.begin);
  const std::int32_t year = view.report().year.value_or(0);
  for (const standard::Snippets::Sentence& sentence : texts.sentences) {
    if (sentence.section != current) continue;
    if (year != 0 && sentence.first_year != 0 && year < sentence.first_year) continue;
    if (year != 0 && sentence.last_year != 0 && year > sentence.last_year) continue;
    const std::string_view typed = typed_at(place);
    const bool begun = is_begun(place, sentence.text);
    if (!behind_stop && !begun && !is_begun(place, sentence.label)) continue;
    Completion item;
    item.kind = Completion::Kind::sentence;
    item.label = sentence.label;
    item.range = {place.offset - static_cast<text::Offset>(behind_stop ? 0 : typed.size()), place.offset};
    item.text = sentence.text;
    if (!behind_stop && begun && !typed.empty()) item.filter = sentence.text;
    item.snippet = sentence.text.find("${") != std::string::npos;
    item.documentation = readable(sentence.text);
    out.push_back(std::move(item));
  }
}

}  // namespace nianbao::features
