// The client's settings as the rules understand them. Must not know documents.
#include "workspace/settings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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
  if (name == "government" || name == "人民政府") return rules::OrganLevel::government;
  if (name == "department" || name == "部门") return rules::OrganLevel::department;
  if (name == "township" || name == "乡镇街道") return rules::OrganLevel::township;
  return std::nullopt;
}

std::optional<rules::LawHints> law_hints_of(std::string_view name) {
  if (name == "off") return rules::LawHints::off;
  if (name == "first") return rules::LawHints::first;
  if (name == "all") return rules::LawHints::all;
  return std::nullopt;
}

std::optional<LogLevel> log_level_of(std::string_view name) {
  constexpr std::array<std::string_view, 5> names = {"off", "error", "warning", "info", "debug"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<LogLevel>(found - names.begin());
}

/// 01-31: a day of the year after the report's.
std::optional<rules::Day> day_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::int32_t {
    if (digits.empty() || digits.size() > 2) return 0;
    std::int32_t value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const rules::Day day{number(text.substr(0, dash)), number(text.substr(dash + 1))};
  constexpr std::array<std::int32_t, 12> lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day.month < 1 || day.month > 12 || day.day < 1) return std::nullopt;
  return day.day <= lengths[static_cast<std::size_t>(day.month - 1)] ? std::optional(day) : std::nullopt;
}

bool is_known_rule(std::string_view id, const standard::Standard& standard) {
  if (id == "*" || standard.rule(id) != nullptr) return true;
  if (!id.ends_with("/*")) return false;
  const std::string_view group = id.substr(0, id.size() - 1);
  return std::ranges::any_of(
      standard.rules, [&](const standard::RuleSpec& rule) { return std::string_view(rule.id).starts_with(group); });
}

class Reader {
 public:
  Reader(const rules::Options& base, const standard::Standard& standard, SettingsSource source)
      : standard_(standard), source_(source) {
    settings_.options = base;
  }

  Settings read(const json& value) {
    if (value.is_null() && source_ == SettingsSource::client) return std::move(settings_);
    if (!value.is_object()) {
      bad_value({}, "nianbao", value);
      return std::move(settings_);
    }
    if (const json* locale = member(value, "locale")) read_locale(*locale);
    if (const json* rules = member(value, "rules")) read_rules(*rules);
    if (const json* organ = member(value, "organ")) read_organ(*organ);
    if (const json* law = member(value, "law")) read_law(*law);
    if (const json* deadline = member(value, "deadline")) read_deadline(*deadline);
    if (const json* words = member(value, "words")) read_words(*words);
    if (source_ == SettingsSource::file) read_relatives(value);
    if (source_ == SettingsSource::client) {
      if (const json* log = member(value, "log")) read_log(*log);
      if (const json* hover = member(value, "hover")) read_hover(*hover);
    }
    return std::move(settings_);
  }

 private:
  using Path = std::vector<std::string>;

  [[nodiscard]] std::string say(std::string_view id, rules::Arguments arguments) const {
    const report::Report nothing;
    const rules::Context context{nothing, standard_, settings_.options, nullptr};
    return context.say(id, arguments);
  }

  /// The value is quoted as JSON, left out where it is long: a setting may be anything.
  void bad_value(Path path, const std::string& key, const json& value) {
    std::string shown = jsonrpc::dump(value);
    if (shown.size() > 60) shown = "…";
    settings_.problems.push_back({say("settings.problem", {{"key", key}, {"value", shown}}), std::move(path), false});
  }

  void unknown(Path path, std::string_view message, const std::string& key) {
    settings_.problems.push_back({say(message, {{"key", key}}), std::move(path), true});
  }

  void read_locale(const json& value) {
    const std::string* tag = text_of(value);
    if (tag == nullptr) return bad_value({"locale"}, "locale", value);
    if (!tag->empty() && *tag != "auto") settings_.options.locale = locale_of(*tag);
  }

  void read_rules(const json& value) {
    if (!value.is_object()) return bad_value({"rules"}, "rules", value);
    if (source_ == SettingsSource::client) settings_.options.severities.clear();
    for (const auto& [id, severity] : value.items()) {
      const std::string* name = text_of(severity);
      const std::optional<standard::Severity> read = name != nullptr ? standard::severity_of(*name) : std::nullopt;
      if (!is_known_rule(id, standard_)) {
        unknown({"rules", id}, "settings.unknown-rule", id);
      } else if (!read) {
        bad_value({"rules", id}, "rules." + id, severity);
      } else {
        settings_.options.severities.insert_or_assign(id, *read);
      }
    }
  }

  void read_organ(const json& value) {
    if (!value.is_object()) return bad_value({"organ"}, "organ", value);
    only(value, {"organ"}, {"level"});
    const json* level = member(value, "level");
    if (level == nullptr) return;
    const std::string* name = text_of(*level);
    const std::optional<rules::OrganLevel> read = name != nullptr ? level_of(*name) : std::nullopt;
    if (!read) return bad_value({"organ", "level"}, "organ.level", *level);
    settings_.options.level = *read;
  }

  void read_law(const json& value) {
    if (!value.is_object()) return bad_value({"law"}, "law", value);
    only(value, {"law"}, {"inlayHints", "folders"});
    if (const json* hints = member(value, "inlayHints")) {
      const std::string* name = text_of(*hints);
      const std::optional<rules::LawHints> read = name != nullptr ? law_hints_of(*name) : std::nullopt;
      if (!read) return bad_value({"law", "inlayHints"}, "law.inlayHints", *hints);
      settings_.options.law_hints = *read;
    }
    if (const json* folders = member(value, "folders")) {
      if (!folders->is_array()) return bad_value({"law", "folders"}, "law.folders", *folders);
      settings_.law_folders.clear();
      for (std::size_t i = 0; i < folders->size(); ++i) {
        const std::string* path = text_of((*folders)[i]);
        if (path == nullptr) {
          bad_value({"law", "folders", std::to_string(i)}, "law.folders", (*folders)[i]);
        } else {
          settings_.law_folders.push_back(*path);
        }
      }
    }
  }

  void read_log(const json& value) {
    if (!value.is_object()) return bad_value({"log"}, "log", value);
    const json* level = member(value, "level");
    if (level == nullptr) return;
    const std::string* name = text_of(*level);
    const std::optional<LogLevel> read = name != nullptr ? log_level_of(*name) : std::nullopt;
    if (!read) return bad_value({"log", "level"}, "log.level", *level);
    settings_.log_level = *read;
  }

  void read_hover(const json& value) {
    if (!value.is_object()) return bad_value({"hover"}, "hover", value);
    const json* numbers = member(value, "numbers");
    if (numbers == nullptr) return;
    if (!numbers->is_boolean()) return bad_value({"hover", "numbers"}, "hover.numbers", *numbers);
    settings_.hover_numbers = *numbers == json(true);
  }

  void read_deadline(const json& value) {
    const std::string* text = text_of(value);
    if (text != nullptr && text->empty()) return;  // an editor's empty field
    const auto day = text != nullptr ? day_of(*text) : std::nullopt;
    if (!day) return bad_value({"deadline"}, "deadline", value);
    settings_.options.deadline = *day;
  }

  void read_words(const json& value) {
    if (!value.is_object()) return bad_value({"words"}, "words", value);
    only(value, {"words"}, {"allowed", "confusions"});
    read_list(value, "allowed", settings_.options.allowed_words, [](std::string_view word) { return !word.empty(); });
    read_list(value, "confusions", settings_.options.confusions, [](std::string_view pair) {
      const std::size_t arrow = pair.find("→");
      return arrow != std::string_view::npos && arrow > 0 && arrow + 3 < pair.size();
    });
  }

  template <typename Test>
  void read_list(const json& words, const char* key, std::vector<std::string>& list, Test good) {
    const json* value = member(words, key);
    if (value == nullptr) return;
    std::string name = "words.";  // with + g++ 12 sees an overflow here that there is not
    name += key;
    if (!value->is_array()) return bad_value({"words", key}, name, *value);
    if (source_ == SettingsSource::client) list.clear();
    for (std::size_t i = 0; i < value->size(); ++i) {
      const std::string* word = text_of((*value)[i]);
      if (word == nullptr || !good(*word)) {
        bad_value({"words", key, std::to_string(i)}, name, (*value)[i]);
      } else {
        list.push_back(*word);
      }
    }
  }

  /// Which reports they mean is for the index to say.
  void read_relatives(const json& value) {
    only(value, {}, {"$schema", "locale", "rules", "organ", "law", "deadline", "words", "parent", "children"});
    if (const json* parent = member(value, "parent")) {
      const std::string* name = text_of(*parent);
      if (name == nullptr) return bad_value({"parent"}, "parent", *parent);
      settings_.parent = *name;
    }
    const json* children = member(value, "children");
    if (children == nullptr) return;
    if (!children->is_array()) return bad_value({"children"}, "children", *children);
    for (std::size_t i = 0; i < children->size(); ++i) {
      const std::string* name = text_of((*children)[i]);
      if (name == nullptr) {
        bad_value({"children", std::to_string(i)}, "children", (*children)[i]);
        settings_.parent.clear();  // a sum of some parts would only mislead
      } else {
        settings_.children.push_back(*name);
      }
    }
  }

  void only(const json& object, const Path& path, std::initializer_list<std::string_view> keys) {
    if (source_ == SettingsSource::client) return;
    for (const auto& [key, value] : object.items()) {
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      Path place = path;
      place.push_back(key);
      unknown(std::move(place), "settings.unknown-key", key);
    }
  }

  const standard::Standard& standard_;
  SettingsSource source_;
  Settings settings_;
};

}  // namespace

rules::Locale locale_of(std::string_view tag) {
  const bool english = tag.size() >= 2 && (tag[0] == 'e' || tag[0] == 'E') && (tag[1] == 'n' || tag[1] == 'N') &&
                       (tag.size() == 2 || tag[2] == '-' || tag[2] == '_');
  return english ? rules::Locale::en : rules::Locale::zh;
}

Settings read_settings(const json& value, const rules::Options& base, const standard::Standard& standard,
                       SettingsSource source) {
  return Reader(base, standard, source).read(value);
}

}  // namespace nianbao::workspace
