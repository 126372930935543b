#include "nn/weights.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "base/checksum.h"
#include "base/mapped_file.h"
#include "nn/header.h"

namespace onrecord::nn {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t kChecksum = 40;  // Where the checksum stands; it covers all from kHeader on.
constexpr std::size_t kHeader = 56;

Error damaged(std::string message, std::string place) {
  return {ErrorCode::weights_damaged, std::move(message), "", std::move(place),
          "Fetch the weights file again."};
}

template <typename T>
T number_at(Bytes file, std::size_t offset) {
  T value;
  std::memcpy(&value, file.data() + offset, sizeof value);
  return value;
}

// Where things lie in the file, as its first bytes tell.
struct Frame {
  std::uint64_t header_size = 0, data_begin = 0, data_size = 0;
};

Result<Frame> read_frame(Bytes file) {
  if (file.size() < kHeader)
    return fail(damaged("The file is cut short.", "byte " + std::to_string(file.size())));
  if (std::memcmp(file.data(), "ONRECWTS", 8) != 0) {
    return fail({ErrorCode::weights_unknown, "This is not a weights file.", "", "byte 0",
                 "Name an onrecord weights file."});
  }
  const auto version = number_at<std::uint32_t>(file, 8);
  if (version != 1) {
    return fail({ErrorCode::weights_unknown,
                 "Version " + std::to_string(version) + " of the form is not known.", "", "byte 8",
                 "Use weights made for this version of onrecord."});
  }
  if (number_at<std::uint32_t>(file, 12) != 0)
    return fail(damaged("Four bytes that must be 0 are not.", "byte 12"));
  const Frame frame = {number_at<std::uint64_t>(file, 16), number_at<std::uint64_t>(file, 24),
                       number_at<std::uint64_t>(file, 32)};
  if (frame.data_begin > file.size() || frame.data_size != file.size() - frame.data_begin) {
    return fail(damaged("The file is not as long as it tells: " + std::to_string(file.size()) + " bytes.",
                        "byte 24"));
  }
  // The data begin on the first cache line after the header, which ends with its brace: no other size would
  // do.
  const bool tight = frame.data_begin % 64 == 0 && frame.data_begin >= kHeader &&
                     frame.header_size <= frame.data_begin - kHeader &&
                     frame.data_begin - kHeader - frame.header_size < 64 && frame.header_size > 0 &&
                     file[kHeader + frame.header_size - 1] == std::byte{'}'};
  if (!tight) return fail(damaged("The header does not end where the file tells.", "byte 16"));
  return frame;
}

std::string in_hex(Bytes bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += kDigits[std::to_integer<unsigned>(byte) >> 4U];
    text += kDigits[std::to_integer<unsigned>(byte) & 15U];
  }
  return text;
}

Result<Header> read_checked(Bytes file, const Frame& frame) {
  const auto sum = base::xxh3_128(file.subspan(kHeader));
  if (std::memcmp(sum.data(), file.data() + kChecksum, sum.size()) != 0) {
    return fail(damaged("The checksum does not match.", "byte " + std::to_string(kChecksum)));
  }
  const std::string_view json(reinterpret_cast<const char*>(file.data()) + kHeader, frame.header_size);
  auto header = read_header(json);
  if (!header) return header;
  if (auto good = check_architecture(*header, frame.data_size); !good) return fail(good.error());
  return header;
}

// Beyond seven bits sums would not be the same on every processor.
bool is_seven_bits(std::span<const std::int8_t> weights) {
  unsigned beyond = 0;
  for (const auto w : weights) beyond |= static_cast<unsigned>(w < -63) | static_cast<unsigned>(w > 63);
  return beyond == 0;
}

}  // namespace

struct Weights::Parts {
  base::MappedFile file;
  const std::byte* data = nullptr;
  Header header;
  std::string id;

  template <typename T>
  Tensor<T> tensor(std::string_view name, TensorEntry::Type type) const {
    const auto found = header.tensors.find(name);
    if (found == header.tensors.end() || found->second.type != type) return {};
    const auto& shape = found->second.shape;
    const auto* first = reinterpret_cast<const T*>(data + found->second.offset);
    if (shape.size() == 2) return {first, shape[0], shape[1]};
    return {first, 1, shape.empty() ? 1 : shape[0]};
  }
};

Weights::Weights(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Weights::~Weights() = default;

Result<std::shared_ptr<const Weights>> Weights::open(const std::string& path) {
  auto file = base::MappedFile::open(path);
  if (!file) {
    Error error = std::move(file.error());
    if (error.code == ErrorCode::not_found) {
      error = {ErrorCode::weights_missing, "There is no weights file.", path, "",
               "Fetch the weights, or name them."};
    }
    return fail(std::move(error));
  }
  const Bytes bytes = file->bytes();
  const auto frame = read_frame(bytes);
  auto header = frame ? read_checked(bytes, *frame) : Result<Header>(fail(frame.error()));
  if (!header) {
    header.error().file = path;
    return fail(std::move(header.error()));
  }
  auto parts = std::make_unique<Parts>();
  parts->id = header->name + " " + header->version + " (xxh3 " + in_hex(bytes.subspan(kChecksum, 16)) + ")";
  parts->data = bytes.data() + frame->data_begin;
  parts->header = std::move(*header);
  parts->file = std::move(*file);
  for (const auto& [name, entry] : parts->header.tensors) {
    const bool multiplies = entry.type == TensorEntry::Type::s8 && name.ends_with(".weight");
    if (multiplies && !is_seven_bits(parts->tensor<std::int8_t>(name, entry.type).values())) {
      return fail({ErrorCode::weights_unknown, "A weight is not within −63 … 63.", path, "tensor " + name,
                   "Use weights made for this version of onrecord."});
    }
  }
  return std::make_shared<const Weights>(std::move(parts));
}

const Config& Weights::config() const { return parts_->header.config; }
const std::string& Weights::id() const { return parts_->id; }

std::span<const std::string> Weights::labels(std::string_view set) const {
  const auto found = parts_->header.labels.find(set);
  if (found == parts_->header.labels.end()) return {};
  return found->second;
}

std::optional<Columns> Weights::columns(std::string_view head) const {
  const auto found = parts_->header.projection.find(head);
  if (found == parts_->header.projection.end()) return std::nullopt;
  return found->second;
}

std::span<const std::string> Weights::senses(std::string_view lemma) const {
  const auto found = parts_->header.rolesets.find(lemma);
  if (found == parts_->header.rolesets.end()) return {};
  return found->second;
}

const PieceTable& Weights::pieces() const { return parts_->header.vocabulary; }

Tensor<float> Weights::floats(std::string_view name) const {
  return parts_->tensor<float>(name, TensorEntry::Type::f32);
}

Tensor<std::int8_t> Weights::bytes(std::string_view name) const {
  return parts_->tensor<std::int8_t>(name, TensorEntry::Type::s8);
}

Linear Weights::linear(std::string_view name) const {
  const std::string stem(name);
  return {bytes(stem + ".weight"), floats(stem + ".scale").values(), floats(stem + ".bias").values()};
}

void Weights::let_go(Tensor<std::int8_t> tensor) const {
  static const auto kPage = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(tensor.data);
  const auto first = (begin + kPage - 1) / kPage * kPage;
  const auto end = (begin + tensor.size()) / kPage * kPage;
  // Advice only: nothing is lost when it is not taken.
  if (first < end) static_cast<void>(madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED));
}

}  // namespace onrecord::nn
