#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <mutex>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "eval/measure.h"
#include "eval/place_corpus.h"
#include "eval/place_score.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

constexpr int kTimedRuns = 5;

double percent(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Of this thread: what others do on the machine does not count.
double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double f1(double precision, double recall) {
  return precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
}

// The words of the document that stand on bytes `source` of the report; an empty span where none do.
Span in_document(const Document& document, Span source) {
  const auto& tokens = document.tokens();
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& one) {
    return document.to_bytes(one.span).end <= source.begin;
  });
  auto end = first;
  while (end != tokens.end() && document.to_bytes(end->span).begin < source.end) ++end;
  if (first == end) return {};
  return {first->span.begin, std::prev(end)->span.end};
}

std::vector<GoldToponym> placed(const std::vector<GoldToponym>& gold, const Document& document) {
  std::vector<GoldToponym> all;
  for (GoldToponym one : gold) {
    one.span = in_document(document, one.span);
    if (!one.span.empty()) all.push_back(one);
  }
  return all;
}

std::string shown(const Places& places, std::size_t index) {
  const PlaceMention& mention = places.mentions[index];
  if (!mention.place) return fmt::format("- {} {:.2f}", to_string(mention.use), mention.somewhere);
  const Place& place = places.places[*mention.place];
  return fmt::format("{} {} {}.{} {} {:.2f} {} ({})", place.id, place.name, place.country, place.admin1,
                     to_string(place.kind), mention.place_score, to_string(mention.use), mention.rule);
}

std::string around(const Document& document, Span span) {
  const std::uint32_t begin = span.begin > 40 ? span.begin - 40 : 0;
  std::string text(document.text().substr(begin, span.begin - begin));
  text += "[" + std::string(document.text(span)) + "]";
  text += document.text().substr(span.end, 40);
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void list_faults(const PlaceDocument& from, const Reading& reading, const std::vector<GoldToponym>& gold,
                 const Places& given, std::string& text) {
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (is_right(gold[i], given, i)) continue;
    text += fmt::format("wrong\t{}\t{}\tgold {}\tgiven {}\n", from.id, around(reading.document, gold[i].span),
                        gold[i].id.value_or(0), i < given.mentions.size() ? shown(given, i) : "-");
  }
  for (const GoldToponym& one : gold) {
    const bool seen = std::ranges::any_of(reading.places.mentions, [&](const PlaceMention& mention) {
      return counts_as_toponym(mention) && mention.span == one.span;
    });
    if (!seen) text += fmt::format("missed\t{}\t{}\n", from.id, around(reading.document, one.span));
  }
  for (std::size_t i = 0; i < reading.places.mentions.size(); ++i) {
    const PlaceMention& mention = reading.places.mentions[i];
    if (!counts_as_toponym(mention)) continue;
    const bool real =
        std::ranges::any_of(gold, [&](const GoldToponym& one) { return one.span == mention.span; });
    if (!real)
      text += fmt::format("extra\t{}\t{}\t{}\n", from.id, around(reading.document, mention.span),
                          shown(reading.places, i));
  }
}

void report_places(const std::string& set, const PlaceCounts& counts, Figures& figures, Talk talk) {
  const double exact_precision = percent(counts.exact, counts.found),
               exact_recall = percent(counts.exact, counts.gold);
  const double met_precision = percent(counts.met_found, counts.found),
               met_recall = percent(counts.met_gold, counts.gold);
  const std::array<std::pair<std::string, double>, 10> all = {
      {{"found.precision", exact_precision},
       {"found.recall", exact_recall},
       {"found.f1", f1(exact_precision, exact_recall)},
       {"met.f1", f1(met_precision, met_recall)},
       {"id", percent(counts.right, counts.with_id)},
       {"within161", percent(counts.near, counts.with_id)},
       {"none", percent(counts.none, counts.without_id)},
       {"through", percent(counts.through, counts.with_id)},
       {"gold", static_cast<double>(counts.gold)},
       {"mb_per_s", counts.seconds > 0 ? counts.bytes / counts.seconds / 1e6 : 0.0}}};
  for (const auto& [name, value] : all) {
    talk.out << fmt::format("{:<12} {:<16} {:>8.2f}\n", set, name, value);
    figures.push_back({"places." + set + "." + name, value});
  }
}

Result<Ok> measure_set(const Engine& engine, const Options& options, const std::string& set,
                       const std::string& file, Figures& figures, Talk talk) {
  const auto xml = read_file(file);
  if (!xml) return fail(xml.error());
  const auto documents = parse_toponyms(*xml, file);
  if (!documents) return fail(documents.error());
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < documents->size(); ++i) {
    if (options.set == "all" || (i % 2 == 1) == (options.set == "odd")) chosen.push_back(i);
  }
  std::vector<PlaceCounts> counts(chosen.size());
  std::vector<std::string> lists(chosen.size());
  for_each_index(chosen.size(), options.threads, [&](std::size_t c) {
    const PlaceDocument& document = (*documents)[chosen[c]];
    const auto reading = engine.read(plain_report(document.id, document.text));
    if (!reading) return;
    const auto gold = placed(document.toponyms, reading->document);
    std::vector<Span> spans;
    for (const GoldToponym& one : gold) spans.push_back(one.span);
    const double began = processor_seconds();
    for (int run = 0; run < kTimedRuns; ++run) engine.places_at(*reading, {});
    counts[c].seconds = processor_seconds() - began;
    counts[c].bytes = kTimedRuns * static_cast<double>(reading->document.text().size());
    const Places given = engine.places_at(*reading, spans);
    score_places(gold, reading->places, given, counts[c]);
    if (options.list) list_faults(document, *reading, gold, given, lists[c]);
  });
  PlaceCounts all;
  for (std::size_t c = 0; c < chosen.size(); ++c) {
    talk.out << lists[c];
    all.add(counts[c]);
  }
  report_places(set, all, figures, talk);
  return Ok{};
}

}  // namespace

Result<Figures> measure_places(const Engine& engine, const Options& options, Talk talk) {
  Figures figures;
  const std::string folder = options.data + "/place/corpora/";
  for (const auto& [set, file] : {std::pair("trnews", "TR-News.xml"), {"lgl", "lgl.xml"}}) {
    if (skip(folder + file, talk)) continue;
    const auto done = measure_set(engine, options, set, folder + file, figures, talk);
    if (!done) return fail(done.error());
  }
  return figures;
}

Result<Figures> measure_metonymy(const Engine& engine, const Options& options, Talk talk) {
  Figures figures;
  const std::string folder = options.data + "/place/metonymy/";
  std::uint32_t whole = 0, whole_right = 0;
  for (const std::string set : {"relocar", "semeval", "conll"}) {
    std::vector<MetonymySample> samples;
    for (const bool somewhere : {true, false}) {
      const std::string file =
          folder + set + (somewhere ? "_literal" : "_metonymic") + (set == "conll" ? "" : "_train") + ".txt";
      if (skip(file, talk)) continue;
      const auto text = read_file(file);
      if (!text) return fail(text.error());
      for (MetonymySample& one : parse_metonymy(*text, somewhere)) {
        if (options.set == "all" || is_held_out(one.text)) samples.push_back(std::move(one));
      }
    }
    std::vector<std::uint8_t> right(samples.size(), 0);
    for_each_index(samples.size(), options.threads, [&](std::size_t i) {
      const auto reading = engine.read(plain_report("sample", samples[i].text));
      if (!reading) return;
      const Span span = in_document(reading->document, samples[i].mention);
      const Places places = engine.places_at(*reading, {span});
      if (!places.mentions.empty())
        right[i] = (places.mentions[0].somewhere >= 0.5F) == samples[i].somewhere ? 1 : 0;
    });
    const auto total = static_cast<std::uint32_t>(samples.size());
    const auto hits = static_cast<std::uint32_t>(std::ranges::count(right, 1));
    whole += total;
    whole_right += hits;
    talk.out << fmt::format("{:<12} {:>6} held out, right {:>6.2f} %\n", set, total, percent(hits, total));
    figures.push_back({"metonymy." + set, percent(hits, total)});
  }
  talk.out << fmt::format("{:<12} {:>6} held out, right {:>6.2f} %\n", "all", whole,
                          percent(whole_right, whole));
  figures.push_back({"metonymy.all", percent(whole_right, whole)});
  return figures;
}

}  // namespace onrecord::eval
