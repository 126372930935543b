// reslice — holds a record against the reports it was made of.
//
//   reslice RECORD.jsonl
//
// For every word that a reading shows: the code points of its text say the same, and so do the bytes of the
// file that it names, unless a repair touches them. Prints how many were checked; any that differ end it
// with 1.

#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

struct Checked {
  int places = 0, differing = 0;
};

// Where each code point of `text` begins, and its end.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  begins.push_back(text.size());
  return begins;
}

std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
  return begin <= end && end <= text.size() ? text.substr(begin, end - begin) : "(outside)";
}

class Reading {
 public:
  explicit Reading(const Json& reading)
      : reading_(reading), text_(reading.at("text")), points_(code_points(text_)) {
    std::ifstream file(reading.at("name").get<std::string>(), std::ios::binary);
    has_source_ = file.is_open() && reading.at("source") != "json";
    if (has_source_) source_.assign(std::istreambuf_iterator<char>(file), {});
    has_source_ = has_source_ && source_.size() == reading.at("size").get<std::size_t>();
  }

  void check_all(Checked& checked) {
    std::size_t before = 0;
    for (const Json& statement : reading_.at("statements")) {
      if (statement.at("contents").empty()) ++checked.differing;
      for (const Json& content : statement.at("contents")) check(content, checked);
      if (!statement.at("speaker").is_null()) check(statement.at("speaker"), checked);
      if (!statement.at("cue").is_null()) check(statement.at("cue"), checked);
    }
    for (const Json& name : reading_.at("names")) {
      check(name, checked);
      if (name.at("chars")[0] < before) ++checked.differing;
      before = name.at("chars")[0];
    }
  }

 private:
  void check(const Json& place, Checked& checked) {
    ++checked.places;
    const auto& words = place.at("words").get_ref<const std::string&>();
    const std::size_t first = place.at("chars")[0], end = place.at("chars")[1];
    const bool inside = first < end && end < points_.size();
    if (!inside || slice(text_, points_[first], points_[end]) != words) differ("text", place, checked);
    const std::size_t begin_byte = place.at("bytes")[0], end_byte = place.at("bytes")[1];
    if (has_source_ && !repaired(begin_byte, end_byte) && slice(source_, begin_byte, end_byte) != words) {
      differ("file", place, checked);
    }
  }

  bool repaired(std::size_t begin, std::size_t end) const {
    for (const Json& repair : reading_.at("repairs")) {
      if (repair.at("bytes")[0] <= end && begin <= repair.at("bytes")[1]) return true;
    }
    return false;
  }

  static void differ(const char* where, const Json& place, Checked& checked) {
    ++checked.differing;
    std::cerr << "not in the " << where << ": " << place.dump() << "\n";
  }

  const Json& reading_;
  std::string text_;
  std::vector<std::size_t> points_;
  std::string source_;
  bool has_source_ = false;
};

}  // namespace

int main(int count, char** values) {
  if (count != 2) return 2;
  std::ifstream record(values[1]);
  Checked checked;
  int readings = 0;
  for (std::string line; std::getline(record, line); ++readings) {
    const Json reading = Json::parse(line);
    Reading(reading).check_all(checked);
  }
  std::cout << readings << " readings, " << checked.places << " places\n";
  return checked.differing == 0 && checked.places > 0 ? 0 : 1;
}
