// What a world's books would say of its focal firm, quarter by quarter.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "core/stop_flag.hpp"
#include "engine/quarters.hpp"
#include "engine/scenario.hpp"

namespace orgsim {

inline constexpr int kWeeksOfQuarter = 13;

// Which quarters of which columns are looked at; column by column, quarter by quarter.
struct Grid {
  std::vector<Book> books;
  int age = 0;  // week in which the first quarter begins
  int quarters = 0;
  int rolling = 1;  // quarters that Book::won is summed over; the first ones over those there are

  std::size_t size() const { return books.size() * static_cast<std::size_t>(quarters); }
};

// The logarithms of the grid's figures, of one run of the world. What is 0 counts as next to nothing. Throws
// Interrupted, and InputError where numbers overflow.
Eigen::VectorXd log_history(const Scenario& world, const StreamKey& stream_key, const Grid& grid,
                            const StopFlag& stop = {});

}  // namespace orgsim
