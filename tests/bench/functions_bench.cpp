// Stages of the way through the house, one by one (Google Benchmark); reports come from the tests' generator.

#include <benchmark/benchmark.h>

#include "report/report.h"
#include "rules/rule.h"
#include "rules/rules.h"
#include "rules/wording_rules.h"
#include "support/generator.h"
#include "syntax/tree.h"
#include "text/position.h"
#include "workspace/documents.h"

namespace nianbao {
namespace {

const standard::Standard& the_standard() {
  static const standard::Standard loaded = *standard::load(standard::embedded_files());
  return loaded;
}

/// A generated report of the newest form, its prose repeated until it has `bytes`.
std::string report_of(std::size_t bytes, report::Layout layout) {
  test::Shape shape;
  shape.layout = layout;
  shape.varied_prose = true;
  std::string text = test::generate(the_standard(), shape, 1).text;
  const std::string filler = "本机关全年主动公开政府信息120条，其中政策解读8篇，均通过门户网站发布。\n\n";
  const auto at = text.find("二、主动公开政府信息情况");
  const auto line = text.rfind('\n', at) + 1;
  std::string prose;
  while (text.size() + prose.size() < bytes) prose += filler;
  return text.insert(line, prose);
}

void load_standard(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(standard::load(standard::embedded_files()));
}
BENCHMARK(load_standard)->Unit(benchmark::kMillisecond);

void parse(benchmark::State& state) {
  const text::Text text(report_of(static_cast<std::size_t>(state.range(0)), report::Layout::pipe));
  syntax::Parser parser;
  for (auto _ : state) benchmark::DoNotOptimize(parser.parse(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * text.size());
}
BENCHMARK(parse)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void reparse_after_an_edit(benchmark::State& state) {
  std::string bytes = report_of(static_cast<std::size_t>(state.range(0)), report::Layout::pipe);
  const text::Text before(bytes);
  const auto at = bytes.find("全年");
  const text::Text after(bytes.insert(at, "年"));
  syntax::Parser parser;
  const syntax::Tree old = parser.parse(before);
  for (auto _ : state) benchmark::DoNotOptimize(parser.reparse(after, old, before));
}
BENCHMARK(reparse_after_an_edit)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void build_report(benchmark::State& state) {
  const auto layout = static_cast<report::Layout>(state.range(1));
  const text::Text text(report_of(static_cast<std::size_t>(state.range(0)), layout));
  const syntax::Tree tree = syntax::parse(text);
  for (auto _ : state) benchmark::DoNotOptimize(report::build(text, tree, the_standard()));
  state.SetLabel(std::string(report::name_of(layout)));
}
BENCHMARK(build_report)->ArgsProduct({{20'000}, {0, 1, 2, 3, 4}})->Args({1'000'000, 0})->Unit(benchmark::kMicrosecond);

void check_rules(benchmark::State& state) {
  const text::Text text(report_of(static_cast<std::size_t>(state.range(0)), report::Layout::pipe));
  const report::Report report = report::build(text, syntax::parse(text), the_standard());
  const rules::Options options;
  for (auto _ : state) benchmark::DoNotOptimize(rules::check(report, the_standard(), options));
}
BENCHMARK(check_rules)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

/// What a server does between a key and its findings, without messages: edit, parse, read, judge. In prose, or in a
/// cell.
void type_a_character(benchmark::State& state) {
  const std::string bytes = report_of(static_cast<std::size_t>(state.range(0)), report::Layout::pipe);
  const bool in_cell = state.range(1) != 0;
  const auto at = in_cell ? bytes.rfind("| 0 |") + 2 : bytes.find("全年");
  workspace::Document document({"file:///report.md", "nianbao", 0, bytes});
  syntax::Parser parser;
  const rules::Options options;
  (void)document.snapshot(parser, the_standard(), options, true);
  const text::Position begin = text::position_at(document.text(), static_cast<text::Offset>(at), text::Encoding::utf8);
  const workspace::TextChange::Range typed{begin, {begin.line, begin.column + 1}};
  std::int32_t version = 0;
  for (auto _ : state) {
    const bool there = ++version % 2 == 0;
    document.apply(version,
                   {there ? workspace::TextChange{typed, ""}
                          : workspace::TextChange{workspace::TextChange::Range{begin, begin}, "1"}},
                   text::Encoding::utf8);
    benchmark::DoNotOptimize(document.snapshot(parser, the_standard(), options, true));
  }
  state.SetLabel(in_cell ? "cell" : "prose");
}
BENCHMARK(type_a_character)->ArgsProduct({{20'000, 1'000'000}, {0, 1}})->Unit(benchmark::kMicrosecond);

/// What a rule is given.
class Judged {
 public:
  explicit Judged(std::size_t bytes) : text_(report_of(bytes, report::Layout::pipe)) {}
  rules::Context context() const { return {report_, the_standard(), options_, &the_standard().form(*report_.form)}; }

 private:
  text::Text text_;
  report::Report report_ = report::build(text_, syntax::parse(text_), the_standard());
  rules::Options options_;
};

/// A family of rules by itself. Twice: a family that grows faster than the text shows in the second line.
void check_family(benchmark::State& state, const rules::RuleFamily& family, std::size_t bytes) {
  const Judged judged(bytes);
  for (auto _ : state) {
    rules::Sink sink;
    family.check(judged.context(), sink);
    benchmark::DoNotOptimize(sink.findings().data());
  }
}

/// The rules on wording one by one, without the reading of the prose that they share.
using WordingRule = void (*)(const rules::Context&, const rules::Wording&, rules::Sink&);
struct NamedWordingRule {
  const char* name;
  WordingRule check;
};

void check_half_width(const rules::Context& context, const rules::Wording& wording, rules::Sink& sink) {
  std::vector<rules::HalfWidthMarks> notes;
  rules::note_half_width(context, wording, notes);
  rules::conclude_half_width(context, notes, sink);
}

void check_open_ends(const rules::Context& context, const rules::Wording& wording, rules::Sink& sink) {
  std::vector<rules::OpenEnd> notes;
  rules::note_open_ends(wording, notes);
  rules::conclude_open_ends(context, notes, sink);
}

void check_relative_time(const rules::Context& context, const rules::Wording& wording, rules::Sink& sink) {
  std::vector<rules::TimeWord> notes;
  rules::note_relative_time(context, wording, notes);
  rules::conclude_relative_time(context, notes, sink);
}

void check_series(const rules::Context& context, const rules::Wording& wording, rules::Sink& sink) {
  rules::SeriesNotes notes;
  rules::note_series(wording, notes);
  rules::conclude_series(context, notes, sink);
}

constexpr NamedWordingRule wording_rules[] = {
    {"prose/word", rules::check_words},
    {"prose/repeat", rules::check_repeats},
    {"prose/punctuation (brackets)", rules::check_brackets},
    {"prose/punctuation (stops)", rules::check_stops},
    {"prose/punctuation (half width)", check_half_width},
    {"prose/list-mark", rules::check_list_marks},
    {"prose/list-mark (open ends)", check_open_ends},
    {"prose/range", rules::check_ranges},
    {"prose/relative-time", check_relative_time},
    {"privacy/identity", rules::check_identity},
    {"layout/debris (garbage)", rules::check_garbage},
    {"layout/debris (cuts)", rules::check_cuts},
    {"layout/ordinal (series)", check_series},
};

void check_wording(benchmark::State& state, WordingRule check, std::size_t bytes) {
  const Judged judged(bytes);
  const rules::Wording wording(judged.context().report);
  for (auto _ : state) {
    rules::Sink sink;
    check(judged.context(), wording, sink);
    benchmark::DoNotOptimize(sink.findings().data());
  }
}

}  // namespace

void register_families() {
  for (const rules::RuleFamily& family : rules::registry()) {
    std::string ids;
    for (const std::string_view id : family.ids) ids += (ids.empty() ? "" : "+") + std::string(id);
    for (const std::size_t bytes : {20'000U, 160'000U}) {
      const std::string name = ids + ":" + std::to_string(bytes);
      benchmark::RegisterBenchmark(name.c_str(), check_family, family, bytes)->Unit(benchmark::kMicrosecond);
    }
  }
  for (const NamedWordingRule& rule : wording_rules) {
    for (const std::size_t bytes : {20'000U, 160'000U}) {
      const std::string name = std::string(rule.name) + ":" + std::to_string(bytes);
      benchmark::RegisterBenchmark(name.c_str(), check_wording, rule.check, bytes)->Unit(benchmark::kMicrosecond);
    }
  }
}

}  // namespace nianbao

int main(int argc, char** argv) {
  nianbao::register_families();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
