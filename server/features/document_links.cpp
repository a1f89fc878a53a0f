#include "features/document_links.h"

namespace nianbao::features {

std::vector<DocumentLink> document_links(const View&) {
  return {};
}

}  // namespace nianbao::features
