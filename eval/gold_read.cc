#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "eval/gold.h"
#include "eval/gold_checksum.h"
#include "eval/text_file.h"

namespace onrecord::eval {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 24> kPronouns = {
    "he",  "she",  "it",    "they", "we", "i",    "you",  "him",     "her",   "them",     "his", "its",
    "who", "whom", "which", "that", "us", "this", "both", "himself", "these", "everyone", "one", "those"};

constexpr std::array<std::string_view, 14> kBefore = {"in ",     "on ",     "at ",   "by ",     "via ",
                                                      "to ",     "from ",   "In ",   "On ",     "At ",
                                                      "during ", "During ", "over ", "through "};

constexpr std::array<std::string_view, 17> kEdge = {
    " ",      "\n",     "\t",     ",",      ";",      ":",      ".",      "\"",    "'",
    "\u201C", "\u201D", "\u2018", "\u2019", "\u2013", "\u2014", "\u00AB", "\u00BB"};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

Span span_at(std::size_t at, std::size_t size) {
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
}

// Every place where `words` stand in `text` by themselves.
std::vector<Span> occurrences(std::string_view text, std::string_view words) {
  std::vector<Span> found;
  if (words.empty()) return found;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = end == text.size() || !is_word_byte(text[end]);
    if (begins && ends) found.push_back(span_at(at, words.size()));
  }
  return found;
}

class Sheet {
 public:
  Sheet(const Json& json, const std::string& file, GoldDocument& to) : json_(json), file_(file), to_(to) {}

  Result<Ok> read() {
    if (auto fits = statements(); !fits) return fits;
    if (auto fits = namings(); !fits) return fits;
    people();
    return Ok{};
  }

 private:
  tl::unexpected<Error> refuse(const std::string& message, const std::string& place) const {
    return fail({ErrorCode::bad_statement, message, file_, place});
  }

  // Nothing for null; the span of a pair of bytes, or of words in the text.
  Result<std::optional<Span>> span(const Json& value, const std::string& place) const {
    if (value.is_null()) return std::optional<Span>();
    if (value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
        value[1].is_number_unsigned()) {
      const Span given = {value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>()};
      if (given.begin >= given.end || given.end > to_.text.size())
        return refuse("a span outside the text", place);
      return std::optional(given);
    }
    const Json& words = value.is_object() && value.contains("text") ? value["text"] : value;
    if (!words.is_string() || words.get_ref<const std::string&>().empty())
      return refuse("not words, nor a span", place);
    const bool counted = value.is_object() && value.contains("nth") && value["nth"].is_number_unsigned();
    return place_words(words.get_ref<const std::string&>(), counted ? value["nth"].get<std::size_t>() : 0,
                       place);
  }

  // The `nth` place of the words, from 1; 0: there must be one only.
  Result<std::optional<Span>> place_words(const std::string& words, std::size_t nth,
                                          const std::string& place) const {
    std::vector<std::size_t> hits;
    for (std::size_t at = to_.text.find(words); at != std::string::npos; at = to_.text.find(words, at + 1))
      hits.push_back(at);
    if (hits.empty() || nth > hits.size()) return refuse("these words are not in the text: " + words, place);
    if (nth == 0 && hits.size() > 1)
      return refuse("these words stand more than once in the text: " + words, place);
    return std::optional(span_at(hits[nth == 0 ? 0 : nth - 1], words.size()));
  }

  static std::string text_in(const Json& from, const char* field) {
    const auto found = from.find(field);
    return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  Result<Ok> part(const Json& from, const char* field, const std::string& id, std::optional<Span>& to) const {
    const auto found = from.find(field);
    if (found == from.end()) return Ok{};
    auto given = span(*found, id + " " + field);
    if (!given) return fail(given.error());
    to = *given;
    return Ok{};
  }

  Result<Ok> statement(const Json& from) {
    GoldStatement made;
    made.id = text_in(from, "id");
    for (const char* field : kGoldParts) {
      std::optional<Span> given;
      if (auto fits = part(from, field, made.id, given); !fits) return fits;
      if (given) made.parts[field] = *given;
    }
    const auto contents = from.find("contents");
    if (contents == from.end() || !contents->is_array() || contents->empty())
      return refuse("no contents", made.id);
    for (const Json& each : *contents) {
      auto given = span(each, made.id + " contents");
      if (!given) return fail(given.error());
      if (!*given) return refuse("a content that is nothing", made.id);
      made.contents.push_back(**given);
    }
    for (const char* field : kGoldLabels) made.labels[field] = text_in(from, field);
    if (const auto keys = from.find("entity"); keys != from.end() && keys->is_array()) {
      for (const Json& key : *keys) {
        if (key.is_string()) made.entities.push_back(key.get<std::string>());
      }
    }
    made.inside = text_in(from, "in");
    made.heading = from.value("heading", Json(false)) == Json(true);
    to_.statements.push_back(std::move(made));
    return Ok{};
  }

  Result<Ok> statements() {
    const auto all = json_.find("statements");
    if (all == json_.end() || !all->is_array()) return refuse("no list \"statements\"", "");
    for (const Json& each : *all) {
      if (!each.is_object()) return refuse("not a statement", "");
      if (auto fits = statement(each); !fits) return fits;
    }
    return Ok{};
  }

  Result<Ok> namings() {
    const auto all = json_.find("namings");
    if (all == json_.end() || !all->is_array()) return Ok{};
    for (const Json& each : *all) {
      GoldNaming made;
      std::optional<Span> name;
      if (auto fits = part(each, "name", "naming", name); !fits) return fits;
      if (!name) return refuse("a naming without its name", "");
      made.name = *name;
      if (auto fits = part(each, "named", "naming", made.named); !fits) return fits;
      if (auto fits = part(each, "namer", "naming", made.namer); !fits) return fits;
      to_.namings.push_back(made);
    }
    return Ok{};
  }

  // The last word of a person's name, where no other person has it.
  static std::string last_name(const std::string& name) {
    const std::size_t space = name.rfind(' ');
    return space == std::string::npos ? "" : name.substr(space + 1);
  }

  void people() {
    const auto all = json_.find("people");
    if (all != json_.end() && all->is_object()) {
      std::map<std::string, int> last_names;
      for (const auto& [key, person] : all->items()) {
        if (person.is_object()) ++last_names[last_name(text_in(person, "name"))];
      }
      for (const auto& [key, person] : all->items()) {
        if (!person.is_object()) continue;
        std::vector<Span>& to = to_.named[key];
        for (const Json& pair : person.value("mentions", Json::array())) {
          if (auto given = span(pair, key); given && *given) to.push_back(**given);
        }
        const std::string name = text_in(person, "name");
        std::ranges::copy(occurrences(to_.text, name), std::back_inserter(to));
        const std::string last = text_in(person, "kind") == "person" ? last_name(name) : "";
        if (last_names[last] == 1) std::ranges::copy(occurrences(to_.text, last), std::back_inserter(to));
      }
    }
    for (const GoldStatement& each : to_.statements) {
      const auto speaker = each.parts.find("speaker");
      // Of several speakers nobody knows which words stand for which.
      if (speaker == each.parts.end() || each.entities.size() != 1) continue;
      const Span words = speaker->second;
      if (!is_pronoun(std::string_view(to_.text).substr(words.begin, words.size())))
        to_.named[each.entities[0]].push_back(words);
    }
  }

  const Json& json_;
  const std::string& file_;
  GoldDocument& to_;
};

}  // namespace

Result<GoldDocument> parse_gold(std::string_view json, const std::string& file, std::string text) {
  const auto parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fail({ErrorCode::bad_json, "not JSON, or no object", file});
  GoldDocument document;
  document.name = parsed.value("document", "");
  document.sampled = parsed.value("sampled", Json(false)) == Json(true);
  document.text = std::move(text);
  if (const auto sum = parsed.find("sha256"); sum != parsed.end() && *sum != Json(sha256(document.text))) {
    return fail({ErrorCode::bad_statement, "the text is not the one that was annotated: another checksum",
                 file, "", "Take the release of the corpus that eval/sets/README.md names."});
  }
  if (auto fits = Sheet(parsed, file, document).read(); !fits) return fail(fits.error());
  return document;
}

std::string name_in_gold(std::string_view json) {
  const auto parsed = Json::parse(json, nullptr, false);
  return parsed.is_object() ? parsed.value("document", "") : "";
}

bool is_pronoun(std::string_view words) {
  std::string small(trim(words));
  std::ranges::transform(small, small.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::find(kPronouns, small) != kPronouns.end();
}

Span trimmed(std::string_view text, Span span) {
  const auto words = [&] { return text.substr(span.begin, span.size()); };
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view edge : kEdge) {
      const auto size = static_cast<std::uint32_t>(edge.size());
      if (span.size() > size && words().starts_with(edge)) {
        span.begin += size;
        again = true;
      }
      if (span.size() > size && words().ends_with(edge)) {
        span.end -= size;
        again = true;
      }
    }
  }
  return span;
}

Span bare_part(std::string_view text, std::string_view part, Span span) {
  span = trimmed(text, span);
  if (part != "channel" && part != "where" && part != "language" && part != "when") return span;
  for (const std::string_view word : kBefore) {
    const bool there = text.substr(span.begin, span.size()).starts_with(word) && span.size() > word.size();
    if (there) return {span.begin + static_cast<std::uint32_t>(word.size()), span.end};
  }
  return span;
}

}  // namespace onrecord::eval
