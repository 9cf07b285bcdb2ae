// What every customer faces in one week (docs/model.md, "Customers respond"), and what comes of it.
#pragma once

#include <cstddef>
#include <vector>

#include "core/vectors.hpp"
#include "model/names.hpp"

namespace orgsim {

// Weekly hazards in factors, so that a market kind with its own word-of-mouth rate can put them together
// anew. People who face the same share a row. First come the non-users in the order of their cells
// (cells.hpp): of one favourite and class at favourite * stride() + class. Then users of one provider, habit
// and favourite, whatever their class, at rows_of_nonusers() + (provider * levels + habit) * firms +
// favourite. Nobody is in the rows that round up classes, and at the end all rows, to whole vectors.
struct Hazards {
  int classes = 0;
  int firms = 0;
  int levels = 0;
  std::vector<PerChannel> contact;  // per firm, per person and week; word of mouth at the market's mean share
  std::vector<double> word_of_mouth;  // per firm: that channel's rate per unit share of users around one
  std::vector<double> reach;          // L_f: the sum of contact
  std::vector<double> appeal;         // u_f to those who have another favourite
  double taste = 0;                   // what u_f is higher to those whose favourite is f
  std::vector<double> resistance;     // rs, per class
  std::vector<double> holding;        // what keeps users at their provider, per habit level
  std::vector<double> against;        // exp(what firm f must overcome - u_f), at f * rows() + row
  std::vector<double> acceptance;     // Lambda(u_f - rs), and exposure x Lambda(u_f - u_g - ...), likewise
  std::vector<double> leaving;        // mu_gh, at g * levels + h
  std::vector<double> staying;        // exp(-churn_habit h), per habit level
  std::vector<double> rising;         // per firm g, below the top level
  double falling = 0;                 // above the bottom level

  std::size_t stride() const { return whole_vectors(static_cast<std::size_t>(classes)); }
  std::size_t rows_of_nonusers() const { return static_cast<std::size_t>(firms) * stride(); }
  std::size_t rows_of_users() const { return static_cast<std::size_t>(firms * levels * firms); }
  std::size_t rows() const { return whole_vectors(rows_of_nonusers() + rows_of_users()); }
  std::size_t row_of_nonuser(int favourite, int adopter_class) const {
    return static_cast<std::size_t>(favourite) * stride() + static_cast<std::size_t>(adopter_class);
  }
  std::size_t row_of_user(int favourite, int provider, int habit) const {
    return row_of_state(1 + static_cast<std::size_t>(provider * levels + habit),
                        static_cast<std::size_t>(favourite));
  }
  // Of users, whose states count from 1 on (cells.hpp).
  std::size_t row_of_state(std::size_t state, std::size_t favourite) const {
    return rows_of_nonusers() + (state - 1) * static_cast<std::size_t>(firms) + favourite;
  }

  double utility_of(int firm, int favourite) const {
    return appeal[static_cast<std::size_t>(firm)] + (firm == favourite ? taste : 0);
  }
  double leaving_of(int firm, int habit) const {
    return leaving[static_cast<std::size_t>(firm * levels + habit)];
  }
  // How readily the people of a row accept a firm; a user's own firm has 0.
  double acceptance_of(int firm, std::size_t row) const {
    return acceptance[static_cast<std::size_t>(firm) * rows() + row];
  }

  bool operator==(const Hazards&) const = default;
};

// Fills `against` from the utilities and from what a firm must overcome in each row: a resistance, or the
// present provider's utility and what holds its users. Lambda(utility - bar) = 1 / (1 + against).
void weigh_against(Hazards& hazards);

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
