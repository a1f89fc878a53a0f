// Finds every citation of a report: one walk over the folded text, with the law named last in mind.
#include "report/citations.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/citation_definition.h"
#include "report/citation_marks.h"
#include "report/document_number.h"
#include "report/law_names.h"
#include "report/provisions.h"
#include "text/character_set.h"
#include "text/plain_run.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

using standard::Law;

constexpr std::string_view title_open = "《";
constexpr std::string_view title_close = "》";
constexpr std::size_t farthest_name = 150;  // bytes between a name and an article of the same sentence
constexpr std::size_t near_title = 300;     // a title of another law that a bare 条例 may mean

class Finder {
 public:
  Finder(const Flow& flow, const CitationLexicon& lexicon, const Stretch& stretch)
      : flow_(flow),
        text_(flow.text()),
        lexicon_(lexicon),
        names_(lexicon.names()),
        standard_(lexicon.standard()),
        words_(standard_.citation_words),
        stretch_(stretch),
        before_(stretch.before) {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (before_[i].kind == CitationKind::name) last_name_ = i;
      if (!before_[i].short_name.empty()) learn(before_[i].short_name, i);
    }
  }

  std::vector<Citation> run() {
    const auto means_nothing = [&](char32_t c) { return lead_of(c) == Lead::none && !may_begin(c); };
    const auto skip = [&](std::size_t at) { return text::plain_run_end(text_, at, means_nothing); };
    const std::size_t end = std::min(text_.size(), stretch_.end);
    std::size_t at = skip(stretch_.begin);
    while (at < end) at = skip(step(at));
    settle();
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t at) {
    const text::Scalar first = text::scalar_at(text_, at);
    const Lead lead = lead_of(first.value);
    if (lead == Lead::sentence_end) forget_sentence();
    std::size_t end = at;
    if (lead == Lead::title) end = take_title(at);
    if (lead == Lead::ordinal) end = take_provisions(at);
    if (lead == Lead::bracket) end = take_number(at);
    if (end > at) return end;
    if (!may_begin(first.value)) return at + first.length;
    if (const auto [law, length] = names_.decree(text_.substr(at)); law != nullptr) {
      return put_number({at, at + length}, {at, at + length}, law, law->law_no, 0);
    }
    end = take_bare(at);
    return end > at ? end : at + first.length;
  }

  [[nodiscard]] bool may_begin(char32_t c) const { return names_.may_begin(c) || learned_.contains(c); }

  // Citations count from the first one of the text, also where reading began later.
  [[nodiscard]] std::size_t count() const { return before_.size() + found_.size(); }
  [[nodiscard]] std::size_t last() const { return count() - 1; }
  [[nodiscard]] const Citation& citation(std::size_t index) const {
    return index < before_.size() ? before_[index] : found_[index - before_.size()];
  }
  /// In the folded text; near its beginning where the citation stands before it.
  [[nodiscard]] std::size_t end_of(std::size_t index) const {
    if (index >= before_.size()) return ends_[index - before_.size()];
    return flow_.place_of(before_[index].range.begin) + before_[index].text.size();
  }

  void forget_sentence() {
    near_name_.reset();
    near_provision_.reset();
    other_law_end_ = 0;
  }

  Citation& put(CitationKind kind, FoldedRange span) {
    Citation citation;
    citation.kind = kind;
    citation.range = flow_.source(span.begin, span.end);
    citation.text = text_.substr(span.begin, span.end - span.begin);
    citation.in_table = flow_.in_table(span.begin);
    found_.push_back(std::move(citation));
    ends_.push_back(span.end);
    return found_.back();
  }

  [[nodiscard]] std::string_view before(std::size_t at) const {
    const std::size_t from = text::scalar_begin(text_, at - std::min<std::size_t>(at, 90));
    return text_.substr(from, at - from);
  }

  std::size_t take_title(std::size_t at) {
    const FoldedRange span{at, close_of(text_, at)};
    if (span.end == std::string_view::npos) return at;
    const FoldedRange inner{span.begin + title_open.size(), span.end - title_close.size()};
    Citation& citation = put(CitationKind::name, span);
    citation.marked = true;
    citation.inner = flow_.source(inner.begin, inner.end);
    const std::string name = folded_name(text_.substr(inner.begin, inner.end - inner.begin));
    resolve_name(name, span.begin);
    read_definition(span.end);
    name_seen();
    return span.end;
  }

  void resolve_name(const std::string& name, std::size_t begin) {
    Citation& citation = found_.back();
    if (const auto defined = short_names_.find(name); defined != short_names_.end()) {
      citation.form = NameForm::defined;
      citation.name = defined->second;
      citation.law = this->citation(defined->second).law;
    } else {
      const LawNames::Match match = names_.title(name, before(begin));
      const bool may_be_other = match.form == NameForm::undefined && other_title_is_near(name, begin);
      citation.form = match.form;
      if (match.law != nullptr && !may_be_other) citation.law = match.law->id;
      if (ends_in_any(before(begin), words_.former) && match.law != nullptr) {
        citation.law = names_.former(match.law)->id;
      }
    }
    if (!citation.law.empty()) citation.resolution = Resolution::resolved;
  }

  /// 《信访工作条例》…《条例》: the nearer one may be meant.
  [[nodiscard]] bool other_title_is_near(std::string_view name, std::size_t begin) const {
    for (std::size_t i = last(); i-- > 0;) {
      if (begin - end_of(i) > near_title) return false;
      const Citation& title = citation(i);
      if (title.kind != CitationKind::name || !title.marked) continue;
      const bool ends_alike = folded_name(title.text).ends_with(name);
      if (ends_alike) return title.law.empty();
    }
    return false;
  }

  void read_definition(std::size_t at) {
    const auto name = defined_name(text_, at, words_);
    if (!name) return;
    Citation& citation = found_.back();
    citation.short_name = text_.substr(name->begin, name->end - name->begin);
    citation.short_name_range = flow_.source(name->begin, name->end);
    learn(citation.short_name, last());
  }

  void learn(const std::string& short_name, std::size_t index) {
    short_names_[short_name] = index;
    learned_.insert_head(short_name);
  }

  void name_seen() {
    near_name_ = last();
    last_name_ = near_name_;
    near_provision_.reset();
    other_law_end_ = 0;
  }

  /// 条例, 政府信息公开条例 without marks.
  std::size_t take_bare(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    LawNames::Bare bare = names_.bare(rest);
    for (const auto& [name, index] : short_names_) {
      if (name.size() > bare.length && rest.starts_with(name)) bare = {name.size(), true};
    }
    if (bare.length == 0) return at;
    const FoldedRange span{at, at + bare.length};
    const std::string name(text_.substr(at, bare.length));
    if (!begins_name(at, bare.is_short) || continues_as_other_law(span.end)) {
      other_law_end_ = span.end;
      near_name_.reset();
      return span.end;
    }
    put(CitationKind::name, span).inner = flow_.source(span.begin, span.end);
    const auto same = last_name_;
    resolve_name(name, at);
    Citation& citation = found_.back();
    if (same && bare.is_short && ends_in_any(before(at), words_.same)) {
      citation.law = this->citation(*same).law;
      citation.name = same;
      citation.resolution = citation.law.empty() ? Resolution::unresolved : Resolution::resolved;
    }
    read_definition(span.end);
    name_seen();
    return span.end;
  }

  /// A bare short name must not be the end of another law's name: 信访工作条例; a full one not that of a place.
  [[nodiscard]] bool begins_name(std::size_t at, bool is_short) const {
    const std::string_view front = before(at);
    if (front.empty()) return true;
    if (!is_short) return !ends_in_any(front, words_.local);
    const std::size_t last = text::scalar_begin(front, front.size() - 1);
    const char32_t c = text::scalar_at(front, last).value;
    const bool letter = text::is_ideograph(c) || (c < 0x80 && ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'));
    return !letter || ends_in_any(front, words_.before_short_name) || ends_in_any(front, words_.former) ||
           ends_in_any(front, words_.same);
  }

  /// 行政复议法实施条例
  [[nodiscard]] bool continues_as_other_law(std::size_t end) const {
    const std::string_view rest = text_.substr(end);
    if (!rest.starts_with("实施")) return false;
    return starts_with_any(rest.substr(std::string_view("实施").size()), words_.law_endings);
  }

  std::size_t take_number(std::size_t at) {
    const std::size_t from = count() == 0 ? 0 : std::min(at, end_of(last()));
    const auto number = read_document_number(text_, at, from, words_);
    if (!number) return at;
    const LawNames::Numbered known = names_.numbered(text_.substr(from, at - from), number->bracket);
    const FoldedRange span{known.law != nullptr ? at - known.prefix : number->prefix, number->end};
    const std::string written = std::string(text_.substr(span.begin, at - span.begin)) + number->bracket;
    put_number(span, {at, number->end}, known.law, written, number->year);
    found_.back().irregular = number->irregular;
    return number->end;
  }

  std::size_t put_number(FoldedRange span, FoldedRange bracket, const Law* law, std::string written,
                         std::int32_t year) {
    const auto named = near_name_;
    Citation& citation = put(CitationKind::number, span);
    citation.bracket = flow_.source(bracket.begin, bracket.end);
    citation.number = std::move(written);
    citation.number_year = year;
    if (law != nullptr) {
      citation.law = law->id;
      citation.resolution = Resolution::resolved;
    }
    if (named && names_it(*named, span.begin)) {
      citation.name = named;
      Citation& name = found_[*named - before_.size()];  // of this sentence
      if (law != nullptr) {
        name.law = law->id;
        name.resolution = Resolution::resolved;
        if (name.form == NameForm::other) name.form = NameForm::full;
      }
    }
    return span.end;
  }

  /// Only an opening bracket between the name and its number, or a definition.
  [[nodiscard]] bool names_it(std::size_t name, std::size_t at) const {
    const std::string_view between = text_.substr(end_of(name), at - end_of(name));
    return between == "(" || between == ",(" ||
           (between.starts_with("(") && between.size() < longest_remark &&
            between.find(')') == std::string_view::npos) ||
           (between.starts_with("(") && between.ends_with(")("));
  }

  struct Bound {
    Binding binding = Binding::none;
    std::optional<std::size_t> name;
    std::string law;
  };

  std::size_t take_provisions(std::size_t at) {
    const ParsedProvisions parsed = read_provisions(text_, at);
    if (parsed.list.empty()) return at;
    Bound bound = bind(at, parsed.end);
    const Law* law = bound.law.empty() ? nullptr : standard_.law(bound.law);
    for (const ParsedProvision& one : parsed.list) {
      Citation& citation = put(CitationKind::provision, {one.begin, one.end});
      citation.binding = bound.binding;
      citation.name = bound.name;
      citation.law = bound.law;
      citation.article = one.article;
      citation.last_article = one.last_article;
      citation.paragraph = one.paragraph;
      citation.item = one.item;
      citation.last_item = one.last_item;
      if (law != nullptr) citation.resolution = resolve(*law, citation);
      if (bound.binding == Binding::named) bound.binding = Binding::listed;
    }
    near_provision_ = last();
    return parsed.end;
  }

  Bound bind(std::size_t at, std::size_t end) {
    if (const std::string law = law_of_caption(at, end); !law.empty()) return {Binding::caption, std::nullopt, law};
    if (near_provision_ && is_list(end_of(*near_provision_), at)) {
      const Citation& previous = citation(*near_provision_);
      const Binding binding = previous.binding == Binding::named ? Binding::listed : previous.binding;
      return {binding, previous.name, previous.law};
    }
    if (near_name_ && connects(end_of(*near_name_), at)) {
      return {Binding::named, near_name_, citation(*near_name_).law};
    }
    const std::string_view front = before(at);
    for (const std::string& ending : words_.law_endings) {
      if (!front.ends_with(ending)) continue;
      const std::string_view head = front.substr(0, front.size() - ending.size());
      const bool same = ends_in_any(head, words_.same);
      if (same && last_name_ && folded_name(citation(*last_name_).text).ends_with(ending)) {
        return {Binding::named, last_name_, citation(*last_name_).law};
      }
      return {Binding::other_law, std::nullopt, {}};
    }
    // 国务院令第492号第二十一条: the number stands for the law.
    if (!found_.empty() && found_.back().kind == CitationKind::number && ends_.back() == at &&
        !found_.back().law.empty()) {
      return {Binding::named, std::nullopt, found_.back().law};
    }
    if (other_law_end_ > 0) return {Binding::other_law, std::nullopt, {}};
    if (near_name_ && at - end_of(*near_name_) < farthest_name) {
      return {Binding::sentence, near_name_, citation(*near_name_).law};
    }
    return {};
  }

  /// 第二十条第（一）项 alone in its cell or line heads a block of table 二.
  [[nodiscard]] std::string law_of_caption(std::size_t at, std::size_t end) const {
    if (!flow_.fills_segment(at, end)) return {};
    const standard::Entry* caption = lexicon_.caption(text_.substr(at, end - at));
    return caption == nullptr || caption->basis.empty() ? std::string() : caption->basis.front().law_id;
  }

  [[nodiscard]] bool is_list(std::size_t from, std::size_t to) const {
    return to > from ? list_word_at(text_, from) == to - from : false;
  }

  /// Nothing but remarks and connecting words between a name and its article.
  [[nodiscard]] bool connects(std::size_t from, std::size_t to) const {
    if (text_.substr(from, to - from).starts_with(')')) ++from;  // the short name was defined in brackets
    while (from < to) {
      std::size_t next = remark_end(text_, from);
      for (const std::string& word : words_.connectors) {
        if (next == from && text_.substr(from, to - from).starts_with(word)) next = from + word.size();
      }
      if (next == from) return false;
      from = next;
    }
    return from == to;
  }

  /// A number behind the name may have told the law after its short name was used: 《…》（以下简称…，国令第492号）.
  void settle() {
    for (Citation& citation : found_) {
      if (citation.kind == CitationKind::number || !citation.name) continue;
      const Citation& name = this->citation(*citation.name);
      if (citation.law == name.law || name.law.empty()) continue;
      citation.law = name.law;
      const Law* law = standard_.law(name.law);
      if (citation.kind == CitationKind::name) citation.resolution = Resolution::resolved;
      if (citation.kind == CitationKind::provision && law != nullptr) citation.resolution = resolve(*law, citation);
    }
  }

  const Flow& flow_;
  std::string_view text_;
  const CitationLexicon& lexicon_;
  const LawNames& names_;
  const standard::Standard& standard_;
  const standard::CitationWords& words_;
  const Stretch& stretch_;
  std::span<const Citation> before_;
  std::vector<Citation> found_;
  std::vector<std::size_t> ends_;  ///< of each found one, in the folded text
  text::CharacterSet learned_;     ///< first characters of short names
  std::map<std::string, std::size_t, std::less<>> short_names_;
  std::optional<std::size_t> near_name_;  ///< of this sentence
  std::optional<std::size_t> last_name_;
  std::optional<std::size_t> near_provision_;
  std::size_t other_law_end_ = 0;  ///< > 0 where an unknown law was named after the last known one
};

}  // namespace

std::vector<Citation> find_citations(const Flow& flow, const CitationLexicon& lexicon, const Stretch& stretch) {
  return Finder(flow, lexicon, stretch).run();
}

std::vector<Citation> find_citations(const Flow& flow, const standard::Standard& standard,
                                     std::optional<std::int32_t> report_year) {
  return find_citations(flow, CitationLexicon(standard, report_year));
}

}  // namespace nianbao::report
