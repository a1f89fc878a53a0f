#include "cli/files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>

#include "report/report.h"
#include "text/decode.h"
#include "text/uri.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 4096;
constexpr std::array<std::string_view, 4> report_extensions = {".md", ".txt", ".html", ".htm"};
constexpr std::size_t deepest_folder = 64;

std::string lower_extension(const fs::path& path) {
  std::string extension = to_utf8(path.extension());
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

bool has_report_extension(const fs::path& path) {
  return std::find(report_extensions.begin(), report_extensions.end(), lower_extension(path)) !=
         report_extensions.end();
}

std::string read_at_most(std::istream& in, std::size_t limit) {
  std::string bytes;
  std::array<char, 65536> buffer{};
  while (bytes.size() < limit && in) {
    const std::size_t wanted = std::min(buffer.size(), limit - bytes.size());
    in.read(buffer.data(), static_cast<std::streamsize>(wanted));
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

/// The beginning of a file as UTF-8. Its last character may be cut, so that up to three bytes are dropped for it.
std::string decode_head(std::string_view head) {
  std::optional<std::string> legacy;
  for (std::size_t cut = 0; cut <= 3 && cut < head.size(); ++cut) {
    auto decoded = text::decode(head.substr(0, head.size() - cut));
    if (!decoded) continue;
    if (decoded->encoding != text::FileEncoding::gb18030) return std::move(decoded->utf8);
    if (!legacy) legacy = std::move(decoded->utf8);
  }
  return legacy.value_or(std::string());
}

/// The first year that a text names: 2024年.
std::uint16_t first_year(std::string_view text) {
  constexpr std::string_view mark = "年";
  constexpr std::size_t digits = 4;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
    if (at < digits) continue;
    std::uint16_t year = 0;
    const char* end = text.data() + at;
    const auto [stop, error] = std::from_chars(end - digits, end, year);
    if (error == std::errc() && stop == end && year >= 1990 && year < 2100) return year;
  }
  return 0;
}

class FolderSearch {
 public:
  explicit FolderSearch(Search& search) : search_(search) {}

  void run(const fs::path& folder) {
    visit(folder, 0);
    std::ranges::sort(found_, {}, &Source::path);
    std::ranges::move(found_, std::back_inserter(search_.sources));
  }

 private:
  void visit(const fs::path& folder, std::size_t depth) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) return cannot_read(folder, error);
    if (depth > deepest_folder || !visited_.insert(real.native()).second) return;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::path& path = entries->path();
      if (to_utf8(path.filename()).starts_with(".")) continue;
      std::error_code ignored;
      if (entries->is_directory(ignored)) {
        visit(path, depth + 1);
      } else if (entries->is_regular_file(ignored) && has_report_extension(path)) {
        consider(path);
      }
    }
    if (error) cannot_read(folder, error);
  }

  /// What nobody could look into is not clean.
  void cannot_read(const fs::path& path, std::error_code error) {
    const bool denied = error == std::errc::permission_denied;
    search_.unread.push_back(
        {{to_utf8(path.lexically_normal())}, denied ? ReadFailure::no_permission : ReadFailure::io});
  }

  void consider(const fs::path& path) {
    ++search_.looked_at;
    extensions_.insert(lower_extension(path));
    search_.extensions.clear();
    for (const auto extension : report_extensions) {
      if (extensions_.contains(std::string(extension))) search_.extensions.emplace_back(extension);
    }
    const std::string name = to_utf8(path.filename());
    std::ifstream file(path, std::ios::binary);
    if (!file) return cannot_read(path, std::make_error_code(std::errc::permission_denied));
    const std::string bytes = read_at_most(file, head_size);
    std::string head = decode_head(bytes);
    // Bytes that are no text may be those of a damaged report: then reading it says so.
    if (head.empty()) head = bytes;
    if (!report::looks_like_report(name, head)) return;
    const std::uint16_t year = first_year(name);
    found_.push_back({to_utf8(path.lexically_normal()), year != 0 ? year : first_year(head)});
  }

  Search& search_;
  std::set<fs::path::string_type> visited_;
  std::set<std::string> extensions_;
  std::vector<Source> found_;
};

}  // namespace

fs::path to_path(const std::string& utf8) {
  return fs::path(std::u8string(reinterpret_cast<const char8_t*>(utf8.data()), utf8.size()));
}

std::string to_utf8(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::string file_uri(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path.empty() ? fs::path(".") : to_path(path), error).lexically_normal();
  std::string text = error ? path : to_utf8(absolute);
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  if (text.ends_with("/.")) text.resize(text.size() - 2);
  return text::uri_of_path(text);
}

std::string read_head(const std::string& path) {
  std::ifstream file(to_path(path), std::ios::binary);
  return decode_head(file ? read_at_most(file, head_size) : std::string());
}

bool is_report_name(std::string_view name) {
  return has_report_extension(to_path(std::string(name)));
}

bool is_web_page(std::string_view path) {
  const std::string extension = lower_extension(to_path(std::string(path)));
  return extension == ".html" || extension == ".htm";
}

Search find_sources(const std::vector<std::string>& paths) {
  Search search;
  std::set<std::string> seen;
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(to_path(path), error)) {
      search.searched_folders = true;
      FolderSearch(search).run(to_path(path));
    } else {
      search.sources.push_back({path, first_year(to_utf8(to_path(path).filename()))});
    }
  }
  const auto repeated = std::remove_if(search.sources.begin(), search.sources.end(),
                                       [&](const Source& source) { return !seen.insert(source.path).second; });
  search.sources.erase(repeated, search.sources.end());
  return search;
}

tl::expected<std::string, ReadFailure> read_source(const Source& source, std::istream& in) {
  std::string bytes;
  if (source.path == "-") {
    bytes = read_at_most(in, largest_file + 1);
  } else {
    const fs::path path = to_path(source.path);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return tl::unexpected(ReadFailure::missing);
    if (error == std::errc::permission_denied) return tl::unexpected(ReadFailure::no_permission);
    if (error) return tl::unexpected(ReadFailure::io);
    if (fs::is_directory(status)) return tl::unexpected(ReadFailure::folder);
    if (fs::is_regular_file(status) && fs::file_size(path, error) > largest_file && !error) {
      return tl::unexpected(ReadFailure::too_large);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) return tl::unexpected(ReadFailure::no_permission);
    bytes = read_at_most(file, largest_file + 1);
    if (file.bad()) return tl::unexpected(ReadFailure::io);
  }
  if (bytes.size() > largest_file) return tl::unexpected(ReadFailure::too_large);
  if (bytes.empty()) return tl::unexpected(ReadFailure::empty);
  return bytes;
}

std::vector<std::string> files_beside(const std::string& path) {
  constexpr std::size_t most = 5;
  fs::path folder = to_path(path).parent_path();
  if (folder.empty()) folder = ".";
  std::error_code error;
  std::vector<std::string> likely;
  std::vector<std::string> others;
  fs::directory_iterator entries(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (!entries->is_regular_file(ignored) || !has_report_extension(entries->path())) continue;
    const std::string name = to_utf8(entries->path().filename());
    if (name.starts_with(".")) continue;
    (report::looks_like_report(name, {}) ? likely : others).push_back(name);
  }
  auto& chosen = likely.empty() ? others : likely;
  std::sort(chosen.begin(), chosen.end());
  if (chosen.size() > most) chosen.resize(most);
  return chosen;
}

}  // namespace nianbao::cli
