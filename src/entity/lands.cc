#include "entity/lands.h"

#include "lexicon/table.h"

namespace onrecord::entity {
namespace {

constexpr std::string_view kCodes =
#include "lands_codes.inc"
    ;
constexpr std::string_view kBorders =
#include "lands_borders.inc"
    ;

}  // namespace

std::optional<Land> find_land(std::string_view name) {
  static const lexicon::Table codes(kCodes);
  const auto found = codes.find(name);
  if (!found) return std::nullopt;
  return Land{found->substr(0, 2), found->ends_with(" seat")};
}

bool have_a_border(std::string_view code, std::string_view other) {
  static const lexicon::Table borders(kBorders);
  const auto near = borders.find(code);
  return near && !other.empty() && near->find(other) != std::string_view::npos;
}

}  // namespace onrecord::entity
