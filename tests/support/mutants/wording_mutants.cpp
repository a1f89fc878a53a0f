// Defects of prose: words, marks, counts, citations, what is private and what does not belong into a report.
// Must not know how they are found.
#include <array>

#include "support/known_forms.h"
#include "support/mutants/mutant.h"

namespace nianbao::test {
namespace {

using report::Part;
using standard::FormId;

/// A sentence with a defect, for the first part.
struct Sentence {
  std::string_view words;
  std::string_view marked;
};

template <std::size_t N>
std::optional<Mutant> sentence(const Specimen& from, Random& random, const std::array<Sentence, N>& choices,
                               std::vector<std::string> rules) {
  const Sentence& one = choices[random.below(N)];
  return with_paragraph(from, 0, one.words, one.marked, std::move(rules));
}

bool since_2019(const Specimen& from) {
  return from.generated.shape.form != known::f2014;
}

std::optional<Mutant> repeated_phrase(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 3> all{{
      {"及时清理政策性文件政策性文件，保持目录准确。", "政策性文件政策性文件"},
      {"围绕重点领域信息重点领域信息加大公开力度。", "重点领域信息重点领域信息"},
      {"不断提升工作人员工作人员的业务能力。", "工作人员工作人员"},
  }};
  return sentence(from, random, all, {"prose/repeat"});
}

std::optional<Mutant> confused_word(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 3> all{{
      {"截止目前，目录已全部更新完毕。", "截止"},
      {"切实保障公众的知情权力，回应社会关切。", "知情权力"},
      {"建立信息公开工作台帐，逐项登记。", "台帐"},
  }};
  return sentence(from, random, all, {"prose/word"});
}

std::optional<Mutant> half_width_mark(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 3> all{{
      {"坚持以公开为常态,不公开为例外。", ","},
      {"明确了工作要求;同时加强督促检查。", ";"},
      {"公开的重点如下:机构职能、办事指南、财政预决算。", ":"},
  }};
  return sentence(from, random, all, {"prose/punctuation"});
}

std::optional<Mutant> unpaired_mark(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 3> all{{
      {"依托门户网站（含移动端，及时更新信息。", "（"},
      {"认真学习《政府信息公开知识读本，提高业务能力。", "《"},
      {"落实“谁公开、谁审查的要求，严把信息发布关。", "“"},
  }};
  return sentence(from, random, all, {"prose/punctuation"});
}

std::optional<Mutant> mark_between_titles(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 2> all{{
      {"修订《信息发布制度》、《保密审查制度》，规范公开流程。", "》、《"},
      {"开设“政策解读”、“回应关切”专栏，方便群众查询。", "”、“"},
  }};
  return sentence(from, random, all, {"prose/list-mark"});
}

std::optional<Mutant> hyphen_in_range(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 1> all{{{"编制2021-2025年公开工作规划，明确目标任务。", "2021-2025年"}}};
  return sentence(from, random, all, {"prose/range"});
}

std::optional<Mutant> relative_time(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 2> all{{
      {"今年，工作机制进一步健全，公开内容更加丰富。", "今年"},
      {"近日，组织人员参加了业务培训。", "近日"},
  }};
  return sentence(from, random, all, {"prose/relative-time"});
}

std::optional<Mutant> ordinal_skipped(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 2> all{{
      {"一是完善公开制度；二是加强业务培训；四是严格监督考核。", "四是"},
      {"一是健全工作机制；三是丰富公开形式；四是畅通申请渠道。", "三是"},
  }};
  return sentence(from, random, all, {"layout/ordinal"});
}

std::optional<Mutant> unknown_article(const Specimen& from, Random&) {
  if (!since_2019(from)) return std::nullopt;
  return with_paragraph(from, 0, "依据《中华人民共和国政府信息公开条例》第六十条的规定，完善公开机制。", "第六十条",
                        {"law/unknown-article"});
}

std::optional<Mutant> document_number(const Specimen& from, Random& random) {
  static constexpr std::array<Sentence, 3> all{{
      {"按照国办发[2016]80号文件的要求，做好政务公开工作。", "国办发[2016]80号"},
      {"按照国办发（2016）80号文件的要求，做好政务公开工作。", "国办发（2016）80号"},
      {"按照国办发〔2016〕第80号文件的要求，做好政务公开工作。", "国办发〔2016〕第80号"},
  }};
  return sentence(from, random, all, {"law/document-number"});
}

std::optional<Mutant> law_name(const Specimen& from, Random&) {
  return with_paragraph(from, 0, "认真执行《政府信息公开法》，落实各项公开要求。", "《政府信息公开法》", {"law/name"});
}

std::optional<Mutant> superseded_notice(const Specimen& from, Random&) {
  if (from.generated.shape.form != known::f2021) return std::nullopt;
  // Far from the notice that the preamble names: both together tell a history.
  return with_paragraph(from, 4, "按照国办公开办函〔2019〕60号文件规定的格式编制年度报告。", "国办公开办函〔2019〕60号",
                        {"law/superseded"});
}

std::optional<std::int64_t> total_received(const Specimen& from) {
  const auto cell = from.form.cell("t3_new", "t3c_total");
  if (!cell) return std::nullopt;
  return from.generated.cells[*cell].value.whole();
}

std::string year_of(const Specimen& from) {
  return std::to_string(from.generated.year);
}

std::optional<Mutant> count_against_table(const Specimen& from, Random& random) {
  const auto received = total_received(from);
  if (!received) return std::nullopt;
  const std::string number = std::to_string(*received + random.between(1, 9));
  return with_paragraph(from, 0, year_of(from) + "年，本机关共收到政府信息公开申请" + number + "件。",
                        "申请" + number + "件", {"prose/table"});
}

std::optional<Mutant> denied_against_table(const Specimen& from, Random&) {
  const auto received = total_received(from);
  if (!received || *received == 0) return std::nullopt;
  return with_paragraph(from, 0, year_of(from) + "年，本机关未收到政府信息公开申请。", "未收到政府信息公开申请",
                        {"prose/table"});
}

std::optional<Mutant> parts_of_a_count(const Specimen& from, Random&) {
  // A list that is closed: all parts are named.
  return with_paragraph(from, 0, "全年共举办业务培训10次，其中线上培训4次、线下培训3次、其他培训2次。",
                        "10次，其中线上培训4次、线下培训3次、其他培训2次", {"prose/sum"});
}

std::optional<Mutant> percentage(const Specimen& from, Random&) {
  return with_paragraph(from, 0, "全年共举办业务培训8次，其中线上培训4次，占37.9%。", "4次，占37.9%",
                        {"prose/percent"});
}

std::optional<Mutant> identity_number(const Specimen& from, Random&) {
  return with_paragraph(from, 0, "申请人身份证号为11010519491231002X，已按规定答复。", "11010519491231002X",
                        {"privacy/identity"});
}

std::optional<Mutant> page_debris(const Specimen& from, Random&) {
  if (from.generated.shape.web_page) return std::nullopt;
  const std::string line_end = from.generated.shape.crlf ? "\r\n" : "\n";
  const auto end = static_cast<text::Offset>(from.text().size());
  return with(from, {end, end}, line_end + in_script(from, "打印本页") + line_end, {"layout/debris"});
}

/// The sentence on processing fees, which the newest form asks for.
std::optional<Mutant> no_fee_statement(const Specimen& from, Random&) {
  if (from.generated.shape.form != known::f2021 || from.generated.shape.web_page) return std::nullopt;
  const Part* part = from.report.part(from.form.sections.back().id);
  if (part == nullptr || !part->heading) return std::nullopt;
  const text::Offset begin = from.report.headings[*part->heading].line.end;
  const auto after = from.text().find("\n", from.text().find(in_script(from, "信息处理费"), begin));
  if (after == std::string_view::npos) return std::nullopt;
  const std::string line_end = from.generated.shape.crlf ? "\r\n" : "\n";
  Mutant mutant = with(from, {begin, static_cast<text::Offset>(after)},
                       line_end + in_script(from, "无其他需要报告的事项。"), {"layout/fee-statement"});
  mutant.place.begin = from.report.headings[*part->heading].line.begin;
  return mutant;
}

std::optional<Mutant> suppression_without_reason(const Specimen& from, Random&) {
  if (from.generated.shape.web_page) return std::nullopt;
  return with_paragraph(from, 0, "<!-- nianbao-ignore sum/row-total -->", "nianbao-ignore sum/row-total",
                        {"settings/suppression"});
}

}  // namespace

std::vector<MutantKind> wording_mutants() {
  return {
      {"prose: phrase written twice", repeated_phrase},
      {"prose: confused word", confused_word},
      {"prose: half-width mark", half_width_mark},
      {"prose: unpaired mark", unpaired_mark},
      {"prose: mark between titles", mark_between_titles},
      {"prose: hyphen in a span of years", hyphen_in_range},
      {"prose: relative time", relative_time},
      {"prose: ordinal skipped", ordinal_skipped},
      {"prose: count against the table", count_against_table},
      {"prose: denial against the table", denied_against_table},
      {"prose: parts of a count", parts_of_a_count},
      {"prose: percentage", percentage},
      {"law: unknown article", unknown_article},
      {"law: document number", document_number},
      {"law: name", law_name},
      {"law: superseded notice", superseded_notice},
      {"privacy: identity number", identity_number},
      {"layout: page debris", page_debris},
      {"layout: no fee statement", no_fee_statement},
      {"settings: suppression without reason", suppression_without_reason},
  };
}

}  // namespace nianbao::test
