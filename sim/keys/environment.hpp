// [environment] and [mechanisms]: what no firm decides.
#pragma once

#include <vector>

#include "core/field.hpp"

namespace orgsim {

struct Knot {
  double week = 0;
  double value = 0;
  bool operator==(const Knot&) const = default;
};

// A value over time: piecewise linear between knots with ascending weeks, constant outside them.
struct Schedule {
  std::vector<Knot> knots;

  // The value in `week`. At least one knot is required.
  double at(double week) const;

  bool operator==(const Schedule&) const = default;
};

struct ArtificialIntelligence {
  double ceiling = 0.0;
  double midpoint = 260.0;
  double width = 25.0;
  double noise = 4.0;
  double gain = 9.0;
  double self_serve = 0.1;
  double lift = 0.3;
  double quality = 0.23;
  double likeness = 0.5;
  double insource = 0.05;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"ceiling", "0..1", range::share,
                "Share of marketing craft that a tool does as well, in the long run", "0 switches AI off"},
          self.ceiling);
    visit(Field{"midpoint", "week", range::any, "Week in which half of the ceiling is reached"},
          self.midpoint);
    visit(Field{"width", "weeks", range::positive, "Time scale of the S-curve up to the ceiling", "",
                Trait::plain, Scale::log},
          self.width);
    visit(Field{"noise", "", range::not_negative,
                "What parity 1 adds to the noise that attention is bought against",
                "more content for the same attention: ads per worker +50 % and more alike (Ju & Aral 2025)"}
              .half_to_twice(),
          self.noise);
    visit(
        Field{"gain", "", range::not_negative, "What full adoption at parity 1 adds to craft output per head",
              "writing time -40 % today (Noy & Zhang 2023); 9 is fifty people's craft done by five"}
            .within_by_factors(
                0.3, 9,
                ".33 to .67 today (Noy & Zhang 2023; Dell'Acqua et al. 2023); 9 is the claim that five "
                "do the work of fifty"),
        self.gain);
    visit(Field{"self_serve", "", range::not_negative,
                "Content that operations make themselves at parity 1, per unit of their spending", "choice"}
              .half_to_twice(),
          self.self_serve);
    visit(Field{"lift", "share of the gap to full skill", range::share,
                "How far AI, fully adopted at parity 1, closes the gap to full skill in craft",
                "AI helps the less skilled most: +43 against +17 % (Dell'Acqua et al. 2023)"}
              .half_to_twice(),
          self.lift);
    visit(Field{"quality", "share", range::not_negative,
                "What AI, fully adopted at parity 1, adds to the skill of craft",
                "AI helps the less skilled most: +43 against +17 % (Dell'Acqua et al. 2023)"}
              .within(0.17, 0.43, "+17 to +43 % inside the frontier (Dell'Acqua et al. 2023)"),
          self.quality);
    visit(Field{"likeness", "correlation at full adoption", range::share,
                "How alike AI makes the creative ideas of all firms", "outputs more alike (Ju & Aral 2025)"}
              .half_to_twice(),
          self.likeness);
    visit(Field{"insource", "per week at full scrutiny and parity", range::share,
                "Speed at which a firm learns to do with AI what its departments did", "choice", Trait::plain,
                Scale::log}
              .within(0.01, 0.15, "choice"),
          self.insource);
  }

  bool operator==(const ArtificialIntelligence&) const = default;
};

struct EnvironmentParameters {
  Schedule climate{{{0, 1.0}}};
  Schedule directness{{{0, 0.0}}};
  ArtificialIntelligence ai;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"climate", "(week, 0..1) knots", range::share, "Capital climate: 1 boom, 0 winter"},
          self.climate);
    visit(Field{"directness", "(week, 0..1) knots", range::share,
                "How far users come to products directly, without any channel"},
          self.directness);
    visit(Section{"ai", "The commoditisation of marketing craft"}, self.ai);
  }

  bool operator==(const EnvironmentParameters&) const = default;
};

struct Mechanisms {
  bool saturation = true;
  bool politics = true;
  double inflow_off = 0.5;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"saturation", "", range::any,
                "The pool of non-users drains; off: the population grows at mechanisms.inflow_off", "",
                Trait::start},
          self.saturation);
    visit(Field{"politics", "", range::any, "Power enters the reallocation of the budget"}, self.politics);
    visit(Field{"inflow_off", "per year", range::not_negative, "Inflow that replaces market.inflow",
                "a market that keeps growing, for the counterfactual", Trait::start},
          self.inflow_off);
  }

  bool operator==(const Mechanisms&) const = default;
};

}  // namespace orgsim
