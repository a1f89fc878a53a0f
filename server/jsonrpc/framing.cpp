#include "jsonrpc/framing.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace nianbao::jsonrpc {
namespace {

constexpr std::string_view length_name = "content-length";
/// Lengths up to here are believed and skipped over; larger ones are nonsense and the stream is searched instead.
constexpr std::uint64_t believable_length = 4ULL * 1024 * 1024 * 1024;

/// One huge message must not hold its memory for the rest of the session.
constexpr std::size_t max_idle_bytes = 1024U * 1024U;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_name(std::string_view line) {
  return line.size() >= length_name.size() &&
         std::equal(length_name.begin(), length_name.end(), line.begin(), [](char a, char b) { return a == lower(b); });
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

struct Header {
  std::size_t size = 0;  ///< with the empty line
  bool has_length = false;
  std::optional<std::uint64_t> length;
};

/// Nothing while the empty line has not come. Lines end in CRLF; a lone LF is let pass.
std::optional<Header> scan_header(std::string_view bytes) {
  Header header;
  while (true) {
    const std::size_t end = bytes.find('\n', header.size);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = bytes.substr(header.size, end - header.size);
    if (line.ends_with('\r')) line.remove_suffix(1);
    header.size = end + 1;
    if (line.empty()) return header;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || trim(line.substr(0, colon)).size() != length_name.size() ||
        !starts_with_name(trim(line.substr(0, colon)))) {
      continue;
    }
    const auto length = number_of(trim(line.substr(colon + 1)));
    // Two lengths that differ: neither can be trusted.
    header.length = header.has_length && header.length != length ? std::nullopt : length;
    header.has_length = true;
  }
}

}  // namespace

std::string_view describe(FramingError error) {
  switch (error) {
    case FramingError::header_too_long:
      return "the header is longer than 8 KiB";
    case FramingError::missing_length:
      return "the header has no Content-Length";
    case FramingError::bad_length:
      return "the header's Content-Length is not a number";
    case FramingError::message_too_large:
      return "the message is larger than 64 MiB";
  }
  return "";
}

void Splitter::feed(std::string_view bytes) {
  if (state_ == State::skip && begin_ == buffer_.size()) {
    const std::size_t skipped = std::min(length_, bytes.size());
    length_ -= skipped;
    bytes.remove_prefix(skipped);
  }
  buffer_.append(bytes);
}

std::optional<tl::expected<std::string, FramingError>> Splitter::next() {
  while (true) {
    switch (state_) {
      case State::header:
        // Line ends between messages: some clients send one too many.
        drop(std::min(rest().find_first_not_of("\r\n"), rest().size()));
        if (const auto error = read_header()) return tl::unexpected(fail(*error));
        if (state_ == State::header) return std::nullopt;
        break;
      case State::body: {
        if (rest().size() < length_) return std::nullopt;
        std::string body(rest().substr(0, length_));
        drop(length_);
        state_ = State::header;
        return body;
      }
      case State::skip:
        if (!skip_body()) return std::nullopt;
        break;
      case State::search:
        if (!search_header()) return std::nullopt;
        break;
    }
  }
}

/// Leaves the state as it is while the header is not complete.
std::optional<FramingError> Splitter::read_header() {
  const auto header = scan_header(rest().substr(0, max_header_bytes));
  if (!header) {
    if (rest().size() < max_header_bytes) return std::nullopt;
    return FramingError::header_too_long;
  }
  // Not dropped: bytes that are no header may stand before a good one on the same line.
  if (!header->has_length) return FramingError::missing_length;
  drop(header->size);
  if (!header->length || *header->length > believable_length) return FramingError::bad_length;
  length_ = static_cast<std::size_t>(*header->length);
  if (length_ > max_message_bytes) return FramingError::message_too_large;
  state_ = State::body;
  return std::nullopt;
}

FramingError Splitter::fail(FramingError error) {
  state_ = error == FramingError::message_too_large ? State::skip : State::search;
  // A header that never ends begins with what made it one: look behind it.
  if (error == FramingError::header_too_long) drop(1);
  return error;
}

bool Splitter::skip_body() {
  const std::size_t skipped = std::min(length_, rest().size());
  drop(skipped);
  length_ -= skipped;
  if (length_ > 0) return false;
  state_ = State::header;
  return true;
}

bool Splitter::search_header() {
  const std::string_view bytes = rest();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (lower(bytes[i]) != 'c') continue;
    if (bytes.size() - i < length_name.size() + 1) {
      drop(i);
      return false;
    }
    if (starts_with_name(bytes.substr(i)) && bytes[i + length_name.size()] == ':') {
      drop(i);
      state_ = State::header;
      return true;
    }
  }
  drop(bytes.size());
  return false;
}

void Splitter::drop(std::size_t count) {
  begin_ += count;
  // Moving the rest only when it is the smaller part keeps the whole linear.
  if (begin_ == buffer_.size()) {
    buffer_.clear();
    if (buffer_.capacity() > max_idle_bytes) buffer_ = std::string();
    begin_ = 0;
  } else if (begin_ > buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
}

std::string encode(std::string_view body) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body);
}

}  // namespace nianbao::jsonrpc
