// What scripts and people rely on: exit codes, where messages go, the JSON contract, files that cannot be read.
#include <gtest/gtest.h>

#include "harness.h"
#include "reports.h"
#include "support/generator.h"
#include "text/decode.h"

namespace nianbao::cli {
namespace {

using nianbao::test::generate;
using nianbao::test::Shape;
using test::broken_report;
using test::Call;
using test::clean_report;
using test::last_line;
using test::run_cli;
using test::TemporaryFolder;
using test::the_standard;

TEST(Exit, a_clean_report_is_0_and_says_what_was_checked) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", clean_report());
  const auto result = run_cli({"check", path, "--min-severity", "warning"});
  EXPECT_EQ(result.code, 0) << result.out << result.err;
  EXPECT_TRUE(last_line(result.out).starts_with("✓ " + path + "：2021年格式，六部分齐全，200 格已读，勾稽 "))
      << result.out;
  EXPECT_EQ(result.err, "");
}

TEST(Exit, a_failing_sum_is_1_unless_nothing_shall_fail) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", broken_report());
  EXPECT_EQ(run_cli({"check", path}).code, 1);
  EXPECT_EQ(run_cli({"check", path, "--fail-on", "never"}).code, 0);
  EXPECT_EQ(run_cli({"check", path, "--fail-on", "warning"}).code, 1);
  // What is not shown still counts: the two options are independent.
  EXPECT_EQ(run_cli({"check", path, "--min-severity", "error", "--fail-on", "error"}).code, 1);
}

TEST(Exit, an_unreadable_file_is_2_and_the_others_are_still_checked) {
  const TemporaryFolder folder;
  const auto good = folder.write("2025年信息公开年报.md", broken_report());
  const auto result = run_cli({"check", folder.path("报告.md"), good});
  EXPECT_EQ(result.code, 2);
  EXPECT_NE(result.err.find("读不到“" + folder.path("报告.md") + "”：文件不存在"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("中有：2025年信息公开年报.md"), std::string::npos) << result.err;
  EXPECT_NE(result.out.find("错误["), std::string::npos);
  EXPECT_NE(last_line(result.out).find("1 份读不到"), std::string::npos) << result.out;
}

TEST(Exit, use_that_is_not_understood_is_2_in_words) {
  const auto cases = std::vector<std::pair<std::vector<std::string>, std::string>>{
      {{"check"}, "没有给出文件或文件夹"},
      {{"check", "--colour", "x.md"}, "没有 --colour 这个选项"},
      {{"chek", "x.md"}, "没有“chek”这个命令"},
      {{"check", "x.md", "--format", "xml"}, "--format 可以是 text、json、sarif、github，现为“xml”"},
      {{"check", "x.md", "--format"}, "选项 --format 后面缺少值"},
      {{"check", "x.md", "--jobs", "many"}, "--jobs 应为 1 至 256 的整数，现为“many”"},
      {{"rules", "extra"}, "多余的参数“extra”"},
      {{"dump", "x.md"}, "dump 需要 --tables、--report、--citations、--tree 之一"},
      {{"law"}, "没有说明要做什么：law add 或 law list"},
      {{"completion"}, "没有给出 shell 的名称：bash、zsh、fish"},
      {{"completion", "tcsh"}, "completion 可以是 bash、zsh、fish，现为“tcsh”"},
      {{"rules", "--", "extra"}, "多余的参数“extra”"},
      {{"explain", "没有这样的行"}, "没有找到“没有这样的行”"},
  };
  for (const auto& [arguments, message] : cases) {
    const auto result = run_cli(arguments);
    EXPECT_EQ(result.code, 2) << message;
    EXPECT_NE(result.err.find(message), std::string::npos) << result.err;
    EXPECT_EQ(result.out, "") << message;
  }
}

TEST(Exit, names_that_begin_with_a_dash_stand_behind_two) {
  const auto result = run_cli({"check", "--locale", "zh", "--", "--年报.md"});
  EXPECT_EQ(result.code, 2);
  EXPECT_TRUE(result.err.starts_with("读不到“--年报.md”：文件不存在")) << result.err;
}

TEST(Exit, files_that_are_no_text_are_named) {
  const TemporaryFolder folder;
  const auto empty = folder.write("empty.md", "");
  const auto binary = folder.write("binary.md", std::string("\x89PNG\0\0\0\0\x01\x02\x00\x03", 12));
  EXPECT_NE(run_cli({"check", empty}).err.find("文件是空的"), std::string::npos);
  const auto result = run_cli({"check", binary});
  EXPECT_EQ(result.code, 2);
  EXPECT_NE(result.err.find("读不到“" + binary + "”：不是文本文件"), std::string::npos) << result.err;
}

TEST(Exit, a_huge_file_is_refused_at_once) {
  const TemporaryFolder folder;
  const auto path = folder.write("huge.md", "x");
  std::filesystem::resize_file(path, 50U * 1024 * 1024);
  const auto result = run_cli({"check", path});
  EXPECT_EQ(result.code, 2);
  EXPECT_NE(result.err.find("超过 16 MB"), std::string::npos) << result.err;
}

TEST(Contract, keys_of_the_json_output) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", broken_report());
  const auto result = run_cli({"check", path, "--format", "json"});
  EXPECT_EQ(result.code, 1);
  const auto json = result.json();
  ASSERT_TRUE(json.is_object()) << result.out;
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["tool"]["name"], "nianbao");
  for (const char* key :
       {"files", "errors", "warnings", "information", "cells", "relations", "holding", "rules", "unreadable"}) {
    EXPECT_TRUE(json["summary"].contains(key)) << key;
  }
  EXPECT_EQ(json["summary"]["files"], 1);
  EXPECT_EQ(json["summary"]["cells"], 200);
  ASSERT_EQ(json["files"].size(), 1U);
  const auto& file = json["files"][0];
  EXPECT_EQ(file["path"], path);
  EXPECT_EQ(file["form"], "2021");
  EXPECT_TRUE(file["year"].is_number());
  EXPECT_TRUE(file["unit"].is_string());
  EXPECT_EQ(file["layouts"], nlohmann::json::array({"pipe"}));
  ASSERT_FALSE(file["findings"].empty());
  for (const auto& finding : file["findings"]) {
    for (const char* key : {"rule", "severity", "message", "range", "cells", "related", "fixes"}) {
      EXPECT_TRUE(finding.contains(key)) << key;
    }
    EXPECT_GE(finding["range"]["start"]["line"].get<int>(), 1);
    EXPECT_GE(finding["range"]["start"]["column"].get<int>(), 1);
    for (const auto& fix : finding["fixes"]) {
      EXPECT_TRUE(fix["title"].is_string());
      EXPECT_TRUE(fix["preferred"].is_boolean());
      for (const auto& edit : fix["edits"]) EXPECT_TRUE(edit.contains("range") && edit.contains("newText"));
    }
  }
}

TEST(Contract, columns_count_utf16_code_units_from_1) {
  const TemporaryFolder folder;
  std::string text = clean_report();
  text.insert(text.find("（一）主动公开情况"), "𠮷");  // outside the BMP: two code units
  const auto path = folder.write("年报.md", text);
  const auto json = run_cli({"dump", "--tables", path}).json();
  ASSERT_TRUE(json.contains("tables"));
  const auto& cell = json["tables"][0]["cells"][0];
  EXPECT_EQ(cell["row"], "t2_rule");
  EXPECT_EQ(cell["column"], "t2c_made");
  // 规章 are two code units; the report may have its pipes with or without spaces.
  const std::string line = text.substr(text.find("规章"));
  const std::size_t spaces = line.starts_with("规章 ") ? 3 : 0;
  EXPECT_EQ(cell["range"]["start"]["column"], 5 + spaces);
}

TEST(Contract, tables_as_json_give_every_cell_its_ids_and_value) {
  const TemporaryFolder folder;
  for (const auto layout : {report::Layout::pipe, report::Layout::tab, report::Layout::lines, report::Layout::html,
                            report::Layout::aligned}) {
    Shape shape;
    shape.layout = layout;
    shape.size_class = 2;
    const auto made = generate(the_standard(), shape, 21);
    const auto path = folder.write("年报.md", made.text);
    const auto json = run_cli({"dump", "--tables", path}).json();
    ASSERT_TRUE(json.contains("tables"));
    std::size_t cells = 0;
    const auto& form = the_standard().form(shape.form);
    for (const auto& table : json["tables"]) {
      EXPECT_EQ(table["form"], "2021");
      for (const auto& cell : table["cells"]) {
        const auto index = form.cell(cell["row"].get<std::string>(), cell["column"].get<std::string>());
        ASSERT_TRUE(index);
        EXPECT_EQ(cell["text"], report::to_string(made.cells[*index].value)) << describe(made.shape, 21);
        ++cells;
      }
    }
    EXPECT_EQ(cells, 200U) << describe(made.shape, 21);
  }
}

TEST(Contract, one_json_document_even_where_nothing_is_found) {
  const TemporaryFolder folder;
  const auto json = run_cli({"check", folder.path(), "--format", "json"}).json();
  EXPECT_EQ(json["files"], nlohmann::json::array());
  EXPECT_EQ(json["summary"]["files"], 0);
}

TEST(Folder, only_reports_are_checked_in_order_and_loops_end) {
  const TemporaryFolder folder;
  folder.write("b/2023年信息公开年报.md", clean_report());
  folder.write("a/2024年信息公开年报.txt", clean_report(report::Layout::tab));
  folder.write("notes.md", "# 会议记录\n\n讨论预算。\n");
  folder.write(".git/年报.md", clean_report());
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/loop"));
  const auto one = run_cli({"check", folder.path(), "--format", "json", "--jobs", "1"});
  const auto four = run_cli({"check", folder.path(), "--format", "json", "--jobs", "4"});
  EXPECT_EQ(one.out, four.out);
  const auto json = one.json();
  ASSERT_EQ(json["files"].size(), 2U) << one.out;
  EXPECT_EQ(json["files"][0]["path"], folder.path("a/2024年信息公开年报.txt"));
  EXPECT_EQ(json["files"][1]["path"], folder.path("b/2023年信息公开年报.md"));
  const auto text = run_cli({"check", folder.path(), "--min-severity", "warning"});
  EXPECT_TRUE(last_line(text.out).starts_with("✓ 2 份报告已检查：2 份无问题")) << text.out;
  EXPECT_EQ(text.err, "") << "no progress bar in a pipe";
}

TEST(Folder, nothing_found_says_what_was_looked_at) {
  const TemporaryFolder folder;
  folder.write("notes.md", "# 会议记录\n");
  folder.write("todo.txt", "预算\n");
  const auto result = run_cli({"check", folder.path()});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, "未找到年报（查看了 2 个 .md、.txt 文件）\n");
}

/// Where the tests run as root, nothing is forbidden: then as nobody.
class OrdinaryUser {
 public:
  OrdinaryUser() : is_root_(::geteuid() == 0) {
    if (is_root_ && ::seteuid(65534) != 0) ADD_FAILURE() << "cannot become an ordinary user";
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() {
    if (is_root_ && ::seteuid(0) != 0) ADD_FAILURE() << "cannot become root again";
  }

 private:
  bool is_root_;
};

TEST(Folder, what_nobody_could_look_into_is_not_clean) {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  folder.write("好/2024年信息公开年报.md", clean_report());
  folder.write("锁/2023年信息公开年报.md", clean_report());
  const auto file = folder.write("好/2022.txt", clean_report());
  fs::permissions(folder.path("锁"), fs::perms::none);
  fs::permissions(file, fs::perms::none);
  {
    const OrdinaryUser user;
    const auto locked = run_cli({"check", folder.path("锁")});
    EXPECT_EQ(locked.code, 2);
    EXPECT_EQ(locked.err, "读不到“" + folder.path("锁") + "”：没有读取权限\n");
    EXPECT_EQ(locked.out, "未找到年报；有 1 处读不到\n");
    const auto whole = run_cli({"check", folder.path(), "--min-severity", "warning"});
    EXPECT_EQ(whole.code, 2);
    EXPECT_NE(whole.err.find("读不到“" + folder.path("锁") + "”"), std::string::npos) << whole.err;
    EXPECT_NE(whole.err.find("读不到“" + file + "”"), std::string::npos) << whole.err;
    EXPECT_EQ(last_line(whole.out), "1 份报告已检查：1 份无问题，2 份读不到");
    EXPECT_EQ(run_cli({"check", folder.path(), "--format", "json"}).json()["summary"]["unreadable"], 2);
    EXPECT_EQ(run_cli({"fix", folder.path("锁")}).code, 2);
    EXPECT_EQ(run_cli({"format", "--check", folder.path("锁")}).code, 2);
  }
  fs::permissions(folder.path("锁"), fs::perms::owner_all);
}

TEST(Folder, bytes_that_speak_of_a_report_are_read_or_named) {
  const TemporaryFolder folder;
  const auto path = folder.write("2024.md", "2024年政府信息公开工作年度报告\n" + std::string(3, '\0'));
  const auto result = run_cli({"check", folder.path()});
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(result.err, "读不到“" + path + "”：不是文本文件\n");
}

/// Takes nothing.
class FullDevice : public std::streambuf {
 protected:
  int_type overflow(int_type) override { return traits_type::eof(); }
};

TEST(Output, that_does_not_arrive_is_2_unless_the_reader_has_left) {
  for (const char* argument : {"--help", "--version", "rules"}) {
    for (const bool left : {false, true}) {
      FullDevice device;
      std::istringstream in;
      std::ostream out(&device);
      std::ostringstream err;
      Environment environment{in, out, err, false, false, {}};
      environment.reader_left = [&] { return left; };
      EXPECT_EQ(run(environment, {argument}), left ? 0 : 2) << argument;
      EXPECT_EQ(err.str().empty(), left) << argument << err.str();
    }
  }
}

TEST(Input, standard_input_is_a_file_named_by_a_dash) {
  const auto result = run_cli({"check", "-", "--format", "json"}, {.input = clean_report()});
  EXPECT_EQ(result.json()["files"][0]["path"], "-");
  EXPECT_EQ(result.json()["files"][0]["form"], "2021");
}

TEST(Input, other_encodings_are_read_and_give_the_same_findings) {
  const TemporaryFolder folder;
  const std::string text = broken_report();
  const auto expected = run_cli({"check", folder.write("a.md", text), "--format", "json"}).json();
  for (const auto encoding : {text::FileEncoding::gb18030, text::FileEncoding::utf16le, text::FileEncoding::utf16be,
                              text::FileEncoding::utf8_bom}) {
    const auto path = folder.write("b.md", text::encode(text, encoding));
    const auto json = run_cli({"check", path, "--format", "json"}).json();
    EXPECT_EQ(json["files"][0]["findings"], expected["files"][0]["findings"]) << text::name_of(encoding);
    EXPECT_EQ(json["files"][0]["year"], expected["files"][0]["year"]);
  }
  const auto said = run_cli({"check", folder.write("b.md", text::encode(text, text::FileEncoding::gb18030))});
  EXPECT_NE(said.err.find("按 GB18030 编码读取"), std::string::npos) << said.err;
}

TEST(Summary, what_is_not_shown_is_no_all_clear) {
  const TemporaryFolder folder;
  const auto warned = folder.write("a/年报.md", "确保知情权力。\n" + clean_report());
  const auto shown = run_cli({"check", warned, "--min-severity", "error", "--fail-on", "warning"});
  EXPECT_EQ(shown.code, 1) << shown.out;
  EXPECT_FALSE(shown.out.starts_with("✓")) << shown.out;
  EXPECT_EQ(shown.out.find("未发现问题"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("低于显示级别，未列出（--min-severity）"), std::string::npos) << shown.out;
  folder.write("b/年报.md", clean_report());
  const std::string line = last_line(run_cli({"check", folder.path(), "--min-severity", "error"}).out);
  EXPECT_TRUE(line.starts_with("✓ 2 份报告已检查：1 份无问题，1 份只有未列出的问题；另有 ")) << line;
}

TEST(Colour, on_a_terminal_only_and_never_with_no_color) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", broken_report());
  EXPECT_EQ(run_cli({"check", path}).out.find('\x1b'), std::string::npos);
  EXPECT_NE(run_cli({"check", path}, {.terminal = true}).out.find('\x1b'), std::string::npos);
  EXPECT_EQ(run_cli({"check", path}, {.variables = {{"NO_COLOR", "1"}}, .terminal = true}).out.find('\x1b'),
            std::string::npos);
}

TEST(Quiet, drops_the_summary_and_nothing_else) {
  const TemporaryFolder folder;
  const auto path = folder.write("年报.md", broken_report());
  const auto loud = run_cli({"check", path});
  const auto quiet = run_cli({"check", path, "--quiet"});
  EXPECT_EQ(quiet.out + last_line(loud.out) + "\n", loud.out);
  EXPECT_EQ(quiet.code, loud.code);
}

}  // namespace
}  // namespace nianbao::cli
