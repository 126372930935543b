// gazetteer/file.h — the file of places as rows; doc/format/gazetteer.md tells its form.

#ifndef ONRECORD_GAZETTEER_FILE_H_
#define ONRECORD_GAZETTEER_FILE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "base/mapped_file.h"
#include "onrecord/error.h"

namespace onrecord::gazetteer {

struct PlaceRow {
  std::int32_t id, latitude, longitude;  // Degrees times 100,000.
  std::uint32_t population, name;        // The name's place among the strings.
  std::uint16_t country, admin1;
  std::uint8_t kind, rank;
  std::uint16_t reach;
};
struct CountryRow {
  std::array<char, 2> alpha2;
  std::array<char, 3> alpha3;
  std::array<char, 3> unused;
  std::uint32_t place, capital;
};
struct DivisionRow {
  std::uint32_t place, code;
};
struct DisputeRow {
  std::uint32_t place, de_jure, administered_by, claimed_by, since;
};
struct ViewRow {
  std::array<char, 2> viewpoint;
  std::uint16_t country;
  std::uint32_t place;
};
struct FoldRow {
  std::uint16_t letter;
  std::uint8_t alike;
  std::array<char, 3> reads_as;
  std::array<char, 2> unused;
};
struct NameRow {
  std::uint32_t hash, first;  // The hash's bits 16 to 47; the first of its leads.
};
static_assert(sizeof(PlaceRow) == 28 && sizeof(CountryRow) == 16 && sizeof(DisputeRow) == 20);
static_assert(sizeof(ViewRow) == 8 && sizeof(FoldRow) == 8 && sizeof(NameRow) == 8);

// A stretch of the file as rows of one kind. Never reads past its end.
template <typename Row>
class Rows {
 public:
  Rows() = default;
  explicit Rows(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::size_t size() const { return bytes_.size() / sizeof(Row); }
  // A row of zeros for an index past the end.
  Row operator[](std::size_t index) const {
    Row row{};
    if (index < size()) std::memcpy(&row, bytes_.data() + index * sizeof(Row), sizeof(Row));
    return row;
  }
  // Of a row there is.
  const char* address(std::size_t index) const {
    return reinterpret_cast<const char*>(bytes_.data()) + index * sizeof(Row);
  }

 private:
  std::span<const std::byte> bytes_;
};

struct File {
  base::MappedFile mapped;
  Rows<PlaceRow> places;
  Rows<CountryRow> countries;
  Rows<DivisionRow> divisions;
  Rows<DisputeRow> disputes;
  Rows<ViewRow> views;
  Rows<FoldRow> folds;
  Rows<std::uint32_t> buckets;  // Of the names, by the upper 16 bits of their hash.
  Rows<NameRow> names;
  Rows<std::uint32_t> leads;
  std::span<const std::byte> strings;

  std::string_view text(std::uint32_t at) const;
};

// Fails with gazetteer_missing, gazetteer_damaged or gazetteer_unknown.
Result<File> open_file(const std::string& path);

}  // namespace onrecord::gazetteer

#endif  // ONRECORD_GAZETTEER_FILE_H_
