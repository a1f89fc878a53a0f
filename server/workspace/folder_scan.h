// Walks over folders for reports, a small piece at a time, within limits. Must not know the file system (it asks a
// FileProvider), reports beyond whether a text looks like one, or who is told of the progress.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "workspace/file_provider.h"

namespace nianbao::workspace {

struct ScanLimits {
  std::size_t files = 10'000;  ///< looked at, in all
  std::size_t folders = 20'000;
  std::size_t bytes = 512U << 20U;     ///< read, in all
  std::size_t file_bytes = 4U << 20U;  ///< larger files are left out
  std::size_t depth = 32;
};

class FolderScan {
 public:
  explicit FolderScan(std::shared_ptr<FileProvider> files, ScanLimits limits = {})
      : files_(std::move(files)), limits_(limits) {}

  void add_folder(std::string uri);
  /// A file that was created or changed.
  void add_file(std::string uri);
  /// Drops what waits. From then on, and after all was done, limits count from nought.
  void cancel();

  struct Looked {
    std::string uri;
    std::optional<std::string> report;  ///< its text; nothing where the file is gone, or no report
  };
  /// One folder listed, or one file looked at.
  [[nodiscard]] std::optional<Looked> step();

  [[nodiscard]] bool done() const { return folders_.empty() && waiting_.empty(); }
  /// A limit was reached: what lies beyond it is not known.
  [[nodiscard]] bool cut_short() const { return cut_short_; }
  [[nodiscard]] std::size_t files_seen() const { return seen_; }
  [[nodiscard]] std::size_t files_known() const { return seen_ + waiting_.size(); }

 private:
  struct Folder {
    std::string uri;
    std::size_t depth = 0;
  };
  void list(const Folder& folder);
  [[nodiscard]] Looked look(FolderEntry file);

  std::shared_ptr<FileProvider> files_;
  ScanLimits limits_;
  std::deque<Folder> folders_;
  std::deque<FolderEntry> waiting_;
  std::set<std::string, std::less<>> visited_;  ///< FolderListing::identity
  std::size_t seen_ = 0;
  std::size_t listed_ = 0;
  std::size_t bytes_ = 0;
  bool cut_short_ = false;
};

}  // namespace nianbao::workspace
