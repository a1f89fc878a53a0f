#include "cli/diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nianbao::cli {
namespace {

constexpr std::size_t context_lines = 3;
/// Above this the changed part is shown as one replacement instead of being compared line by line.
constexpr std::size_t largest_comparison = 16'000'000;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A line of the result: ' ' in both, '-' only before, '+' only after.
struct Step {
  char kind = ' ';
  std::string_view line;
};

/// Longest common subsequence of the middle parts, by dynamic programming.
void compare(const Lines& before, const Lines& after, std::vector<Step>& steps) {
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  if (rows * columns > largest_comparison) {
    for (const auto line : before) steps.push_back({'-', line});
    for (const auto line : after) steps.push_back({'+', line});
    return;
  }
  std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
    return length[row * (columns + 1) + column];
  };
  for (std::size_t row = rows; row-- > 0;) {
    for (std::size_t column = columns; column-- > 0;) {
      at(row, column) = before[row] == after[column] ? at(row + 1, column + 1) + 1
                                                     : std::max(at(row + 1, column), at(row, column + 1));
    }
  }
  std::size_t row = 0;
  std::size_t column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[row] == after[column]) {
      steps.push_back({' ', before[row]});
      ++row;
      ++column;
    } else if (row < rows && (column == columns || at(row + 1, column) >= at(row, column + 1))) {
      steps.push_back({'-', before[row++]});
    } else {
      steps.push_back({'+', after[column++]});
    }
  }
}

std::vector<Step> steps_between(Lines before, Lines after) {
  std::vector<Step> steps;
  std::size_t prefix = 0;
  while (prefix < before.size() && prefix < after.size() && before[prefix] == after[prefix]) {
    steps.push_back({' ', before[prefix++]});
  }
  std::size_t suffix = 0;
  while (suffix < before.size() - prefix && suffix < after.size() - prefix &&
         before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) {
    ++suffix;
  }
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(prefix),
                 lines.end() - static_cast<std::ptrdiff_t>(suffix));
  };
  compare(middle(before), middle(after), steps);
  for (std::size_t i = before.size() - suffix; i < before.size(); ++i) steps.push_back({' ', before[i]});
  return steps;
}

std::string show(const Step& step) {
  std::string text = step.kind + std::string(step.line);
  if (step.line.empty() || step.line.back() != '\n') text += "\n\\ No newline at end of file\n";
  return text;
}

std::string span(std::size_t first, std::size_t count) {
  return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

/// Where the hunk that begins with the change at `first` ends: behind the last change that is near enough.
std::size_t hunk_end(const std::vector<Step>& steps, std::size_t first) {
  std::size_t last_change = first;
  for (std::size_t i = first; i < steps.size() && i <= last_change + 2 * context_lines; ++i) {
    if (steps[i].kind != ' ') last_change = i;
  }
  return std::min(last_change + 1 + context_lines, steps.size());
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto steps = steps_between(lines_of(before), lines_of(after));
  std::string text = "--- " + std::string(path) + "\n+++ " + std::string(path) + "\n";
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  for (std::size_t i = 0; i < steps.size();) {
    const std::size_t change =
        static_cast<std::size_t>(std::find_if(steps.begin() + static_cast<std::ptrdiff_t>(i), steps.end(),
                                              [](const Step& step) { return step.kind != ' '; }) -
                                 steps.begin());
    if (change == steps.size()) break;
    const std::size_t first = std::max(i, change - std::min(change, context_lines));
    old_line += first - i;
    new_line += first - i;
    const std::size_t end = hunk_end(steps, change);
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    std::string body;
    for (std::size_t k = first; k < end; ++k) {
      old_count += steps[k].kind != '+' ? 1U : 0U;
      new_count += steps[k].kind != '-' ? 1U : 0U;
      body += show(steps[k]);
    }
    text += "@@ -" + span(old_line, old_count) + " +" + span(new_line, new_count) + " @@\n" + body;
    old_line += old_count;
    new_line += new_count;
    i = end;
  }
  return text;
}

}  // namespace nianbao::cli
