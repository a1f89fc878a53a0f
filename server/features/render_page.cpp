// A rendered report as a whole page with its style.
#include "features/render_html.h"
#include "features/render_marks.h"

namespace nianbao::features {

std::string html_page(const RenderedReport& report, const standard::Standard& standard) {
  return "<!DOCTYPE html>\n<html lang=\"" + report.language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         escaped(report.title) + "</title>\n<style>\n" + standard.report_style + "</style>\n</head>\n<body>\n" +
         report.body + "</body>\n</html>\n";
}

}  // namespace nianbao::features
