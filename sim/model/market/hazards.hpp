// What every customer faces in one week (docs/model.md, "Customers respond"), and what comes of it.
#pragma once

#include <cstddef>
#include <vector>

#include "model/names.hpp"

namespace orgsim {

// Weekly hazards in factors, so that a market kind with its own word-of-mouth rate can put them together
// anew.
struct Hazards {
  int classes = 0;
  int firms = 0;
  int levels = 0;
  std::vector<PerChannel> contact;  // per firm, per person and week; word of mouth at the market's mean share
  std::vector<double> word_of_mouth;  // per firm: that channel's rate per unit share of users around one
  std::vector<double> reach;          // L_f: the sum of contact
  std::vector<double> utility;        // u_f of somebody whose favourite is k, at k * firms + f
  std::vector<double> resistance;     // rs, per class
  std::vector<double> against;        // exp(rs - u_f), at (k * classes + s) * firms + f
  std::vector<double> adoption;       // Lambda(u_f - rs), likewise
  std::vector<double>
      switching;  // exposure x Lambda(u_f - u_g - ...), at ((k * firms + g) * levels + h) * firms + f
  std::vector<double> leaving;  // mu_gh, at g * levels + h
  std::vector<double> rising;   // per firm g, below the top level
  double falling = 0;           // above the bottom level

  double utility_of(int firm, int favourite) const {
    return utility[static_cast<std::size_t>(favourite * firms + firm)];
  }
  double leaving_of(int firm, int habit) const {
    return leaving[static_cast<std::size_t>(firm * levels + habit)];
  }
  // Acceptance per firm, for a non-user.
  const double* adoption_of(int favourite, int adopter_class) const {
    return adoption.data() + static_cast<std::ptrdiff_t>(favourite * classes + adopter_class) * firms;
  }
  // Acceptance per firm, for a user of `provider` at `habit`; its own entry is 0.
  const double* switching_of(int favourite, int provider, int habit) const {
    return switching.data() +
           static_cast<std::ptrdiff_t>((favourite * firms + provider) * levels + habit) * firms;
  }

  bool operator==(const Hazards&) const = default;
};

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

}  // namespace orgsim
