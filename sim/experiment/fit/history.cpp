#include "experiment/fit/history.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "engine/simulation.hpp"

namespace orgsim {

namespace {

constexpr double kNextToNothing = 1e-6;

// A week's part of a quarter's figure.
double part_of(Book book, const Firms& firms) {
  switch (book) {
    case Book::users:
      return firms.users_end(0);
    case Book::revenue:
      return firms.revenue(0);
    case Book::won:
      return firms.won(0);
    default:
      return firms.budget(static_cast<Department>(static_cast<int>(book) - static_cast<int>(Book::product)),
                          0);
  }
}

}  // namespace

Eigen::VectorXd log_history(const Scenario& world, const StreamKey& stream_key, const Grid& grid,
                            const StopFlag& stop) {
  Simulation simulation(world, stream_key, stop);
  simulation.run_until(grid.age);
  const auto quarters = static_cast<std::size_t>(grid.quarters);
  std::vector<double> figures(grid.size());
  for (std::size_t q = 0; q < quarters; ++q) {
    stop.check();
    for (int week = 0; week < kWeeksOfQuarter; ++week) {
      simulation.step();
      for (std::size_t c = 0; c < grid.books.size(); ++c) {
        double& figure = figures[c * quarters + q];
        const double part = part_of(grid.books[c], simulation.firms());
        figure = grid.books[c] == Book::users ? part : figure + part;
      }
    }
  }
  Eigen::VectorXd logs(static_cast<Eigen::Index>(grid.size()));
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool sums = grid.books[i / quarters] == Book::won;
    double figure = figures[i];
    for (std::size_t back = 1; sums && back < static_cast<std::size_t>(grid.rolling); ++back)
      figure += back <= i % quarters ? figures[i - back] : 0;
    logs(static_cast<Eigen::Index>(i)) = elementary::log(std::max(figure, kNextToNothing));
  }
  return logs;
}

}  // namespace orgsim
