#include "text/decode.h"

#include <optional>

#include "text/icu.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

constexpr std::string_view bom_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view bom_utf16le = "\xFF\xFE";
constexpr std::string_view bom_utf16be = "\xFE\xFF";

bool has_nul(std::string_view bytes) {
  return bytes.find('\0') != std::string_view::npos;
}

/// Characters of Chinese prose and tables, as against what a wrong decoder makes of other bytes.
bool is_usual(char32_t value) {
  const bool han = (value >= 0x3400 && value <= 0x9FFF) || (value >= 0x20000 && value <= 0x323AF);
  const bool cjk_punctuation = value >= 0x3000 && value <= 0x303F;
  const bool full_width = value >= 0xFF01 && value <= 0xFF5E;
  const bool general_punctuation = value >= 0x2010 && value <= 0x203B;
  return han || cjk_punctuation || full_width || general_punctuation || value == 0xB7 || value == 0xD7 ||
         (value >= 0x2460 && value <= 0x2473);
}

bool is_control(char32_t value) {
  return value < 0x20 && value != U'\t' && value != U'\n' && value != U'\r' && value != U'\f';
}

/// At least half of what is not ASCII is usual in Chinese, and next to nothing is control, private or unassigned.
bool looks_like_text(std::string_view utf8) {
  std::size_t all = 0;
  std::size_t other = 0;
  std::size_t usual = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < utf8.size(); ++all) {
    const Scalar scalar = scalar_at(utf8, i);
    i += scalar.length;
    if (scalar.value == 0) return false;
    if (scalar.value < 0x80) {
      if (is_control(scalar.value)) ++odd;
      continue;
    }
    ++other;
    if (is_usual(scalar.value)) {
      ++usual;
    } else if (!icu::is_public(scalar.value)) {
      ++odd;
    }
  }
  return usual * 2 >= other && odd * 50 <= all;
}

/// True if most bytes outside of ASCII belong to well-formed UTF-8: such a file is damaged UTF-8, not GB18030.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const Scalar scalar = scalar_at(bytes, i);
    i += scalar.length;
    if (scalar.valid && scalar.length > 1) good += scalar.length;
    if (!scalar.valid) ++bad;
  }
  return good >= bad * 15;
}

char16_t unit_of(char high, char low) {
  return static_cast<char16_t>((static_cast<unsigned char>(high) << 8U) | static_cast<unsigned char>(low));
}

bool is_little(FileEncoding order) {
  return order == FileEncoding::utf16le || order == FileEncoding::utf16le_bare;
}

std::optional<std::string> from_utf16(std::string_view bytes, FileEncoding order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const bool little = is_little(order);
  std::u16string units;
  units.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    units.push_back(little ? unit_of(bytes[i + 1], bytes[i]) : unit_of(bytes[i], bytes[i + 1]));
  }
  return utf8_of(units);
}

tl::expected<Decoded, DecodeError> decode_marked_utf16(std::string_view bytes, FileEncoding order) {
  auto utf8 = from_utf16(bytes.substr(2), order);
  if (!utf8) return tl::unexpected(DecodeError::unknown_encoding);
  if (has_nul(*utf8)) return tl::unexpected(DecodeError::binary);
  return Decoded{*std::move(utf8), order};
}

/// Without a mark the two orders differ in what they make of Chinese text: only one gives any.
tl::expected<Decoded, DecodeError> decode_nuls(std::string_view bytes) {
  for (const FileEncoding order : {FileEncoding::utf16le_bare, FileEncoding::utf16be_bare}) {
    auto utf8 = from_utf16(bytes, order);
    if (utf8 && looks_like_text(*utf8)) return Decoded{*std::move(utf8), order};
  }
  return tl::unexpected(DecodeError::binary);
}

std::string to_utf16(std::string_view utf8, FileEncoding order) {
  const bool little = is_little(order);
  const std::u16string units = utf16_of(utf8);
  std::string out;
  if (order == FileEncoding::utf16le) out = bom_utf16le;
  if (order == FileEncoding::utf16be) out = bom_utf16be;
  out.reserve(units.size() * 2 + 2);
  for (const char16_t unit : units) {
    const auto high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    const auto low = static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

}  // namespace

tl::expected<Decoded, DecodeError> decode(std::string_view bytes) {
  if (bytes.starts_with(bom_utf16le)) return decode_marked_utf16(bytes, FileEncoding::utf16le);
  if (bytes.starts_with(bom_utf16be)) return decode_marked_utf16(bytes, FileEncoding::utf16be);
  if (has_nul(bytes)) return decode_nuls(bytes);
  if (bytes.starts_with(bom_utf8)) return Decoded{std::string(bytes.substr(3)), FileEncoding::utf8_bom};
  if (is_valid_utf8(bytes)) return Decoded{std::string(bytes), FileEncoding::utf8};
  if (is_damaged_utf8(bytes)) return Decoded{std::string(bytes), FileEncoding::utf8};
  if (auto utf8 = icu::from_gb18030(bytes); utf8 && looks_like_text(*utf8)) {
    return Decoded{*std::move(utf8), FileEncoding::gb18030};
  }
  return tl::unexpected(DecodeError::unknown_encoding);
}

std::string encode(std::string_view utf8, FileEncoding encoding) {
  switch (encoding) {
    case FileEncoding::utf8:
      return std::string(utf8);
    case FileEncoding::utf8_bom:
      return std::string(bom_utf8).append(utf8);
    case FileEncoding::gb18030:
      return icu::to_gb18030(utf8);
    case FileEncoding::utf16le:
    case FileEncoding::utf16be:
    case FileEncoding::utf16le_bare:
    case FileEncoding::utf16be_bare:
      return to_utf16(utf8, encoding);
  }
  return std::string(utf8);
}

std::string_view name_of(FileEncoding encoding) {
  switch (encoding) {
    case FileEncoding::utf8:
      return "UTF-8";
    case FileEncoding::utf8_bom:
      return "UTF-8 with BOM";
    case FileEncoding::gb18030:
      return "GB18030";
    case FileEncoding::utf16le:
    case FileEncoding::utf16le_bare:
      return "UTF-16LE";
    case FileEncoding::utf16be:
    case FileEncoding::utf16be_bare:
      return "UTF-16BE";
  }
  return "";
}

}  // namespace nianbao::text
