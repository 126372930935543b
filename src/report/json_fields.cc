#include "report/json_fields.h"

#include <simdjson.h>

#include <algorithm>

#include "report/json_string.h"

namespace onrecord::report {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

// The walk goes by hand through every value, for simdjson's lazy reader finds no fault in what is passed
// over.
class Walk {
 public:
  Walk(const char* start, const std::function<void(const JsonScalar&)>& visit)
      : start_(start), visit_(visit) {}

  error_code value(ondemand::value value) {
    ondemand::json_type type;
    if (const auto error = value.type().get(type)) return error;
    switch (type) {
      case ondemand::json_type::object:
        return deeper([&] { return object(value); });
      case ondemand::json_type::array:
        return deeper([&] { return array(value); });
      case ondemand::json_type::string:
        return string(value);
      case ondemand::json_type::number:
        return number(value);
      case ondemand::json_type::boolean:
        return boolean(value);
      case ondemand::json_type::null:
        return null(value);
    }
    return simdjson::TAPE_ERROR;
  }

  error_code object(ondemand::value value) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return error;
    const std::size_t parent = path_.size();
    for (auto each : object) {
      ondemand::field field;
      if (const auto error = std::move(each).get(field)) return error;
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key)) return error;
      if (parent > 0) path_ += '.';
      path_ += key;
      if (const auto error = this->value(field.value())) return error;
      path_.resize(parent);
    }
    return simdjson::SUCCESS;
  }

  error_code array(ondemand::value value) {
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return error;
    ++lists_;
    for (auto each : array) {
      ondemand::value element;
      if (const auto error = std::move(each).get(element)) return error;
      if (const auto error = this->value(element)) return error;
    }
    --lists_;
    return simdjson::SUCCESS;
  }

 private:
  template <typename Read>
  error_code deeper(Read read) {
    constexpr unsigned kDeepest = 256;
    if (depth_ == kDeepest) return simdjson::DEPTH_ERROR;
    ++depth_;
    const auto error = read();
    --depth_;
    return error;
  }

  error_code string(ondemand::value& value) {
    // The token reaches to the next bracket, comma or colon outside strings: white space may follow the
    // quotation mark.
    const std::string_view token = value.raw_json_token();
    const std::size_t begin = static_cast<std::size_t>(token.data() - start_) + 1;
    const std::size_t close = token.rfind('"');
    if (close == 0 || close == std::string_view::npos) return simdjson::STRING_ERROR;
    // Not get_string(): it refuses half a surrogate pair, which scrapers do write, as it refuses an unknown
    // escape.
    if (!is_json_string(token.substr(1, close - 1))) return simdjson::STRING_ERROR;
    tell(JsonKind::string, begin, close - 1);
    return simdjson::SUCCESS;
  }

  error_code number(ondemand::value& value) {
    const std::string_view token = trimmed(value.raw_json_token());
    double ignored = 0;
    if (const auto error = value.get_double().get(ignored); error && error != simdjson::NUMBER_OUT_OF_RANGE)
      return error;
    tell(JsonKind::number, static_cast<std::size_t>(token.data() - start_), token.size());
    return simdjson::SUCCESS;
  }

  error_code boolean(ondemand::value& value) {
    bool ignored = false;
    if (const auto error = value.get_bool().get(ignored)) return error;
    tell(JsonKind::other, 0, 0);
    return simdjson::SUCCESS;
  }

  error_code null(ondemand::value& value) {
    if (trimmed(value.raw_json_token()) != "null") return simdjson::N_ATOM_ERROR;
    if (!value.is_null()) return simdjson::N_ATOM_ERROR;
    tell(JsonKind::null, 0, 0);
    return simdjson::SUCCESS;
  }

  static std::string_view trimmed(std::string_view token) {
    return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
  }

  void tell(JsonKind kind, std::size_t begin, std::size_t size) {
    visit_({path_,
            kind,
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)},
            lists_ > 0});
  }

  const char* start_;
  const std::function<void(const JsonScalar&)>& visit_;
  std::string path_;
  unsigned depth_ = 0, lists_ = 0;
};

Error bad_json(error_code error, std::size_t byte) {
  if (error == simdjson::TRAILING_CONTENT) {
    return {ErrorCode::bad_json, "there is more behind the end of the JSON object", "",
            "byte " + std::to_string(byte),
            "Write one object a line, in a file whose name ends with .jsonl."};
  }
  std::string why = simdjson::error_message(error);
  if (error == simdjson::SCALAR_DOCUMENT_AS_VALUE) why = "it begins with neither { nor [";
  if (error == simdjson::INCORRECT_TYPE) why = "the list holds something else than objects";
  return {ErrorCode::bad_json, "this is not JSON for a report: " + why, "", "byte " + std::to_string(byte),
          "Mend or delete it; every report must be one JSON object."};
}

// simdjson 3.0 has no at_end() for documents; behind its end, a document has no location.
bool has_more(ondemand::document& document) {
  return document.current_location().error() != simdjson::OUT_OF_BOUNDS;
}

// Where the reader stood when it found the fault.
std::size_t place_of(ondemand::document& document, const simdjson::padded_string& padded) {
  const char* at = nullptr;
  if (!document.is_alive() || document.current_location().get(at) || at < padded.data()) return 0;
  return std::min(static_cast<std::size_t>(at - padded.data()), padded.size());
}

}  // namespace

Result<Ok> visit_json(std::string_view text, const std::function<void(const JsonScalar&)>& visit) {
  const simdjson::padded_string padded(text);
  ondemand::parser parser;
  ondemand::document document;
  error_code error = parser.iterate(padded).get(document);
  if (!error) {
    ondemand::value root;
    error = document.get_value().get(root);
    if (!error) error = Walk(padded.data(), visit).value(root);
    if (!error && has_more(document)) error = simdjson::TRAILING_CONTENT;
  }
  if (!error) return Ok{};
  return fail(bad_json(error, place_of(document, padded)));
}

Result<std::vector<Span>> json_elements(std::string_view text) {
  const simdjson::padded_string padded(text);
  std::vector<Span> elements;
  ondemand::parser parser;
  ondemand::document document;
  ondemand::array array;
  error_code error = parser.iterate(padded).get(document);
  if (!error) error = document.get_array().get(array);
  if (!error) {
    for (auto each : array) {
      ondemand::object object;
      std::string_view raw;
      error = each.get_object().get(object);
      if (!error) error = object.raw_json().get(raw);
      if (error) break;
      const auto begin = static_cast<std::uint32_t>(raw.data() - padded.data());
      const auto size = static_cast<std::uint32_t>(raw.find_last_of('}') + 1);
      elements.push_back({begin, begin + size});
    }
  }
  if (!error && has_more(document)) error = simdjson::TRAILING_CONTENT;
  if (!error) return elements;
  return fail(bad_json(error, place_of(document, padded)));
}

}  // namespace onrecord::report
