// transcript — runs what a file tells: commands, and what they must print.
//
//   transcript --bin FOLDER… --examples FOLDER --random FILE --trained FILE TRANSCRIPT
//
// In a .test file, indented lines are a session at a shell and the others are prose; in a .md file, the
// session is what stands in blocks marked `console`:
//
//   $ a command          run by sh, in a fresh folder that all commands of the file share
//   > its next line
//   what it prints       `...` alone stands for any lines, `{...}` in a line for any text
//   ! what it says       on standard error
//   [2]                  its exit code, when that is not 0
//
// The weights are random, for tests of everything but what is found, unless the file says `needs: trained
// weights`; where those are not, exit code 77 says that it was passed over.

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr int kPassedOver = 77;

struct Step {
  int line = 0;
  std::string command;
  std::vector<std::string> out, err;
  int code = 0;
};

struct Transcript {
  bool trained = false;
  std::vector<Step> steps;
};

struct Options {
  std::string path;  // Of commands.
  std::string examples, random, trained, transcript;
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void add_line(Transcript& transcript, std::string_view line, int number) {
  std::vector<Step>& steps = transcript.steps;
  const bool fresh = !steps.empty() && steps.back().out.empty() && steps.back().err.empty();
  if (line.starts_with("$ ")) {
    steps.push_back({number, std::string(line.substr(2)), {}, {}, 0});
  } else if (steps.empty()) {
    std::cerr << "line " << number << ": output of no command\n";
    std::exit(2);
  } else if (fresh && (line == ">" || line.starts_with("> "))) {
    steps.back().command += "\n" + std::string(line.substr(std::min<std::size_t>(line.size(), 2)));
  } else if (line == "!" || line.starts_with("! ")) {
    steps.back().err.emplace_back(line.substr(std::min<std::size_t>(line.size(), 2)));
  } else if (line.size() > 2 && line.front() == '[' && line.back() == ']' &&
             line.find_first_not_of("0123456789", 1) == line.size() - 1) {
    steps.back().code = std::stoi(std::string(line.substr(1)));
  } else {
    steps.back().out.emplace_back(line);
  }
}

Transcript read_transcript(const fs::path& path) {
  Transcript transcript;
  const bool markdown = path.extension() == ".md";
  bool in_session = false;
  int number = 0;
  for (const std::string& line : lines_of(path)) {
    ++number;
    if (line.find("needs: trained weights") != std::string::npos) transcript.trained = true;
    if (markdown && line.starts_with("```")) {
      in_session = line == "```console";
    } else if (markdown && in_session) {
      add_line(transcript, line, number);
    } else if (!markdown && line.starts_with("  ")) {
      add_line(transcript, std::string_view(line).substr(2), number);
    }
  }
  return transcript;
}

bool matches(std::string_view pattern, std::string_view text) {
  constexpr std::string_view kAny = "{...}";
  const std::size_t any = pattern.find(kAny);
  if (any == std::string_view::npos) return pattern == text;
  if (text.substr(0, any) != pattern.substr(0, any)) return false;
  pattern.remove_prefix(any + kAny.size());
  for (std::size_t taken = any; taken <= text.size(); ++taken) {
    if (matches(pattern, text.substr(taken))) return true;
  }
  return false;
}

bool matches(const std::vector<std::string>& expected, std::size_t e, const std::vector<std::string>& found,
             std::size_t f) {
  for (; e < expected.size(); ++e, ++f) {
    if (expected[e] == "...") {
      for (; f <= found.size(); ++f) {
        if (matches(expected, e + 1, found, f)) return true;
      }
      return false;
    }
    if (f == found.size() || !matches(expected[e], found[f])) return false;
  }
  return f == found.size();
}

void show(std::string_view title, const std::vector<std::string>& lines) {
  std::cerr << title << "\n";
  for (const std::string& line : lines) std::cerr << "    " << line << "\n";
}

bool run(const Step& step, const fs::path& folder) {
  std::ofstream(folder / "command") << step.command << "\n";
  const std::string call =
      "cd '" + (folder / "here").string() + "' && sh ../command >../out 2>../err </dev/null";
  const int status = std::system(call.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  const auto out = lines_of(folder / "out"), err = lines_of(folder / "err");
  if (code == step.code && matches(step.out, 0, out, 0) && matches(step.err, 0, err, 0)) return true;

  std::cerr << "line " << step.line << ": $ " << step.command << "\n";
  if (code != step.code) std::cerr << "  exit code " << code << " instead of " << step.code << "\n";
  show("  printed:", out);
  show("  instead of:", step.out);
  show("  said:", err);
  show("  instead of:", step.err);
  return false;
}

Options read_options(int count, char** values) {
  Options options;
  const char* inherited = std::getenv("PATH");
  std::string path;
  for (int i = 1; i < count; ++i) {
    const std::string_view name = values[i];
    const std::string value = i + 1 < count ? values[i + 1] : "";
    if (name == "--bin") path += value + ":";
    if (name == "--examples") options.examples = value;
    if (name == "--random") options.random = value;
    if (name == "--trained") options.trained = value;
    if (name.starts_with("--")) {
      ++i;
    } else {
      options.transcript = name;
    }
  }
  options.path = path + (inherited == nullptr ? "/usr/bin:/bin" : inherited);
  return options;
}

void set_environment(const Options& options, bool trained) {
  ::setenv("PATH", options.path.c_str(), 1);
  ::setenv("LC_ALL", "C", 1);
  ::setenv("ONRECORD_WEIGHTS", (trained ? options.trained : options.random).c_str(), 1);
  ::unsetenv("NO_COLOR");
}

}  // namespace

int main(int count, char** values) {
  const Options options = read_options(count, values);
  const Transcript transcript = read_transcript(options.transcript);
  if (transcript.steps.empty()) {
    std::cerr << options.transcript << ": no command in it\n";
    return 2;
  }
  if (transcript.trained && !fs::exists(options.trained)) {
    std::cerr << "passed over: there are no trained weights\n";
    return kPassedOver;
  }
  set_environment(options, transcript.trained);

  std::string name = (fs::temp_directory_path() / "onrecord-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return 2;
  const fs::path folder = name;
  fs::create_directory(folder / "here");
  if (fs::exists(options.examples))
    fs::create_directory_symlink(options.examples, folder / "here" / "examples");
  bool good = true;
  for (const Step& step : transcript.steps) good = good && run(step, folder);
  fs::remove_all(folder);
  return good ? 0 : 1;
}
