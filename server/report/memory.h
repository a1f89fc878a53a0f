// What reading one version of a document leaves for the next.
// Must not know documents; a report is the same with and without it.
#pragma once

#include "report/citation_memory.h"
#include "report/fact_memory.h"
#include "report/row_memory.h"

namespace nianbao::report {

struct Memory {
  RowMemory rows;
  FactMemory facts;
  CitationMemory citations;
};

}  // namespace nianbao::report
