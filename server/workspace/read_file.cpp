// The report in a file's text, open or not. Must not know where texts come from.
#include "workspace/read_file.h"

#include "report/brief.h"

namespace nianbao::workspace {

bool is_web_page_name(std::string_view name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".HTML") || name.ends_with(".HTM");
}

std::shared_ptr<const report::Report> read_file_report(std::string_view uri, const text::Text& text,
                                                       syntax::Parser& parser, const standard::Standard& standard) {
  return std::make_shared<const report::Report>(is_web_page_name(uri)
                                                    ? report::build_from_web_page(text, standard)
                                                    : report::build(text, parser.parse(text), standard));
}

report::Report read_file_brief(std::string_view uri, const text::Text& text, syntax::Parser& parser,
                               const standard::Standard& standard) {
  return is_web_page_name(uri) ? report::build_brief_from_web_page(text, standard)
                               : report::build_brief(text, parser.parse(text), standard);
}

}  // namespace nianbao::workspace
