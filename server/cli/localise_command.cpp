// nianbao localise: tables as JSON lines in, the cells that may be wrong as JSON lines out (design §7).
#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/json_output.h"
#include "cli/text_output.h"
#include "rules/sum_system.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

using standard::TableId;
using Values = std::vector<std::optional<std::int64_t>>;

constexpr std::size_t longest_line = 1 << 20;
constexpr std::int64_t largest_count = 1'000'000'000'000;

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace) + "\n";
}

/// One table as it came in.
struct Input {
  Json id;
  const standard::Form* form = nullptr;
  Values values;  ///< by cell of the form
};

/// Reads one line; the first thing that is wrong becomes a message id with its arguments.
class LineReader {
 public:
  LineReader(const standard::Standard& standard, const Speaker& speaker) : standard_(standard), speaker_(speaker) {}

  tl::expected<Input, std::string> read(const std::string& line) const {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return problem("cli.localise.not-json", "");
    Input input;
    const auto id = json.find("id");
    if (id == json.end() || !(id->is_string() || id->is_number_integer())) return problem("cli.localise.no-id", "");
    input.id = *id;
    const auto format = json.find("format");
    input.form = format != json.end() && format->is_string()
                     ? standard_.form_named(format->get_ref<const std::string&>())
                     : nullptr;
    if (input.form == nullptr || input.form->table(TableId::t3) == nullptr) {
      return problem("cli.localise.bad-format", "");
    }
    const auto rows = json.find("t3");
    if (rows == json.end() || !rows->is_object()) return problem("cli.localise.no-table", "");
    input.values.resize(input.form->cells.size());
    std::set<std::string, std::less<>> seen;
    for (const auto& [name, row] : rows->items()) {
      if (auto wrong = read_row(input, name, row)) return tl::unexpected(*wrong);
      seen.insert(name);
    }
    for (const standard::RowSpec& row : input.form->table(TableId::t3)->blocks.front().rows) {
      if (!seen.contains(row.id)) return problem("cli.localise.missing-row", row.id);
    }
    return input;
  }

 private:
  [[nodiscard]] tl::unexpected<std::string> problem(std::string_view id, const std::string& name) const {
    return tl::unexpected(speaker_.say(id, {{"name", name}}));
  }

  std::optional<std::string> read_row(Input& input, const std::string& name, const Json& row) const {
    const standard::BlockSpec& block = input.form->table(TableId::t3)->blocks.front();
    const auto spec = std::find_if(block.rows.begin(), block.rows.end(),
                                   [&](const standard::RowSpec& one) { return one.id == name; });
    if (spec == block.rows.end()) return speaker_.say("cli.localise.unknown-row", {{"name", name}});
    if (!row.is_array() || row.size() != spec->cell_count) {
      return speaker_.say("cli.localise.bad-row", {{"name", name}, {"count", std::to_string(spec->cell_count)}});
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].is_null()) continue;
      const auto* number = row[i].get_ptr<const Json::number_integer_t*>();
      if (number == nullptr || *number > largest_count || *number < -largest_count) {
        return speaker_.say("cli.localise.bad-value", {{"name", name}});
      }
      input.values[spec->first_cell + i] = *number;
    }
    return std::nullopt;
  }

  const standard::Standard& standard_;
  const Speaker& speaker_;
};

class Localise {
 public:
  explicit Localise(const CommandContext& context) : context_(context), reader_(context.standard, context.speaker) {}

  int run() {
    std::vector<std::string> paths = context_.options.paths;
    if (paths.empty()) paths.emplace_back("-");
    for (const std::string& path : paths) {
      if (path == "-") {
        read_lines(path, context_.environment.in);
        continue;
      }
      const Source source{path};
      const auto bytes = read_source(source, context_.environment.in);
      if (!bytes) {
        failed_ = true;
        context_.environment.err << show_read_failure(source, bytes.error(), context_.speaker);
        continue;
      }
      std::istringstream lines(*bytes);
      read_lines(path, lines);
    }
    context_.environment.out.flush();
    return failed_ ? exit_usage : exit_ok;
  }

 private:
  void read_lines(const std::string& path, std::istream& in) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const auto input = line.size() > longest_line
                             ? tl::expected<Input, std::string>(
                                   tl::unexpected(context_.speaker.say("cli.localise.not-json", {{"name", ""}})))
                             : reader_.read(line);
      if (input) {
        context_.environment.out << one_line(answer(*input));
        continue;
      }
      failed_ = true;
      const std::string name = path == "-" ? context_.speaker.say("cli.standard-input") : path;
      context_.environment.err << context_.speaker.say(
                                      "cli.localise.bad-line",
                                      {{"path", name}, {"line", std::to_string(number)}, {"problem", input.error()}})
                               << "\n";
    }
  }

  Json answer(const Input& input) {
    const rules::TableVerdict verdict = localiser(*input.form).locate(input.values);
    static constexpr std::array<const char*, 4> names{"none", "culprit", "choices", "fallback"};
    Json sets = Json::array();
    for (const auto& set : verdict.sets) {
      Json cells = Json::array();
      for (const auto& [cell, value] : set.changes) {
        const standard::CellSpec& spec = input.form->cells[cell];
        cells.push_back({{"row", spec.row}, {"col", spec.column}, {"value", value}});
      }
      sets.push_back(std::move(cells));
    }
    return {{"id", input.id}, {"verdict", names[static_cast<std::size_t>(verdict.outcome)]}, {"sets", std::move(sets)}};
  }

  const rules::TableLocaliser& localiser(const standard::Form& form) {
    auto found = localisers_.find(form.id);
    if (found == localisers_.end()) {
      found = localisers_.emplace(form.id, rules::TableLocaliser(form, TableId::t3)).first;
    }
    return found->second;
  }

  const CommandContext& context_;
  LineReader reader_;
  std::map<standard::FormId, rules::TableLocaliser> localisers_;
  bool failed_ = false;
};

}  // namespace

int run_localise(const CommandContext& context) {
  return Localise(context).run();
}

}  // namespace nianbao::cli
