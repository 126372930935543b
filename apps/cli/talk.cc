#include "talk.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "definitions.h"

namespace onrecord::cli {
namespace {

// A file's name may hold anything; none of it may move the cursor or colour the screen.
std::string safe(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool late_control =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (byte < 0x20 || byte == 0x7F || late_control) {
      shown += '?';
      if (late_control) ++i;
    } else {
      shown += text[i];
    }
  }
  return shown;
}

// The rooms write messages as sentences; behind a file's name they read as one.
std::string as_clause(std::string_view message) {
  std::string clause = safe(message);
  if (clause.ends_with('.')) clause.pop_back();
  const auto is_lower = [&](std::size_t i) {
    return i < clause.size() && clause[i] >= 'a' && clause[i] <= 'z';
  };
  if (!clause.empty() && clause[0] >= 'A' && clause[0] <= 'Z' && is_lower(1)) {
    clause[0] = static_cast<char>(clause[0] - 'A' + 'a');
  }
  return clause;
}

void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

std::string message_of(const Error& error) {
  std::string text = fmt::format("{}: ", kProgram);
  if (!error.file.empty()) text += safe(error.file) + (error.place.empty() ? ": " : ":");
  if (!error.place.empty()) text += safe(error.place) + ": ";
  text += fmt::format("{} [E{}]\n", as_clause(error.message), static_cast<int>(error.code));
  if (!error.mend.empty()) text += fmt::format("  mend: {}\n", safe(error.mend));
  return text;
}

void Talk::complain(const Error& error) {
  clear();
  write(message_of(error));
}

void Talk::say(const std::string& text) {
  clear();
  write(fmt::format("{}: {}\n", kProgram, text));
}

void Talk::progress(std::uint64_t read, std::uint64_t unread) {
  if (!show_progress_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  shown_ = true;
  write(fmt::format("\r\x1b[K{} reports{}", read, unread == 0 ? "" : fmt::format(", {} not read", unread)));
}

void Talk::clear() {
  if (shown_) write("\r\x1b[K");
  shown_ = false;
}

}  // namespace onrecord::cli
