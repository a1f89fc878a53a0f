#include "cli/related_files.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "cli/parallel.h"

namespace nianbao::cli {
namespace {

/// Results of the first look are kept up to this size (bytes of text, findings guessed); beyond it, files are read
/// again.
constexpr std::size_t most_kept = 40U << 20U;
constexpr std::size_t finding_size = 1024;

/// What showing a file needs of its report: not the tables, facts and paragraphs.
report::Report light(const report::Report& report) {
  report::Report rest;
  rest.source = report.source;
  rest.text = report.source;
  rest.form = report.form;
  rest.organ = report.organ;
  rest.year = report.year;
  rest.parts = report.parts;
  rest.layouts = report.layouts;
  return rest;
}

/// Which reports a report was compared with.
using Names = std::vector<std::string>;

Names names_of(const rules::Relatives& relatives) {
  Names names;
  if (relatives.last_year != nullptr) names.push_back(relatives.last_year->document);
  for (const rules::Digest* part : relatives.parts) names.push_back(part->document);
  return names;
}

/// Relatives that stay what they were while others are put into the index.
class OwnRelatives {
 public:
  explicit OwnRelatives(const rules::Relatives& relatives) {
    if (relatives.last_year != nullptr) last_year_ = *relatives.last_year;
    for (const rules::Digest* part : relatives.parts) parts_.push_back(*part);
  }
  [[nodiscard]] rules::Relatives get() const {
    rules::Relatives relatives;
    if (last_year_) relatives.last_year = &*last_year_;
    for (const rules::Digest& part : parts_) relatives.parts.push_back(&part);
    return relatives;
  }

 private:
  std::optional<rules::Digest> last_year_;
  std::vector<rules::Digest> parts_;
};

struct FirstLook {
  Outcome outcome;
  rules::Digest digest;
  Names compared_with;
};

struct Kept {
  Outcome outcome;
  Names compared_with;
};

class Run {
 public:
  explicit Run(const RunContext& context)
      : context_(context), order_(context.sources.size()), kept_(context.sources.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::sort(order_, {}, [&](std::size_t i) { return std::pair(context_.sources[i].year, i); });
  }

  /// By year, so that most reports find last year's already known.
  void first_look(const std::function<void(std::size_t)>& looked_at) {
    const std::function<FirstLook(std::size_t)> produce = [&](std::size_t at) { return look(order_[at]); };
    const std::function<void(std::size_t, FirstLook)> consume = [&](std::size_t at, FirstLook first) {
      const std::size_t i = order_[at];
      if (first.outcome) {
        const std::scoped_lock lock(index_mutex_);
        index_.put(uri_of(i), std::move(first.digest));
      }
      keep(i, {std::move(first.outcome), std::move(first.compared_with)});
      looked_at(at + 1);
    };
    for_each_in_order<FirstLook>(context_.sources.size(), context_.jobs, produce, consume);
  }

  void second_look(const std::function<void(std::size_t, Outcome)>& consume) {
    const std::function<Outcome(std::size_t)> produce = [&](std::size_t i) { return look_again(i); };
    for_each_in_order<Outcome>(context_.sources.size(), context_.jobs, produce, consume);
  }

 private:
  [[nodiscard]] const std::string& path(std::size_t i) const { return context_.sources[i].path; }
  [[nodiscard]] std::string uri_of(std::size_t i) const { return path(i) == "-" ? "stdin:-" : file_uri(path(i)); }

  [[nodiscard]] FirstLook look(std::size_t i) {
    auto document = load_document(context_.sources[i], context_.in);
    if (!document) return {tl::unexpected(document.error()), {}, {}};
    report::Report report = build_report(*document, context_.standard);
    rules::Digest digest;
    if (context_.sources.size() > 1) digest = rules::digest_of(report, context_.standard, path(i));
    const OwnRelatives relatives = known_relatives_of(i, digest);
    CheckedFile file = check_report(std::move(*document), std::move(report), context_.standard,
                                    context_.settings.options_for(path(i)), relatives.get());
    file.report = light(file.report);
    return {std::move(file), std::move(digest), names_of(relatives.get())};
  }

  void keep(std::size_t i, Kept kept) {
    if (kept.outcome && path(i) != "-") {
      kept_size_ += kept.outcome->document.text.size() + kept.outcome->findings.size() * finding_size;
      if (kept_size_ > most_kept) return;
    }
    kept_[i].emplace(std::move(kept));
  }

  [[nodiscard]] Outcome look_again(std::size_t i) {
    std::optional<Kept>& kept = kept_[i];
    if (kept && !kept->outcome) return std::move(kept->outcome);
    const rules::Relatives relatives = relatives_of(i);
    if (kept && kept->compared_with == names_of(relatives)) return std::move(kept->outcome);
    auto document = kept ? tl::expected<Document, ReadFailure>(std::move(kept->outcome->document))
                         : load_document(context_.sources[i], context_.in);
    kept.reset();
    if (!document) return tl::unexpected(document.error());
    CheckedFile file =
        check_document(std::move(*document), context_.standard, context_.settings.options_for(path(i)), relatives);
    file.report = light(file.report);
    return file;
  }

  [[nodiscard]] rules::Relatives relatives_of(std::size_t i) const {
    const std::string uri = uri_of(i);
    const rules::Digest* own = index_.find(uri);
    if (own == nullptr) return {};
    const workspace::Kinship kinship = context_.settings.kinship_for(path(i));
    return index_.relatives_of(uri, *own, &kinship);
  }

  /// Those that were looked at so far.
  [[nodiscard]] OwnRelatives known_relatives_of(std::size_t i, const rules::Digest& own) {
    const workspace::Kinship kinship = context_.settings.kinship_for(path(i));
    const std::scoped_lock lock(index_mutex_);
    return OwnRelatives(index_.relatives_of(uri_of(i), own, &kinship));
  }

  const RunContext& context_;
  std::vector<std::size_t> order_;  ///< of the first look
  std::mutex index_mutex_;          ///< during the first look
  workspace::ReportIndex index_;
  std::vector<std::optional<Kept>> kept_;
  std::size_t kept_size_ = 0;
};

}  // namespace

void check_all(const RunContext& context, const std::function<void(std::size_t)>& looked_at,
               const std::function<void(std::size_t, Outcome)>& consume) {
  Run run(context);
  run.first_look(looked_at);
  run.second_look(consume);
}

}  // namespace nianbao::cli
