// Reads the facts of a report's running text, passage by passage.
#include "report/fact_memory.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "report/passage.h"
#include "report/passage_reader.h"
#include "syntax/same.h"

namespace nianbao::report {
using text::ByteRange;
using text::Offset;

/// What stands behind passages that were read anew moves by these.
struct PassageShift {
  Offset delta = 0;
  std::size_t paragraphs = 0;  // differences: they wrap around
  std::size_t passages = 0;
  std::uint32_t sentences = 0;
  std::size_t counts = 0;
  std::size_t lists = 0;
  std::size_t percentages = 0;
};

namespace {

template <typename Fact>
void number(Fact& fact, std::uint32_t sentences, std::size_t passages) {
  fact.sentence += sentences;
  fact.passage += static_cast<std::uint32_t>(passages);
}

template <typename Fact>
void move_place(Fact& fact, const PassageShift& shift) {
  fact.range = syntax::moved(fact.range, shift.delta);
  fact.digits = syntax::moved(fact.digits, shift.delta);
  number(fact, shift.sentences, shift.passages);
}

void move_by(Count& count, const PassageShift& shift) {
  move_place(count, shift);
}
void move_by(Percentage& percentage, const PassageShift& shift) {
  move_place(percentage, shift);
  if (percentage.count) *percentage.count += shift.counts;
}
void move_by(PartList& list, const PassageShift& shift) {
  list.total += shift.counts;
  for (std::size_t& part : list.parts) part += shift.counts;
}

void move_by(PassageBegin& begin, const PassageShift& shift) {
  begin.paragraph += shift.paragraphs;
  begin.sentences += shift.sentences;
  begin.counts += shift.counts;
  begin.lists += shift.lists;
  begin.percentages += shift.percentages;
}

/// The facts of `kept` from `begin` to `end` give way to the fresh ones.
template <typename Fact>
void exchange(std::vector<Fact>& kept, std::size_t begin, std::size_t end, std::vector<Fact>& fresh,
              const PassageShift& shift) {
  for (std::size_t i = end; i < kept.size(); ++i) move_by(kept[i], shift);
  syntax::exchange(kept, begin, end, fresh.begin(), fresh.end());
}

/// Everything that the facts of a passage depend on, but for organ and year.
std::string key_of(const Passage& passage, const FactState& before) {
  std::string key;
  key.reserve(passage.text().size() + 2);
  key += static_cast<char>(before.topic);
  key += static_cast<char>((before.after_heading ? 1 : 0) | (before.heading_disclosure ? 2 : 0) |
                           (passage.heading() ? 4 : 0));
  key += passage.text();
  return key;
}

}  // namespace

/// Passages read one after the other; their facts are put behind those of the passages before.
class PassageReading {
 public:
  PassageReading(const Report& report, const standard::FactWords& words, const PassageBegin& from, std::size_t passages)
      : report_(report), reader_(report, words), at_(from), passages_before_(passages) {}

  [[nodiscard]] bool done() const { return at_.paragraph >= report_.paragraphs.size(); }
  /// Where the next passage begins.
  [[nodiscard]] const PassageBegin& at() const { return at_; }

  void next() {
    passages_.push_back(at_);
    const Passage passage = read_passage(report_, at_.paragraph);
    // What was pasted many times is read once.
    const auto [read, fresh] = read_.try_emplace(key_of(passage, at_.state));
    if (fresh) read->second = reader_.read(passage, at_.state);
    add(passage, read->second);
  }

  [[nodiscard]] std::vector<PassageBegin>& passages() { return passages_; }
  [[nodiscard]] Facts& facts() { return facts_; }

 private:
  void add(const Passage& passage, PassageFacts read) {
    const std::size_t counts_before = at_.counts;
    const auto place = [&](auto& fact) {
      fact.range = passage.source(fact.range.begin, fact.range.end);
      fact.digits = passage.source(fact.digits.begin, fact.digits.end);
      number(fact, at_.sentences, passages_before_ + passages_.size());
    };
    for (Count& count : read.facts.counts) {
      place(count);
      facts_.counts.push_back(std::move(count));
    }
    for (PartList& list : read.facts.lists) {
      list.total += counts_before;
      for (std::size_t& part : list.parts) part += counts_before;
      facts_.lists.push_back(std::move(list));
    }
    for (Percentage& percentage : read.facts.percentages) {
      place(percentage);
      if (percentage.count) *percentage.count += counts_before;
      facts_.percentages.push_back(std::move(percentage));
    }
    at_.state = read.after;
    at_.sentences += read.sentences;
    at_.counts += read.facts.counts.size();
    at_.lists += read.facts.lists.size();
    at_.percentages += read.facts.percentages.size();
  }

  const Report& report_;
  PassageReader reader_;
  PassageBegin at_;
  std::size_t passages_before_;
  std::vector<PassageBegin> passages_;
  std::unordered_map<std::string, PassageFacts> read_;
  Facts facts_;
};

void FactMemory::exchange_passages(std::size_t first, std::size_t last, PassageReading& reading,
                                   const PassageShift& moved) {
  const PassageBegin from = first < passages_.size() ? passages_[first] : PassageBegin{};
  const PassageBegin until = last < passages_.size() ? passages_[last] : end_;
  const PassageBegin& now = reading.at();
  PassageShift shift = moved;
  shift.passages = reading.passages().size() - (last - first);
  shift.sentences = now.sentences - until.sentences;
  shift.counts = now.counts - until.counts;
  shift.lists = now.lists - until.lists;
  shift.percentages = now.percentages - until.percentages;
  exchange(facts_.counts, from.counts, until.counts, reading.facts().counts, shift);
  exchange(facts_.lists, from.lists, until.lists, reading.facts().lists, shift);
  exchange(facts_.percentages, from.percentages, until.percentages, reading.facts().percentages, shift);
  exchange(passages_, first, last, reading.passages(), shift);
  if (reading.done()) {
    end_ = now;
  } else {
    move_by(end_, shift);
  }
}

const Facts& FactMemory::read(const Report& report, const standard::FactWords& words, const RowChange& change) {
  std::vector<ByteRange> paragraphs = ranges_of(report.paragraphs);
  if (!change.known || organ_ != report.organ || year_ != report.year) {
    *this = {};
    organ_ = report.organ;
    year_ = report.year;
  }
  const syntax::Same same = syntax::same_of(paragraphs_, paragraphs, change.edit);
  const std::size_t inserted = paragraphs.size() - paragraphs_.size();  // wraps around

  // From the passage on whose last paragraph the edited one may go on.
  const auto behind = std::lower_bound(passages_.begin(), passages_.end(), same.front,
                                       [](const PassageBegin& each, std::size_t at) { return each.paragraph < at; });
  const auto first =
      static_cast<std::size_t>((behind == passages_.begin() ? behind : std::prev(behind)) - passages_.begin());
  const PassageBegin from = passages_.empty() ? PassageBegin{} : passages_[first];

  // Up to one that is the same and follows the same.
  PassageReading reading(report, words, from, first);
  std::size_t last = first;
  for (; !reading.done(); reading.next()) {
    if (reading.at().paragraph + same.back < paragraphs.size()) continue;
    const std::size_t before = reading.at().paragraph - inserted;
    while (last < passages_.size() && passages_[last].paragraph < before) ++last;
    if (last < passages_.size() && passages_[last].paragraph == before && passages_[last].state == reading.at().state)
      break;
  }
  if (reading.done()) last = passages_.size();
  PassageShift shift;
  shift.delta = syntax::delta_of(change.edit);
  shift.paragraphs = inserted;
  exchange_passages(first, last, reading, shift);
  paragraphs_ = std::move(paragraphs);
  return facts_;
}

}  // namespace nianbao::report
