// Runs a fuzzer's target without libFuzzer: replay NUMBER SEED_FILE… gives it every file, then that many mixtures of
// them, the same ones each time. For compilers without libFuzzer, and so that each test run tries a few thousand.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t longest = 6000;
const std::string last_input = "replay-last-input";  ///< kept when the target ends the process

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

class Mixer {
 public:
  explicit Mixer(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  std::string next() {
    std::string text = seed();
    for (std::size_t turn = 1 + below(6); turn > 0; --turn) change(text);
    if (text.size() > longest) text.resize(longest);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& seed() { return seeds_[below(seeds_.size())]; }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, below(40));
    switch (below(6)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3: {
        const std::string& other = seed();
        const std::size_t from = below(other.size() + 1);
        text.insert(at, other, from, below(200));
        break;
      }
      case 4:
        text.insert(at, static_cast<std::size_t>(1) << below(9), at < text.size() ? text[at] : '|');
        break;
      default:
        text.resize(at);
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937 random_{7};  // NOLINT: the same inputs each time
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::string> seeds;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    run(seeds.back());
  }
  const bool keep = std::getenv("NIANBAO_REPLAY_KEEP") != nullptr;
  Mixer mixer(seeds);
  const long count = std::strtol(argv[1], nullptr, 10);
  for (long i = 0; i < count; ++i) {
    const std::string input = mixer.next();
    if (keep) std::ofstream(last_input, std::ios::binary) << input;
    run(input);
  }
  std::printf("%zu seeds and %ld mixtures, no crash\n", seeds.size(), count);
  return 0;
}
