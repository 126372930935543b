#include "eval/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>
#include <thread>
#include <utility>

#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

// The figures that the table of results shows; all of them stand in the JSON beside it.
constexpr std::array<std::pair<const char*, const char*>, 15> kShown = {{
    {"EWT UPOS", "ud.ewt.upos"},
    {"UAS", "ud.ewt.uas"},
    {"LAS", "ud.ewt.las"},
    {"GUM UPOS", "ud.gum.upos"},
    {"UAS", "ud.gum.uas"},
    {"LAS", "ud.gum.las"},
    {"names", "names.worldwide.all"},
    {"roles", "roles.arguments"},
    {"source", "polnear.tags.source"},
    {"cue", "polnear.tags.cue"},
    {"content", "polnear.tags.content"},
    {"linked", "polnear.tags.linked"},
    {"seed", "seed.right"},
    {"words/s, 1 thread", "speed.1.words"},
    {"2 threads", "speed.2.words"},
}};

std::string first_line_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::array<char, 256> line{};
  if (!pipe || std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) == nullptr) return "";
  return std::string(trim(line.data()));
}

std::string quoted(const std::string& path) {
  std::string out = "'";
  for (const char c : path) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string commit_of(const std::string& source) {
  const std::string git = "git -C " + quoted(source) + " ";
  const std::string commit = first_line_of(git + "rev-parse --short=9 HEAD 2>/dev/null");
  if (commit.empty()) return "unknown";
  const bool changed = !first_line_of(git + "status --porcelain --untracked-files=no 2>/dev/null").empty();
  return changed ? commit + "+" : commit;
}

std::string cpu_model() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return std::string(trim(line.substr(line.find(':') + 1)));
  }
  return "unknown CPU";
}

std::string today() {
  const auto now = std::chrono::system_clock::now();
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(now));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

const Figure* find(const Figures& figures, std::string_view name) {
  const auto found = std::ranges::find(figures, name, &Figure::name);
  return found == figures.end() ? nullptr : &*found;
}

std::string table_line(const RunStamp& stamp, const Figures& figures) {
  std::string line =
      fmt::format("| {} | {} | {} | {} |", stamp.date, stamp.commit, stamp.machine, stamp.weights);
  for (const auto& [title, name] : kShown) {
    const Figure* figure = find(figures, name);
    const bool whole = figure != nullptr && figure->value >= 1000;
    line += figure == nullptr ? " |"
            : whole           ? fmt::format(" {:.0f} |", figure->value)
                              : fmt::format(" {:.4g} |", figure->value);
  }
  return line + "\n";
}

std::string table_head() {
  std::string head =
      "# Results of `onrecord eval all --record`\n\nA line a run; all figures stand in the JSON file of that "
      "date and commit (\"+\": with changes not yet committed). What each is: ../README.md.\n\n"
      "| date | commit | machine | weights |";
  std::string rule = "|---|---|---|---|";
  for (const auto& [title, name] : kShown) {
    head += fmt::format(" {} |", title);
    rule += "---|";
  }
  return head + "\n" + rule + "\n";
}

}  // namespace

RunStamp stamp_of(const std::string& source, std::string weights) {
  return {today(), commit_of(source),
          fmt::format("{}, {} threads", cpu_model(), std::thread::hardware_concurrency()),
          std::move(weights)};
}

std::string to_json(const RunStamp& stamp, const Figures& figures) {
  nlohmann::ordered_json json = {
      {"date", stamp.date}, {"commit", stamp.commit}, {"machine", stamp.machine}, {"weights", stamp.weights}};
  for (const Figure& figure : figures) json["figures"][figure.name] = std::round(figure.value * 1000) / 1000;
  return json.dump(2) + "\n";
}

Result<Figures> figures_of_json(std::string_view json, const std::string& name) {
  const auto parsed = nlohmann::ordered_json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("figures") || !parsed["figures"].is_object()) {
    return fail({ErrorCode::bad_json, "not a file of results", name});
  }
  Figures figures;
  for (const auto& [key, value] : parsed["figures"].items()) {
    if (value.is_number()) figures.push_back({key, value.get<double>()});
  }
  return figures;
}

Result<std::string> record(const std::string& source, const RunStamp& stamp, const Figures& figures) {
  const std::string folder = source + "/eval/results";
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  const std::string file = fmt::format("{}/{}-{}.json", folder, stamp.date, stamp.commit);
  std::ofstream(file) << to_json(stamp, figures);
  const std::string table = folder + "/README.md";
  const bool begun = std::filesystem::exists(table, problem);
  std::ofstream stream(table, std::ios::app);
  if (!begun) stream << table_head();
  stream << table_line(stamp, figures);
  stream.flush();
  if (!stream || !std::filesystem::exists(file, problem)) {
    return fail({ErrorCode::not_readable, "cannot write there", folder, "", "Give --source DIR."});
  }
  return file;
}

Result<std::vector<Floor>> parse_floors(std::string_view text, const std::string& name) {
  std::vector<Floor> floors;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const auto columns = split(line, '\t');
    char* end = nullptr;
    std::string number(columns.size() == 2 ? trim(columns[1]) : std::string_view());
    const bool ceiling = number.starts_with("<=");
    if (ceiling) number.erase(0, 2);
    const double value = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0') {
      return fail({ErrorCode::not_readable, "not a floor", name, "line " + std::to_string(line_number)});
    }
    floors.push_back({std::string(trim(columns[0])), value, ceiling});
  }
  return floors;
}

Result<std::vector<Floor>> read_floors(const std::string& source) {
  const std::string path = source + "/eval/floors.tsv";
  auto text = read_file(path);
  if (!text) return fail(text.error());
  return parse_floors(*text, path);
}

bool hold_against(const std::vector<Floor>& floors, const Figures& figures, std::ostream& out) {
  bool all = true;
  for (const Floor& floor : floors) {
    const Figure* figure = find(figures, floor.figure);
    const bool holds =
        figure != nullptr && (floor.ceiling ? figure->value <= floor.value : figure->value >= floor.value);
    all = all && holds;
    const std::string measured = figure == nullptr ? "not measured" : fmt::format("{:.3f}", figure->value);
    out << fmt::format("{:<34} {:>12}  {:<7} {:>9.3f}  {}\n", floor.figure, measured,
                       floor.ceiling ? "ceiling" : "floor", floor.value,
                       holds           ? "ok"
                       : floor.ceiling ? "ABOVE"
                                       : "BELOW");
  }
  return all;
}

void print_figures(const Figures& figures, std::ostream& out) {
  for (const Figure& figure : figures) {
    out << (figure.value >= 1000 ? fmt::format("{:<34} {:>9.0f}\n", figure.name, figure.value)
                                 : fmt::format("{:<34} {:>9.2f}\n", figure.name, figure.value));
  }
}

}  // namespace onrecord::eval
