// For trigger_weights.py: every word that may tell an event, as the neural reader and the table of triggers
// see it. Reads paths from standard input; writes "path<tab>first byte<tab>end<tab>neural type<tab>its
// score<tab>row of the table<tab>the row's type<tab>whether its frame holds". Arguments: the weights.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "event/ground.h"
#include "event/trigger_table.h"
#include "onrecord/reader.h"
#include "syntax/tree.h"

namespace {

using onrecord::EventTag;
using onrecord::Reading;

void write(const Reading& reading, const std::string& path) {
  const onrecord::syntax::Tree tree(reading.document, reading.tags);
  const onrecord::event::Told told{.tree = tree,
                                   .statements = reading.statements,
                                   .entities = reading.entities,
                                   .times = reading.times,
                                   .dated = reading.dated,
                                   .places = reading.places,
                                   .actors = reading.actors,
                                   .published = reading.report.published};
  const onrecord::event::Ground ground(told);
  std::size_t next = 0;
  const auto& seen = reading.tags.events;
  for (std::uint32_t word = 0; word < tree.size(); ++word) {
    const EventTag* tag = next < seen.size() && seen[next].word == word ? &seen[next++] : nullptr;
    const auto row = onrecord::event::trigger_row(ground, word);
    if (tag == nullptr && !row) continue;
    const onrecord::Span bytes = reading.document.to_bytes(reading.document.tokens()[word].span);
    std::cout << path << '\t' << bytes.begin << '\t' << bytes.end << '\t'
              << (tag != nullptr ? reading.tags.labels->event[tag->type] : "-") << '\t'
              << (tag != nullptr ? tag->score : 0.0F) << '\t' << (row ? std::to_string(row->number) : "-")
              << '\t' << (row ? to_string(row->type) : "-") << '\t' << (row && row->whole) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto reader = onrecord::Reader::open({.weights = argc > 1 ? argv[1] : ""});
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 1;
  }
  for (std::string path; std::getline(std::cin, path);) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    auto report = onrecord::read_report(path, bytes, {});
    if (!report) continue;
    const auto reading = reader->read(*std::move(report));
    if (reading) write(*reading, path);
  }
  return 0;
}
