// nianbao lsp: the language server on the process's standard streams.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/disk_files.h"
#include "cli/law_files.h"
#include "cli/lsp_port.h"
#include "cli/page_cache.h"
#include "cli/process.h"
#include "cli/version.h"

namespace nianbao::cli {

int run_lsp(const Environment& environment) {
  keep_memory_while_busy();
  ignore_broken_pipes();
  use_binary_streams();
  workspace::ServerOptions options;
  options.version = version();
  options.files = std::make_shared<DiskFiles>();
  const std::string library = law_folder(environment);
  options.law_files = [library](const std::vector<std::string>& folders) { return read_law_files(library, folders); };
  const std::string pages = page_folder(environment);
  options.keep_page = [pages](const std::string& name, const std::string& text) {
    return keep_page(pages, name, text);
  };
  workspace::Server server(std::move(options));
  PortStreams streams;
  streams.read = [](std::span<char> buffer) { return read_standard_input(buffer); };
  streams.write = [](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
  };
  streams.log = [](std::string_view line) {
    const std::string text = "nianbao: " + std::string(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
  };
  streams.process_lives = process_lives;
  streams.rest = return_free_memory;
  return serve(server, streams);
}

}  // namespace nianbao::cli
