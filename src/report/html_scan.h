// report/html_scan.h — the marks of HTML source: where a tag ends, what attributes it has.

#ifndef ONRECORD_REPORT_HTML_SCAN_H_
#define ONRECORD_REPORT_HTML_SCAN_H_

#include <cstddef>
#include <string_view>

namespace onrecord::report {

struct Attribute {
  std::string_view name;
  std::string_view value;  // As written, without quotation marks.
};

// Goes over the attributes of the start tag that stands at the start of `source`.
class TagScan {
 public:
  explicit TagScan(std::string_view source);

  // Gives the next attribute; false at the tag's end.
  bool next(Attribute& attribute);

  std::string_view name() const { return name_; }
  // After next() has given false: the tag's size in bytes, and whether it ends with "/>".
  std::size_t size() const { return at_; }
  bool self_closing() const { return self_closing_; }

 private:
  std::string_view value();

  std::string_view source_;
  std::string_view name_;
  std::size_t at_ = 0;
  bool self_closing_ = false;
};

inline bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace onrecord::report

#endif  // ONRECORD_REPORT_HTML_SCAN_H_
