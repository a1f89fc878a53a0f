// Puts the parts together: which file is what, in which order, and what refers to what.
#include "standard/standard.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "standard/label_index.h"
#include "standard/loaders.h"

namespace nianbao::standard {
namespace {

/// Runs f on the parsed file; later files are skipped once something is wrong.
template <typename F>
void read(const DataFile& file, Problems& problems, F f) {
  if (problems.any()) return;
  const auto document = parse_file(file, problems);
  if (document) f(Node(*document, file.name, problems));
}

class Loader {
 public:
  explicit Loader(std::span<const DataFile> files) : files_(files) {}

  tl::expected<Standard, LoadError> run() {
    load_laws();
    one("rules.json", [&](const Node& node) { standard_.rules = load_rules(node); });
    one("words/variants.json", [&](const Node& node) { standard_.word_variants = load_word_variants(node); });
    one("words/citations.json", [&](const Node& node) { standard_.citation_words = load_citation_words(node); });
    one("messages/zh.json", [&](const Node& node) { standard_.messages.zh = load_messages(node); });
    one("messages/en.json", [&](const Node& node) { standard_.messages.en = load_messages(node); });
    load_forms();
    attach_style();
    if (problems_.any()) return tl::unexpected(problems_.first());
    one("words/facts.json", [&](const Node& node) { standard_.facts = load_facts(node, standard_); });
    if (problems_.any()) return tl::unexpected(problems_.first());
    attach_pages();
    attach_citations();
    standard_.labels = std::make_shared<const LabelIndex>(standard_);
    return std::move(standard_);
  }

 private:
  template <typename F>
  void one(std::string_view name, F f) {
    const auto file = std::ranges::find(files_, name, &DataFile::name);
    if (file == files_.end()) return problems_.report(name, "", "missing file");
    read(*file, problems_, f);
  }

  void load_laws() {
    for (const DataFile& file : files_) {
      if (!file.name.starts_with("law/")) continue;
      read(file, problems_, [&](const Node& node) {
        Law law = load_law(node);
        if (std::ranges::find(standard_.laws, law.id, &Law::id) != standard_.laws.end()) {
          node.fail("id", fmt::format("duplicate law \"{}\"", law.id));
        }
        standard_.laws.push_back(std::move(law));
      });
    }
    check_succession();
  }

  void check_succession() {
    for (const Law& law : standard_.laws) {
      if (law.replaced_by.empty()) continue;
      const auto next = std::ranges::find(standard_.laws, law.replaced_by, &Law::id);
      const std::string file = fmt::format("law/{}.json", law.id);
      if (next == standard_.laws.end()) {
        problems_.report(file, "/replaced_by", fmt::format("unknown law \"{}\"", law.replaced_by));
        continue;
      }
      for (const Article& article : law.articles) {
        for (const std::int32_t number : article.successors) {
          if (next->article(number) == nullptr) {
            problems_.report(file, "/articles", fmt::format("law {} has no article {}", next->id, number));
          }
        }
      }
    }
  }

  void load_forms() {
    std::vector<Form>& forms = standard_.forms;
    for (const DataFile& file : files_) {
      if (!file.name.starts_with("form-")) continue;
      read(file, problems_, [&](const Node& node) {
        Form form = load_form(node, standard_);
        if (file.name != fmt::format("form-{}.json", form.name)) {
          node.fail("id", fmt::format("form \"{}\" is not the file's name", form.name));
        }
        forms.push_back(std::move(form));
      });
    }
    if (forms.empty()) return problems_.report("form-*.json", "", "missing file");
    std::ranges::sort(forms, {}, &Form::first_year);
    for (std::size_t i = 0; i < forms.size(); ++i) forms[i].id = static_cast<FormId>(i);
  }

  void attach_style() {
    constexpr std::string_view name = "page/report.css";
    const auto file = std::ranges::find(files_, name, &DataFile::name);
    if (file == files_.end()) return problems_.report(name, "", "missing file");
    standard_.report_style = file->content;
  }

  void attach_pages() {
    for (RuleSpec& rule : standard_.rules) {
      const std::string name = fmt::format("rules/{}.md", rule.id);
      const auto file = std::ranges::find(files_, name, &DataFile::name);
      if (file != files_.end()) rule.page = file->content;
    }
  }

  /// Article::cited_by from the basis of the entries, so that the two can never disagree.
  void attach_citations() {
    for (const Form& form : standard_.forms) {
      for (const Entry& entry : form.entries) {
        for (const LegalBasis& basis : entry.basis) cite(basis, entry.id);
      }
    }
  }

  void cite(const LegalBasis& basis, const std::string& entry) {
    const auto law = std::ranges::find(standard_.laws, basis.law_id, &Law::id);
    const auto article = std::ranges::find(law->articles, basis.article, &Article::number);
    if (article == law->articles.end()) return;
    auto& ids = article->cited_by;
    if (std::ranges::find(ids, entry) == ids.end()) ids.push_back(entry);
  }

  std::span<const DataFile> files_;
  Problems problems_;
  Standard standard_;
};

}  // namespace

const Form* Standard::form_named(std::string_view name) const {
  const auto found = std::ranges::find(forms, name, &Form::name);
  return found == forms.end() ? nullptr : &*found;
}

const Form& Standard::form_for_year(std::int32_t year) const {
  const Form* found = &forms.front();
  for (const Form& form : forms) {
    if (form.first_year <= year) found = &form;
  }
  return *found;
}

const Law* Standard::law(std::string_view id_or_name_or_number) const {
  const auto found = std::ranges::find_if(laws, [&](const Law& law) {
    return law.id == id_or_name_or_number || law.name == id_or_name_or_number || law.law_no == id_or_name_or_number ||
           std::ranges::find(law.aliases, id_or_name_or_number) != law.aliases.end();
  });
  return found == laws.end() ? nullptr : &*found;
}

const RuleSpec* Standard::rule(std::string_view id) const {
  const auto found = std::ranges::find(rules, id, &RuleSpec::id);
  return found == rules.end() ? nullptr : &*found;
}

tl::expected<Standard, LoadError> load(std::span<const DataFile> files) {
  return Loader(files).run();
}

}  // namespace nianbao::standard
