// What every customer faces in one week (docs/model.md, 7.4), and what comes of it.
#pragma once

#include <boost/container/static_vector.hpp>
#include <cstddef>
#include <vector>

#include "core/vectors.hpp"
#include "keys/market.hpp"
#include "keys/names.hpp"

namespace orgsim {

// Weekly hazards in factors, so that a market kind with its own word-of-mouth rate can put them together
// anew. People who face the same share a row, and rows that differ in their favourite alone lie side by side,
// in blocks of stride(): first the non-users of each class, then the users of each provider and habit,
// whatever their class. Nobody is in the rows that round up a block to whole vectors.
struct Hazards {
  int classes = 0;
  int firms = 0;
  int levels = 0;
  std::vector<PerChannel> contact;  // per firm, per person and week; word of mouth at the market's mean share
  std::vector<double> word_of_mouth;   // per firm: that channel's rate per unit share of users around one
  std::vector<double> reach;           // L_f: the sum of contact
  std::vector<double> utility;         // u_f to those who have another favourite
  double taste = 0;                    // what u_f is higher to those whose favourite is f
  std::vector<double> resistance;      // rs, per class
  std::vector<double> switching_cost;  // of users, per habit level
  AlignedNumbers odds_against;         // exp(rs - u_f) of non-users, at f * rows_of_nonusers() + row
  AlignedNumbers acceptance;           // Lambda(u_f - rs), of users exposure x Lambda(u_f - u_g - ...), at
                                       // f * rows() + row; a user's own firm has 0
  std::vector<double> leaving;         // mu_gh, at g * levels + h
  std::vector<double> staying;         // exp(-churn_habit h), per habit level
  std::vector<double> rising;          // per firm g, below the top level
  double falling = 0;                  // above the bottom level

  std::size_t stride() const { return whole_vectors(static_cast<std::size_t>(firms)); }
  std::size_t rows_of_nonusers() const { return static_cast<std::size_t>(classes) * stride(); }
  std::size_t rows() const { return static_cast<std::size_t>(classes + firms * levels) * stride(); }
  // Of favourite 0. States as in cells.hpp: 0 of non-users, then of users.
  std::size_t row_of(std::size_t state, std::size_t adopter_class) const {
    return (state == 0 ? adopter_class : static_cast<std::size_t>(classes) + state - 1) * stride();
  }
  std::size_t row_of_nonuser(int favourite, int adopter_class) const {
    return row_of(0, static_cast<std::size_t>(adopter_class)) + static_cast<std::size_t>(favourite);
  }
  std::size_t row_of_user(int favourite, int provider, int habit) const {
    return row_of(static_cast<std::size_t>(1 + provider * levels + habit), 0) +
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

// Fills `odds_against` and `acceptance` from the utilities and from the bar that a firm must overcome in each
// row: a resistance, or the present provider's utility and the cost of switching. With the odds against,
// exp(bar - utility), Lambda(utility - bar) = 1 / (1 + odds). Users have `exposure` times the contacts that
// non-users have.
void weigh_choices(Hazards& hazards, double exposure);

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
