// What is read out of a page, and what is not.

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/report.h"

namespace onrecord {
namespace {

using std::chrono::year_month_day;
using namespace std::chrono_literals;

Report read_page(std::string page) {
  auto report = read_report("a.html", std::move(page), {});
  EXPECT_TRUE(report) << (report ? "" : report.error().message);
  return report ? std::move(*report) : Report{};
}

// The body of a page whose <body> holds `markup`.
std::string body_of(const std::string& markup) {
  return read_page("<html><body>" + markup + "</body></html>").body;
}

std::string bytes_of(const Report& report, std::string_view made) {
  const auto at = report.body.find(made);
  if (at == std::string::npos) return "not in the body";
  const Span bytes = report.body_map.to_source(
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + made.size())});
  return report.bytes.substr(bytes.begin, bytes.size());
}

using Typed = std::vector<std::pair<BlockKind, std::string>>;

Typed blocks_of(const Report& report) {
  Typed blocks;
  for (const BlockHint& hint : report.hints) {
    blocks.emplace_back(hint.kind, report.body.substr(hint.span.begin, hint.span.size()));
  }
  return blocks;
}

const std::string kProse =
    "<p>The council of the harbour town voted against the new bridge on Monday, by nine votes to four.</p>"
    "<p>Ida Holm, the mayor, said that the money would go to the schools and to the old pier instead.</p>";

TEST(ReadHtml, ShowsTextAsABrowserDoes) {
  EXPECT_EQ(body_of("<p>One\n   two\t<b>three</b> <i> four</i>.</p>"), "One two three four.");
  EXPECT_EQ(body_of("<p> <b> One </b> </p>"), "One");
  EXPECT_EQ(body_of("<p>One<br>two<br/> three</p>"), "One\ntwo\nthree");
  EXPECT_EQ(body_of("<p>One<br><br>two</p>"), "One\n\ntwo");
  EXPECT_EQ(body_of("<pre>One\n  two\n</pre>"), "One\n  two");
  EXPECT_EQ(body_of("<p>a</p>&nbsp;<p> &nbsp; </p><p>b</p>"), "a\n\nb");
}

TEST(ReadHtml, DecodesEntities) {
  EXPECT_EQ(body_of("<p>Caf&eacute; &amp; &#8220;bar&#x201D; &mdash; &#146;til&hellip;</p>"),
            "Café & “bar” — ’til…");
  EXPECT_EQ(body_of("<p>AT&T &unknown; R&D &amp;amp; 5 &lt 6</p>"), "AT&T &unknown; R&D &amp; 5 < 6");
  EXPECT_EQ(body_of("<p>a&#0;b&#xD800;c&#99999999999;</p>"), "a\uFFFDb\uFFFDc\uFFFD");
}

TEST(ReadHtml, LeadsBackToTheBytesOfThePage) {
  const Report report = read_page("<p>Ana&nbsp;Ruiz said: &quot;<b>No</b>\n\n way.&quot;</p>");
  EXPECT_EQ(report.body, "Ana\u00A0Ruiz said: \"No way.\"");
  EXPECT_EQ(bytes_of(report, "Ana\u00A0Ruiz"), "Ana&nbsp;Ruiz");
  EXPECT_EQ(bytes_of(report, "\"No way.\""), "&quot;<b>No</b>\n\n way.&quot;");
  EXPECT_EQ(bytes_of(report, "way"), "way");
}

TEST(ReadHtml, NeverGluesWordsAtTheBordersOfBlocks) {
  EXPECT_EQ(body_of("<div>One<div>two</div>three</div>"), "One\n\ntwo\n\nthree");
  EXPECT_EQ(body_of("<table><tr><td>One<td>two<tr><td>three</table>"), "One\n\ntwo\n\nthree");
  EXPECT_EQ(body_of("<ul><li>One<li>two</ul>three"), "One\n\ntwo\n\nthree");
  EXPECT_EQ(body_of("<p>One<p>two<div>three</div>"), "One\n\ntwo\n\nthree");
  EXPECT_EQ(body_of("One<hr>two"), "One\n\ntwo");
}

TEST(ReadHtml, KeepsApartWhatOnlyStylesKeepApart) {
  EXPECT_EQ(body_of("<p><span>28 March</span><span>By Ana Ruiz</span></p>"), "28 March By Ana Ruiz");
  EXPECT_EQ(body_of("<p>the<x-tip>old</x-tip>pier</p>"), "the old pier");
}

TEST(ReadHtml, DoesNotTearWordsApart) {
  EXPECT_EQ(body_of("<p><b>T</b>he pier, <i>un</i>used; <a>NATO</a>'s</p>"), "The pier, unused; NATO's");
  EXPECT_EQ(body_of("<p>har<wbr>bour H<sub>2</sub>O</p>"), "harbour H2O");
}

TEST(ReadHtml, TypesBlocksByTheirMarkup) {
  const Report report = read_page(
      "<article><h1>Town votes no</h1><p class='article__standfirst'>It was close.</p>"
      "<div class=\"byline\">By Ana Ruiz</div><p>Published <time datetime=2022-03-28>28 March "
      "2022</time></p>" +
      kProse +
      "<figure><img src=x><figcaption>The pier. Photo: Bo Li</figcaption></figure><h2>What next?</h2>"
      "<ul><li>A new plan is drawn up.</li></ul><p><a href=/x>Read more: the pier</a></p>"
      "<div class='newsletterSignup'>Get our letter.</div><p class=correction>An earlier version was "
      "wrong.</p></article>");
  const Typed expected = {
      {BlockKind::headline, "Town votes no"},
      {BlockKind::subheadline, "It was close."},
      {BlockKind::byline, "By Ana Ruiz"},
      {BlockKind::byline, "Published 28 March 2022"},
      {BlockKind::paragraph,
       "The council of the harbour town voted against the new bridge on Monday, by nine votes to four."},
      {BlockKind::paragraph,
       "Ida Holm, the mayor, said that the money would go to the schools and to the old pier instead."},
      {BlockKind::caption, "The pier. Photo: Bo Li"},
      {BlockKind::subheadline, "What next?"},
      {BlockKind::list_item, "A new plan is drawn up."},
      {BlockKind::promo, "Read more: the pier"},
      {BlockKind::promo, "Get our letter."},
      {BlockKind::correction, "An earlier version was wrong."}};
  EXPECT_EQ(blocks_of(report), expected);
}

TEST(ReadHtml, LeavesOutWhatIsNotTheReport) {
  const std::string body = body_of(
      "<header><nav><ul><li><a href=/>Home</a></ul></nav></header><div class=cookie-note>We like "
      "cookies.</div>"
      "<article>" +
      kProse +
      "<aside>Meanwhile elsewhere.</aside><div class='share-bar'>Tweet this</div><script>var p = "
      "'<p>x</p>';</script>"
      "<style>p { color: red }</style><noscript>Turn it on.</noscript><form>Your name</form><p "
      "hidden>Secret.</p>"
      "<p style='display: none'>Secret too.</p><!-- <p>Comment.</p> --><svg><text>Logo</text></svg>"
      "<div id=comments><p>First!</p></div></article><footer>All rights reserved.</footer>");
  EXPECT_EQ(
      body,
      "The council of the harbour town voted against the new bridge on Monday, by nine votes to four.\n\n"
      "Ida Holm, the mayor, said that the money would go to the schools and to the old pier instead.");
}

TEST(ReadHtml, FindsTheReportWithoutAnyHelpfulName) {
  const std::string body =
      body_of("<div><div><a href=/1>World</a> <a href=/2>Sport</a></div><div><div><h1>No</h1>" + kProse +
              "<p>Short.</p></div></div><div>Terms. Contact.</div></div>");
  EXPECT_TRUE(body.starts_with("No\n\nThe council"));
  EXPECT_TRUE(body.ends_with("instead.\n\nShort."));
}

TEST(ReadHtml, KeepsBothHalvesOfAReportCutByAnAdvertisement) {
  const std::string body =
      body_of("<div class=a><div class=text>" + kProse + kProse + kProse +
              "</div><div class=ad-slot>Buy.</div><div class=text>" + kProse + "</div></div>");
  EXPECT_EQ(std::count(body.begin(), body.end(), 'I'), 4);  // "Ida", once in each half's paragraphs.
}

TEST(ReadHtml, DoesNotDropTheWholePageForAName) {
  EXPECT_NE(body_of("<form class=sidebar>" + kProse + "</form>"), "");
  EXPECT_NE(body_of("<div class='has-comments share'>" + kProse + "</div>"), "");
}

TEST(ReadHtml, TakesTheHeadlineFromAboveTheMainText) {
  const Report report = read_page(
      "<body><h1 class=logo>The Gull</h1><div class=top><h1>Town votes no to its bridge</h1></div>"
      "<div itemprop=articleBody>" +
      kProse + "</div><title>Town votes no to its bridge | The Gull</title>");
  EXPECT_TRUE(report.body.starts_with("Town votes no to its bridge\n\nThe council"));
  EXPECT_EQ(report.body.find("The Gull"), std::string::npos);
  EXPECT_EQ(report.title, "Town votes no to its bridge");
}

TEST(ReadHtml, DoesNotPutATitleIntoABodyThatLacksIt) {
  const Report report = read_page("<title>Only here</title><article>" + kProse + "</article>");
  EXPECT_EQ(report.title, "Only here");
  EXPECT_EQ(report.body.find("Only here"), std::string::npos);
}

TEST(ReadHtml, ReadsWhatThePageSaysOfItself) {
  const Report report = read_page(
      "<head><title>T</title><meta property='og:title' content='Town votes &quot;no&quot;'>"
      "<meta property=og:site_name content='The Gull'><link rel=canonical "
      "href='https://gull.example/a?b=1&amp;copy=2'>"
      "<meta property=article:published_time content='2022-03-28T09:00:00+02:00'></head>" +
      kProse);
  EXPECT_EQ(report.title, "Town votes \"no\"");
  EXPECT_EQ(report.outlet, "The Gull");
  EXPECT_EQ(report.address, "https://gull.example/a?b=1&copy=2");
  EXPECT_EQ(report.published, year_month_day(2022y / 3 / 28));
}

TEST(ReadHtml, TakesTheDateFromATimeElementWhenNothingBetterIsThere) {
  EXPECT_EQ(read_page("<time datetime=soon></time><time datetime=2022-03-27></time>" + kProse).published,
            year_month_day(2022y / 3 / 27));
  EXPECT_FALSE(read_page("<p>On 2022-03-27.</p>").published);
}

std::string json_ld(const std::string& article_body) {
  return "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, "
         "{\"headline\": "
         "\"Town votes no\", \"datePublished\": \"2022-03-28\", \"publisher\": {\"name\": \"The Gull\"}, "
         "\"articleBody\": \"" +
         article_body + "\"}]}</script>";
}

TEST(ReadHtml, TakesTheArticleBodyOfAPageThatScriptsBuild) {
  const Report report = read_page("<html><head>" +
                                  json_ld("The council of the harbour town voted against the new "
                                          "bridge.\\n\\nIda Holm, the mayor, said that the "
                                          "money would go to the schools\\u2014and to the old pier, which "
                                          "has stood empty for years and years, and "
                                          "which nobody had thought of. \\\"We will not pay,\\\" she said.") +
                                  "</head><body><div id=app></div><p>Loading the page, please wait for a "
                                  "moment or turn scripts on.</p></body>");
  EXPECT_TRUE(report.body.starts_with("The council of the harbour town"));
  EXPECT_TRUE(report.body.ends_with("\"We will not pay,\" she said."));
  EXPECT_EQ(bytes_of(report, "schools—and"), "schools\\u2014and");
  EXPECT_EQ(report.title, "Town votes no");
  EXPECT_EQ(report.outlet, "The Gull");
  EXPECT_EQ(report.published, year_month_day(2022y / 3 / 28));
}

TEST(ReadHtml, PrefersThePagesParagraphsAndTrimsThemByTheArticleBody) {
  const std::string third = "The plan had been drawn up by the harbour board over seven years.";
  const std::string before =
      "<p>Good morning, dear reader, here is what you should know before the day begins today.</p>";
  const std::string after =
      "<p>The Gull is a paper of the harbour, founded by fishermen and read by everyone.</p>";
  const std::string page = "<div>" + before + kProse + "<p>" + third + "</p>" + after + "</div>";
  const std::string article =
      "The council of the harbour town voted against the new bridge on Monday, by nine votes to four. Ida "
      "Holm, the "
      "mayor, said that the money would go to the schools and to the old pier instead. ";
  const Report report = read_page(json_ld(article + third) + page);
  EXPECT_TRUE(report.body.starts_with("The council of the harbour town")) << report.body;
  EXPECT_TRUE(report.body.ends_with("\n\n" + third)) << report.body;
  EXPECT_EQ(bytes_of(report, "nine votes"), "nine votes");

  const Report untrimmed = read_page(json_ld("The council voted against the new bridge.") + page);
  EXPECT_TRUE(untrimmed.body.starts_with("Good morning"));
}

TEST(ReadHtml, ReadsAnArticleBodyThatIsMarkupItself) {
  const Report report = read_page(json_ld("<p>The council of the harbour town voted against the new bridge "
                                          "on Monday &amp; Tuesday, by nine votes "
                                          "to four.<\\/p><p>Ida Holm, the mayor, said that the money would "
                                          "go to the schools and to the old pier "
                                          "instead of it.<\\/p>") +
                                  "<p>Loading.</p>");
  EXPECT_EQ(
      report.body,
      "The council of the harbour town voted against the new bridge on Monday & Tuesday, by nine votes to "
      "four.\n\nIda Holm, the mayor, said that the money would go to the schools and to the old pier instead "
      "of it.");
  EXPECT_EQ(bytes_of(report, "Monday & Tuesday"), "Monday &amp; Tuesday");
}

TEST(ReadHtml, GoesOnWhereMarkupIsBroken) {
  EXPECT_EQ(body_of("<p>5 < 6 and <b>bold <i>both</b> after</i> end"), "5 < 6 and bold both after end");
  EXPECT_EQ(body_of("<p>One</div></b></p></table>two"), "One\n\ntwo");
  EXPECT_EQ(body_of("<p title=\"never closed>One</p><p>two</p>"), "One\n\ntwo");
  EXPECT_EQ(body_of("<p>One<!-- never closed > two</p>"), "One two");
  EXPECT_EQ(body_of("<title>Never closed <p>One</p>"), "Never closed\n\nOne");
  EXPECT_EQ(body_of("<p>One <"), "One <");
}

TEST(ReadHtml, RefusesAMillionNestedElementsAtOnce) {
  std::string page;
  for (int i = 0; i < 1'000'000; ++i) page += "<div>";
  const auto start = std::chrono::steady_clock::now();
  const auto report = read_report("deep.html", std::move(page), {});
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::too_deep);
  EXPECT_EQ(report.error().file, "deep.html");
  EXPECT_FALSE(report.error().place.empty());
  EXPECT_FALSE(report.error().mend.empty());
}

TEST(ReadHtml, DoesNotTakeAMillionUnclosedParagraphsForNesting) {
  std::string page;
  for (int i = 0; i < 1'000'000; ++i) page += "<p>x";
  const auto start = std::chrono::steady_clock::now();
  const auto report = read_report("flat.html", std::move(page), {});
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->hints.size(), 1'000'000U);
}

// Where a careless reader takes the square of the page's length.
TEST(ReadHtml, TakesTimeInProportionToThePage) {
  for (const char* piece : {"<!--", "<a b=\"", "<a b='", "<title>", "<script>", "</", "<", "<br><b></i>", "&",
                            "&#", "<textarea>", "<p><br><br>", "<td>", "<li><a>", "<x>", "<![CDATA["}) {
    std::string page = "<p>start";
    while (page.size() < 2'000'000) page += piece;
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(read_report("hostile.html", std::move(page), {}));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 10s) << piece;
  }
}

}  // namespace
}  // namespace onrecord
