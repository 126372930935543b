// output.h — where the data goes: standard output, or a file that appears whole or not at all.

#ifndef ONRECORD_CLI_OUTPUT_H_
#define ONRECORD_CLI_OUTPUT_H_

#include <string>
#include <string_view>

namespace onrecord::cli {

// One thread at a time.
class Output {
 public:
  // An empty `path` is standard output.
  explicit Output(std::string path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // False when nothing more can be written: see failure() and reader_left().
  bool write(std::string_view text);
  // Puts the file in its place. False when that failed.
  bool finish();

  bool reader_left() const { return reader_left_; }        // A closed pipe: nobody wants more.
  const std::string& failure() const { return failure_; }  // The system's words; empty when all went well.
  const std::string& name() const { return path_; }

 private:
  bool fail();

  std::string path_;
  std::string unfinished_;  // The file's name until it is whole; empty when written in place.
  int file_ = -1;
  bool reader_left_ = false;
  std::string failure_;
};

}  // namespace onrecord::cli

#endif  // ONRECORD_CLI_OUTPUT_H_
