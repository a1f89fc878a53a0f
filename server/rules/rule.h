// What a rule family looks like from inside: a pure function of a context, which reports to a sink.
// Must not know editors or other families.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.h"
#include "rules/finding.h"
#include "rules/rules.h"
#include "standard/standard.h"

namespace nianbao::rules {

/// Arguments of a message template: {name} → text.
using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The same, where the names are made while running: {r1}, {r2} …
using ArgumentList = std::vector<std::pair<std::string, std::string>>;

/// Everything a rule may look at.
struct Context {
  const report::Report& report;
  const standard::Standard& standard;
  const Options& options;
  const standard::Form* form = nullptr;  ///< of the report; null where the form is not recognised
  const Relatives* relatives = nullptr;  ///< null or empty: the report stands alone
  Memory* memory = nullptr;              ///< null: nothing is kept for a next check

  /// The message `id` in the reader's language, placeholders filled. A missing id gives the id itself.
  [[nodiscard]] std::string say(std::string_view id, Arguments arguments = {}) const;
  [[nodiscard]] std::string say_list(std::string_view id, const ArgumentList& arguments) const;
  /// True where `say` has a template of that id.
  [[nodiscard]] bool knows(std::string_view id) const;
  /// Official short label of an entry in the report's form: 重复申请.
  [[nodiscard]] std::string label(std::string_view entry_id) const;
};

/// Collects findings. Severity is the catalogue's unless the finding sets one itself (finding.h).
class Sink {
 public:
  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  [[nodiscard]] std::vector<Finding>& findings() { return findings_; }

 private:
  std::vector<Finding> findings_;
};

/// What the settings say of a rule: its own id goes before its group, a group before "*".
[[nodiscard]] std::optional<standard::Severity> configured(const Options& options, std::string_view rule);

/// One file per family; a family may report several rule ids. Declared in families.h, listed in registry.cpp.
struct RuleFamily {
  std::vector<std::string_view> ids;
  void (*check)(const Context&, Sink&);
};

/// All families, in the order in which they run.
[[nodiscard]] const std::vector<RuleFamily>& registry();

}  // namespace nianbao::rules
