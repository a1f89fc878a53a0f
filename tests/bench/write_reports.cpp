// Usage: write_reports FOLDER COUNT. Different generated reports of about 12 KB: every form and layout in turn.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "support/generator.h"

int main(int argc, char** argv) {
  using namespace nianbao;
  if (argc != 3) return 2;
  const auto standard = standard::load(standard::embedded_files());
  if (!standard) return 1;
  const std::filesystem::path folder(argv[1]);
  std::filesystem::create_directories(folder);
  const int count = std::atoi(argv[2]);
  for (int i = 0; i < count; ++i) {
    const auto form = static_cast<standard::FormId>(i % 3);
    const auto layout = static_cast<report::Layout>(i / 3 % 5);
    const auto shape = test::random_shape(form, layout, false, static_cast<std::uint64_t>(i) + 1);
    std::string text = test::generate(*standard, shape, static_cast<std::uint64_t>(i) + 1).text;
    const std::string filler = "\n本机关全年通过门户网站和政务新媒体发布信息，并及时更新公开目录，方便群众查阅。\n";
    while (text.size() + filler.size() < 12'000) text += filler;
    std::ofstream(folder / fmt::format("{:04}信息公开年报.md", i), std::ios::binary) << text;
  }
  return 0;
}
