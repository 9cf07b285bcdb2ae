#include "model/market/pooled.hpp"

#include <algorithm>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

namespace {

// One multinomial as binomials of what is left, in the order of the events.
void split_multinomial(Stream draws, double count, std::span<const double> hazards, std::span<double> moved) {
  const double total = std::accumulate(hazards.begin(), hazards.end(), 0.0);
  const double any = -std::expm1(-total);
  auto people = static_cast<std::int64_t>(count);
  double probability_left = 1;
  for (std::size_t i = 0; i < hazards.size(); ++i) {
    moved[i] = 0;
    if (hazards[i] <= 0 || people == 0) continue;
    const double p = any * hazards[i] / total;
    const double conditional = std::clamp(p / probability_left, 0.0, 1.0);
    const std::int64_t drawn = boost::random::binomial_distribution<std::int64_t>(people, conditional)(draws);
    moved[i] = static_cast<double>(drawn);
    people -= drawn;
    probability_left -= p;
  }
}

std::vector<double> row_quotas(const Cells& cells, const MarketParameters& market, double people) {
  std::vector<double> quotas;
  for (int r = 0; r < cells.rows(); ++r) {
    quotas.push_back(market.mass[static_cast<std::size_t>(r / cells.firms)] * people / cells.firms);
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
  const std::vector<double> people = largest_remainder(row_quotas(cells, market, customers), customers);
  const std::vector<double> starters =
      largest_remainder(row_quotas(cells, market, starters_of_a_firm), std::floor(starters_of_a_firm + 0.5));
  for (int r = 0; r < cells.rows(); ++r) {
    const auto i = static_cast<std::size_t>(r);
    const auto row = cells.row(r);
    for (int f = 0; f < cells.firms; ++f) row[static_cast<std::size_t>(cells.state_of(f, 0))] = starters[i];
    row[0] = people[i] - cells.firms * starters[i];
    if (row[0] < 0) {
      throw InputError(Problem{{},
                               "market.start_penetration",
                               "too few people are left in a cell once everybody is a whole person",
                               "lower it a little, or raise market.customers"});
    }
  }
  return result;
}

void Pooled::admit(const MarketParameters& market, double inflow, int week) {
  const auto arrived = [&](double share, int until) {
    return std::floor(share * std::exp(inflow * until / 52) + 1e-9);
  };
  const std::vector<double> shares = row_quotas(cells, market, static_cast<double>(market.customers));
  for (int r = 0; r < cells.rows(); ++r) {
    const double share = shares[static_cast<std::size_t>(r)];
    cells.row(r)[0] += arrived(share, week) - arrived(share, week - 1);
  }
}

std::vector<Flow> Pooled::respond(const Hazards& hazards, const Luck& luck, int week) {
  return respond_well_mixed(cells, hazards, [&](int cell, double count, auto rates, auto moved) {
    const Stream draws =
        luck.stream(Purpose::customers, static_cast<std::uint32_t>(week), static_cast<std::uint32_t>(cell));
    split_multinomial(draws, count, rates, moved);
  });
}

}  // namespace orgsim
