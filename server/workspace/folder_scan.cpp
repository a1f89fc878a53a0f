// Walks over folders for reports, a small piece at a time, within limits. Must not know the file system.
#include "workspace/folder_scan.h"

#include <utility>

#include "report/report.h"
#include "text/uri.h"

namespace nianbao::workspace {
namespace {

std::string name_of(std::string_view uri) {
  return text::percent_decode(uri.substr(uri.rfind('/') + 1));
}

}  // namespace

void FolderScan::add_folder(std::string uri) {
  if (done()) cancel();
  while (uri.ends_with('/')) uri.pop_back();
  folders_.push_back({std::move(uri), 0});
}

void FolderScan::add_file(std::string uri) {
  if (done()) cancel();
  waiting_.push_back({std::move(uri), false});
}

void FolderScan::cancel() {
  folders_.clear();
  waiting_.clear();
  visited_.clear();
  seen_ = listed_ = bytes_ = 0;
  cut_short_ = false;
}

std::optional<FolderScan::Looked> FolderScan::step() {
  std::optional<Looked> looked;
  if (!waiting_.empty()) {
    FolderEntry file = std::move(waiting_.front());
    waiting_.pop_front();
    looked = look(std::move(file));
  } else if (!folders_.empty()) {
    const Folder folder = std::move(folders_.front());
    folders_.pop_front();
    list(folder);
  }
  return looked;
}

void FolderScan::list(const Folder& folder) {
  if (folder.depth > limits_.depth || listed_ >= limits_.folders) {
    cut_short_ = true;
    return;
  }
  ++listed_;
  std::optional<FolderListing> listing = files_->list(folder.uri);
  // A link to a folder around it, or a second way to the same one.
  if (!listing || !visited_.insert(listing->identity).second) return;
  for (FolderEntry& entry : listing->entries) {
    if (entry.is_folder) {
      folders_.push_back({std::move(entry.uri), folder.depth + 1});
    } else if (files_known() >= limits_.files) {
      cut_short_ = true;
    } else {
      waiting_.push_back(std::move(entry));
    }
  }
}

FolderScan::Looked FolderScan::look(FolderEntry file) {
  ++seen_;
  Looked looked{std::move(file.uri), std::nullopt};
  if (bytes_ >= limits_.bytes) {
    cut_short_ = true;
    return looked;
  }
  const std::optional<FileHead> head = files_->head(looked.uri);
  if (!head || head->size > limits_.file_bytes) return looked;
  bytes_ += head->text.size();
  if (!report::looks_like_report(name_of(looked.uri), head->text)) return looked;
  looked.report = files_->read(looked.uri);
  if (looked.report) bytes_ += looked.report->size();
  return looked;
}

}  // namespace nianbao::workspace
