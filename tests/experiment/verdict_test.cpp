// How a strategy is judged, rule by rule, on histories made by hand.
#include "experiment/verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

// Marketing that began with half of the budget, and its real share of that.
constexpr Position at(double real_share, double non_substitutability, double centrality) {
  return {real_share / 2, 0.5, non_substitutability, centrality};
}

constexpr Position kFine = at(1, 1, 0.25);
constexpr Position kSmall = at(0.1, 1, 0.25);            // the budget line is crossed
constexpr Position kReplaceable = at(1, 0.1, 0.25);      // the capability line
constexpr Position kDecentral = at(1, 1, 0.01);          // the structure line
constexpr Position kEdge = at(0.1, 0.1, 0.1);            // two of them
constexpr Position kSmallButCentral = at(0.1, 1, 0.16);  // twice the structure line, 1.6 times kEdge

struct Spell {
  int weeks;
  Position position;
};

Positions history(const std::vector<Spell>& spells) {
  Positions weeks;
  for (const Spell& spell : spells)
    weeks.insert(weeks.end(), static_cast<std::size_t>(spell.weeks), spell.position);
  return weeks;
}

// A strategy that began in week 20 and is judged over weeks 20 to 120, lines that are crossed at once.
constexpr int kBegan = 20;
LineParameters lines_of_100_weeks() {
  LineParameters lines;
  lines.judge = 100;
  lines.sustain = 1;
  return lines;
}

Judgement judgement(const std::vector<Spell>& baseline, const std::vector<Spell>& run, int began = kBegan) {
  return judged(history(baseline), history(run), began, lines_of_100_weeks());
}
Verdict verdict(const std::vector<Spell>& baseline, const std::vector<Spell>& run, int began = kBegan) {
  return judgement(baseline, run, began).verdict;
}

TEST(Verdict, is_reversed_where_marketing_was_marginalised_in_the_span_or_before_and_is_clear_at_its_end) {
  EXPECT_EQ(verdict({{150, kEdge}}, {{40, kFine}, {40, kEdge}, {70, kFine}}), Verdict::reversed);
  EXPECT_EQ(verdict({{10, kEdge}, {140, kFine}}, {{10, kEdge}, {140, kFine}}), Verdict::reversed);
}

TEST(Verdict, is_averted_where_the_baseline_was_marginalised_in_the_span) {
  EXPECT_EQ(verdict({{50, kFine}, {100, kEdge}}, {{150, kFine}}), Verdict::averted);
  EXPECT_EQ(verdict({{120, kFine}, {30, kEdge}}, {{150, kFine}}), Verdict::averted);
}

TEST(Verdict, is_kept_where_there_was_nothing_to_avert) {
  EXPECT_EQ(verdict({{150, kFine}}, {{150, kFine}}), Verdict::kept);
  EXPECT_EQ(verdict({{150, kSmall}}, {{150, kFine}}), Verdict::kept);
  EXPECT_EQ(verdict({{121, kFine}, {29, kEdge}}, {{150, kFine}}), Verdict::kept);  // after the span
}

TEST(Verdict, is_transformed_where_marketing_is_smaller_and_central_because_of_the_strategy) {
  EXPECT_EQ(verdict({{150, kEdge}}, {{150, kSmallButCentral}}), Verdict::transformed);
  EXPECT_EQ(verdict({{150, kEdge}}, {{125, kFine}, {25, kSmallButCentral}}), Verdict::averted);
}

TEST(Verdict, is_not_transformed_for_want_of_any_of_its_conditions) {
  const auto against_the_edge = [](const Position& position) {
    return verdict({{150, kEdge}}, {{150, position}});
  };
  EXPECT_EQ(against_the_edge(at(0.1, 1, 0.159)), Verdict::contained);  // not twice the structure line
  EXPECT_EQ(against_the_edge(at(1, 0.1, 0.3)), Verdict::contained);    // not smaller
  EXPECT_EQ(against_the_edge(at(0.1, 0.1, 0.3)), Verdict::lost);       // replaceable
  EXPECT_EQ(verdict({{150, at(0.1, 0.1, 0.11)}}, {{150, kSmallButCentral}}),
            Verdict::contained);  // not 1.5 times the baseline's
  EXPECT_EQ(verdict({{150, kSmall}}, {{150, at(0.1, 1, 0.9)}}), Verdict::unchanged);  // nothing threatened
  EXPECT_EQ(verdict({{150, kEdge}}, {{110, kSmall}, {1, kDecentral}, {39, kSmall}}), Verdict::contained);
}

TEST(Verdict, is_contained_where_one_line_is_crossed_instead_of_two) {
  EXPECT_EQ(verdict({{150, kEdge}}, {{150, kReplaceable}}), Verdict::contained);
  EXPECT_EQ(verdict({{15, kEdge}, {135, kFine}}, {{15, kEdge}, {135, kReplaceable}}), Verdict::contained);
}

TEST(Verdict, is_unchanged_or_worsened_where_nothing_threatened_by_the_lines_of_the_baseline) {
  EXPECT_EQ(verdict({{150, kReplaceable}}, {{150, kSmall}}), Verdict::unchanged);
  EXPECT_EQ(verdict({{150, kFine}}, {{150, kSmall}}), Verdict::worsened);
  EXPECT_EQ(verdict({{150, kReplaceable}}, {{20, kReplaceable}, {130, kEdge}}), Verdict::worsened);
}

TEST(Verdict, is_lost_where_two_lines_stay_crossed) {
  EXPECT_EQ(verdict({{150, kEdge}}, {{150, kEdge}}), Verdict::lost);
  EXPECT_EQ(verdict({{150, kEdge}}, {{150, at(1, 0.1, 0.01)}}), Verdict::lost);
}

// Weeks 95 to 120 are the verdict's.
TEST(Verdict, is_of_the_last_26_weeks_of_the_span) {
  EXPECT_EQ(verdict({{150, kEdge}}, {{95, kEdge}, {55, kFine}}), Verdict::reversed);
  EXPECT_EQ(verdict({{150, kEdge}}, {{96, kEdge}, {54, kFine}}), Verdict::lost);
  EXPECT_EQ(verdict({{150, kEdge}}, {{121, kFine}, {29, kEdge}}), Verdict::averted);
  EXPECT_EQ(verdict({{150, kEdge}}, {{120, kFine}, {30, kEdge}}), Verdict::lost);
}

TEST(Verdict, is_of_the_whole_span_if_that_is_shorter_than_26_weeks) {
  EXPECT_EQ(verdict({{60, kEdge}}, {{50, kEdge}, {10, kFine}}, 50), Verdict::reversed);
  EXPECT_EQ(verdict({{60, kEdge}}, {{51, kEdge}, {9, kFine}}, 50), Verdict::lost);
  const Standing standing = judgement({{60, kEdge}}, {{50, kFine}, {10, kSmall}}, 50).standing;
  EXPECT_DOUBLE_EQ(standing.real_share, 0.1);
}

TEST(Verdict, needs_a_condition_for_the_weeks_that_sustain_a_line) {
  LineParameters lines = lines_of_100_weeks();
  const Positions baseline = history({{150, kFine}});
  const Positions run = history({{100, kFine}, {12, kSmall}, {1, kFine}, {12, kSmall}, {25, kFine}});
  lines.sustain = 12;
  EXPECT_EQ(judged(baseline, run, kBegan, lines).verdict, Verdict::worsened);
  lines.sustain = 13;
  EXPECT_EQ(judged(baseline, run, kBegan, lines).verdict, Verdict::kept);
}

// The lines move by a fifth: .4, .5 and .6 of the initial share, .064, .08 and .096 of centrality.
TEST(Verdict, has_a_lenient_and_a_strict_twin_with_all_lines_moved) {
  const auto twins = [](const Position& baseline, const Position& run) {
    const Judgement all = judgement({{150, baseline}}, {{150, run}});
    return std::array{all.lenient, all.verdict, all.strict};
  };
  EXPECT_EQ(twins(kFine, at(0.45, 1, 0.25)),
            (std::array{Verdict::kept, Verdict::worsened, Verdict::worsened}));
  EXPECT_EQ(twins(kFine, at(0.55, 1, 0.25)), (std::array{Verdict::kept, Verdict::kept, Verdict::worsened}));
  EXPECT_EQ(twins(kFine, at(1, 0.45, 0.25)),
            (std::array{Verdict::kept, Verdict::worsened, Verdict::worsened}));
  EXPECT_EQ(twins(kFine, at(1, 1, 0.09)), (std::array{Verdict::kept, Verdict::kept, Verdict::worsened}));
  // In the baseline too, and in what it is to be central.
  EXPECT_EQ(twins(at(0.55, 0.55, 0.25), kFine), (std::array{Verdict::kept, Verdict::kept, Verdict::averted}));
  EXPECT_EQ(twins(kEdge, at(0.1, 1, 0.17)),
            (std::array{Verdict::transformed, Verdict::transformed, Verdict::contained}));
}

TEST(Verdict, stands_beside_the_means_over_its_weeks) {
  const Standing standing =
      judgement({{150, kFine}}, {{95, kEdge}, {13, at(1, 0.5, 0.2)}, {13, at(0.5, 0.9, 0.1)}, {29, kEdge}})
          .standing;
  EXPECT_DOUBLE_EQ(standing.real_share, 0.75);
  EXPECT_DOUBLE_EQ(standing.non_substitutability, 0.7);
  EXPECT_DOUBLE_EQ(standing.centrality, 0.15);
}

// The line is where the text draws it, to the last digit, whatever the initial share.
TEST(Verdict, finds_the_budget_line_uncrossed_at_its_threshold_and_crossed_below) {
  LineParameters lines = lines_of_100_weeks();
  lines.budget = 0.7;
  for (double initial = 0.01; initial < 1; initial += 0.01) {
    const double threshold = lines.budget * initial;
    const auto of = [&](double real_share) {
      const Positions run(150, {real_share, initial, 1, 0.25});
      return judged(history({{150, kFine}}), run, kBegan, lines).verdict;
    };
    EXPECT_EQ(of(threshold), Verdict::kept) << initial;
    EXPECT_EQ(of(std::nextafter(threshold, 0)), Verdict::worsened) << initial;
  }
}

TEST(Verdict, knows_no_budget_line_where_marketing_began_without_a_share_and_no_share_of_that) {
  for (const double real_share : {0.0, 0.02}) {
    const Position without{real_share, 0, 1, 0.25};
    const Judgement all = judgement({{150, without}}, {{150, without}});
    EXPECT_EQ(all.verdict, Verdict::kept);
    EXPECT_EQ(all.strict, Verdict::kept);
    EXPECT_TRUE(std::isnan(all.standing.real_share));
    EXPECT_DOUBLE_EQ(all.standing.centrality, 0.25);
    EXPECT_EQ(all, all);
  }
  EXPECT_NE((Standing{0.1, 1, 0.25}), (Standing{std::nan(""), 1, 0.25}));
}

}  // namespace
}  // namespace orgsim
