#include "features/semantic_tokens.h"

namespace nianbao::features {

std::string_view name_of(TokenType type) {
  switch (type) {
    case TokenType::heading:
      return "namespace";
    case TokenType::label:
      return "property";
    case TokenType::number:
      return "number";
    case TokenType::total:
      return "enumMember";
    case TokenType::citation:
      return "macro";
    case TokenType::law:
      return "class";
    case TokenType::date:
      return "string";
    case TokenType::mark:
      return "keyword";
    case TokenType::structure:
      return "operator";
    case TokenType::comment:
      return "comment";
  }
  return "property";
}

std::string_view name_of(TokenModifier modifier) {
  switch (modifier) {
    case TokenModifier::declaration:
      return "declaration";
    case TokenModifier::readonly:
      return "readonly";
    case TokenModifier::deprecated:
      return "deprecated";
  }
  return "declaration";
}

std::vector<Token> semantic_tokens(const View&) {
  return {};
}

}  // namespace nianbao::features
