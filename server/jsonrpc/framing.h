// Splits a byte stream into message bodies and puts headers before them (LSP 3.17, "Base Protocol").
// Must not know JSON, nor where bytes come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace nianbao::jsonrpc {

constexpr std::size_t max_message_bytes = 64U * 1024U * 1024U;
constexpr std::size_t max_header_bytes = 8U * 1024U;

enum class FramingError : std::uint8_t { header_too_long, missing_length, bad_length, message_too_large };

/// "the header has no Content-Length", …
[[nodiscard]] std::string_view describe(FramingError error);

/// Feed it what was read, then take messages until there is none. After an error it goes on with the next message:
/// behind the body of one that is too large, else at the next place that says Content-Length.
class Splitter {
 public:
  void feed(std::string_view bytes);

  /// The next body, the next error, or nothing yet.
  [[nodiscard]] std::optional<tl::expected<std::string, FramingError>> next();

 private:
  enum class State : std::uint8_t { header, body, skip, search };

  std::optional<FramingError> read_header();
  FramingError fail(FramingError error);
  bool skip_body();
  bool search_header();
  void drop(std::size_t count);
  [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }

  std::string buffer_;
  std::size_t begin_ = 0;  ///< what lies before was taken
  std::size_t length_ = 0;
  State state_ = State::header;
};

/// The body with its header, ready to be written.
[[nodiscard]] std::string encode(std::string_view body);

}  // namespace nianbao::jsonrpc
