// file: URIs and paths (RFC 3986, RFC 8089), for Chinese names, drive letters, %3A and other schemes.
// Must not touch the file system.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Path of a file: URI, percent-decoded. Windows drives come out as `C:/…` (upper case). Other schemes: nothing.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);

/// file: URI of an absolute path; everything but RFC 3986 unreserved characters and `/` is percent-encoded.
[[nodiscard]] std::string uri_of_path(std::string_view path);

/// One spelling for URIs that mean the same document (drive-letter case, %3A, percent case); only for look-up:
/// what is sent to a client is always the client's own spelling.
[[nodiscard]] std::string uri_key(std::string_view uri);

/// Percent-decodes; a broken escape stays as it is.
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace nianbao::text
