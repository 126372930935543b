#include "eval/speed.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace onrecord::eval {
namespace {

std::uint64_t read_all(const Engine& engine, const std::vector<TimedText>& texts, unsigned threads) {
  std::vector<std::uint64_t> words(texts.size(), 0);
  for_each_index(texts.size(), threads, [&](std::size_t i) {
    auto report = engine.report(texts[i].name, texts[i].bytes);
    if (!report) return;
    const auto reading = engine.read(std::move(*report));
    if (reading) words[i] = reading->document.tokens().size();
  });
  std::uint64_t total = 0;
  for (const std::uint64_t count : words) total += count;
  return total;
}

}  // namespace

SpeedRow time_reading(const Engine& engine, const std::vector<TimedText>& texts, unsigned threads,
                      unsigned runs) {
  SpeedRow row;
  row.threads = threads;
  for (const TimedText& text : texts) row.spaced_words += count_spaced_words(text.bytes);
  row.words = read_all(engine, texts, threads);
  std::vector<double> seconds;
  for (unsigned run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    read_all(engine, texts, threads);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::ranges::sort(seconds);
  if (!seconds.empty()) {
    row.seconds = seconds[seconds.size() / 2];
    row.fastest = seconds.front();
    row.slowest = seconds.back();
  }
  return row;
}

std::uint64_t count_spaced_words(const std::string& text) {
  std::uint64_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    count += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return count;
}

double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace onrecord::eval
