#include "cli/replace_file.h"

#include <filesystem>
#include <system_error>

#include "cli/files.h"
#include "cli/process.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// A name beside the file that nobody else uses: hidden, with the process id.
fs::path temporary_beside(const fs::path& target) {
  return target.parent_path() /
         to_path("." + to_utf8(target.filename()) + ".nianbao-" + std::to_string(process_id()) + ".tmp");
}

/// A file that came to be but not to its end: the disk is full, the folder is not to blame.
WriteFailure failed_at(const fs::path& temporary) {
  std::error_code error;
  return fs::remove(temporary, error) ? WriteFailure::io : WriteFailure::folder_not_writable;
}

WriteFailure create_file(const fs::path& target, std::string_view bytes) {
  std::error_code unknown;
  if (target.has_parent_path() && !fs::exists(target.parent_path(), unknown) && !unknown)
    return WriteFailure::no_folder;
  const fs::path temporary = temporary_beside(target);
  if (!write_new_file(temporary, bytes)) return failed_at(temporary);
  std::error_code error;
  fs::rename(temporary, target, error);
  return error ? WriteFailure::io : WriteFailure::none;
}

}  // namespace

WriteFailure replace_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(to_path(path), error))) return create_file(to_path(path), bytes);
  const fs::path target = fs::canonical(to_path(path), error);
  if (error) return WriteFailure::io;
  if (fs::is_directory(target, error)) return WriteFailure::folder;
  if (!fs::is_regular_file(target, error)) return WriteFailure::not_a_file;
  const fs::perms mode = fs::status(target, error).permissions();
  if (error) return WriteFailure::io;
  if ((mode & fs::perms::owner_write) == fs::perms::none) return WriteFailure::read_only;

  const fs::path temporary = temporary_beside(target);
  if (!write_new_file(temporary, bytes)) return failed_at(temporary);
  fs::permissions(temporary, mode, error);
  if (!error) fs::rename(temporary, target, error);
  if (!error) return WriteFailure::none;
  std::error_code ignored;
  fs::remove(temporary, ignored);
  return WriteFailure::io;
}

}  // namespace nianbao::cli
