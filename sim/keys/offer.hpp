// What single firms may have otherwise than the market: keys of the market that hold for all others.
#pragma once

#include "core/field.hpp"

namespace orgsim {

namespace field {

inline constexpr Field kPrice{"price", "money per user and week", range::positive, "What a new user pays",
                              "numeraire"};
inline constexpr Field kChurn =
    Field{"churn",
          "per user and week",
          range::share,
          "Hazard of giving up the product, of a new user of average quality",
          "choice, of the order of no-contract customers (10 % gone in month 1, 1.5 % a month once settled)",
          Trait::plain,
          Scale::log}
        .half_to_twice();
inline constexpr Field kStartPenetration = Field{"start_penetration",
                                                 "share of people per firm",
                                                 range::share,
                                                 "Users of each firm at week 0",
                                                 "",
                                                 Trait::start,
                                                 Scale::log}
                                               .half_to_twice();

}  // namespace field

struct Offer {
  double price = 1.0;
  double churn = 0.0108;
  double start_penetration = 0.01;

  // As a firm overrides them; for all they stand in the sections of the market and of economics.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(field::kPrice, self.price);
    visit(field::kChurn, self.churn);
    visit(field::kStartPenetration, self.start_penetration);
  }

  bool operator==(const Offer&) const = default;
};

}  // namespace orgsim
