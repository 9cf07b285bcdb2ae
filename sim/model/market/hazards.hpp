// What every customer faces in one week (docs/model.md, 3.4), and what comes of it.
#pragma once

#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <span>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/vectors.hpp"
#include "keys/market.hpp"
#include "keys/names.hpp"
#include "keys/parameters.hpp"
#include "model/market/cells.hpp"

namespace orgsim {

// Weekly hazards in factors, so that a market kind with its own word-of-mouth rate can put them together
// anew. People who face the same share a row, and rows that differ in their favourite alone lie side by side,
// in blocks of stride(): first the non-users of each class who have never used anything, then those who have
// lapsed, then the users of each provider and habit, whatever their class. Nobody is in the rows that round
// up a block to whole vectors.
struct Hazards {
  // Alike in all weeks.
  int classes = 0;
  int firms = 0;
  int levels = 0;
  double exposure = 1;                 // of users to contacts, times that of non-users
  double rebound = 0;                  // odds of a firm of utility 0 with those who give up another
  double taste = 0;                    // what u_f is higher to those whose favourite is f
  std::vector<double> switching_cost;  // of users, per habit level
  std::vector<double> staying;         // exp(-churn_habit h), per habit level
  std::vector<double> at_reference;    // mu of a new user, per firm, were its quality the one of reference
  double falling = 0;                  // above the bottom level

  // Of this week.
  std::vector<PerChannel> contact;  // per firm, per person and week; word of mouth at the market's mean share
  std::vector<double> word_of_mouth;  // per firm: that channel's rate per unit share of users around one
  std::vector<double> reach;          // L_f: the sum of contact
  std::vector<double> utility;        // u_f to those who have another favourite
  std::vector<double> resistance;     // rs, per class, then those of people who have lapsed
  AlignedNumbers odds_against;        // exp(rs - u_f) of non-users, at f * rows_of_nonusers() + row
  AlignedNumbers acceptance;          // Lambda(u_f - rs), of users exposure x Lambda(u_f - u_g - ...), at
                                      // f * rows() + row; a user's own firm has 0
  std::vector<double> leaving;        // mu_gh of giving up, at g * levels + h
  std::vector<double> taken_up;       // y_f / (1 + sum y) of those who give g up, at g * firms + f
  std::vector<double> none;           // 1 / (1 + sum y), per firm g: who gives g up then uses nothing
  std::vector<double> rising;         // per firm g, below the top level
  bool are_extreme = false;           // utilities and resistances, so that products of odds may overflow

  std::size_t stride() const { return whole_vectors(static_cast<std::size_t>(firms)); }
  std::size_t rows_of_nonusers() const { return kUserStates * static_cast<std::size_t>(classes) * stride(); }
  std::size_t rows() const {
    return rows_of_nonusers() + static_cast<std::size_t>(firms * levels) * stride();
  }
  // Of favourite 0. States as in cells.hpp.
  std::size_t row_of(std::size_t state, std::size_t adopter_class) const {
    const auto S = static_cast<std::size_t>(classes);
    if (state < kUserStates) return (state * S + adopter_class) * stride();
    return (kUserStates * S + state - kUserStates) * stride();
  }
  std::size_t row_of_nonuser(int favourite, int adopter_class, int lapsed) const {
    return row_of(static_cast<std::size_t>(lapsed), static_cast<std::size_t>(adopter_class)) +
           static_cast<std::size_t>(favourite);
  }
  std::size_t row_of_user(int favourite, int provider, int habit) const {
    return row_of(static_cast<std::size_t>(kUserStates + provider * levels + habit), 0) +
           static_cast<std::size_t>(favourite);
  }

  double utility_of(int firm, int favourite) const {
    return utility[static_cast<std::size_t>(firm)] + (firm == favourite ? taste : 0);
  }
  double leaving_of(int firm, int habit) const {
    return leaving[static_cast<std::size_t>(firm * levels + habit)];
  }
  // How readily the people of a row accept a firm.
  double acceptance_of(int firm, std::size_t row) const {
    return acceptance[static_cast<std::size_t>(firm) * rows() + row];
  }

  bool operator==(const Hazards&) const = default;
};

// Sets what is alike in all weeks, as long as nobody changes the parameters.
void settle(Hazards& hazards, const MarketParameters& market, std::span<const FirmParameters> firms);

// How readily somebody accepts firm f, as the text has it (docs/model.md, 3.4): Lambda(u_f - rs) of a
// non-user, and exposure x Lambda(u_f - u_g - switching cost) of a user of firm g, whose own firm has 0.
// weigh_choices() is held to them by a test.
inline double acceptance_by_nonuser(const Hazards& hazards, int f, int favourite, int adopter_class,
                                    int lapsed) {
  const double rs = hazards.resistance[static_cast<std::size_t>(lapsed * hazards.classes + adopter_class)];
  return logistic(hazards.utility_of(f, favourite) - rs);
}
inline double acceptance_by_user(const Hazards& hazards, int f, int favourite, int g, int habit) {
  if (f == g) return 0;
  const double cost = hazards.switching_cost[static_cast<std::size_t>(habit)];
  return hazards.exposure *
         logistic(hazards.utility_of(f, favourite) - hazards.utility_of(g, favourite) - cost);
}

// Fills `odds_against` and `acceptance` from the utilities and from the bar that a firm must overcome in each
// row: a resistance, or the present provider's utility and the cost of switching. With the odds against,
// exp(bar - utility), Lambda(utility - bar) = 1 / (1 + odds). Users have `exposure` times the contacts that
// non-users have. Fills also `taken_up` and `none`: whom those take up who give a firm up.
void weigh_choices(Hazards& hazards);

// What one firm won and lost in one week, in people.
struct Flow {
  double adopted = 0;
  double switched_in = 0;
  double left = 0;
  double switched_away = 0;
  PerChannel
      won;  // adopters and switchers, credited to channels in proportion to the rates that reached them

  double lost() const { return left + switched_away; }
  bool operator==(const Flow&) const = default;
};
using Flows = boost::container::static_vector<Flow, kMostFirms>;

}  // namespace orgsim
