#include "lsp/window.h"

#include "lsp/writer.h"

namespace nianbao::lsp {

Json json_of(const ShowMessageParams& params) {
  return ObjectWriter().put("type", static_cast<std::uint32_t>(params.type)).put("message", params.message).take();
}

bool read(const Value& value, SetTraceParams& out) {
  return required(value, "value", out.value);
}

bool read(const Value& value, WorkDoneProgressCancelParams& out) {
  const auto token = value.member("token");
  const std::string* text = token ? jsonrpc::as_string(token->json()) : nullptr;
  if (text != nullptr) out.token = *text;
  return true;
}

Json json_of(const LogTraceParams& params) {
  return ObjectWriter().put("message", params.message).maybe("verbose", params.verbose).take();
}

Json json_of(const WorkDoneProgressCreateParams& params) {
  return ObjectWriter().put("token", params.token).take();
}

Json json_of(const WorkDoneProgress& progress) {
  ObjectWriter value;
  switch (progress.kind) {
    case WorkDoneProgress::Kind::begin:
      value.put("kind", "begin").put("title", progress.title).maybe("cancellable", progress.cancellable);
      break;
    case WorkDoneProgress::Kind::report:
      value.put("kind", "report");
      break;
    case WorkDoneProgress::Kind::end:
      value.put("kind", "end");
      break;
  }
  value.maybe("message", progress.message);
  if (progress.kind != WorkDoneProgress::Kind::end) value.maybe("percentage", progress.percentage);
  return ObjectWriter().put("token", progress.token).put("value", RawJson(value.take())).take();
}

}  // namespace nianbao::lsp
