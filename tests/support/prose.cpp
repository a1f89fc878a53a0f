#include "support/prose.h"

#include <vector>

#include "support/known_forms.h"

namespace nianbao::test {
namespace {

/// `unless_zero` and `if_zero` name a cell (row/column) that decides whether the wording may be used.
struct Wording {
  std::string_view text;
  std::string_view if_zero = {};
  std::string_view unless_zero = {};
};

/// Wordings for parts whose title contains `keyword`; the first topic that fits is used.
/// {year}, {organ} and {row/column} are filled in.
struct Topic {
  std::string_view keyword;
  standard::FormId first;
  standard::FormId last;
  std::vector<std::vector<Wording>> paragraphs;  ///< one wording of each is taken
};

using standard::FormId;

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = {
      {"总体情况",
       known::f2019,
       known::f2021,
       {{{"{year}年，{organ}认真贯彻条例，以公开促落实、促规范、促服务，各项工作有序开展。"},
         {"{year}年，{organ}坚持以公开为常态、不公开为例外，稳妥推进政府信息公开工作。"}},
        {{"（一）主动公开情况。围绕群众关心的事项，通过门户网站和政务新媒体及时发布工作动态、政策文件和办事指南。"},
         {"（一）主动公开情况。更新公开目录，对机构职能、规划计划、财政预决算等信息做到应公开尽公开。"}},
        {{"（二）依申请公开情况。{year}年收到政府信息公开申请{t3_new/t3c_total}件，均按规定登记、审核、办理。",
          {},
          "t3_new/t3c_total"},
         {"（二）依申请公开情况。畅通当面、信函、网络等渠道，{year}年新收政府信息公开申请{t3_new/t3c_total}件。",
          {},
          "t3_new/t3c_total"},
         {"（二）依申请公开情况。{year}年未收到政府信息公开申请。", "t3_new/t3c_total"}},
        {{"（三）政府信息管理情况。落实公开属性源头认定，对拟公开的信息先审查、后公开。"},
         {"（三）政府信息管理情况。健全文件制发与公开同步审核的机制，定期清理已公开的信息。"}},
        {{"（四）平台建设情况。优化门户网站栏目设置，加强政务新媒体的日常维护。"},
         {"（四）平台建设情况。做好政府信息公开平台的内容保障，在服务大厅设置信息查阅点。"}},
        {{"（五）监督保障情况。明确专人负责，开展业务培训，接受社会监督。{year}年未发生责任追究的情形。"},
         {"（五）监督保障情况。把政府信息公开纳入年度考核，开展社会评议，及时整改发现的问题。"}}}},
      {"主动公开政府信息情况", known::f2019, known::f2021, {}},
      {"申请情况", known::f2019, known::f2021, {}},
      {"复议", known::f2019, known::f2021, {}},
      {"问题",
       known::f2019,
       known::f2021,
       {{{"存在的主要问题：一是部分信息更新不够及时；二是政策解读的形式较为单一；三是工作人员业务能力有待提高。"},
         {"存在的主要问题：一是主动公开的深度不够；二是新媒体的互动不足。"}},
        {{"改进情况：一是建立信息更新提醒制度；二是丰富图文、视频等解读形式；三是组织专题培训。"},
         {"改进情况：一是细化公开事项清单；二是安排专人回复网民留言。"}}}},
      {"其他", known::f2019, known::f2019, {{{"无其他需要报告的事项。"}, {"{year}年没有其他需要报告的事项。"}}}},
      {"其他",
       known::f2021,
       known::f2021,
       {{{"{year}年，{organ}未收取政府信息公开信息处理费。无其他需要报告的事项。"},
         {"按照政府信息公开信息处理费管理办法，{year}年没有收取信息处理费。"}}}},
      {"概述",
       known::f2014,
       known::f2014,
       {{{"{year}年，{organ}按照条例的要求，完善制度，充实内容，稳步推进政府信息公开工作。"},
         {"{year}年，{organ}明确责任分工，加强业务培训，政府信息公开工作有序开展。"}}}},
      {"申请",
       known::f2014,
       known::f2014,
       {{{"{year}年收到政府信息公开申请{st_3_1/}件，均已登记。", {}, "st_3_1/"},
         {"{year}年未收到政府信息公开申请。", "st_3_1/"}}}},
      {"复议",
       known::f2014,
       known::f2014,
       {{{"{year}年因政府信息公开引起的行政复议{st_4/}件，行政诉讼{st_5/}件，举报投诉{st_6/}件。"}}}},
      {"主动公开",
       known::f2014,
       known::f2014,
       {{{"{year}年主动公开政府信息{st_1_1/}条，内容包括工作动态、政策文件和办事指南。"},
         {"{year}年通过网站、公报等渠道主动公开政府信息{st_1_1/}条。"}}}},
      {"问题",
       known::f2014,
       known::f2014,
       {{{"存在的主要问题：一是公开的内容不够丰富；二是人员力量不足。改进措施：一是充实公开目录；二是加强人员培训"
          "。"}}}},
      {"", known::f2014, known::f2014, {{{"{year}年，{organ}按照要求推进相关工作，及时公开有关信息。"}}}},
      {"", known::f2019, known::f2021, {}},
  };
  return all;
}

std::string filled(std::string_view pattern, const ProseInput& input) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '{') {
      text += pattern[at++];
      continue;
    }
    const std::size_t end = pattern.find('}', at);
    const std::string_view name = pattern.substr(at + 1, end - at - 1);
    const std::size_t slash = name.find('/');
    if (name == "year") text += std::to_string(input.year);
    if (name == "next_year") text += std::to_string(input.year + 1);
    if (name == "organ") text += input.organ;
    if (slash != std::string_view::npos) text += input.value(name.substr(0, slash), name.substr(slash + 1));
    at = end + 1;
  }
  return text;
}

bool is_zero(std::string_view cell, const ProseInput& input) {
  const std::size_t slash = cell.find('/');
  return input.value(cell.substr(0, slash), cell.substr(slash + 1)) == "0";
}

std::string one_of(const std::vector<Wording>& wordings, const ProseInput& input, Random& random) {
  std::vector<std::string_view> usable;
  for (const auto& wording : wordings) {
    if (!wording.if_zero.empty() && !is_zero(wording.if_zero, input)) continue;
    if (!wording.unless_zero.empty() && is_zero(wording.unless_zero, input)) continue;
    usable.push_back(wording.text);
  }
  return usable.empty() ? std::string() : filled(random.pick(usable), input);
}

std::string_view basis_of(const standard::Form& form, Random& random) {
  if (form.id == known::f2014) {
    return random.chance(50) ? "根据《中华人民共和国政府信息公开条例》的规定，"
                             : "按照《中华人民共和国政府信息公开条例》（国务院令第492号）的要求，";
  }
  if (form.id == known::f2019) {
    return "根据《中华人民共和国政府信息公开条例》第五十条和国务院办公厅政府信息与政务公开办公室有关通知"
           "（国办公开办函〔2019〕60号）的要求，";
  }
  return "根据《中华人民共和国政府信息公开条例》第五十条和《中华人民共和国政府信息公开工作年度报告格式》"
         "（国办公开办函〔2021〕30号）的要求，";
}

}  // namespace

std::string organ_name(std::int32_t size_class, Random& random) {
  static const std::vector<std::string> provinces = {"云岭省", "北原省", "东川省"};
  static const std::vector<std::string> cities = {"青澜市", "松源市", "云台市", "白石市"};
  static const std::vector<std::string> counties = {"澄江区", "柳河县", "望湖区", "金坪县"};
  static const std::vector<std::string> departments = {"司法局", "水务局", "教育局", "审计局", "统计局", "交通运输局"};
  if (size_class >= 3) return random.pick(provinces) + "自然资源厅";
  const std::string city = random.pick(cities);
  return (size_class == 2 ? city : city + random.pick(counties)) + random.pick(departments);
}

std::string preamble(const ProseInput& input, Random& random) {
  static const std::vector<std::string> openings = {"编制{year}年政府信息公开工作年度报告。",
                                                    "现公布{organ}{year}年政府信息公开工作年度报告。"};
  static const std::vector<std::string> periods = {"本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
                                                   "本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。"};
  std::string text(basis_of(input.form, random));
  text += filled(random.pick(openings), input);
  text += filled(random.pick(periods), input);
  text += "如对本报告有疑问，请与{organ}办公室联系（联系电话：0571-";
  text = filled(text, input) + std::to_string(random.between(8'200'000, 8'799'999)) + "）。\n";
  return text;
}

std::string part_prose(const ProseInput& input, std::string_view title, Random& random) {
  for (const auto& topic : topics()) {
    const bool fits = topic.first <= input.form.id && input.form.id <= topic.last &&
                      title.find(topic.keyword) != std::string_view::npos;
    if (!fits) continue;
    std::string text;
    for (const auto& wordings : topic.paragraphs) {
      const std::string paragraph = one_of(wordings, input, random);
      if (!paragraph.empty()) text += (text.empty() ? "" : "\n") + paragraph + "\n";
    }
    return text;
  }
  return {};
}

std::string signature(const ProseInput& input, Random& random) {
  if (random.chance(50)) return {};
  return input.organ + "\n\n" + filled("{next_year}年1月", input) + std::to_string(random.between(8, 28)) + "日\n";
}

}  // namespace nianbao::test
