#include "reading/find_gazetteer.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace onrecord::reading {

Result<std::string> find_gazetteer(const std::string& named) {
  if (!named.empty()) return named;
  if (const char* environment = std::getenv("ONRECORD_GAZETTEER");
      environment != nullptr && *environment != '\0')
    return environment;
  const WeightsPlaces places = usual_places({});
  std::vector<std::filesystem::path> candidates;
  if (!places.executable.empty())
    candidates.push_back(std::filesystem::path(places.executable).parent_path().parent_path() / "share" /
                         "onrecord" / "gazetteer" / "places.gaz");
  if (!places.installed.empty())
    candidates.push_back(std::filesystem::path(places.installed).parent_path() / "gazetteer" / "places.gaz");
  if (!places.source.empty())
    candidates.push_back(std::filesystem::path(places.source) / "data" / "gazetteer" / "places.gaz");
  std::string tried;
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (std::filesystem::exists(candidate, ignored)) return candidate.string();
    tried += (tried.empty() ? "" : ", ") + candidate.string();
  }
  return fail({ErrorCode::gazetteer_missing, "No file of places was found; looked for " + tried + ".",
               "places.gaz", "",
               "Name the file with --gazetteer or in the environment variable ONRECORD_GAZETTEER."});
}

Result<std::shared_ptr<const gazetteer::Gazetteer>> open_gazetteer(const std::string& named) {
  if (named == "none") return std::shared_ptr<const gazetteer::Gazetteer>();
  const auto path = find_gazetteer(named);
  if (!path) return fail(path.error());
  return gazetteer::Gazetteer::open(*path);
}

}  // namespace onrecord::reading
