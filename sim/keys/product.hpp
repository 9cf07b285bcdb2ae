// [product]: quality, releases and what customers expect. Releases is common to the market; Product is the
// part that a firm may override.
#pragma once

#include <cstdint>

#include "core/field.hpp"

namespace orgsim {

struct Releases {
  std::int64_t cycle = 26;
  std::int64_t window = 10;
  double expectation_rate = 0.01;
  double frontier = 0.9;
  double frontier_growth = 0.0004;
  double frontier_weight = 0.5;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"cycle", "weeks", range::weeks, "Weeks from one release to the next", "two releases a year"}
              .within(13, 52, "four releases a year to one"),
          self.cycle);
    visit(Field{"window",
                "weeks",
                {0, 10000},
                "First weeks of each cycle, in which insight can still shape the release",
                "once defined, half of the market is locked"}
              .share_of_within("cycle", 0.2, 0.6, "choice"),
          self.window);
    visit(Field{"expectation_rate", "per week", range::share,
                "Speed at which the market's expectation adjusts", "choice", Trait::plain, Scale::log}
              .half_to_twice(),
          self.expectation_rate);
    visit(Field{"frontier", "quality", range::positive, "Quality that technology makes possible at week 0"}
              .half_to_twice(),
          self.frontier);
    visit(Field{"frontier_growth", "per week", range::share, "Growth rate of that frontier", "2 % a year"}
              .half_to_twice(),
          self.frontier_growth);
    visit(Field{"frontier_weight", "share", range::share,
                "Weight of the frontier, against what users have, in the expectation", "choice"}
              .half_to_twice(),
          self.frontier_weight);
  }

  bool operator==(const Releases&) const = default;
};

struct Product {
  double q_start = 0.9;
  double q_gain = 0.0344;
  double q_decay = 0.007;
  double spill = 0.015;
  double reach = 0.8;
  double talent = 1.0;
  double fit_base = 1.0;
  double fit_gain = 0.3;
  double fit_noise = 0.04;
  double viral_base = 0.8;
  double viral_gain = 0.8;
  double viral_noise = 0.1;
  double insight_half = 0.003;
  double imitation = 0.5;
  double quality_reference = 0.82;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"q_start", "quality", range::not_negative, "Quality at week 0 of a firm with talent 1", "",
                Trait::start}
              .half_to_twice(),
          self.q_start);
    visit(Field{"q_gain", "quality per root money per person and week", range::not_negative,
                "What product spending adds to quality", "calibrated; R&D elasticity about .08 within a year"}
              .half_to_twice(),
          self.q_gain);
    visit(Field{"q_decay", "per week", range::share, "Decay of quality", "20 % a year obsolescence",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.q_decay);
    visit(Field{"spill", "per week", range::share, "Speed at which a laggard learns from the best firm",
                "followers catch up", Trait::plain, Scale::log}
              .half_to_twice(),
          self.spill);
    visit(Field{"reach", "share of the best firm's quality", range::share, "How far that learning goes",
                "followers stop short of the best"}
              .half_to_twice(),
          self.reach);
    visit(Field{"talent", "1 is par", range::not_negative, "Product talent of the firm", "", Trait::per_firm},
          self.talent);
    visit(Field{"fit_base", "", range::not_negative, "Fit of a product to its users without any insight"}
              .half_to_twice(),
          self.fit_base);
    visit(
        Field{"fit_gain", "", range::not_negative, "What full insight adds to fit", "choice"}.half_to_twice(),
        self.fit_gain);
    visit(Field{"fit_noise", "s.d.", range::not_negative, "Random part of a release's fit", "choice"}
              .half_to_twice(),
          self.fit_noise);
    visit(Field{"viral_base", "", range::not_negative, "Virality of a product without any insight"}
              .half_to_twice(),
          self.viral_base);
    visit(Field{"viral_gain", "", range::not_negative, "What full insight adds to virality", "choice"}
              .half_to_twice(),
          self.viral_gain);
    visit(Field{"viral_noise", "s.d. of the logarithm", range::not_negative,
                "Random part of a release's virality", "choice"}
              .half_to_twice(),
          self.viral_noise);
    visit(Field{"insight_half", "money per person and week", range::positive,
                "Product-mode effort of marketing that gives half of full insight", "choice", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.insight_half);
    visit(Field{"imitation", "share", range::share,
                "Part of a rival's insight that is copied one release later",
                "rivals copy half, one release later"}
              .within(0.2, 0.8, "choice"),
          self.imitation);
    visit(Field{"quality_reference", "relative quality", range::not_negative,
                "Relative quality against which product's contribution is measured", "choice"}
              .half_to_twice(),
          self.quality_reference);
  }

  bool operator==(const Product&) const = default;
};

}  // namespace orgsim
