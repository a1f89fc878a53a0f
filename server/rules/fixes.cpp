// How fixes are made and applied: edits of single cells, edits of many findings together.
// Must not know why a fix is right.
#include "rules/fixes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace nianbao::rules {
namespace {

/// Fixes that a batch may apply: the preferred one, else (on request) the only one that needs no choice.
const Fix* batch_fix(const Finding& finding, bool inferred_too) {
  const auto preferred = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                      [](const Fix& fix) { return fix.preferred && !fix.asks && !fix.edits.empty(); });
  if (preferred != finding.fixes.end()) return &*preferred;
  if (!inferred_too) return nullptr;
  const Fix* only = nullptr;
  for (const Fix& fix : finding.fixes) {
    if (fix.asks || fix.edits.empty()) continue;
    if (only != nullptr) return nullptr;
    only = &fix;
  }
  return only;
}

bool stands_before(const TextEdit& a, const TextEdit& b) {
  return std::tuple(a.range.begin, !a.range.empty(), a.range.end, std::string_view(a.new_text)) <
         std::tuple(b.range.begin, !b.range.empty(), b.range.end, std::string_view(b.new_text));
}

/// Edits that do not conflict, by place: what conflicts with a new one stands beside it.
using Accepted = std::set<TextEdit, decltype(&stands_before)>;

bool fits(const Accepted& accepted, const std::vector<TextEdit>& edits) {
  return std::none_of(edits.begin(), edits.end(), [&](const TextEdit& edit) {
    auto near = accepted.lower_bound(edit);
    if (near != accepted.begin() && conflict(*std::prev(near), edit)) return true;
    for (; near != accepted.end() && near->range.begin <= edit.range.end; ++near) {
      if (conflict(*near, edit)) return true;
    }
    return false;
  });
}

}  // namespace

bool conflict(const TextEdit& first, const TextEdit& second) {
  if (first == second) return false;
  const text::ByteRange& a = first.range;
  const text::ByteRange& b = second.range;
  if (a.empty() && b.empty()) return a.begin == b.begin;
  if (a.empty()) return b.begin < a.begin && a.begin < b.end;
  if (b.empty()) return a.begin < b.begin && b.begin < a.end;
  return a.begin < b.end && b.begin < a.end;
}

void sort_edits(std::vector<TextEdit>& edits) {
  std::sort(edits.begin(), edits.end(), stands_before);
}

std::string apply(std::string_view source, const std::vector<TextEdit>& edits) {
  std::string result;
  result.reserve(source.size() + 64);
  std::size_t at = 0;
  for (const TextEdit& edit : edits) {
    const std::size_t begin = std::min<std::size_t>(edit.range.begin, source.size());
    const std::size_t end = std::min<std::size_t>(edit.range.begin + edit.range.size(), source.size());
    if (begin < at) continue;
    result.append(source.substr(at, begin - at));
    result.append(edit.new_text);
    at = end;
  }
  result.append(source.substr(at));
  return result;
}

std::vector<TextEdit> fix_all(const std::vector<Finding>& findings, bool inferred_too) {
  std::vector<const Finding*> in_order;
  in_order.reserve(findings.size());
  for (const Finding& finding : findings) in_order.push_back(&finding);
  std::sort(in_order.begin(), in_order.end(), [](const Finding* a, const Finding* b) {
    return std::tuple(a->range.begin, a) < std::tuple(b->range.begin, b);  // of one place the first in the list
  });
  Accepted accepted(&stands_before);
  for (const Finding* finding : in_order) {
    const Fix* fix = batch_fix(*finding, inferred_too);
    if (fix != nullptr && fits(accepted, fix->edits)) accepted.insert(fix->edits.begin(), fix->edits.end());
  }
  return {accepted.begin(), accepted.end()};
}

}  // namespace nianbao::rules
