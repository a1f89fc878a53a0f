// Sentences of a report's parts, made comparable. Must not know rules.
#include "rules/sentences.h"

#include <string_view>

namespace nianbao::rules {
namespace {

constexpr std::size_t shortest = 45;  // bytes: fifteen Chinese characters

std::uint64_t fingerprint_of(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325ULL;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x100000001b3ULL;
  }
  return value;
}

bool is_space(std::string_view character) {
  return character == " " || character == "\t" || character == "\n" || character == "\r" || character == "\f" ||
         character == "　" || character == "\xC2\xA0";
}

bool ends_sentence(std::string_view character) {
  return character == "。" || character == "！" || character == "？";
}

std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Collects one paragraph's sentences.
class Splitter {
 public:
  Splitter(const report::Paragraph& paragraph, std::vector<Sentence>& out)
      : paragraph_(paragraph), exact_(paragraph.range.size() == paragraph.text.size()), out_(out) {}

  void run() {
    const std::string_view text = paragraph_.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view character = text.substr(at, length_of(text[at]));
      if (!is_space(character)) {
        if (current_.text.empty()) begin_ = at;
        current_.text += character;
        end_ = at + character.size();
      }
      at += character.size();
      if (ends_sentence(character)) finish();
    }
    finish();
  }

 private:
  void finish() {
    if (current_.text.size() >= shortest) {
      current_.fingerprint = fingerprint_of(current_.text);
      const auto offset = [&](std::size_t at) { return paragraph_.range.begin + static_cast<text::Offset>(at); };
      // In a web page, tags stand between the words.
      current_.range = exact_ ? text::ByteRange{offset(begin_), offset(end_)} : paragraph_.range;
      out_.push_back(std::move(current_));
    }
    current_ = {};
  }

  const report::Paragraph& paragraph_;
  bool exact_;
  std::vector<Sentence>& out_;
  Sentence current_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::vector<Sentence> sentences_of(const report::Report& report) {
  std::vector<Sentence> sentences;
  if (report.parts.empty()) return sentences;
  const text::Offset first = report.parts.front().body.begin;
  for (const report::Paragraph& paragraph : report.paragraphs) {
    if (paragraph.range.begin >= first) Splitter(paragraph, sentences).run();
  }
  return sentences;
}

}  // namespace nianbao::rules
