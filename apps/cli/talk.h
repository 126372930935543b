// talk.h — what is said on standard error.

#ifndef ONRECORD_CLI_TALK_H_
#define ONRECORD_CLI_TALK_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "onrecord/error.h"

namespace onrecord::cli {

// "onrecord: FILE:PLACE: message [E103]", and "  mend: …" below it.
std::string message_of(const Error& error);

// One thread at a time.
class Talk {
 public:
  // Progress is shown on a terminal only, and only where the output goes elsewhere.
  explicit Talk(bool show_progress) : show_progress_(show_progress) {}
  ~Talk() { clear(); }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  void complain(const Error& error);
  void say(const std::string& text);
  void progress(std::uint64_t read, std::uint64_t unread);

 private:
  void clear();

  bool show_progress_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_ = {};
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_TALK_H_
