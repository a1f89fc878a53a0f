// What the words of a passage do to the numbers among them.
#include "report/passage_reader.h"

#include <algorithm>

#include "report/clause.h"
#include "report/fact_lexer.h"
#include "report/part_lists.h"

namespace nianbao::report {
namespace {

using standard::ClassSet;
using standard::FactWord;
using standard::WordClass;
using standard::WordRole;

constexpr std::uint8_t several_topics = 0xFF;  // 行政复议、行政诉讼: what is left out afterwards is not said

}  // namespace

class PassageReader::Impl {
 public:
  Impl(const Report& report, const standard::FactWords& words)
      : words_(words), lexer_(words, report.organ), year_(report.year) {
    const auto place = std::find(words.classes.begin(), words.classes.end(), "disclosure");
    if (place != words.classes.end()) disclosure_class_ = static_cast<std::size_t>(place - words.classes.begin());
    for (const char* name : {"received", "received_new", "carried_in"}) coming_.set(class_named(name));
    besides_class_ = class_named("besides");
    const auto topic = std::find(words.topics.begin(), words.topics.end(), "request");
    request_topic_ = static_cast<std::uint8_t>(topic - words.topics.begin());
  }

  /// `before`: what the passage before left.
  PassageFacts read(const Passage& passage, FactState before) {
    passage_ = &passage;
    facts_ = {};
    of_other_things_.clear();
    sentence_ = 0;
    topic_ = passage.heading() || !before.after_heading ? std::uint8_t{0} : before.topic;
    heading_disclosure_ = before.heading_disclosure && !passage.heading();
    wide_ = false;
    tokens_ = lexer_.read(passage.text());
    end_sentence();
    lists_.begin_passage();
    first_sentence_ = true;
    for (at_ = 0; at_ < tokens_.size(); ++at_) step(tokens_[at_]);
    end_clause();
    end_sentence();
    const bool sentence = std::any_of(tokens_.begin(), tokens_.end(),
                                      [](const FactToken& token) { return token.kind == FactTokenKind::stop; });
    return {std::move(facts_), sentence_, {topic_, passage.heading() && !sentence, heading_disclosure_}};
  }

 private:
  void step(const FactToken& token) {
    switch (token.kind) {
      case FactTokenKind::word:
        return word(token);
      case FactTokenKind::count:
        return count(token);
      case FactTokenKind::percent:
        return percent(token);
      case FactTokenKind::year:
        span_ = year_ && token.value == Decimal::of(*year_) ? Span::year : Span::other;
        return;
      case FactTokenKind::moment:
        span_ = Span::part;
        return;
      case FactTokenKind::edge:
        return;
      case FactTokenKind::pause:
        lists_.separate(false);
        if (denial_) return deny_item();
        if (clause_.classes.none()) clause_ = {};
        return;
      case FactTokenKind::comma:
      case FactTokenKind::semicolon:
        lists_.separate(token.kind == FactTokenKind::semicolon);
        return end_clause();
      case FactTokenKind::mark:
        return end_clause();
      case FactTokenKind::colon:
        end_clause();
        if (total_before_ && at_ > 0 && tokens_[at_ - 1].kind == FactTokenKind::count) lists_.open(false, false);
        return;
      case FactTokenKind::open:
        end_clause();
        return lists_.open_bracket();
      case FactTokenKind::close:
        end_clause();
        return lists_.close_bracket();
      case FactTokenKind::stop:
        end_clause();
        return end_sentence();
      case FactTokenKind::unknown:
      case FactTokenKind::name:
      case FactTokenKind::number:
        ++clause_.unknown;
        ++clause_unknown_;
        return;
    }
  }

  void word(const FactToken& token) {
    const FactWord& word = *token.word;
    if (word.absorbs && clause_.unknown > 0 && at_ > 0 && is_unknown(tokens_[at_ - 1])) {
      --clause_.unknown;
      --clause_unknown_;
    }
    if (word.topic != 0) {
      const bool joined = at_ > 0 && joins(tokens_[at_ - 1]) && topic_ != 0 && topic_ != word.topic;
      topic_ = joined ? several_topics : word.topic;
    }
    if (word.counted) clause_.classes.set(word.word_class);
    if (word.word_class == disclosure_class_ || word.topic == request_topic_) disclosure_ = true;
    switch (word.role) {
      case WordRole::own:
        lists_.end();
        // 全区…，其中本级…: which of the two the tables count is not said.
        part_only_ = wide_ || sentence_wide_;
        wide_ = false;
        sentence_wide_ = false;
        return;
      case WordRole::whole_year:
        lists_.end();
        part_only_ = false;
        span_ = Span::year;
        return;
      case WordRole::wide:
        sentence_wide_ = true;
        return;
      case WordRole::part_year:
        span_ = Span::part;
        return;
      case WordRole::other_year:
        span_ = Span::other;
        return;
      case WordRole::comparison:
        clause_.comparison = true;
        return;
      case WordRole::limit:
        clause_.limited = true;
        clause_limited_ = true;
        return;
      case WordRole::through:
        through_ = true;
        return;
      case WordRole::channel:
        clause_.channel = true;
        ++channels_;
        return;
      case WordRole::parts:
        // 其他包括司法考试等共386条: what is included makes up one part.
        if (clause_.classes.none() && clause_.unknown == 0) lists_.open(false, first_in_sentence());
        return;
      case WordRole::closed_parts:
        return lists_.open(true, false);
      case WordRole::open:
        ++channels_;  // 网站等: more than one
        return lists_.say_more();
      case WordRole::overlap:
        return lists_.say_overlap();
      case WordRole::rest:
        clause_.rest = true;
        return;
      case WordRole::share:
        clause_.share = true;
        return;
      case WordRole::rate:
        clause_.rate = true;
        return;
      case WordRole::total:
        clause_.total = true;
        return;
      case WordRole::none:
        denial_ = at_;
        denied_ = {};
        return;
      case WordRole::phase:
        clause_.phase = coming_.test(word.word_class) ? PartLists::Phase::coming : PartLists::Phase::leaving;
        return;
      case WordRole::filler:
        if (word.word_class == besides_class_) lists_.end();
        return;
      case WordRole::noun:
      case WordRole::conjunction:
        return;
    }
  }

  /// Index of a class; that of no word where the data has no such class.
  [[nodiscard]] WordClass class_named(std::string_view name) const {
    const auto found = std::find(words_.classes.begin(), words_.classes.end(), name);
    return static_cast<WordClass>(found - words_.classes.begin());
  }

  [[nodiscard]] bool first_in_sentence() const { return at_ > 0 && tokens_[at_ - 1].kind == FactTokenKind::stop; }

  /// The noun may stand behind the number: 收到85件政府信息公开申请. Words of other things there make the count
  /// doubtful.
  std::optional<std::uint16_t> subject_of(const Clause& behind) const {
    if (clause_.unknown > 0 || behind.unknown > 0) return std::nullopt;
    return words_.subject_of(with_context(clause_.classes | behind.classes), topic_);
  }

  /// Reviews and lawsuits are about all sorts of things, unless the sentence or heading speaks of disclosure.
  ClassSet with_context(ClassSet classes) const {
    if (classes.any() && disclosure_class_ && (disclosure_ || heading_disclosure_)) classes.set(*disclosure_class_);
    return classes;
  }

  void count(const FactToken& token) {
    const Clause behind = words_behind(tokens_, at_);
    Count count;
    count.range = text::ByteRange{token.begin, token.end};
    count.digits = text::ByteRange{token.begin, token.digits_end};
    count.text = passage_->text().substr(token.begin, token.digits_end - token.begin);
    count.unit = token.unit->text;
    count.money = token.unit->kind == standard::UnitKind::money;
    count.value = Decimal{token.value.scaled * token.unit->factor};
    count.precision = token.precision;
    count.scope = wide_ || sentence_wide_ ? Scope::wide : Scope::own;
    count.span = span_;
    count.comparison = clause_.comparison || behind.comparison;
    count.limited = limited_ || part_only_ || clause_.limited || behind.limited || count.comparison;
    count.channel = clause_.channel;
    count.rest = clause_.rest;
    count.sentence = sentence_;
    count.subject = subject_of(behind);
    if (count.subject && !unit_fits(words_.subjects[*count.subject], count)) count.subject.reset();
    relate(count);
    add(std::move(count));
  }

  /// What the numbers before say of this one: 某支队作出处罚198件、强制12件; 某平台收到40件，办结40件;
  /// 应诉12件，其中处罚7件.
  void relate(Count& count) {
    const std::optional<std::size_t> total = lists_.total();
    const bool part_of_other = total && *total < of_other_things_.size() && of_other_things_[*total];
    if (joined_to_other_ || part_of_other) count.subject.reset();
    of_other_things_.resize(facts_.counts.size());
    of_other_things_.push_back(!count.subject && (clause_.unknown > 0 || clause_.classes.any()));
    if (total) return;
    joined_to_other_ = of_other_things_.back();
    part_only_ = part_only_ || clause_.unknown > 0 || clause_.limited || (clause_.channel && topic_ == request_topic_);
  }

  static bool unit_fits(const standard::CountSubject& subject, const Count& count) {
    return std::any_of(subject.units.begin(), subject.units.end(), [&](const std::string& unit) {
      return unit == count.unit || (count.money && unit.ends_with("元"));
    });
  }

  void add(Count count) {
    const bool bare_total = clause_.total && clause_.classes.none() && clause_.unknown == 0;
    lists_.add(count, clause_.phase, bare_total);
    total_before_ = clause_.total;
    clause_ = {};
    clause_counted_ = true;
    denial_.reset();
    if (count.scope == Scope::wide && (count.subject || topic_ != 0)) wide_ = true;
    facts_.counts.push_back(std::move(count));
  }

  void percent(const FactToken& token) {
    Percentage found;
    found.range = text::ByteRange{token.begin, token.end};
    found.digits = text::ByteRange{token.begin, token.digits_end};
    found.text = passage_->text().substr(token.begin, token.digits_end - token.begin);
    found.value = token.value;
    found.decimals = token.decimals;
    const bool plain = !clause_.comparison && clause_.unknown == 0 && token.precision == Precision::exact;
    if (plain && clause_.share) found.kind = PercentKind::share;
    if (plain && clause_.rate) found.kind = PercentKind::rate;
    if (facts_.counts.size() > lists_.sentence_begin()) found.count = facts_.counts.size() - 1;
    found.sentence = sentence_;
    facts_.percentages.push_back(std::move(found));
    clause_ = {};
    clause_counted_ = true;
  }

  /// One of the things that a clause denies: 未发生行政复议、行政诉讼.
  void deny_item() {
    if (clause_.unknown == 0 && clause_.classes.any()) denied_.push_back({clause_.classes, topic_, at_});
    if (clause_.unknown > 0) denied_doubtful_ = true;
    clause_ = {};
  }

  void end_clause() {
    if (denial_) deny_item();
    if (denial_ && !denied_doubtful_ && !clause_limited_ && clause_unknown_ == 0 && !is_condition()) deny();
    denial_.reset();
    denied_.clear();
    denied_doubtful_ = false;
    // 通过网络，收到…; 涉及土地的，…: what follows is a part only.
    if (!clause_counted_ && (clause_limited_ || (through_ && channels_ == 1))) limited_ = true;
    clause_ = {};
    clause_limited_ = false;
    clause_unknown_ = 0;
    clause_counted_ = false;
    joined_to_other_ = false;
    through_ = false;
    channels_ = 0;
  }

  /// 未收到申请的，填0: what is to be done in that case, not what was.
  [[nodiscard]] bool is_condition() const {
    return at_ > 0 && at_ < tokens_.size() && tokens_[at_].kind == FactTokenKind::comma &&
           tokens_[at_ - 1].kind == FactTokenKind::word && tokens_[at_ - 1].word->text.ends_with("的");
  }

  void deny() {
    const FactToken& first = tokens_[*denial_];
    for (const Denied& item : denied_) {
      const auto subject = words_.subject_of(with_context(item.classes), item.topic);
      if (!subject || !words_.subjects[*subject].negatable) continue;
      const FactToken& last = tokens_[item.end - 1];
      Count count;
      count.range = text::ByteRange{first.begin, last.end};
      count.digits = count.range;
      count.text = passage_->text().substr(first.begin, last.end - first.begin);
      count.subject = subject;
      count.negated = true;
      count.scope = wide_ || sentence_wide_ ? Scope::wide : Scope::own;
      count.span = span_;
      count.limited = limited_;
      count.sentence = sentence_;
      facts_.counts.push_back(std::move(count));
    }
  }

  void end_sentence() {
    if (first_sentence_ && passage_->heading() && disclosure_) heading_disclosure_ = true;
    first_sentence_ = false;
    disclosure_ = false;
    lists_.begin_sentence();
    ++sentence_;
    span_ = Span::year;
    sentence_wide_ = false;
    limited_ = false;
    part_only_ = false;
    total_before_ = false;
  }

  struct Denied {
    ClassSet classes;
    std::uint8_t topic = 0;
    std::size_t end = 0;  ///< token behind
  };

  const standard::FactWords& words_;
  FactLexer lexer_;
  std::optional<std::int32_t> year_;
  Facts facts_;
  PartLists lists_{facts_};

  const Passage* passage_ = nullptr;
  std::vector<FactToken> tokens_;
  std::size_t at_ = 0;
  bool wide_ = false;  ///< a sentence before counted for more than the organ
  std::uint8_t topic_ = 0;

  std::optional<std::size_t> disclosure_class_;
  ClassSet coming_;
  WordClass besides_class_ = 0;
  std::uint8_t request_topic_ = 0;
  bool disclosure_ = false;  ///< the sentence speaks of 政府信息公开
  bool heading_disclosure_ = false;
  bool first_sentence_ = false;

  std::uint32_t sentence_ = 0;
  Span span_ = Span::year;
  bool sentence_wide_ = false;
  bool limited_ = false;
  std::vector<bool> of_other_things_;  ///< by count: its words say what it is, and no subject fits
  bool part_only_ = false;             ///< a number before was of some of the things only
  bool joined_to_other_ = false;       ///< behind 、 and a number of something else
  bool total_before_ = false;

  Clause clause_;  ///< since the last number or mark
  bool clause_limited_ = false;
  std::int32_t clause_unknown_ = 0;
  bool clause_counted_ = false;
  bool through_ = false;
  std::int32_t channels_ = 0;
  std::optional<std::size_t> denial_;  ///< token of 未收到
  std::vector<Denied> denied_;
  bool denied_doubtful_ = false;
};

PassageReader::PassageReader(const Report& report, const standard::FactWords& words)
    : impl_(std::make_unique<Impl>(report, words)) {}
PassageReader::~PassageReader() = default;

PassageFacts PassageReader::read(const Passage& passage, FactState before) {
  return impl_->read(passage, before);
}

}  // namespace nianbao::report
