// Why a record is as it is, told from what the reading still holds: the tags, the trees, the mentions and the
// evidence of each label.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/view.h"
#include "view/layout.h"
#include "view/people.h"
#include "view/positions.h"
#include "view/times.h"

namespace onrecord {
namespace {

constexpr std::size_t kLongestQuote = 240;  // Bytes of the report shown in one place.
constexpr std::size_t kMostMentions = 8;
constexpr std::size_t kLongestChain = 16;
constexpr unsigned kLeastWidth = 40;
constexpr std::string_view kBold = "1";

// The relations that tell why a word announces something, or gives a name.
constexpr std::string_view kTelling[] = {"nsubj", "ccomp",     "xcomp", "obj",
                                         "obl",   "parataxis", "advcl", "csubj"};

class Explanation {
 public:
  Explanation(const Reading& reading, const TableStyle& style)
      : reading_(reading), document_(reading.document), places_(reading), style_(style) {}

  std::string of_statement(std::size_t index);
  std::string of_naming(std::size_t index);

 private:
  void title(std::string_view kind, std::size_t number, std::size_t count);
  void section(std::string_view name);
  void line(const std::string& text, unsigned hanging = 2);
  void part(std::string_view name, const std::optional<Span>& span);
  std::string quoted(Span span) const;  // “its words”
  std::string at(Span span) const { return quoted(span) + " (" + places_.begin(span) + ")"; }

  void tell_sentence(Span span);
  void tell_finding(const Statement& statement);
  void tell_tags(const Statement& statement, const Attribution& tagged);
  void tell_rule(const Statement& statement);
  void tell_tree(Span cue);
  void tell_actors(const std::vector<std::uint32_t>& entities, const std::optional<Span>& as_written);
  void tell_mentions(std::uint32_t entity);
  void tell_code(std::uint32_t entity);
  void tell_neural_link(const Mention& mention);
  void tell_stance(const Stance& stance);
  template <typename Value>
  void tell_label(std::string_view name, const Label<Value>& label);
  void tell_fact(const Statement& statement);
  void tell_chain(const Statement& statement);
  void tell_when(const Statement& statement);

  const Attribution* tagged_as(const Statement& statement) const;
  std::optional<Span> span_of(TokenRange words) const;
  TokenRange words_of(Span span) const;
  std::optional<std::uint32_t> head_of(Span span) const;  // The word that carries `span`.
  std::string_view relation(std::uint32_t word) const;
  bool has_tags() const { return reading_.tags.words.size() >= document_.tokens().size(); }

  const Reading& reading_;
  const Document& document_;
  view::Positions places_;
  const TableStyle& style_;
  std::string told_;
  std::string undecided_;  // Names of labels that nothing decided.
};

// --- how it looks

void Explanation::title(std::string_view kind, std::size_t number, std::size_t count) {
  line(fmt::format("{}, {} {} of {}", view::printable(reading_.report.name), kind, number, count), 0);
}

void Explanation::section(std::string_view name) {
  told_ += '\n';
  told_ += style_.colour ? fmt::format("\x1b[{}m{}\x1b[0m\n", kBold, name) : fmt::format("{}\n", name);
}

void Explanation::line(const std::string& text, unsigned hanging) {
  const std::string indent(hanging, ' ');
  for (const std::string& one : view::wrap(text, std::max(style_.width, kLeastWidth) - hanging))
    told_ += indent + one + "\n";
}

std::string Explanation::quoted(Span span) const {
  std::string_view words = places_.words(span);
  if (words.size() <= kLongestQuote) return "“" + view::printable(words) + "”";
  words = words.substr(0, kLongestQuote);
  while (!words.empty() && (static_cast<unsigned char>(places_.words(span)[words.size()]) & 0xC0U) == 0x80U)
    words.remove_suffix(1);
  return "“" + view::printable(words) + " …”";
}

void Explanation::part(std::string_view name, const std::optional<Span>& span) {
  if (!span) return;
  const Span bytes = places_.bytes(*span);
  line(fmt::format("{}: {} — {}, bytes {} to {}", name, quoted(*span), places_.begin(*span), bytes.begin,
                   bytes.end));
}

// --- what the tags say

std::optional<Span> Explanation::span_of(TokenRange words) const {
  if (words.empty() || words.first > words.end || words.end > document_.tokens().size()) return std::nullopt;
  return document_.span_of(words);
}

TokenRange Explanation::words_of(Span span) const {
  const auto& tokens = document_.tokens();
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& one) { return one.span.end <= span.begin; });
  const auto end =
      std::partition_point(first, tokens.end(), [&](const Token& one) { return one.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - tokens.begin()),
          static_cast<std::uint32_t>(end - tokens.begin())};
}

std::string_view Explanation::relation(std::uint32_t word) const {
  const auto& labels = reading_.tags.labels;
  const auto id = reading_.tags.words[word].deprel;
  return labels && id < labels->deprel.size() ? std::string_view(labels->deprel[id])
                                              : std::string_view("dep");
}

std::optional<std::uint32_t> Explanation::head_of(Span span) const {
  if (!has_tags()) return std::nullopt;
  const TokenRange words = words_of(span);
  for (std::uint32_t word = words.first; word < words.end; ++word) {
    if (!words.contains(reading_.tags.words[word].head) && relation(word) != "punct") return word;
  }
  return std::nullopt;
}

// The attribution that shares most with the statement: its cue, or else its contents.
const Attribution* Explanation::tagged_as(const Statement& statement) const {
  const Attribution* best = nullptr;
  std::size_t most = 0;
  for (const Attribution& one : reading_.tags.attributions) {
    std::size_t shared = 0;
    for (const TokenRange words : one.contents) {
      const auto tagged = span_of(words);
      for (const Span content : statement.contents) {
        if (tagged && tagged->overlaps(content))
          shared += std::min(tagged->end, content.end) - std::max(tagged->begin, content.begin);
      }
    }
    const auto cue = span_of(one.cue);
    if (shared > 0 && cue && statement.cue && cue->overlaps(*statement.cue))
      shared += document_.text().size();
    if (shared > most) {
      most = shared;
      best = &one;
    }
  }
  return best;
}

// --- what is told

void Explanation::tell_sentence(Span span) {
  const TokenRange words = words_of(span);
  for (const TokenRange sentence : reading_.tags.sentences) {
    if (!sentence.contains(words.first)) continue;
    if (const auto whole = span_of(sentence)) line("In the sentence: " + quoted(*whole));
    return;
  }
}

void Explanation::tell_tags(const Statement& statement, const Attribution& tagged) {
  line(fmt::format("The neural reader marked an attribution here, with a score of {:.2f}.", tagged.score));
  const auto cue = span_of(tagged.cue);
  if (cue != statement.cue)
    line(cue ? "It had the announcing words as " + at(*cue) + "; a rule cut them anew."
             : std::string("It marked no announcing words; a rule found them."));
  const auto source = tagged.source ? span_of(*tagged.source) : std::nullopt;
  if (source != statement.speaker && statement.speaker)
    line(source ? "It had the speaker as " + at(*source) + "; a rule cut or replaced it."
                : std::string("It marked no speaker; a rule found one."));
  std::vector<Span> contents;
  for (const TokenRange words : tagged.contents) {
    if (const auto span = span_of(words)) contents.push_back(*span);
  }
  if (contents != statement.contents) {
    std::string text = "It had the content as ";
    for (std::size_t i = 0; i < contents.size(); ++i) text += (i > 0 ? " and " : "") + at(contents[i]);
    line(text +
         "; a rule cut it anew (quotation marks, parentheses, full stops, going on after the speaker).");
  }
}

void Explanation::tell_rule(const Statement& statement) {
  std::string text = "The neural reader marked nothing here; a rule found it. ";
  if (statement.form == Form::continuation) {
    text += "It is a quotation without an announcement of its own that follows one of the same speaker.";
  } else if (!statement.cue) {
    text += "It is a quotation that nothing announces.";
  } else if (const auto head = head_of(*statement.cue)) {
    const std::string& lemma = reading_.tags.words[*head].lemma;
    text += fmt::format("{} announces it{}.", at(*statement.cue),
                        lemma.empty() ? "" : ", a form of “" + view::printable(lemma) + "”");
  } else {
    text += at(*statement.cue) + " announces it.";
  }
  line(text);
}

void Explanation::tell_tree(Span cue) {
  const auto head = head_of(cue);
  if (!head) return;
  const auto word = [&](std::uint32_t at) { return "“" + view::printable(document_.word(at)) + "”"; };
  std::string arcs;
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    arcs += fmt::format("{}{} is the {} of {}", arcs.empty() ? "" : "; ", word(from),
                        view::printable(relation(from)), word(to));
  };
  const std::uint32_t above = reading_.tags.words[*head].head;
  if (above < document_.tokens().size()) add(*head, above);
  const auto sentence = std::find_if(reading_.tags.sentences.begin(), reading_.tags.sentences.end(),
                                     [&](TokenRange one) { return one.contains(*head); });
  if (sentence == reading_.tags.sentences.end()) return;
  for (std::uint32_t at = sentence->first; at < sentence->end && at < document_.tokens().size(); ++at) {
    if (reading_.tags.words[at].head != *head) continue;
    const std::string_view name = relation(at).substr(0, relation(at).find(':'));
    if (std::find(std::begin(kTelling), std::end(kTelling), name) != std::end(kTelling)) add(at, *head);
  }
  if (!arcs.empty()) line("In the sentence's tree: " + arcs + ".");
}

void Explanation::tell_finding(const Statement& statement) {
  section("How it was found");
  if (const Attribution* tagged = tagged_as(statement)) {
    tell_tags(statement, *tagged);
  } else {
    tell_rule(statement);
  }
  if (statement.cue) tell_tree(*statement.cue);
  line(fmt::format("Its form is {}. How sure the program is that this is a statement, so cut: {:.2f}.",
                   to_string(statement.form), statement.score));
}

void Explanation::tell_neural_link(const Mention& mention) {
  const auto& things = reading_.tags.things;
  const auto thing = std::partition_point(things.begin(), things.end(),
                                          [&](const Thing& one) { return one.head < mention.head; });
  if (thing == things.end() || thing->head != mention.head || thing->earlier.empty()) return;
  const Thing::Earlier& likeliest = thing->earlier.front();
  if (likeliest.thing >= things.size() || likeliest.odds <= 0) return;
  const std::uint32_t head = things[likeliest.thing].head;
  if (head >= document_.tokens().size()) return;
  line(fmt::format(
      "The neural reader holds it to be the same as {}: a chance of {:.0f} % against its being new.",
      at(document_.tokens()[head].span), 100.0 / (1.0 + std::exp(-static_cast<double>(likeliest.odds)))));
}

void Explanation::tell_mentions(std::uint32_t entity) {
  const Entities& all = reading_.entities;
  const std::vector<std::uint32_t>& mentions = all.entities[entity].mentions;
  std::string text;
  std::size_t told = 0;
  for (const std::uint32_t one : mentions) {
    if (one >= all.mentions.size()) continue;
    if (told++ == kMostMentions) break;
    text += fmt::format("{}{} {} {:.2f}", text.empty() ? "" : ", ", at(all.mentions[one].span),
                        to_string(all.mentions[one].kind), all.mentions[one].score);
  }
  const std::size_t more = mentions.size() - std::min(mentions.size(), kMostMentions);
  line(fmt::format("The report mentions it {} {}: {}{}.", mentions.size(),
                   mentions.size() == 1 ? "time" : "times", text,
                   more > 0 ? fmt::format(", and {} more", more) : ""));
}

void Explanation::tell_actors(const std::vector<std::uint32_t>& entities,
                              const std::optional<Span>& as_written) {
  if (entities.empty()) {
    line(as_written ? at(*as_written) + " stands there; whom it means is unknown."
                    : std::string("The report names nobody, or the program does not know whom."));
    return;
  }
  for (const std::uint32_t entity : entities) {
    const auto name = view::name_of(reading_, entity);
    if (!name) continue;
    const EntityKind kind = reading_.entities.entities[entity].kind;
    const std::string shown = fmt::format(
        "{}{}", at(*name), kind == EntityKind::unknown ? "" : fmt::format(", {}", to_string(kind)));
    const auto mention = as_written ? view::mention_at(reading_, entity, *as_written) : std::nullopt;
    if (mention && reading_.entities.mentions[*mention].span == *name) {
      line("It is " + shown + ".");
    } else if (mention) {
      const Mention& one = reading_.entities.mentions[*mention];
      line(fmt::format("The {} {} stands for {}, with a score of {:.2f}.", to_string(one.kind), at(one.span),
                       shown, one.score));
      tell_neural_link(one);
    } else {
      line("It is " + shown + (as_written ? ", which the words themselves do not mention." : "."));
    }
    tell_mentions(entity);
    tell_code(entity);
  }
}

// Of which country and in what part they are, and what told.
void Explanation::tell_code(std::uint32_t entity) {
  const Actor* actor = view::actor_of(reading_, entity);
  const std::string code = actor == nullptr ? std::string() : view::code_of(*actor);
  if (code.empty()) return;
  constexpr std::string_view kBy[] = {"nothing",
                                      "the table of names",
                                      "the table of offices on that day",
                                      "the grammar of the description",
                                      "the name of a place",
                                      "words elsewhere in the report",
                                      "whom they belong to"};
  std::string text = fmt::format("Code {}: told by {}", code, kBy[static_cast<std::size_t>(actor->by)]);
  if (actor->evidence) text += ", " + at(*actor->evidence);
  line(fmt::format("{}, with a score of {:.2f}.", text, actor->score));
}

template <typename Value>
void Explanation::tell_label(std::string_view name, const Label<Value>& label) {
  if (label.value == Value::unknown) {
    undecided_ += fmt::format("{}{}", undecided_.empty() ? "" : ", ", name);
    return;
  }
  line(fmt::format("{}: {}, {:.2f}{}", name, to_string(label.value), label.score,
                   label.evidence ? ", because of " + at(*label.evidence) : std::string()));
}

void Explanation::tell_stance(const Stance& stance) {
  tell_label("status", stance.status);
  tell_label("act", stance.act);
  tell_label("whether it was said", stance.cue_status);
  tell_label("polarity", stance.polarity);
  tell_label("certainty", stance.certainty);
  tell_label("modality", stance.modality);
  tell_label("time", stance.time);
  tell_label("the outlet's commitment", stance.commitment);
  if (!undecided_.empty()) line("Not decided by the words: " + undecided_ + ".");
}

void Explanation::tell_fact(const Statement& statement) {
  const auto head = head_of(statement.contents.front());
  if (!head || std::isnan(reading_.tags.words[*head].fact)) return;
  line(fmt::format(
      "The neural reader puts what {} tells at {:+.1f}, from -3 (did not happen) to +3 (happened).",
      at(document_.tokens()[*head].span), reading_.tags.words[*head].fact));
}

void Explanation::tell_chain(const Statement& statement) {
  std::string text;
  const Statement* one = &statement;
  for (std::size_t steps = 0; one->inside && *one->inside < reading_.statements.size(); ++steps) {
    if (steps == kLongestChain) {
      line(text + ", and so on.");
      return;
    }
    const std::size_t outer = *one->inside;
    one = &reading_.statements[outer];
    text +=
        fmt::format("{} statement {}{}", steps == 0 ? "It stands inside" : ", which stands inside", outer + 1,
                    one->speaker ? " of " + at(*one->speaker) : std::string(" of an unknown speaker"));
  }
  line((text.empty() ? std::string("The report itself tells it") : text + ", which the report itself tells") +
       (statement.in_heading ? ", in a heading." : "."));
}

void Explanation::tell_when(const Statement& statement) {
  section("When");
  const auto tell = [&](std::string_view what, const Clock& clock) {
    std::string text = fmt::format("{}: {}", what, view::clock_text(clock));
    if (clock.time && *clock.time < reading_.times.size()) {
      const TimeMention& time = reading_.times[*clock.time];
      text += fmt::format(", by {}, {} by the rule \u201c{}\u201d", at(time.span), time.value, time.rule);
      if (time.anchor) text += ", counted from " + at(*time.anchor);
    }
    line(text + ".");
  };
  tell("Said", statement.said);
  if (statement.due.period) tell("Due", statement.due);
  if (const std::string notice = view::time_notice(reading_); !notice.empty() && !statement.said.period)
    line(notice);
}

std::string Explanation::of_statement(std::size_t index) {
  const Statement& statement = reading_.statements[index];
  title("statement", index + 1, reading_.statements.size());

  section("The words, and where they stand");
  part("who", statement.speaker);
  part("for", statement.on_behalf_of);
  part("cue", statement.cue);
  for (const Span content : statement.contents) part("what", content);
  part("to", statement.addressee);
  part("via", statement.channel);
  part("where", statement.where);
  part("language", statement.language);
  part("when", statement.when);
  tell_sentence(statement.cue ? *statement.cue : statement.contents.front());

  tell_finding(statement);

  section("Who speaks");
  tell_actors(statement.speakers, statement.speaker);
  if (!statement.speakers.empty())
    line(fmt::format("How sure the program is of that: {:.2f}.", statement.speaker_score));

  section("How it is meant");
  tell_stance(statement.stance);
  tell_fact(statement);

  tell_when(statement);
  section("On whose word");
  tell_chain(statement);
  return std::move(told_);
}

std::string Explanation::of_naming(std::size_t index) {
  const Naming& naming = reading_.namings[index];
  title("name", index + 1, reading_.namings.size());

  section("The words, and where they stand");
  part("who", naming.namer);
  part("cue", naming.cue);
  part("name", naming.name);
  part("of", naming.named);
  tell_sentence(naming.name);

  section("How it was found");
  if (naming.cue) {
    line("A rule found it: " + at(*naming.cue) + " gives something a name.");
    tell_tree(*naming.cue);
  } else {
    line("A rule found it: the words stand in quotation marks round a noun phrase that no statement holds.");
  }
  line(naming.quoted ? "The name stands in quotation marks." : "The name does not stand in quotation marks.");
  if (naming.statement && *naming.statement < reading_.statements.size())
    line(fmt::format("It stands in, or makes, statement {}.", *naming.statement + std::size_t{1}));
  line(fmt::format("How sure the program is: {:.2f}.", naming.score));

  section("Whose words");
  if (naming.namer) {
    tell_actors(naming.namers, naming.namer);
  } else {
    line("No source is named: they are the outlet's own.");
  }
  return std::move(told_);
}

Error missing(std::string_view kind, std::string_view option, std::size_t number, std::size_t count,
              const Report& report) {
  return {ErrorCode::bad_option,
          fmt::format("there is no {} {}; the report has {}", kind, number, count),
          report.name,
          {},
          count == 0
              ? std::string("Read the report to see what is found in it.")
              : fmt::format("Give {} a number from 1 to {}, as the table counts them.", option, count)};
}

}  // namespace

Result<std::string> explain_statement(const Reading& reading, std::size_t number, const TableStyle& style) {
  const std::size_t count = reading.statements.size();
  if (number == 0 || number > count)
    return fail(missing("statement", "--statement", number, count, reading.report));
  return Explanation(reading, style).of_statement(number - 1);
}

Result<std::string> explain_naming(const Reading& reading, std::size_t number, const TableStyle& style) {
  const std::size_t count = reading.namings.size();
  if (number == 0 || number > count) return fail(missing("name", "--naming", number, count, reading.report));
  return Explanation(reading, style).of_naming(number - 1);
}

}  // namespace onrecord
