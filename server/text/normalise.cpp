#include "text/normalise.h"

#include <algorithm>
#include <array>

#include "text/icu.h"
#include "text/script.h"
#include "text/utf8.h"

namespace nianbao::text {
namespace {

template <typename Map>
std::string map_characters(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Scalar scalar = scalar_at(text, i);
    const char32_t mapped = scalar.valid ? map(scalar.value) : scalar.value;
    if (mapped != scalar.value) {
      out.append(text.substr(copied, i - copied));
      append_utf8(out, mapped);
      copied = i + scalar.length;
    }
    i += scalar.length;
  }
  out.append(text.substr(copied));
  return out;
}

/// One shape for the quotation marks and brackets that writers and converters exchange freely.
/// 《》 stay apart from other brackets because they carry the names of laws; 「」 are left to their writers.
char32_t fold_mark(char32_t value) {
  switch (value) {
    case U'\'':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'〝':
    case U'〞':
    case U'〟':
      return U'"';
    case U'[':
    case U'{':
    case U'【':
    case U'〔':
    case U'〖':
    case U'〘':
    case U'〚':
      return U'(';
    case U']':
    case U'}':
    case U'】':
    case U'〕':
    case U'〗':
    case U'〙':
    case U'〛':
      return U')';
    case U'〈':
      return U'《';
    case U'〉':
      return U'》';
    default:
      return value;
  }
}

char32_t fold(char32_t value) {
  return simplified_of(fold_mark(value));
}

/// Characters whose NFKC form is known without asking ICU, whatever stands beside them: what labels are made of.
/// 0 for a blank to be dropped; U+FFFD for "ask ICU".
char32_t quick_form(char32_t value) {
  if (value > 0x20 && value < 0x7F) return value;
  if (value >= 0x4E00 && value <= 0x9FFF) return value;
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  if (value == U' ' || value == U'\u3000' || value == U'\u00A0' || (value >= 0x09 && value <= 0x0D)) return 0;
  if (value >= 0x3001 && value <= 0x3003) return value;
  if (value >= 0x3008 && value <= 0x3011) return value;
  if (value == 0x3014 || value == 0x3015 || value == 0x2014 || value == 0x00B7) return value;
  if (value == 0x2018 || value == 0x2019 || value == 0x201C || value == 0x201D) return value;
  return replacement_character;
}

bool quick_normalise(std::string_view label, std::string& out) {
  out.reserve(label.size());
  for (std::size_t i = 0; i < label.size();) {
    const Scalar scalar = scalar_at(label, i);
    const char32_t form = quick_form(scalar.value);
    if (form == replacement_character) return false;
    if (form != 0) append_utf8(out, fold(form));
    i += scalar.length;
  }
  return true;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Scalar scalar = scalar_at(text, i);
    if (!icu::is_blank(scalar.value)) append_utf8(out, scalar.value);
    i += scalar.length;
  }
  return out;
}

/// Words in which a character has another form than it has alone.
struct TraditionalWord {
  std::string_view simplified;
  std::string_view traditional;
};

constexpr std::array<TraditionalWord, 6> traditional_words{
    {{"制作", "製作"}, {"重复", "重複"}, {"复制", "複製"}, {"印制", "印製"}, {"研制", "研製"}, {"绘制", "繪製"}}};

/// 机制作用 and 限制作出 hold no 制作.
bool ends_a_system(std::string_view before) {
  constexpr std::array<std::string_view, 8> firsts{"机", "限", "体", "控", "管", "法", "编", "强"};
  return std::any_of(firsts.begin(), firsts.end(), [&](std::string_view first) { return before.ends_with(first); });
}

/// 答复制度, 调研制定, 答复制约: the 制 belongs to what follows.
bool begins_a_system(std::string_view word, std::string_view behind) {
  constexpr std::array<std::string_view, 4> seconds{"度", "定", "约", "止"};
  return word.ends_with("制") && std::any_of(seconds.begin(), seconds.end(),
                                             [&](std::string_view second) { return behind.starts_with(second); });
}

const TraditionalWord* word_at(std::string_view text, std::size_t at) {
  const auto found = std::find_if(traditional_words.begin(), traditional_words.end(), [&](const TraditionalWord& word) {
    return text.substr(at).starts_with(word.simplified);
  });
  if (found == traditional_words.end() || ends_a_system(text.substr(0, at))) return nullptr;
  return begins_a_system(found->simplified, text.substr(at + found->simplified.size())) ? nullptr : &*found;
}

}  // namespace

std::string normalise_label(std::string_view label) {
  std::string quick;
  if (quick_normalise(label, quick)) return quick;
  // Dropping a blank can bring a letter and its mark together, and NFKC can make new blanks (U+00A8): repeat until
  // nothing changes. Two rounds do in practice; the bound is for input made to hurt.
  std::string current(label);
  for (int round = 0; round < 8; ++round) {
    std::string next = map_characters(without_blanks(icu::nfkc(without_blanks(current))), fold);
    if (next == current) break;
    current = std::move(next);
  }
  return current;
}

std::string to_simplified(std::string_view text) {
  return map_characters(text, [](char32_t c) { return simplified_of(c); });
}

std::string to_traditional(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const TraditionalWord* word = word_at(text, i)) {
      out += word->traditional;
      i += word->simplified.size();
      continue;
    }
    const Scalar scalar = scalar_at(text, i);
    out += map_characters(text.substr(i, scalar.length), traditional_of);
    i += scalar.length;
  }
  return out;
}

}  // namespace nianbao::text
