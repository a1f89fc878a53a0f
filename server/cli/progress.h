// A bar on a terminal while many files are checked; nothing anywhere else.
// Must not know what is counted.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "cli/speaker.h"

namespace nianbao::cli {

class Progress {
 public:
  /// Shown only on a terminal and for more than a handful of items.
  Progress(const Environment& environment, const Speaker& speaker, std::size_t total)
      : err_(environment.err), speaker_(speaker), total_(total), shown_(environment.err_is_terminal && total >= 8) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void show(std::size_t done) {
    if (!shown_) return;
    constexpr std::size_t width = 24;
    const std::size_t filled = total_ == 0 ? width : done * width / total_;
    err_ << "\r\x1b[K" << '[' << std::string(filled, '#') << std::string(width - filled, ' ') << "] "
         << speaker_.say("cli.progress", {{"done", std::to_string(done)}, {"total", std::to_string(total_)}})
         << std::flush;
  }
  /// To be called before anything else is written to the terminal.
  void clear() {
    if (shown_) err_ << "\r\x1b[K" << std::flush;
  }

 private:
  std::ostream& err_;
  const Speaker& speaker_;
  std::size_t total_ = 0;
  bool shown_ = false;
};

}  // namespace nianbao::cli
