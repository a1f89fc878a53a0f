// All reports that are known, by URI. Must not know files, JSON or positions.
#include "workspace/report_index.h"

#include <algorithm>
#include <set>

#include "rules/organ_name.h"
#include "text/uri.h"

namespace nianbao::workspace {
namespace {

using rules::Digest;

std::string_view folder_of(std::string_view key) {
  return key.substr(0, key.rfind('/') + 1);
}

/// `a/./b/../c` → `a/c`.
std::string normal_path(std::string_view path) {
  std::vector<std::string_view> parts;
  const bool absolute = path.starts_with('/');
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string normal;
  for (const std::string_view part : parts) normal.append(normal.empty() && !absolute ? "" : "/").append(part);
  return normal;
}

/// The key of an entry as a path; nothing where the folder is no file: URI.
std::optional<std::string> key_of(std::string_view folder, std::string_view entry) {
  const auto base = text::path_of_uri(folder);
  if (!base || entry.empty()) return std::nullopt;
  std::string path(entry);
  std::replace(path.begin(), path.end(), '\\', '/');
  const bool absolute = path.starts_with('/') || (path.size() > 2 && path[1] == ':' && path[2] == '/');
  return text::uri_key(text::uri_of_path(normal_path(absolute ? path : *base + "/" + path)));
}

}  // namespace

std::optional<ReportIndex::Identity> ReportIndex::identity_of(std::string_view key, const Digest& digest) {
  if (digest.organ_key.empty() || !digest.year) return std::nullopt;
  std::string name = digest.organ_key;
  // A bare 司法局 is that of its folder.
  if (!digest.organ_has_place) name.append("\n").append(folder_of(key));
  return Identity{std::move(name), *digest.year};
}

bool ReportIndex::put(std::string_view uri, Digest digest) {
  std::string key = text::uri_key(uri);
  const auto known = entries_.find(key);
  if (known != entries_.end()) {
    if (known->second.digest == digest) return false;
    forget(known);
  }
  if (auto identity = identity_of(key, digest)) by_identity_[std::move(*identity)].push_back(key);
  entries_.insert_or_assign(std::move(key), Entry{std::move(digest), ++last_stamp_});
  return true;
}

bool ReportIndex::erase(std::string_view uri) {
  const auto known = entries_.find(text::uri_key(uri));
  if (known == entries_.end()) return false;
  forget(known);
  entries_.erase(known);
  return true;
}

void ReportIndex::clear() {
  entries_.clear();
  by_identity_.clear();
}

void ReportIndex::forget(Entries::iterator entry) {
  const auto identity = identity_of(entry->first, entry->second.digest);
  if (!identity) return;
  const auto named = by_identity_.find(*identity);
  if (named == by_identity_.end()) return;
  std::erase(named->second, entry->first);
  if (named->second.empty()) by_identity_.erase(named);
}

const Digest* ReportIndex::find(std::string_view uri) const {
  const auto found = entries_.find(text::uri_key(uri));
  return found != entries_.end() ? &found->second.digest : nullptr;
}

rules::Relatives ReportIndex::relatives_of(std::string_view uri, const Digest& own, const Kinship* kinship) const {
  const std::string key = text::uri_key(uri);
  rules::Relatives relatives;
  relatives.last_year = last_year_of(key, own);
  if (kinship != nullptr && !kinship->empty() && own.year) relatives.parts = parts_of(key, own, *kinship);
  return relatives;
}

const Digest* ReportIndex::last_year_of(std::string_view key, const Digest& own) const {
  auto identity = identity_of(key, own);
  if (!identity) return nullptr;
  --identity->second;
  const auto named = by_identity_.find(*identity);
  if (named == by_identity_.end() || named->second.size() != 1) return nullptr;
  const auto found = entries_.find(named->second.front());
  return found != entries_.end() ? &found->second.digest : nullptr;
}

std::vector<const Digest*> ReportIndex::parts_of(std::string_view key, const Digest& own,
                                                 const Kinship& kinship) const {
  const std::optional<std::string> parent = key_of(kinship.folder, kinship.parent);
  const bool by_path = parent && *parent == key;
  if (!by_path && rules::comparable_organ(kinship.parent) != own.organ_key) return {};
  const std::string folder = text::uri_key(kinship.folder);
  std::map<std::string, const Digest*> parts;  // each report once, however often it is named
  std::set<std::string_view> organs;
  const auto add = [&](const Entries::value_type& entry) {
    if (!parts.emplace(entry.first, &entry.second.digest).second) return true;
    return entry.first != key && organs.insert(entry.second.digest.organ_key).second;
  };
  const auto below = [&](const std::string& prefix, auto wanted) {
    std::size_t count = 0;
    for (auto at = entries_.lower_bound(prefix); at != entries_.end() && at->first.starts_with(prefix); ++at) {
      if (at->second.digest.year != own.year || at->first == key || !wanted(at->second.digest)) continue;
      if (!add(*at)) return std::size_t{0};
      ++count;
    }
    return count;
  };
  for (const std::string& child : kinship.children) {
    const std::optional<std::string> path = key_of(kinship.folder, child);
    const auto file = path ? entries_.find(*path) : entries_.end();
    if (file != entries_.end()) {
      // A list of files may name several years where the parent is named for all of them.
      if (file->second.digest.year != own.year && !by_path) continue;
      if (file->second.digest.year != own.year || !add(*file)) return {};
      continue;
    }
    if (path && below(*path + "/", [](const Digest&) { return true; }) > 0) continue;
    const std::string name = rules::comparable_organ(child);
    if (below(folder, [&](const Digest& one) { return one.organ_key == name; }) != 1) return {};
  }
  std::vector<const Digest*> all;
  all.reserve(parts.size());
  for (const auto& [uri, digest] : parts) all.push_back(digest);
  return all;
}

std::uint64_t ReportIndex::stamp_of(std::string_view uri) const {
  const auto found = entries_.find(text::uri_key(uri));
  return found != entries_.end() ? found->second.stamp : 0;
}

std::uint64_t ReportIndex::stamp_of(const rules::Relatives& relatives) const {
  std::uint64_t stamp = 0;
  const auto add = [&](const Digest* digest) {
    stamp = stamp * 0x100000001b3ULL + (digest != nullptr ? stamp_of(digest->document) : no_relative);
  };
  add(relatives.last_year);
  for (const Digest* part : relatives.parts) add(part);
  return stamp;
}

}  // namespace nianbao::workspace
