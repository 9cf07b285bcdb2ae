// [executive]: how the budget is divided anew every week. A firm may override every key.
#pragma once

#include <cstdint>
#include <string>

#include "core/field.hpp"
#include "keys/names.hpp"

namespace orgsim {

struct Executive {
  std::string budgeting = "incremental";
  PerDepartment share{0.3, 0.26, 0.25, 0.19};
  double share_floor = 0.02;
  double roi_rate = 0.08;
  double power_rate = 0.02;
  double eta = 0.0022;
  double eta_scrutiny = 0.0094;
  double eta_power = 0.0028;
  double scarcity_power = 0.0;
  double eta_equality = 0.0;
  PerDepartment items{1, 1, 1, 1};
  double most = 0.02;
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
    visit(Field{"budgeting", "", range::any, "Kind of executive: how the total budget is set and divided", "",
                Trait::fixed | Trait::executive},
          self.budgeting);
    visit(Field{"share", kByDepartment<"share of budget: ">, range::share, "Division of the budget at week 0",
                "software firms: marketing to sales 30:70 to 50:50, R&D 26-34 % of revenue",
                Trait::sums_to_one | Trait::start}
              .entry_within(1, 0.13, 0.39, "nothing is known: half to one and a half times the default"),
          self.share);
    visit(Field{"share_floor", "share", range::share, "Share of the budget that every department keeps"}
              .half_to_twice(),
          self.share_floor);
    visit(Field{"roi_rate", "per week", range::share, "Speed at which the perceived return adjusts", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.roi_rate);
    visit(Field{"power_rate", "per week", range::share, "Speed at which power adjusts",
                "power lags what it stems from by 6 to 36 months (Salancik & Pfeffer 1977)", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.power_rate);
    visit(Field{"eta", "per week", range::share, "Speed of reallocation without any scrutiny",
                "budgets move 1 % a year in a third of firms, 8 % on average (Atsmon 2016)", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.eta);
    visit(Field{"eta_scrutiny", "per week", range::share, "What full scrutiny adds to that speed",
                "the same, in a crisis (Atsmon 2016)", Trait::plain, Scale::log}
              .half_to_twice(),
          self.eta_scrutiny);
    visit(Field{"eta_power", "per week", range::share, "Speed at which shares follow power",
                "power explains about two fifths of budget changes (Hackman 1985)"}
              .half_to_twice(),
          self.eta_power);
    visit(Field{"scarcity_power", "", range::not_negative, "What a capital winter adds to that speed",
                "0; above 0 for Pfeffer & Moore 1980"}
              .within(0, 1, "Pfeffer & Moore 1980 found it, Ezzamel & Bourn 1995 did not"),
          self.scarcity_power);
    visit(Field{"eta_equality", "per week", range::share,
                "Speed at which shares are drawn to equal ones per budget line",
                "0; above 0 for the 1/n bias (Bardolet, Fox & Lovallo 2011)"}
              .within(0, 0.002, "1/n bias (Bardolet, Fox & Lovallo 2011)"),
          self.eta_equality);
    visit(Field{"items", kByDepartment<"budget lines: ">, range::not_negative,
                "Budget lines of each department: equal shares are counted by lines",
                "1/n counts lines: partition dependence (Bardolet, Fox & Lovallo 2011)", Trait::lines},
          self.items);
    visit(Field{"most", "log share per week", range::positive, "What a share moves at most in a week",
                "no share moves faster"}
              .half_to_twice(),
          self.most);
    visit(Field{"scrutiny_slope", "", range::not_negative,
                "How sharply scrutiny rises when growth or capital fail"}
              .half_to_twice(),
          self.scrutiny_slope);
    visit(Field{"scrutiny_mid", "", range::any, "Mean of growth and climate at which scrutiny is one half"}
              .half_to_twice(),
          self.scrutiny_mid);
    visit(Field{"friction", "share at full scrutiny", range::share,
                "Money withheld, under full scrutiny, from what cannot be measured at all"}
              .half_to_twice(),
          self.friction);
    visit(Field{"perception_noise", "s.d. of the log return", range::not_negative,
                "Error in the executive's view of a department's return"}
              .half_to_twice(),
          self.perception_noise);
    visit(Field{"perception_rate", "per week", range::share, "Speed at which that error changes", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.perception_rate);
    visit(Field{"growth_window", "weeks", range::weeks, "Span over which the growth of users is measured", "",
                Trait::start}
              .half_to_twice(),
          self.growth_window);
    visit(Field{"growth_rate", "per week", range::share, "Speed at which the growth estimate adjusts", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.growth_rate);
    visit(Field{"churn_rate", "per week", range::share, "Speed at which the churn estimate adjusts", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.churn_rate);
    visit(Field{"churn_start", "per week", range::share, "Churn estimate at week 0", "", Trait::start,
                Scale::log}
              .half_to_twice(),
          self.churn_start);
  }

  bool operator==(const Executive&) const = default;
};

}  // namespace orgsim
