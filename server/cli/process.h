// The few things that differ between operating systems: terminals, process ids, signals, new files.
// Must not know why they are asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace nianbao::cli {

[[nodiscard]] std::int64_t process_id();

/// False once the process has ended. True where that cannot be told.
[[nodiscard]] bool process_lives(std::int64_t id);

[[nodiscard]] bool is_terminal(int descriptor);

/// Writes a file that must not exist yet, readable by its owner only, and waits until its bytes are on the disk.
[[nodiscard]] bool write_new_file(const std::filesystem::path& path, std::string_view bytes);

/// Blocks until there are bytes; how many were read, 0 at the end of the input or after an error.
[[nodiscard]] std::size_t read_standard_input(std::span<char> buffer);

/// A reader that went away must give a write error, not end the process.
void ignore_broken_pipes();

/// Whether nobody reads any more what is written to the descriptor. False where that cannot be told.
[[nodiscard]] bool reader_left(int descriptor);

/// Shows a text through the command (PAGER); false where it could not be started.
[[nodiscard]] bool show_paged(const std::string& command, const std::string& text);

/// Memory that the process has freed goes back to the system, where the C library keeps it otherwise.
void return_free_memory();

/// Freed memory is kept until `return_free_memory`, so that the next check need not ask the system for it page by page;
/// one heap for all threads, as the top of a second one is never returned (glibc). Before the first thread starts.
void keep_memory_while_busy();

/// Standard streams carry bytes as they are (Windows would change line ends).
void use_binary_streams();

}  // namespace nianbao::cli
