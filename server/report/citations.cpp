// Finds every citation of a report: one walk over the folded text, with the law named last in mind.
#include "report/citations.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "report/citation_marks.h"
#include "report/document_number.h"
#include "report/law_names.h"
#include "report/provisions.h"
#include "text/utf8.h"

namespace nianbao::report {
namespace {

using standard::Law;

constexpr std::string_view title_open = "《";
constexpr std::string_view title_close = "》";
constexpr std::string_view ordinal_mark = "第";
constexpr std::size_t farthest_name = 150;  // bytes between a name and an article of the same sentence
constexpr std::size_t near_title = 300;     // a title of another law that a bare 条例 may mean
constexpr std::array<std::string_view, 6> quotes = {"《", "“", "”", "「", "\"", "》"};

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Finder {
 public:
  Finder(const Flow& flow, const standard::Standard& standard, std::optional<std::int32_t> year)
      : flow_(flow), text_(flow.text()), words_(standard.citation_words), names_(standard, year), standard_(standard) {
    for (const standard::Form& form : standard.forms) {
      for (const standard::Entry& entry : form.entries) {
        if (entry.kind == standard::EntryKind::caption) captions_.emplace(folded_name(entry.label), &entry);
      }
    }
  }

  std::vector<Citation> run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    settle();
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.front() == '\n' || is_sentence_end(rest)) forget_sentence();
    if (static_cast<unsigned char>(rest.front()) < 0x80 && rest.front() != '(' && rest.front() != '[') return at + 1;
    if (rest.starts_with(title_open)) {
      if (const std::size_t end = close_of(text_, at); end != std::string_view::npos) return take_title({at, end});
    } else if (rest.starts_with(ordinal_mark)) {
      if (const std::size_t end = take_provisions(at); end > at) return end;
    }
    if (const std::size_t end = take_number(at); end > at) return end;
    if (!names_.may_begin(rest)) return at + text::scalar_at(text_, at).length;
    if (const auto [law, length] = names_.decree(rest); law != nullptr) {
      return put_number({at, at + length}, {at, at + length}, law, law->law_no, 0);
    }
    if (const std::size_t end = take_bare(at); end > at) return end;
    return at + text::scalar_at(text_, at).length;
  }

  void forget_sentence() {
    near_name_.reset();
    near_provision_.reset();
    other_law_end_ = 0;
  }

  Citation& put(CitationKind kind, Span span) {
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

  // ---- names ----------------------------------------------------------------------------------------------------

  std::size_t take_title(Span span) {
    const Span inner{span.begin + title_open.size(), span.end - title_close.size()};
    Citation& citation = put(CitationKind::name, span);
    citation.marked = true;
    citation.inner = flow_.source(inner.begin, inner.end);
    const std::string name = folded_name(text_.substr(inner.begin, inner.end - inner.begin));
    resolve_name(found_.size() - 1, name, span.begin);
    read_definition(found_.size() - 1, span.end);
    name_seen();
    return span.end;
  }

  void resolve_name(std::size_t index, const std::string& name, std::size_t begin) {
    Citation& citation = found_[index];
    if (const auto defined = short_names_.find(name); defined != short_names_.end()) {
      const Citation& meant = found_[defined->second];
      citation.form = NameForm::defined;
      citation.name = defined->second;
      citation.law = meant.law;
    } else {
      const LawNames::Match match = names_.title(name, before(begin));
      const bool may_be_other = match.form == NameForm::undefined && other_title_is_near(index, name, begin);
      citation.form = match.form;
      if (match.law != nullptr && !may_be_other) citation.law = match.law->id;
      if (ends_in_any(before(begin), words_.former) && match.law != nullptr) {
        citation.law = names_.former(match.law)->id;
      }
    }
    if (!citation.law.empty()) citation.resolution = Resolution::resolved;
  }

  /// 《信访工作条例》…《条例》: the nearer one may be meant.
  [[nodiscard]] bool other_title_is_near(std::size_t index, std::string_view name, std::size_t begin) const {
    for (std::size_t i = index; i-- > 0;) {
      if (begin - ends_[i] > near_title) return false;
      const Citation& citation = found_[i];
      if (citation.kind != CitationKind::name || !citation.marked) continue;
      const bool ends_alike = folded_name(citation.text).ends_with(name);
      if (ends_alike) return citation.law.empty();
    }
    return false;
  }

  /// （以下简称《条例》） or ，以下简称“条例”， behind a name; a remark with the number may stand between.
  void read_definition(std::size_t index, std::size_t at) {
    for (int remark = 0; remark < 3; ++remark) {
      const std::size_t end = remark_end(text_, at);
      const std::string_view rest = text_.substr(at);
      if (end == at && !rest.starts_with(',') && !starts_with_defining(rest)) return;
      const Span inside = end > at ? Span{at + 1, end - 1} : Span{at + (rest.starts_with(',') ? 1U : 0U), text_.size()};
      if (define_in(index, inside, end > at)) return;
      if (end == at) return;
      at = end;
    }
  }

  [[nodiscard]] bool starts_with_defining(std::string_view rest) const {
    return std::ranges::any_of(words_.defining, [&](const std::string& word) { return rest.starts_with(word); });
  }

  bool define_in(std::size_t index, Span inside, bool anywhere) {
    const std::string_view all = text_.substr(inside.begin, inside.end - inside.begin);
    for (const std::string& word : words_.defining) {
      const std::size_t found = anywhere ? all.find(word) : all.starts_with(word) ? 0 : std::string_view::npos;
      if (found == std::string_view::npos) continue;
      define(index, inside.begin + found + word.size(), inside.end);
      return true;
    }
    return false;
  }

  void define(std::size_t index, std::size_t at, std::size_t limit) {
    const auto skip = [&](std::string_view word) {
      if (text_.substr(at).starts_with(word)) at += word.size();
    };
    skip("为");
    skip(":");
    for (const std::string_view quote : quotes) skip(quote);
    std::size_t end = at;
    while (end < limit) {
      const text::Scalar scalar = text::scalar_at(text_, end);
      const bool letter = scalar.value >= 0x3400 && scalar.value <= 0x9FFF;
      if (!letter && !(scalar.value >= '0' && scalar.value <= '9')) break;
      end += scalar.length;
    }
    if (end == at || end - at > 60) return;
    found_[index].short_name = text_.substr(at, end - at);
    found_[index].short_name_range = flow_.source(at, end);
    short_names_[found_[index].short_name] = index;
    names_.learn(found_[index].short_name);
  }

  void name_seen() {
    near_name_ = found_.size() - 1;
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
    const Span span{at, at + bare.length};
    const std::string name(text_.substr(at, bare.length));
    if (!begins_name(at, bare.is_short) || continues_as_other_law(span.end)) {
      other_law_end_ = span.end;
      near_name_.reset();
      return span.end;
    }
    put(CitationKind::name, span).inner = flow_.source(span.begin, span.end);
    const auto same = last_name_;
    resolve_name(found_.size() - 1, name, at);
    Citation& citation = found_.back();
    if (same && bare.is_short && ends_in_any(before(at), words_.same)) {
      citation.law = found_[*same].law;
      citation.name = same;
      citation.resolution = citation.law.empty() ? Resolution::unresolved : Resolution::resolved;
    }
    read_definition(found_.size() - 1, span.end);
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
    const bool letter = (c >= 0x3400 && c <= 0x9FFF) || (c < 0x80 && ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'));
    return !letter || ends_in_any(front, words_.before_short_name) || ends_in_any(front, words_.former) ||
           ends_in_any(front, words_.same);
  }

  /// 行政复议法实施条例
  [[nodiscard]] bool continues_as_other_law(std::size_t end) const {
    const std::string_view rest = text_.substr(end);
    if (!rest.starts_with("实施")) return false;
    const std::string_view next = rest.substr(std::string_view("实施").size());
    return std::ranges::any_of(words_.law_endings, [&](const std::string& word) { return next.starts_with(word); });
  }

  std::size_t take_number(std::size_t at) {
    const std::size_t from = found_.empty() ? 0 : std::min(at, ends_.back());
    const auto number = read_document_number(text_, at, from, words_);
    if (!number) return at;
    const LawNames::Numbered known = names_.numbered(text_.substr(from, at - from), number->bracket);
    const Span span{known.law != nullptr ? at - known.prefix : number->prefix, number->end};
    const std::string written = std::string(text_.substr(span.begin, at - span.begin)) + number->bracket;
    put_number(span, {at, number->end}, known.law, written, number->year);
    found_.back().irregular = number->irregular;
    return number->end;
  }

  std::size_t put_number(Span span, Span bracket, const Law* law, std::string written, std::int32_t year) {
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
      Citation& name = found_[*named];
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
    const std::string_view between = text_.substr(ends_[name], at - ends_[name]);
    return between == "(" || between == ",(" ||
           (between.starts_with("(") && between.size() < longest_remark &&
            between.find(')') == std::string_view::npos) ||
           (between.starts_with("(") && between.ends_with(")("));
  }

  // ---- provisions -----------------------------------------------------------------------------------------------

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
    near_provision_ = found_.size() - 1;
    return parsed.end;
  }

  Bound bind(std::size_t at, std::size_t end) {
    if (const std::string law = law_of_caption(at, end); !law.empty()) return {Binding::caption, std::nullopt, law};
    if (near_provision_ && is_list(ends_[*near_provision_], at)) {
      const Citation& previous = found_[*near_provision_];
      const Binding binding = previous.binding == Binding::named ? Binding::listed : previous.binding;
      return {binding, previous.name, previous.law};
    }
    if (near_name_ && connects(ends_[*near_name_], at)) return {Binding::named, near_name_, found_[*near_name_].law};
    const std::string_view front = before(at);
    for (const std::string& ending : words_.law_endings) {
      if (!front.ends_with(ending)) continue;
      const std::string_view head = front.substr(0, front.size() - ending.size());
      const bool same = ends_in_any(head, words_.same);
      if (same && last_name_ && folded_name(found_[*last_name_].text).ends_with(ending)) {
        return {Binding::named, last_name_, found_[*last_name_].law};
      }
      return {Binding::other_law, std::nullopt, {}};
    }
    if (other_law_end_ > 0) return {Binding::other_law, std::nullopt, {}};
    if (near_name_ && at - ends_[*near_name_] < farthest_name) {
      return {Binding::sentence, near_name_, found_[*near_name_].law};
    }
    return {};
  }

  /// 第二十条第（一）项 alone in its cell or line heads a block of table 二.
  [[nodiscard]] std::string law_of_caption(std::size_t at, std::size_t end) const {
    if (!flow_.fills_segment(at, end)) return {};
    const auto caption = captions_.find(std::string(text_.substr(at, end - at)));
    if (caption == captions_.end() || caption->second->basis.empty()) return {};
    return caption->second->basis.front().law_id;
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
      const Citation& name = found_[*citation.name];
      if (citation.law == name.law || name.law.empty()) continue;
      citation.law = name.law;
      const Law* law = standard_.law(name.law);
      if (citation.kind == CitationKind::name) citation.resolution = Resolution::resolved;
      if (citation.kind == CitationKind::provision && law != nullptr) citation.resolution = resolve(*law, citation);
    }
  }

  const Flow& flow_;
  std::string_view text_;
  const standard::CitationWords& words_;
  LawNames names_;
  const standard::Standard& standard_;
  std::map<std::string, const standard::Entry*, std::less<>> captions_;
  std::vector<Citation> found_;
  std::vector<std::size_t> ends_;  ///< of each citation, in the folded text
  std::map<std::string, std::size_t, std::less<>> short_names_;
  std::optional<std::size_t> near_name_;  ///< of this sentence
  std::optional<std::size_t> last_name_;
  std::optional<std::size_t> near_provision_;
  std::size_t other_law_end_ = 0;  ///< > 0 where an unknown law was named after the last known one
};

}  // namespace

std::vector<Citation> find_citations(const Flow& flow, const standard::Standard& standard,
                                     std::optional<std::int32_t> report_year) {
  return Finder(flow, standard, report_year).run();
}

}  // namespace nianbao::report
