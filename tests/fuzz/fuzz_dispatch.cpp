// The whole server on any messages: JSON-RPC, its routes, all features. No crash, and never two replies to one id.

#include <cstdint>
#include <memory>
#include <string_view>

#include "jsonrpc/framing.h"
#include "standard/standard.h"
#include "workspace/server.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nianbao;
  static const auto standard = std::make_shared<const standard::Standard>(*standard::load(standard::embedded_files()));
  workspace::Server server({"fuzz", standard});
  // One message a line, so that the fuzzer need not learn lengths.
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty() && !server.exit_code()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    (void)server.handle(rest.substr(0, end));
    while (server.has_work()) (void)server.step();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
