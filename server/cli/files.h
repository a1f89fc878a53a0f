// Which files to look at, and their bytes. The only place of cli/ that reads the file system.
// Must not know reports beyond whether a file looks like one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace nianbao::cli {

/// A report over this many bytes is refused: real ones have under 200 KB, and a hang helps nobody.
inline constexpr std::uintmax_t largest_file = 16ULL * 1024 * 1024;

enum class ReadFailure : std::uint8_t {
  missing,
  folder,
  no_permission,
  empty,
  binary,
  unknown_encoding,
  too_large,
  io
};

/// The path as the user wrote it (or as found below it), in UTF-8; "-" is the standard input.
struct Source {
  std::string path;
  std::uint16_t year = 0;  ///< a guess by name and first lines, 0 where there is none: good for the order of work only
};

/// A folder, or a file that may be a report, that could not be looked into.
struct Unread {
  Source source;
  ReadFailure failure = ReadFailure::io;
};

struct Search {
  std::vector<Source> sources;          ///< in the order given; within a folder by path
  std::vector<Unread> unread;           ///< found below a folder, in the order found
  std::size_t looked_at = 0;            ///< files in folders with a fitting extension
  std::vector<std::string> extensions;  ///< of those, in the order .md .txt .html .htm
  bool searched_folders = false;
};

/// Folders are searched for .md, .txt, .html and .htm files that look like reports; hidden folders are left out, links
/// to folders followed once. Paths that do not exist stay in the list, so that reading them says so.
[[nodiscard]] Search find_sources(const std::vector<std::string>& paths);

/// `in` is used for "-".
[[nodiscard]] tl::expected<std::string, ReadFailure> read_source(const Source& source, std::istream& in);

/// Files beside a missing one that a user may have meant: those that look like reports by name, else any report file.
[[nodiscard]] std::vector<std::string> files_beside(const std::string& path);

/// The first 4 KB in UTF-8; empty where they cannot be read or are no text.
[[nodiscard]] std::string read_head(const std::string& path);

/// Has it one of the endings of reports?
[[nodiscard]] bool is_report_name(std::string_view name);

/// Is it written as a web page? By its extension.
[[nodiscard]] bool is_web_page(std::string_view path);

[[nodiscard]] std::filesystem::path to_path(const std::string& utf8);
/// file: URI of a path as the user wrote it; relative ones from the current folder.
[[nodiscard]] std::string file_uri(const std::string& path);
[[nodiscard]] std::string to_utf8(const std::filesystem::path& path);

}  // namespace nianbao::cli
