#include "model/market/pooled.hpp"

#include <algorithm>
#include <array>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/error.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

namespace {

// One multinomial as binomials of those who are left, in the order of the events. Classes take turns: their
// draws do not wait for each other, so a processor overlaps them.
class DrawnSplit {
 public:
  DrawnSplit(const Luck& luck, int week) : luck_(luck), week_(static_cast<std::uint32_t>(week)) {}

  void expect(std::span<const double> probabilities) {
    count_ = probabilities.size();
    double left = 1;
    for (std::size_t i = 0; i < count_; ++i) {
      given_none_before_[i] = std::clamp(probabilities[i] / left, 0.0, 1.0);
      left -= probabilities[i];
    }
  }

  void operator()(int cell, std::span<const double> people, Met& met) const {
    std::array<std::optional<Stream>, kMostClasses> draws;
    std::array<std::int64_t, kMostClasses> left{};
    for (std::size_t s = 0; s < people.size(); ++s) {
      draws[s] = luck_.stream(Purpose::customers, week_, static_cast<std::uint32_t>(cell) + s);
      left[s] = static_cast<std::int64_t>(people[s]);
    }
    for (std::size_t i = 0; i < count_; ++i) {
      const double p = given_none_before_[i];
      for (std::size_t s = 0; s < people.size(); ++s) {
        met[i][s] = 0;
        if (left[s] == 0 || p <= 0) continue;
        const std::int64_t drawn = boost::random::binomial_distribution<std::int64_t>(left[s], p)(*draws[s]);
        met[i][s] = static_cast<double>(drawn);
        left[s] -= drawn;
      }
    }
  }

 private:
  const Luck& luck_;
  std::uint32_t week_;
  std::array<double, kMostEvents> given_none_before_{};
  std::size_t count_ = 0;
};

// What each cell (class s, favourite k) should hold of `people`, at s * firms + k.
std::vector<double> quotas_of(const Cells& cells, const MarketParameters& market, double people) {
  std::vector<double> quotas;
  for (const double mass : market.mass) {
    quotas.insert(quotas.end(), static_cast<std::size_t>(cells.firms), mass * people / cells.firms);
  }
  return quotas;
}

}  // namespace

std::vector<double> largest_remainder(const std::vector<double>& quotas, double total) {
  std::vector<double> whole(quotas.size());
  std::transform(quotas.begin(), quotas.end(), whole.begin(), [](double q) { return std::floor(q); });
  std::vector<std::size_t> order(quotas.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto remainder = [&](std::size_t i) { return quotas[i] - whole[i]; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainder(a) != remainder(b) ? remainder(a) > remainder(b) : a < b;
  });
  const double missing = total - std::accumulate(whole.begin(), whole.end(), 0.0);
  for (std::size_t i = 0; i < order.size() && static_cast<double>(i) < missing; ++i) whole[order[i]] += 1;
  return whole;
}

Pooled Pooled::populated(const MarketParameters& market) {
  Pooled result{Cells(market)};
  Cells& cells = result.cells;
  const auto customers = static_cast<double>(market.customers);
  const double starters_of_a_firm = market.start_penetration * customers;
  const std::vector<double> people = largest_remainder(quotas_of(cells, market, customers), customers);
  const std::vector<double> starters =
      largest_remainder(quotas_of(cells, market, starters_of_a_firm), std::floor(starters_of_a_firm + 0.5));
  for (int s = 0; s < cells.classes; ++s) {
    for (int k = 0; k < cells.firms; ++k) {
      const auto i = static_cast<std::size_t>(s * cells.firms + k);
      const auto at = [&](int state) -> double& { return cells.at(k, state)[static_cast<std::size_t>(s)]; };
      for (int f = 0; f < cells.firms; ++f) at(cells.state_of(f, 0)) = starters[i];
      at(0) = people[i] - cells.firms * starters[i];
      if (at(0) < 0) {
        throw InputError(Problem{{},
                                 "market.start_penetration",
                                 "too few people are left in a cell once everybody is a whole person",
                                 "lower it a little, or raise market.customers"});
      }
    }
  }
  return result;
}

void Pooled::admit(const MarketParameters& market, double inflow, int week) {
  const auto arrived = [&](double share, int until) {
    return std::floor(share * std::exp(inflow * until / 52) + 1e-9);
  };
  const std::vector<double> shares = quotas_of(cells, market, static_cast<double>(market.customers));
  for (int s = 0; s < cells.classes; ++s) {
    for (int k = 0; k < cells.firms; ++k) {
      const double share = shares[static_cast<std::size_t>(s * cells.firms + k)];
      cells.at(k, 0)[static_cast<std::size_t>(s)] += arrived(share, week) - arrived(share, week - 1);
    }
  }
}

std::vector<Flow> Pooled::respond(const Hazards& hazards, const Luck& luck, int week) {
  return respond_well_mixed(cells, hazards, DrawnSplit(luck, week));
}

}  // namespace orgsim
