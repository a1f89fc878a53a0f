// Texts of the user's law library as a port hands them over. Must not know files, folders or the file system.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "standard/law_text.h"

namespace nianbao::workspace {

struct LawFile {
  std::string uri;
  std::string name;  ///< without folders: 政府信息公开条例(2019-04-03).md
  std::string text;  ///< UTF-8
};

/// Reads every text of the folders, as the setting names them, and of the port's own library.
using LawReader = std::function<std::vector<LawFile>(const std::vector<std::string>& folders)>;

/// 第12行：第八条之后是第十条，缺第九条
[[nodiscard]] std::string describe(const rules::Context& context, const standard::LawTextProblem& problem);

}  // namespace nianbao::workspace
