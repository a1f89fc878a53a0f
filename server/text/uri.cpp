#include "text/uri.h"

#include <algorithm>

namespace nianbao::text {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// RFC 3986 section 2.3.
constexpr bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

struct Byte {
  char value;
  std::size_t length;  // 3 for an escape
};

Byte byte_at(std::string_view text, std::size_t i) {
  if (text[i] == '%' && text.size() - i >= 3) {
    const int high = hex_value(text[i + 1]);
    const int low = hex_value(text[i + 2]);
    if (high >= 0 && low >= 0) return {static_cast<char>(static_cast<unsigned char>(high * 16 + low)), 3};
  }
  return {text[i], 1};
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', hex[byte >> 4], hex[byte & 0x0FU]};
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

/// Length of the scheme, 0 when there is none. RFC 3986 section 3.1.
std::size_t scheme_length(std::string_view uri) {
  if (uri.empty() || !is_letter(uri[0])) return 0;
  std::size_t i = 1;
  while (i < uri.size() && (is_letter(uri[i]) || is_digit(uri[i]) || uri[i] == '+' || uri[i] == '-' || uri[i] == '.')) {
    ++i;
  }
  return i < uri.size() && uri[i] == ':' ? i : 0;
}

bool is_file_scheme(std::string_view uri) {
  const std::size_t length = scheme_length(uri);
  return length == 4 && lower_case(uri.substr(0, length)) == "file";
}

bool starts_with_drive(std::string_view path) {
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':' &&
         (path.size() == 2 || path[2] == '/' || path[2] == '\\');
}

/// `/c:/x` and `c:\x` become `C:/x`; other paths stay.
std::string with_upper_drive(std::string path) {
  if (path.size() >= 3 && path[0] == '/' && starts_with_drive(std::string_view(path).substr(1))) path.erase(0, 1);
  if (!starts_with_drive(path)) return path;
  path[0] = upper(path[0]);
  std::replace(path.begin(), path.end(), '\\', '/');
  return path;
}

/// One spelling of each byte: unreserved ones bare, delimiters as they were written, all else escaped.
std::string canonical(std::string_view rest) {
  constexpr std::string_view kept = ":/?#[]@";
  std::string out;
  out.reserve(rest.size());
  for (std::size_t i = 0; i < rest.size();) {
    const Byte byte = byte_at(rest, i);
    const bool bare =
        is_unreserved(byte.value) || (byte.length == 1 && kept.find(byte.value) != std::string_view::npos);
    if (bare) {
      out += byte.value;
    } else {
      append_escaped(out, byte.value);
    }
    i += byte.length;
  }
  return out;
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Byte byte = byte_at(text, i);
    out += byte.value;
    i += byte.length;
  }
  return out;
}

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!is_file_scheme(uri)) return std::nullopt;
  std::string_view rest = uri.substr(5);
  rest = rest.substr(0, rest.find_first_of("?#"));
  std::string host;
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    host = lower_case(percent_decode(rest.substr(0, slash)));
    rest.remove_prefix(slash);
  }
  std::string path = percent_decode(rest);
  // A path with NUL names another file for the system than for the reader.
  if (path.empty() || path.find('\0') != std::string::npos) return std::nullopt;
  if (host.empty() || host == "localhost") return with_upper_drive(std::move(path));
  // `file://c:/x`, written with two slashes: the drive stands where the host belongs.
  if (host.size() == 2 && starts_with_drive(host)) return with_upper_drive(host + path);
  return "//" + host + path;  // RFC 8089, appendix E.3.1: a share
}

std::string uri_of_path(std::string_view path) {
  std::string plain = with_upper_drive(std::string(path));
  if (plain.starts_with("\\\\")) std::replace(plain.begin(), plain.end(), '\\', '/');
  std::string out = "file:";
  if (!plain.starts_with("//")) out += starts_with_drive(plain) ? "///" : "//";
  for (const char c : plain) {
    if (is_unreserved(c) || c == '/') {
      out += c;
    } else {
      append_escaped(out, c);
    }
  }
  return out;
}

std::string uri_key(std::string_view uri) {
  if (const auto path = path_of_uri(uri); path && uri.find_first_of("?#") == std::string_view::npos) {
    return uri_of_path(*path);
  }
  const std::size_t scheme = scheme_length(uri);
  return lower_case(uri.substr(0, scheme)) + canonical(uri.substr(scheme));
}

}  // namespace nianbao::text
