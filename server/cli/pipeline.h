// From a file's bytes to its findings: decode, parse, build, check. Pure but for reading the file.
// Must not know how results are shown.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "cli/files.h"
#include "report/report.h"
#include "rules/rules.h"
#include "standard/standard.h"
#include "text/decode.h"
#include "text/text.h"

namespace nianbao::cli {

struct Document {
  std::string path;
  text::FileEncoding encoding = text::FileEncoding::utf8;
  text::Text text;
};

struct CheckedFile {
  Document document;
  report::Report report;
  std::vector<rules::Finding> findings;
  rules::RelationTally tally;
};

[[nodiscard]] tl::expected<Document, ReadFailure> load_document(const Source& source, std::istream& in);

[[nodiscard]] report::Report build_report(const Document& document, const standard::Standard& standard);

[[nodiscard]] CheckedFile check_report(Document document, report::Report report, const standard::Standard& standard,
                                       const rules::Options& options, const rules::Relatives& relatives = {});

[[nodiscard]] CheckedFile check_document(Document document, const standard::Standard& standard,
                                         const rules::Options& options, const rules::Relatives& relatives = {});

}  // namespace nianbao::cli
