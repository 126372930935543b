#include "nn/header.h"

#include <simdjson.h>

#include <cmath>
#include <limits>

namespace onrecord::nn {
namespace {

namespace dom = simdjson::dom;

constexpr std::uint64_t kMost = 1U << 20U;  // No number of the architecture is larger.

// A fault in the header: the checksum is right, so it was written so.
tl::unexpected<Error> odd(std::string message, std::string field) {
  return fail({ErrorCode::weights_unknown, std::move(message), "", "header field " + std::move(field),
               "Use weights made for this version of onrecord."});
}

Result<dom::object> object(dom::object parent, const char* key) {
  dom::object value;
  if (parent[key].get(value) != simdjson::SUCCESS) return odd("An object is missing in the header.", key);
  return value;
}

Result<dom::array> array(dom::object parent, const char* key) {
  dom::array value;
  if (parent[key].get(value) != simdjson::SUCCESS) return odd("A list is missing in the header.", key);
  return value;
}

Result<std::string> text(dom::object parent, const char* key) {
  std::string_view value;
  if (parent[key].get(value) != simdjson::SUCCESS) return odd("A text is missing in the header.", key);
  return std::string(value);
}

Result<std::uint64_t> number(dom::object parent, const char* key, std::uint64_t most) {
  std::uint64_t value = 0;
  if (parent[key].get(value) != simdjson::SUCCESS)
    return odd("A whole number is missing in the header.", key);
  if (value > most) return odd("A number of the header is too large: " + std::to_string(value) + ".", key);
  return value;
}

Result<std::vector<std::string>> texts(dom::element list, const std::string& place) {
  dom::array values;
  if (list.get(values) != simdjson::SUCCESS) return odd("This should be a list of texts.", place);
  std::vector<std::string> all;
  all.reserve(values.size());
  for (const dom::element value : values) {
    std::string_view one;
    if (value.get(one) != simdjson::SUCCESS) return odd("This should be a list of texts.", place);
    all.emplace_back(one);
  }
  return all;
}

Result<StringMap<std::vector<std::string>>> lists(dom::object header, const char* key) {
  const auto sets = object(header, key);
  if (!sets) return fail(sets.error());
  StringMap<std::vector<std::string>> all;
  all.reserve(sets->size());
  for (const auto [name, list] : *sets) {
    auto values = texts(list, std::string(key) + "." + std::string(name));
    if (!values) return fail(values.error());
    all.insert_or_assign(std::string(name), std::move(*values));
  }
  return all;
}

Result<Config> read_config(dom::object header) {
  const auto config = object(header, "config");
  if (!config) return fail(config.error());
  Config c;
  struct Wanted {
    const char* key;
    std::size_t* to;
  };
  for (const auto [key, to] : {Wanted{"hidden", &c.hidden},
                               {"layers", &c.layers},
                               {"heads", &c.heads},
                               {"ffn", &c.ffn},
                               {"merge_after", &c.merge_after},
                               {"max_pieces", &c.max_pieces},
                               {"cases", &c.cases},
                               {"arc", &c.arc},
                               {"rel", &c.rel},
                               {"role", &c.role},
                               {"link", &c.link}}) {
    const auto value = number(*config, key, kMost);
    if (!value) return fail(value.error());
    *to = *value;
  }
  for (const auto [key, to] :
       {Wanted{"head_width", &c.head_width}, Wanted{"coref", &c.coref}, Wanted{"party", &c.party}}) {
    if (config->at_key(key).error() == simdjson::NO_SUCH_FIELD)
      continue;  // Weights from before there was one.
    const auto value = number(*config, key, kMost);
    if (!value) return fail(value.error());
    *to = *value;
  }
  if (c.head_width == 0 && c.heads != 0) c.head_width = c.hidden / c.heads;
  return c;
}

Result<PieceTable> read_vocabulary(dom::object header) {
  const auto list = array(header, "vocabulary");
  if (!list) return fail(list.error());
  PieceTable pieces;
  pieces.reserve(list->size(), 8 * list->size());
  for (const dom::element value : *list) {
    std::string_view piece;
    if (value.get(piece) != simdjson::SUCCESS) return odd("A piece is not a text.", "vocabulary");
    pieces.add(piece);
  }
  pieces.index();
  return pieces;
}

Result<StringMap<Columns>> read_projection(dom::object header) {
  const auto heads = object(header, "projection");
  if (!heads) return fail(heads.error());
  StringMap<Columns> all;
  for (const auto [name, list] : *heads) {
    dom::array pair;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    const bool good = list.get(pair) == simdjson::SUCCESS && pair.size() == 2 &&
                      pair.at(0).get(begin) == simdjson::SUCCESS &&
                      pair.at(1).get(end) == simdjson::SUCCESS && begin <= end && end <= kMost;
    if (!good) return odd("This should be two columns, begin and end.", "projection." + std::string(name));
    all.insert_or_assign(std::string(name), Columns{begin, end});
  }
  return all;
}

Result<TensorEntry> read_tensor(dom::object tensor, const std::string& place) {
  TensorEntry entry;
  const auto type = text(tensor, "type");
  if (type && *type == "s8") {
    entry.type = TensorEntry::Type::s8;
  } else if (!type || *type != "f32") {
    return odd("A tensor's type is neither s8 nor f32.", place);
  }
  const auto offset = number(tensor, "offset", std::numeric_limits<std::int64_t>::max());
  const auto shape = array(tensor, "shape");
  if (!offset || !shape || shape->size() > 2) return odd("A tensor has no offset or no shape.", place);
  entry.offset = *offset;
  for (const dom::element extent : *shape) {
    std::uint64_t value = 0;
    if (extent.get(value) != simdjson::SUCCESS || value > kMost)
      return odd("A tensor's shape is odd.", place);
    entry.shape.push_back(value);
  }
  return entry;
}

Result<StringMap<TensorEntry>> read_tensors(dom::object header) {
  const auto list = array(header, "tensors");
  if (!list) return fail(list.error());
  StringMap<TensorEntry> all;
  for (const dom::element element : *list) {
    dom::object tensor;
    if (element.get(tensor) != simdjson::SUCCESS) return odd("A tensor is not an object.", "tensors");
    auto name = text(tensor, "name");
    if (!name) return fail(name.error());
    auto entry = read_tensor(tensor, "tensors " + *name);
    if (!entry) return fail(entry.error());
    all.insert_or_assign(std::move(*name), std::move(*entry));
  }
  return all;
}

// Moves the value to its place, or says what went wrong.
template <typename T>
bool take(Result<T> from, T& to, Error& error) {
  if (!from) {
    error = std::move(from.error());
    return false;
  }
  to = std::move(*from);
  return true;
}

}  // namespace

Result<Header> read_header(std::string_view json) {
  dom::parser parser;
  dom::object root;
  const simdjson::padded_string padded(json);
  const auto fault = parser.parse(padded).get(root);
  if (fault != simdjson::SUCCESS) {
    return fail({ErrorCode::weights_damaged,
                 std::string("The header is not a JSON object: ") + simdjson::error_message(fault) + ".", "",
                 "header", "Fetch the weights file again."});
  }
  Header header;
  Error error;
  const bool good = take(text(root, "architecture"), header.architecture, error) &&
                    take(text(root, "name"), header.name, error) &&
                    take(text(root, "version"), header.version, error) &&
                    take(read_config(root), header.config, error) &&
                    take(read_vocabulary(root), header.vocabulary, error) &&
                    take(lists(root, "labels"), header.labels, error) &&
                    take(read_projection(root), header.projection, error) &&
                    take(lists(root, "rolesets"), header.rolesets, error) &&
                    take(read_tensors(root), header.tensors, error);
  if (!good) return fail(std::move(error));
  return header;
}

}  // namespace onrecord::nn
