// [executive]: how the budget is divided anew every week. A firm may override every key.
#pragma once

#include <cstdint>

#include "core/field.hpp"
#include "keys/names.hpp"

namespace orgsim {

struct Executive {
  PerDepartment share{0.3, 0.26, 0.25, 0.19};
  double share_floor = 0.02;
  double roi_rate = 0.08;
  double power_rate = 0.04;
  double eta = 0.0022;
  double eta_scrutiny = 0.0094;
  double power_weight = 0.4;
  double scarcity_power = 0.0;
  double equality_weight = 0.0;
  double scrutiny_slope = 4.0;
  double scrutiny_mid = 0.5;
  double friction = 0.5;
  double perception_noise = 0.2;
  double perception_rate = 0.08;
  std::int64_t growth_window = 26;
  double growth_rate = 0.1;
  double churn_rate = 0.05;
  double churn_start = 0.015;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"share", "share of budget: product, marketing, sales, operations", range::share,
                "Division of the budget at week 0",
                "software firms: marketing to sales 30:70 to 50:50, R&D 26-34 % of revenue",
                Trait::sums_to_one | Trait::start},
          self.share);
    visit(Field{"share_floor", "share", range::share, "Share of the budget that every department keeps"},
          self.share_floor);
    visit(Field{"roi_rate", "per week", range::share, "Speed at which the perceived return adjusts", "",
                Trait::plain, Scale::log},
          self.roi_rate);
    visit(Field{"power_rate", "per week", range::share, "Speed at which power adjusts", "half a year",
                Trait::plain, Scale::log},
          self.power_rate);
    visit(Field{"eta", "per week", range::share, "Speed of reallocation without any scrutiny",
                "budgets move 1 % a year in a third of firms, 8 % on average (Atsmon 2016)", Trait::plain,
                Scale::log},
          self.eta);
    visit(Field{"eta_scrutiny", "per week", range::share, "What full scrutiny adds to that speed",
                "the same, in a crisis (Atsmon 2016)", Trait::plain, Scale::log},
          self.eta_scrutiny);
    visit(Field{"power_weight", "", range::not_negative, "Weight of power in the reallocation",
                "power explains about two fifths of budget changes (Hackman 1985)"},
          self.power_weight);
    visit(Field{"scarcity_power", "", range::not_negative,
                "What a capital winter adds to the weight of power", "0; above 0 for Pfeffer & Moore 1980"},
          self.scarcity_power);
    visit(Field{"equality_weight", "", range::not_negative, "Pull towards equal shares",
                "0; above 0 for the 1/n bias (Bardolet, Fox & Lovallo 2011)"},
          self.equality_weight);
    visit(Field{"scrutiny_slope", "", range::not_negative,
                "How sharply scrutiny rises when growth or capital fail"},
          self.scrutiny_slope);
    visit(Field{"scrutiny_mid", "", range::any, "Mean of growth and climate at which scrutiny is one half"},
          self.scrutiny_mid);
    visit(Field{"friction", "share at full scrutiny", range::share,
                "Money withheld, under full scrutiny, from what cannot be measured at all"},
          self.friction);
    visit(Field{"perception_noise", "s.d. of the log return", range::not_negative,
                "Error in the executive's view of a department's return"},
          self.perception_noise);
    visit(Field{"perception_rate", "per week", range::share, "Speed at which that error changes", "",
                Trait::plain, Scale::log},
          self.perception_rate);
    visit(Field{"growth_window", "weeks", range::weeks, "Span over which the growth of users is measured", "",
                Trait::start},
          self.growth_window);
    visit(Field{"growth_rate", "per week", range::share, "Speed at which the growth estimate adjusts", "",
                Trait::plain, Scale::log},
          self.growth_rate);
    visit(Field{"churn_rate", "per week", range::share, "Speed at which the churn estimate adjusts", "",
                Trait::plain, Scale::log},
          self.churn_rate);
    visit(Field{"churn_start", "per week", range::share, "Churn estimate at week 0", "", Trait::start,
                Scale::log},
          self.churn_start);
  }

  bool operator==(const Executive&) const = default;
};

}  // namespace orgsim
