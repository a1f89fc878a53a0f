#include "text/utf8.h"

#include <array>
#include <cstring>

namespace nianbao::text {
namespace {

constexpr std::uint32_t byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

constexpr bool is_continuation(std::uint32_t byte) {
  return (byte & 0xC0U) == 0x80U;
}

struct Lead {
  std::uint32_t length;
  std::uint32_t second_min;  // bounds of the second byte keep out overlong forms, surrogates and > U+10FFFF
  std::uint32_t second_max;
  std::uint32_t payload;
};

constexpr Lead lead_of(std::uint32_t byte) {
  if (byte < 0xC2) return {0, 0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF, byte & 0x1FU};
  if (byte < 0xF0) return {3, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU, byte & 0x0FU};
  if (byte < 0xF5) return {4, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU, byte & 0x07U};
  return {0, 0, 0, 0};
}

}  // namespace

Scalar rare_scalar_at(std::string_view bytes, std::size_t offset) {
  const Lead lead = lead_of(byte_at(bytes, offset));
  if (lead.length == 0 || bytes.size() - offset < lead.length) return {};
  const std::uint32_t second = byte_at(bytes, offset + 1);
  if (second < lead.second_min || second > lead.second_max) return {};
  char32_t value = (lead.payload << 6) | (second & 0x3FU);
  for (std::uint32_t i = 2; i < lead.length; ++i) {
    const std::uint32_t byte = byte_at(bytes, offset + i);
    if (!is_continuation(byte)) return {};
    value = (value << 6) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

std::size_t scalar_begin(std::string_view bytes, std::size_t offset) {
  if (offset >= bytes.size()) return bytes.size();
  // A byte that is no continuation always begins a step, so looking back three bytes is enough.
  for (std::size_t back = 0; back <= 3 && back <= offset; ++back) {
    const std::size_t begin = offset - back;
    if (is_continuation(byte_at(bytes, begin))) continue;
    return scalar_at(bytes, begin).length > back ? begin : offset;
  }
  return offset;
}

void append_utf8(std::string& out, char32_t value) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement_character;
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xC0 | (value >> 6));
    push(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    const std::array<char, 3> bytes{static_cast<char>(0xE0 | (value >> 12)),
                                    static_cast<char>(0x80 | ((value >> 6) & 0x3F)),
                                    static_cast<char>(0x80 | (value & 0x3F))};
    out.append(bytes.data(), bytes.size());
  } else {
    push(0xF0 | (value >> 18));
    push(0x80 | ((value >> 12) & 0x3F));
    push(0x80 | ((value >> 6) & 0x3F));
    push(0x80 | (value & 0x3F));
  }
}

bool is_valid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (bytes.size() - i >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        i += 8;
        continue;
      }
    }
    const Scalar scalar = scalar_at(bytes, i);
    if (!scalar.valid) return false;
    i += scalar.length;
  }
  return true;
}

}  // namespace nianbao::text
