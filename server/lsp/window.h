// What the server tells the user outside of documents: messages, the log, progress.
// Must not know when there is something to tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lsp/basic.h"

namespace nianbao::lsp {

enum class MessageType : std::uint8_t { error = 1, warning = 2, info = 3, log = 4 };

/// window/showMessage and window/logMessage.
struct ShowMessageParams {
  MessageType type = MessageType::info;
  std::string message;
};

/// $/setTrace: off, messages or verbose.
struct SetTraceParams {
  std::string value;
};

/// $/logTrace.
struct LogTraceParams {
  std::string message;
  std::string verbose;  ///< only where the client asked for verbose
};

/// window/workDoneProgress/create.
struct WorkDoneProgressCreateParams {
  std::string token;
};

/// $/progress with one of the three work-done values.
struct WorkDoneProgress {
  enum class Kind : std::uint8_t { begin, report, end };

  std::string token;
  Kind kind = Kind::report;
  std::string title;         ///< of `begin`
  bool cancellable = false;  ///< of `begin`
  std::string message;
  std::optional<std::uint32_t> percentage;
};

/// window/workDoneProgress/cancel. A token that is no text is none of ours.
struct WorkDoneProgressCancelParams {
  std::string token;
};

bool read(const Value& value, SetTraceParams& out);
bool read(const Value& value, WorkDoneProgressCancelParams& out);

[[nodiscard]] Json json_of(const ShowMessageParams& params);
[[nodiscard]] Json json_of(const LogTraceParams& params);
[[nodiscard]] Json json_of(const WorkDoneProgressCreateParams& params);
[[nodiscard]] Json json_of(const WorkDoneProgress& progress);

}  // namespace nianbao::lsp
