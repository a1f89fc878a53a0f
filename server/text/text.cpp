#include "text/text.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

constexpr std::size_t long_line = 1024;
constexpr std::size_t checkpoint_distance = 512;

std::vector<Offset> find_line_begins(std::string_view bytes) {
  std::vector<Offset> begins{0};
  const bool has_carriage_returns = bytes.find('\r') != std::string_view::npos;
  const std::string_view terminators = has_carriage_returns ? "\r\n" : "\n";
  std::size_t at = 0;
  while (true) {
    at = has_carriage_returns ? bytes.find_first_of(terminators, at) : bytes.find('\n', at);
    if (at == std::string_view::npos) return begins;
    const bool crlf = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    at += crlf ? 2 : 1;
    begins.push_back(static_cast<Offset>(at));
  }
}

void add_checkpoints(std::string_view bytes, ByteRange line, std::vector<Text::Checkpoint>& out) {
  Text::Checkpoint running{line.begin, 0, 0};
  std::size_t next = line.begin + checkpoint_distance;
  while (running.offset < line.end) {
    const Scalar scalar = scalar_at(bytes, running.offset);
    running.offset += scalar.length;
    running.utf16_units += scalar.value > 0xFFFF ? 2 : 1;
    running.code_points += 1;
    if (running.offset >= next) {
      out.push_back(running);
      next = running.offset + checkpoint_distance;
    }
  }
}

}  // namespace

Text::State Text::make_state(std::string bytes) {
  State state;
  state.bytes = std::move(bytes);
  state.line_begins = find_line_begins(state.bytes);
  const auto size = static_cast<Offset>(state.bytes.size());
  for (std::size_t i = 0; i < state.line_begins.size(); ++i) {
    const Offset begin = state.line_begins[i];
    const Offset end = i + 1 < state.line_begins.size() ? state.line_begins[i + 1] : size;
    if (end - begin >= long_line) add_checkpoints(state.bytes, {begin, end}, state.checkpoints);
  }
  return state;
}

Text::Text() : Text(std::string()) {}

Text::Text(std::string bytes) : state_(std::make_shared<const State>(make_state(std::move(bytes)))) {}

std::string_view Text::slice(ByteRange range) const {
  const Offset end = std::min(range.end, size());
  const Offset begin = std::min(range.begin, end);
  return bytes().substr(begin, end - begin);
}

std::uint32_t Text::line_of(Offset offset) const {
  const auto& begins = state_->line_begins;
  const auto after = std::upper_bound(begins.begin(), begins.end(), offset);
  return static_cast<std::uint32_t>(after - begins.begin()) - 1;
}

ByteRange Text::full_line(std::uint32_t index) const {
  const auto& begins = state_->line_begins;
  if (index >= begins.size()) return {size(), size()};
  return {begins[index], index + 1 < begins.size() ? begins[index + 1] : size()};
}

ByteRange Text::line(std::uint32_t index) const {
  ByteRange range = full_line(index);
  const std::string_view all = bytes();
  if (range.end > range.begin && all[range.end - 1] == '\n') --range.end;
  if (range.end > range.begin && all[range.end - 1] == '\r') --range.end;
  return range;
}

}  // namespace nianbao::text
