#include "cli/process.h"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#endif

namespace nianbao::cli {

#ifdef _WIN32

std::int64_t process_id() {
  return _getpid();
}

bool process_lives(std::int64_t id) {
  const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(id));
  if (process == nullptr) return GetLastError() != ERROR_INVALID_PARAMETER;
  const bool lives = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
  CloseHandle(process);
  return lives;
}

bool is_terminal(int descriptor) {
  return _isatty(descriptor) != 0;
}

bool write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const int descriptor = _wopen(path.c_str(), _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY, _S_IREAD | _S_IWRITE);
  if (descriptor < 0) return false;
  const bool written =
      _write(descriptor, bytes.data(), static_cast<unsigned>(bytes.size())) == static_cast<int>(bytes.size());
  const bool flushed = _commit(descriptor) == 0;
  return _close(descriptor) == 0 && written && flushed;
}

std::size_t read_standard_input(std::span<char> buffer) {
  const int count = _read(0, buffer.data(), static_cast<unsigned>(buffer.size()));
  return count > 0 ? static_cast<std::size_t>(count) : 0;
}

bool show_paged(const std::string&, const std::string&) {
  return false;
}

void ignore_broken_pipes() {}

bool reader_left(int) {
  return false;
}

void return_free_memory() {}
void keep_memory_while_busy() {}

void use_binary_streams() {
  _setmode(0, _O_BINARY);
  _setmode(1, _O_BINARY);
}

#else

std::int64_t process_id() {
  return getpid();
}

bool process_lives(std::int64_t id) {
  if (id <= 0 || id > INT32_MAX) return true;
  return kill(static_cast<pid_t>(id), 0) == 0 || errno != ESRCH;
}

bool is_terminal(int descriptor) {
  return isatty(descriptor) != 0;
}

bool write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const int descriptor = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return false;
  bool good = true;
  while (good && !bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    good = written > 0 || (written < 0 && errno == EINTR);
  }
  // Some file systems cannot flush (EINVAL); the rename is then as good as it gets.
  const bool flushed = fsync(descriptor) == 0 || errno == EINVAL;
  return close(descriptor) == 0 && good && flushed;
}

std::size_t read_standard_input(std::span<char> buffer) {
  while (true) {
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return 0;
  }
}

bool show_paged(const std::string& command, const std::string& text) {
  std::FILE* pipe = popen(command.c_str(), "w");
  if (pipe == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pipe);
  // The shell says 127 where there is no such command; a reader who stops early is no failure.
  const int status = pclose(pipe);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

bool reader_left(int descriptor) {
  pollfd output{descriptor, POLLOUT, 0};
  return poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

void ignore_broken_pipes() {
  signal(SIGPIPE, SIG_IGN);
}

void return_free_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

void keep_memory_while_busy() {
#ifdef __GLIBC__
  constexpr int most = 32 * 1024 * 1024;  // the largest threshold that glibc takes
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, most);
  mallopt(M_TRIM_THRESHOLD, 8 * most);
#endif
}

void use_binary_streams() {}

#endif

}  // namespace nianbao::cli
