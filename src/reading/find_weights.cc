#include "reading/find_weights.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace onrecord::reading {
namespace {

constexpr const char* kFile = "onrecord-en.weights";

std::string join(const std::vector<std::filesystem::path>& paths) {
  std::string text;
  for (const auto& path : paths) text += (text.empty() ? "" : ", ") + path.string();
  return text;
}

}  // namespace

Result<std::string> find_weights(const WeightsPlaces& places) {
  if (!places.named.empty()) return places.named;
  if (!places.environment.empty()) return places.environment;
  std::vector<std::filesystem::path> candidates;
  if (!places.executable.empty()) {
    const auto folder = std::filesystem::path(places.executable).parent_path().parent_path();
    candidates.push_back(folder / "share" / "onrecord" / "models" / kFile);
  }
  if (!places.installed.empty()) candidates.push_back(std::filesystem::path(places.installed) / kFile);
  if (!places.source.empty()) candidates.push_back(std::filesystem::path(places.source) / "models" / kFile);
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (std::filesystem::exists(candidate, ignored)) return candidate.string();
  }
  return fail({ErrorCode::weights_missing, "No weights file was found; looked for " + join(candidates) + ".",
               kFile, "", "Name the file with --weights or in the environment variable ONRECORD_WEIGHTS."});
}

WeightsPlaces usual_places(const std::string& named) {
  WeightsPlaces places;
  places.named = named;
  if (const char* environment = std::getenv("ONRECORD_WEIGHTS")) places.environment = environment;
  std::error_code ignored;
  places.executable = std::filesystem::read_symlink("/proc/self/exe", ignored).string();
  places.installed = ONRECORD_INSTALLED_MODELS;
  places.source = ONRECORD_SOURCE_DIR;
  return places;
}

}  // namespace onrecord::reading
