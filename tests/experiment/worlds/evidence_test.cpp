#include "experiment/worlds/evidence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/series.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

Target band(double low, double high, double discrepancy = 0) {
  return {"t", FigureNumber{0}, low, high, discrepancy, "a study", true, ""};
}

TEST(Implausibility, is_the_distance_from_the_middle_in_sixths_of_the_band) {
  EXPECT_DOUBLE_EQ(implausibility(band(65, 130), 97.5), 0);
  EXPECT_DOUBLE_EQ(implausibility(band(0, 6), 4), 1);
  EXPECT_DOUBLE_EQ(implausibility(band(-6, 0), -1), 2);
  EXPECT_DOUBLE_EQ(implausibility(band(65, 130), 130), 3);
  EXPECT_DOUBLE_EQ(implausibility(band(65, 130), 260), 15);
}

TEST(Implausibility, without_discrepancy_is_below_three_within_the_band_alone) {
  EXPECT_LT(implausibility(band(0.01, 0.08), 0.010001), kImplausible);
  EXPECT_GE(implausibility(band(0.01, 0.08), 0.01), kImplausible);
  EXPECT_GT(implausibility(band(0.01, 0.08), 0.0801), kImplausible);
}

TEST(Implausibility, is_less_by_the_discrepancy) {
  // |9 - 3| / sqrt(1^2 + (sqrt 3)^2) = 3
  EXPECT_DOUBLE_EQ(implausibility(band(0, 6, std::sqrt(3)), 9), 3);
  EXPECT_DOUBLE_EQ(implausibility(band(5, 5, 2), 8), 1.5);
}

TEST(Implausibility, beyond_the_one_end_of_a_band_is_the_distance_over_the_discrepancy) {
  EXPECT_EQ(implausibility(band(0.8, kInfinite, 0.05), 5), 0);
  EXPECT_EQ(implausibility(band(0.8, kInfinite, 0.05), 0.8), 0);
  EXPECT_DOUBLE_EQ(implausibility(band(0.8, kInfinite, 0.05), 0.7), 2);
  EXPECT_DOUBLE_EQ(implausibility(band(-kInfinite, 0.2, 0.05), 0.4), 4);
}

TEST(Implausibility, beyond_it_without_a_discrepancy_is_at_the_limit_and_grows) {
  EXPECT_EQ(implausibility(band(-kInfinite, 0.2), 0.2), 0);
  EXPECT_GE(implausibility(band(-kInfinite, 0.2), std::nextafter(0.2, 1)), kImplausible);
  EXPECT_DOUBLE_EQ(implausibility(band(-kInfinite, 0.2), 0.4), 6);
  EXPECT_DOUBLE_EQ(implausibility(band(0, kInfinite), -2), 9);
}

TEST(Implausibility, of_what_never_happens_or_cannot_be_said_is_infinite) {
  EXPECT_EQ(implausibility(band(65, 130), kInfinite), kInfinite);
  EXPECT_EQ(implausibility(band(65, 130), NAN), kInfinite);
  EXPECT_EQ(implausibility(band(-kInfinite, 1, 1), NAN), kInfinite);
  EXPECT_EQ(implausibility(band(65, kInfinite), kInfinite), 0);
}

TEST(Implausibility, of_a_world_is_that_of_its_worst_target) {
  const std::vector<Target> targets{band(0, 6), band(0, 6), band(0, 6)};
  const Worst worst = most_implausible(targets, std::vector<double>{3, 5, 2});
  EXPECT_EQ(worst.target, 1U);
  EXPECT_DOUBLE_EQ(worst.implausibility, 2);
  EXPECT_TRUE(fits(targets, std::vector<double>{3, 5, 2}));
  EXPECT_FALSE(fits(targets, std::vector<double>{3, 5, 7}));
  EXPECT_FALSE(fits(targets, std::vector<double>{3, 5, NAN}));
}

constexpr std::string_view kThree = R"(
[targets.weeks_to_half]
band = [65, 130]
source = "diffusion"

[targets.early_switchers]
figure = "switchers_26"
band = [-inf, 0.2]
discrepancy = 0.01
source = "a definition"
used = false
reason = "no world meets it"

[targets.share]
series = "share"
department = "sales"
weeks = [100, 152]
band = [0.1, 0.3]
source = "our books"
)";

TEST(EvidenceReader, reads_figures_by_the_targets_name_or_their_own_and_series) {
  const Evidence evidence = read_evidence(kThree, "evidence.toml");
  ASSERT_EQ(evidence.targets.size(), 3U);
  const Measurable first = FigureNumber{*figure_named("weeks_to_half")};
  EXPECT_EQ(evidence.targets[0], (Target{"weeks_to_half", first, 65, 130, 0, "diffusion", true, ""}));
  const Measurable second = FigureNumber{*figure_named("switchers_26")};
  EXPECT_EQ(evidence.targets[1], (Target{"early_switchers", second, -kInfinite, 0.2, 0.01, "a definition",
                                         false, "no world meets it"}));
  const SeriesMean share = std::get<SeriesMean>(evidence.targets[2].figure);
  EXPECT_EQ(run_series()[share.series].name, "share");
  EXPECT_EQ(share.entry, static_cast<std::size_t>(Department::sales));
  EXPECT_EQ(share.weeks, (WeekSpan{100, 152}));
}

TEST(EvidenceReader, tells_used_targets_from_the_others) {
  const std::vector<Target> used = used_targets(read_evidence(kThree, "evidence.toml"));
  ASSERT_EQ(used.size(), 2U);
  EXPECT_EQ(used[1].name, "share");
  EXPECT_EQ(figures_of(used)[1], used[1].figure);
}

Evidence shipped() {
  return read_evidence(test::read_file(test::source("scenarios/evidence.toml")), "evidence.toml");
}

TEST(ShippedEvidence, has_a_discrepancy_for_every_target) {
  const Evidence evidence = shipped();
  EXPECT_EQ(evidence.targets.size(), 30U);
  for (const Target& target : evidence.targets) EXPECT_GT(target.discrepancy, 0) << target.name;
}

TEST(ShippedEvidence, is_met_by_the_defaults_but_for_the_targets_that_it_does_not_use) {
  const std::vector<Target> targets = shipped().targets;
  const std::vector<double> figures = measure(test::scenario(""), figures_of(targets));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    EXPECT_EQ(implausibility(targets[i], figures[i]) < kImplausible, targets[i].used) << targets[i].name;
    EXPECT_EQ(targets[i].reason.empty(), targets[i].used) << targets[i].name;
  }
}

// All that is wrong, a line each.
std::string complaint(std::string_view text) {
  try {
    read_evidence(text, "e.toml");
  } catch (const InputError& error) {
    std::string all;
    for (const Problem& problem : error.problems()) all += to_string(problem) + "\n";
    return all;
  }
  return "";
}

TEST(EvidenceReader, names_the_place_of_all_mistakes_in_one_pass_and_what_was_meant) {
  test::expect_golden("evidence_mistakes.txt", complaint(R"(
title = "mine"
[targets.weeks_to_hlaf]
band = [65, 130]
source = "s"
[targets.a]
figure = "switchers_26"
bands = [0, 1]
source = "s"
[targets.b]
figure = "switchers_26"
band = [0.3, 0.2]
discrepancy = -1
[targets.c]
figure = "switchers_26"
band = [0.2, 0.2]
source = 3
used = false
[targets.d]
series = "share"
band = [-inf, inf]
source = "s"
[targets.e]
series = "user_end"
band = "low"
source = "s"
[targets.f]
series = "users_end"
figure = "switchers_26"
department = "sales"
weeks = [9, 2]
band = [0, 1]
source = "s"
[targets.g]
series = "share"
department = "legal"
weeks = [0, 10000]
band = [0, nan]
source = "s"
[targets.h]
figure = "switchers_26"
weeks = [0, 1]
band = [0, 1]
source = "s"
[targets]
i = 3
)"));
}

TEST(EvidenceReader, refuses_a_file_without_targets_and_what_is_no_toml) {
  EXPECT_EQ(complaint("[target.a]\nband = [0, 1]\n"),
            "e.toml:1:1: targets: there is no target; one table [targets.NAME] for each\n"
            "e.toml:1:2: target: unknown key; evidence stands in tables [targets.NAME]\n");
  EXPECT_EQ(complaint("targets = 3"),
            "e.toml:1:11: targets: there is no target; one table [targets.NAME] for each\n");
  EXPECT_NE(complaint("[targets.a"), "");
}

}  // namespace
}  // namespace orgsim
