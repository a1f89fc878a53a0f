// Texts of a user's law library, any bytes: articles ascend, problems have lines of the text, the standard takes them.
// The first line of the input is the file's name.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "standard/law_library.h"
#include "standard/law_text.h"
#include "standard/standard.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  static const standard::Standard plain = *standard::load(standard::embedded_files());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view content = bytes.substr(std::min(end + 1, bytes.size()));
  standard::LawTextReading reading = standard::read_law_text(bytes.substr(0, end), content);
  const auto lines = static_cast<std::size_t>(1 + std::count(content.begin(), content.end(), '\n') +
                                              std::count(content.begin(), content.end(), '\r'));
  for (const standard::LawTextProblem& problem : reading.problems) require(problem.line <= lines);
  std::int32_t last = 0;
  for (const standard::ArticleWording& article : reading.text.articles) {
    require(article.number > last);
    last = article.number;
    require(reading.text.article(article.number) == &article);
  }
  standard::Standard filled = plain;
  std::vector<standard::LawText> texts;
  texts.push_back(std::move(reading.text));
  standard::add_law_texts(filled, std::move(texts));
  return 0;
}
