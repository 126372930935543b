#include "place/find_places.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "place/dateline.h"
#include "place/draft.h"
#include "place/resolve.h"
#include "place/spans.h"
#include "place/use.h"

namespace onrecord::place {
namespace {

using gazetteer::Gazetteer;
using syntax::Tree;

Place describe(const Gazetteer& gazetteer, std::uint32_t index, std::string_view viewpoint) {
  const gazetteer::Entry entry = gazetteer.entry(index);
  Place place;
  place.id = entry.id;
  place.kind = entry.kind;
  place.name = entry.name;
  place.country = gazetteer.alpha3(entry.country);
  place.admin1 = gazetteer.code_of_admin1(entry.admin1);
  place.latitude = entry.latitude;
  place.longitude = entry.longitude;
  place.radius_km = static_cast<float>(entry.reach);
  place.population = entry.population;
  auto dispute = gazetteer.dispute(index);
  if (!dispute && entry.kind == PlaceKind::city && entry.admin1 != gazetteer::kNowhere)
    dispute = gazetteer.dispute(gazetteer.place_of_admin1(entry.admin1));
  if (dispute) {
    place.de_jure = dispute->de_jure;
    place.administered_by = dispute->administered_by;
    place.claimed_by = dispute->claimed_by;
  }
  auto seen = gazetteer.seen_in(viewpoint, index);
  if (!seen && entry.admin1 != gazetteer::kNowhere)
    seen = gazetteer.seen_in(viewpoint, gazetteer.place_of_admin1(entry.admin1));
  if (seen) place.country = gazetteer.alpha3(*seen);
  return place;
}

Places finish(const Tree& tree, const Gazetteer& gazetteer, std::string_view viewpoint,
              const std::vector<Draft>& drafts) {
  Places all;
  std::unordered_map<std::uint32_t, std::uint32_t> known;
  for (const Draft& draft : drafts) {
    PlaceMention mention;
    mention.words = draft.words;
    if (!draft.words.empty()) mention.span = tree.document().span_of(draft.words);
    mention.use = draft.use;
    mention.use_score = draft.use_score;
    mention.somewhere = draft.somewhere;
    mention.rule = draft.rule;
    if (draft.place != gazetteer::kNoPlace) {
      const auto [at, fresh] = known.try_emplace(draft.place, static_cast<std::uint32_t>(all.places.size()));
      if (fresh) all.places.push_back(describe(gazetteer, draft.place, viewpoint));
      mention.place = at->second;
      mention.place_score = draft.place_score;
    }
    all.mentions.push_back(mention);
  }
  return all;
}

void decide(const Tree& tree, const Gazetteer& gazetteer, std::vector<Draft>& drafts) {
  resolve(tree, gazetteer, drafts);
  mark_datelines(tree, drafts);
  find_uses(tree, gazetteer, drafts);
}

}  // namespace

Places find_places(const Tree& tree, const Gazetteer& gazetteer, std::string_view viewpoint) {
  std::vector<Draft> drafts = find_drafts(tree, gazetteer);
  decide(tree, gazetteer, drafts);
  return finish(tree, gazetteer, viewpoint, drafts);
}

Places find_places_at(const Tree& tree, const Gazetteer& gazetteer, std::string_view viewpoint,
                      const std::vector<Span>& spans) {
  std::vector<Draft> drafts = find_drafts_with(tree, gazetteer, spans);
  decide(tree, gazetteer, drafts);
  std::vector<Draft> given(spans.size());
  for (Draft& draft : drafts) {
    if (draft.given != 0) given[draft.given - 1] = std::move(draft);
  }
  return finish(tree, gazetteer, viewpoint, given);
}

}  // namespace onrecord::place
