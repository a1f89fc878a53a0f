// The client's settings as the rules understand them. Must not know documents.
#include "workspace/settings.h"

#include <algorithm>
#include <optional>

#include "jsonrpc/json.h"
#include "report/report.h"
#include "rules/rule.h"

namespace nianbao::workspace {
namespace {

using nlohmann::json;

const json* member(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found != object.end() && !found->is_null() ? &*found : nullptr;
}

const std::string* text_of(const json& value) {
  return value.get_ptr<const std::string*>();
}

std::optional<rules::OrganLevel> level_of(std::string_view name) {
  if (name == "unknown" || name.empty()) return rules::OrganLevel::unknown;
  if (name == "government") return rules::OrganLevel::government;
  if (name == "department") return rules::OrganLevel::department;
  if (name == "township") return rules::OrganLevel::township;
  return std::nullopt;
}

std::optional<rules::LawHints> law_hints_of(std::string_view name) {
  if (name == "off") return rules::LawHints::off;
  if (name == "first") return rules::LawHints::first;
  if (name == "all") return rules::LawHints::all;
  return std::nullopt;
}

bool is_known_rule(std::string_view id, const standard::Standard& standard) {
  if (standard.rule(id) != nullptr) return true;
  if (!id.ends_with("/*")) return false;
  const std::string_view group = id.substr(0, id.size() - 1);
  return std::ranges::any_of(
      standard.rules, [&](const standard::RuleSpec& rule) { return std::string_view(rule.id).starts_with(group); });
}

class Reader {
 public:
  Reader(const rules::Options& base, const standard::Standard& standard) : standard_(standard) {
    settings_.options = base;
  }

  Settings read(const json& value) {
    if (value.is_null()) return std::move(settings_);
    if (!value.is_object()) {
      complain("nianbao", value);
      return std::move(settings_);
    }
    if (const json* locale = member(value, "locale")) read_locale(*locale);
    if (const json* rules = member(value, "rules")) read_rules(*rules);
    if (const json* organ = member(value, "organ")) read_organ(*organ);
    if (const json* law = member(value, "law")) read_law(*law);
    return std::move(settings_);
  }

 private:
  /// The value is quoted as JSON, cut where it is long: a setting may be anything.
  void complain(std::string_view key, const json& value) {
    std::string shown = jsonrpc::dump(value);
    if (shown.size() > 60) shown = "…";
    const report::Report nothing;
    const rules::Context context{nothing, standard_, settings_.options, nullptr};
    settings_.problems.push_back(context.say("settings.problem", {{"key", std::string(key)}, {"value", shown}}));
  }

  void read_locale(const json& value) {
    const std::string* tag = text_of(value);
    if (tag == nullptr) return complain("locale", value);
    if (!tag->empty() && *tag != "auto") settings_.options.locale = locale_of(*tag);
  }

  void read_rules(const json& value) {
    if (!value.is_object()) return complain("rules", value);
    settings_.options.severities.clear();
    for (const auto& [id, severity] : value.items()) {
      const std::string* name = text_of(severity);
      const std::optional<standard::Severity> read = name != nullptr ? standard::severity_of(*name) : std::nullopt;
      if (!read || !is_known_rule(id, standard_)) {
        complain("rules." + id, severity);
        continue;
      }
      settings_.options.severities.emplace(id, *read);
    }
  }

  void read_organ(const json& value) {
    if (!value.is_object()) return complain("organ", value);
    const json* level = member(value, "level");
    if (level == nullptr) return;
    const std::string* name = text_of(*level);
    const std::optional<rules::OrganLevel> read = name != nullptr ? level_of(*name) : std::nullopt;
    if (!read) return complain("organ.level", *level);
    settings_.options.level = *read;
  }

  void read_law(const json& value) {
    if (!value.is_object()) return complain("law", value);
    if (const json* hints = member(value, "inlayHints")) {
      const std::string* name = text_of(*hints);
      const std::optional<rules::LawHints> read = name != nullptr ? law_hints_of(*name) : std::nullopt;
      if (!read) return complain("law.inlayHints", *hints);
      settings_.options.law_hints = *read;
    }
    if (const json* folders = member(value, "folders")) {
      if (!folders->is_array()) return complain("law.folders", *folders);
      settings_.law_folders.clear();
      for (const json& folder : *folders) {
        const std::string* path = text_of(folder);
        if (path == nullptr) {
          complain("law.folders", folder);
          continue;
        }
        settings_.law_folders.push_back(*path);
      }
    }
  }

  const standard::Standard& standard_;
  Settings settings_;
};

}  // namespace

rules::Locale locale_of(std::string_view tag) {
  const bool english = tag.size() >= 2 && (tag[0] == 'e' || tag[0] == 'E') && (tag[1] == 'n' || tag[1] == 'N') &&
                       (tag.size() == 2 || tag[2] == '-' || tag[2] == '_');
  return english ? rules::Locale::en : rules::Locale::zh;
}

Settings read_settings(const json& value, const rules::Options& base, const standard::Standard& standard) {
  return Reader(base, standard).read(value);
}

}  // namespace nianbao::workspace
