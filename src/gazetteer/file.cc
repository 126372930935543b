#include "gazetteer/file.h"

#include <bit>
#include <utility>

#include "gazetteer/key.h"

namespace onrecord::gazetteer {
namespace {

static_assert(std::endian::native == std::endian::little, "The file is little-endian, and read as it lies.");

constexpr std::string_view kMagic("ORGAZET\0", 8);
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kSections = 10;
constexpr std::size_t kTable = 16;                        // Where the table of sections begins.
constexpr std::size_t kGuard = kTable + 16U * kSections;  // Behind it: the guard and the file's size.
constexpr std::size_t kBuckets = 65537;

constexpr const char* kMend = "Fetch the file again, or build it anew as doc/format/gazetteer.md tells.";

tl::unexpected<Error> damaged(const std::string& path, std::string what, std::size_t byte) {
  return fail({ErrorCode::gazetteer_damaged, std::move(what), path, "byte " + std::to_string(byte), kMend});
}

template <typename Value>
Value read(std::span<const std::byte> bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof(Value));
  return value;
}

Result<Ok> check_head(std::span<const std::byte> bytes, const std::string& path) {
  const auto* const text = reinterpret_cast<const char*>(bytes.data());
  if (bytes.size() < kMagic.size() || std::string_view(text, kMagic.size()) != kMagic)
    return fail({ErrorCode::gazetteer_unknown, "This is no file of places.", path, "byte 0",
                 "Name the file places.gaz that comes with onrecord."});
  if (bytes.size() < kGuard + 16)
    return damaged(path, "The file of places is cut short in its head.", bytes.size());
  const auto version = read<std::uint32_t>(bytes, 8);
  if (version != kVersion || read<std::uint32_t>(bytes, 12) != kSections)
    return fail({ErrorCode::gazetteer_unknown,
                 "This file of places has version " + std::to_string(version) + "; version " +
                     std::to_string(kVersion) + " is known.",
                 path, "byte 8", "Use the file that comes with this version of onrecord."});
  if (read<std::uint64_t>(bytes, kGuard) != fnv(text, kGuard))
    return damaged(path, "The head of the file of places is not as it was written.", kGuard);
  const auto size = read<std::uint64_t>(bytes, kGuard + 8);
  if (size != bytes.size())
    return damaged(path,
                   "The file of places has " + std::to_string(bytes.size()) + " bytes; it was written with " +
                       std::to_string(size) + ".",
                   bytes.size());
  return Ok{};
}

// Checked once, so that looking names up need not.
bool is_in_order(const File& file) {
  if (file.buckets.size() != kBuckets || file.names.size() == 0) return false;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    const std::uint32_t here = file.buckets[i];
    if (here < before || here > file.names.size() - 1) return false;
    before = here;
  }
  return true;
}

}  // namespace

std::string_view File::text(std::uint32_t at) const {
  if (at >= strings.size()) return {};
  const auto size = static_cast<std::size_t>(strings[at]);
  if (size > strings.size() - at - 1) return {};
  return {reinterpret_cast<const char*>(strings.data()) + at + 1, size};
}

Result<File> open_file(const std::string& path) {
  auto mapped = base::MappedFile::open(path);
  if (!mapped) {
    if (mapped.error().code == ErrorCode::not_found) {
      mapped.error().code = ErrorCode::gazetteer_missing;
      mapped.error().mend = "Name the file of places with --gazetteer.";
    }
    return fail(std::move(mapped.error()));
  }
  const std::span<const std::byte> bytes = mapped->bytes();
  if (const auto head = check_head(bytes, path); !head) return fail(head.error());
  std::array<std::span<const std::byte>, kSections> sections;
  for (std::size_t i = 0; i < kSections; ++i) {
    const auto at = read<std::uint64_t>(bytes, kTable + 16 * i);
    const auto size = read<std::uint64_t>(bytes, kTable + 16 * i + 8);
    if (at > bytes.size() || size > bytes.size() - at)
      return damaged(path, "A section of the file of places leads past its end.", kTable + 16 * i);
    sections[i] = bytes.subspan(at, size);
  }
  File file{std::move(*mapped),
            Rows<PlaceRow>(sections[0]),
            Rows<CountryRow>(sections[1]),
            Rows<DivisionRow>(sections[2]),
            Rows<DisputeRow>(sections[3]),
            Rows<ViewRow>(sections[4]),
            Rows<FoldRow>(sections[5]),
            Rows<std::uint32_t>(sections[6]),
            Rows<NameRow>(sections[7]),
            Rows<std::uint32_t>(sections[8]),
            sections[9]};
  if (!is_in_order(file)) return damaged(path, "The names of the file of places are not in order.", kTable);
  return file;
}

}  // namespace onrecord::gazetteer
