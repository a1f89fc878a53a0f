#include "cli/pipeline.h"

#include <utility>

#include "syntax/tree.h"

namespace nianbao::cli {
namespace {

ReadFailure failure_of(text::DecodeError error) {
  return error == text::DecodeError::binary ? ReadFailure::binary : ReadFailure::unknown_encoding;
}

}  // namespace

tl::expected<Document, ReadFailure> load_document(const Source& source, std::istream& in) {
  const auto bytes = read_source(source, in);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes);
  if (!decoded) return tl::unexpected(failure_of(decoded.error()));
  return Document{source.path, decoded->encoding, text::Text(std::move(decoded->utf8))};
}

report::Report build_report(const Document& document, const standard::Standard& standard) {
  if (is_web_page(document.path)) return report::build_from_web_page(document.text, standard);
  return report::build(document.text, syntax::parse(document.text), standard);
}

CheckedFile check_report(Document document, report::Report report, const standard::Standard& standard,
                         const rules::Options& options, const rules::Relatives& relatives) {
  CheckedFile file;
  file.report = std::move(report);
  file.findings = rules::check(file.report, standard, options, relatives);
  file.tally = rules::tally(file.report, standard);
  file.document = std::move(document);
  return file;
}

CheckedFile check_document(Document document, const standard::Standard& standard, const rules::Options& options,
                           const rules::Relatives& relatives) {
  report::Report report = build_report(document, standard);
  return check_report(std::move(document), std::move(report), standard, options, relatives);
}

}  // namespace nianbao::cli
