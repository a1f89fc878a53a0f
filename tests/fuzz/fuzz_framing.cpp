// Content-Length framing on any bytes: what is taken does not depend on how the bytes are cut, a good message behind
// rubbish is found, and nothing larger than the input comes out.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "jsonrpc/framing.h"

namespace {

using nianbao::jsonrpc::Splitter;

void take_all(Splitter& splitter, std::vector<std::string>& taken) {
  while (auto next = splitter.next()) {
    if (*next) taken.push_back(std::move(**next));
  }
}

std::vector<std::string> split(std::string_view bytes, std::size_t piece) {
  Splitter splitter;
  std::vector<std::string> taken;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    splitter.feed(bytes.substr(at, piece));
    take_all(splitter, taken);
  }
  return taken;
}

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = split(bytes, size + 1);
  for (const std::size_t piece : {1U, 7U, 8192U}) require(split(bytes, piece) == whole);
  std::size_t total = 0;
  for (const std::string& body : whole) total += body.size();
  require(total <= size);
  // Whatever was taken comes back when it is written and read again.
  std::string again;
  for (const std::string& body : whole) again += nianbao::jsonrpc::encode(body);
  require(split(again, again.size() + 1) == whole);
  return 0;
}
