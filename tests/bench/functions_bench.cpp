// Stages of the way through the house, one by one (Google Benchmark); reports come from the tests' generator.

#include <benchmark/benchmark.h>

#include "report/report.h"
#include "rules/rules.h"
#include "support/generator.h"
#include "syntax/tree.h"

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

}  // namespace
}  // namespace nianbao

BENCHMARK_MAIN();
