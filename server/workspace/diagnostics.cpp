// Findings as diagnostics. Must not know when something is sent.
#include "workspace/diagnostics.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "features/pages.h"
#include "lsp/writer.h"

namespace nianbao::workspace {
namespace {

constexpr std::string_view source = "nianbao";

/// FNV-1a: the same on every platform, as results of different servers may be compared.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) {
      value_ ^= static_cast<unsigned char>(byte);
      value_ *= 0x100000001b3ULL;
    }
    value_ *= 0x100000001b3ULL;
  }
  [[nodiscard]] std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(value_ >> static_cast<unsigned>(shift)) & 0xfU];
    return out;
  }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

lsp::DiagnosticSeverity severity_of(standard::Severity severity) {
  switch (severity) {
    case standard::Severity::error:
      return lsp::DiagnosticSeverity::error;
    case standard::Severity::warning:
      return lsp::DiagnosticSeverity::warning;
    case standard::Severity::information:
      return lsp::DiagnosticSeverity::information;
    default:
      return lsp::DiagnosticSeverity::hint;
  }
}

lsp::Location location_of(const rules::Related& related, const std::string& uri, const Converter& convert) {
  if (related.document.empty()) return {uri, convert.range(related.range)};
  const text::Position begin = related.place.begin(convert.encoding());
  const text::Position end = related.place.end(convert.encoding());
  return {related.document, {{begin.line, begin.column}, {end.line, end.column}}};
}

}  // namespace

std::vector<std::string> names_of(const std::vector<rules::Finding>& findings) {
  std::vector<std::string> names;
  std::map<std::string, std::uint32_t> seen;
  for (const rules::Finding& finding : findings) {
    Hash hash;
    hash.add(finding.rule);
    hash.add(finding.message);
    std::string name = hash.hex();
    const std::uint32_t before = seen[name]++;
    if (before > 0) name.append("-").append(std::to_string(before));
    names.push_back(std::move(name));
  }
  return names;
}

std::string name_in(const lsp::Diagnostic& diagnostic) {
  if (diagnostic.source != source || !diagnostic.data.present()) return {};
  const lsp::Json* name = jsonrpc::member(diagnostic.data.get(), "finding");
  const std::string* text = name != nullptr ? jsonrpc::as_string(*name) : nullptr;
  return text != nullptr ? *text : std::string();
}

std::vector<lsp::Diagnostic> diagnostics_of(const features::Snapshot& snapshot, const std::string& uri,
                                            const Converter& convert, const lsp::ClientFlags& client) {
  std::vector<lsp::Diagnostic> diagnostics;
  if (snapshot.findings == nullptr) return diagnostics;
  const std::vector<std::string> names = names_of(*snapshot.findings);
  diagnostics.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const rules::Finding& finding = (*snapshot.findings)[i];
    lsp::Diagnostic diagnostic;
    diagnostic.range = convert.range(finding.range);
    diagnostic.severity = severity_of(finding.severity);
    diagnostic.code = finding.rule;
    if (client.code_description) diagnostic.code_description_href = features::rule_page_uri(finding.rule);
    diagnostic.source = source;
    diagnostic.message = finding.message;
    if (client.related_information) {
      for (const rules::Related& related : finding.related) {
        diagnostic.related_information.push_back({location_of(related, uri, convert), related.message});
      }
    }
    if (client.diagnostic_data) diagnostic.data = lsp::RawJson(lsp::ObjectWriter().put("finding", names[i]).take());
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

void keep_most_severe(std::vector<lsp::Diagnostic>& diagnostics) {
  if (diagnostics.size() <= most_diagnostics) return;
  std::array<std::size_t, 5> counts{};  // by severity: 1 is the worst
  const auto rank = [](const lsp::Diagnostic& diagnostic) {
    return static_cast<std::size_t>(diagnostic.severity.value_or(lsp::DiagnosticSeverity::error));
  };
  for (const lsp::Diagnostic& diagnostic : diagnostics) ++counts[rank(diagnostic)];
  std::size_t room = most_diagnostics;
  for (std::size_t& count : counts) {
    count = std::min(count, room);
    room -= count;
  }
  std::erase_if(diagnostics, [&](const lsp::Diagnostic& diagnostic) {
    std::size_t& left = counts[rank(diagnostic)];
    if (left == 0) return true;
    --left;
    return false;
  });
}

std::string digest_of(const std::vector<lsp::Diagnostic>& diagnostics) {
  Hash hash;
  for (const lsp::Diagnostic& diagnostic : diagnostics) hash.add(jsonrpc::dump(json_of(diagnostic)));
  return hash.hex();
}

}  // namespace nianbao::workspace
