#include "experiment/guards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/simulation.hpp"
#include "platform/memory.hpp"

namespace orgsim {

namespace {

constexpr double kLargest = 1e30;  // beyond it differences and 32-bit results mean nothing

constexpr double kBytesOfState = sizeof(PersonState) + sizeof(EntryChannel);

// Every run has the states of its people, and how they came; the network is one for a replication, and made
// on one thread.
double memory_of_networks(const Scenario& scenario, std::size_t arms, std::size_t replications, int threads) {
  const Parameters& p = scenario.parameters;
  if (p.market.kind != MarketKind::network) return 0;
  const double people = people_by_the_end(p);
  const NetworkMemory one =
      memory_of(p.market.network, people, people - static_cast<double>(p.market.customers));
  const auto networks = static_cast<double>(replications);
  return networks * (kBytesOfState * static_cast<double>(arms) * people + one.kept) +
         std::min(networks, static_cast<double>(threads)) * one.making;
}

template <class Array>
double size_of(const Array& all, std::size_t firms) {
  const auto rows = static_cast<std::size_t>(all.rows());
  double size = 0;
  for (std::size_t f = 0; f < firms; ++f) {
    for (std::size_t i = 0; i < rows; ++i) size += std::abs(all.numbers()[place_of(rows, i, f)]);
  }
  return size;
}

}  // namespace

void expect_finite(const World& world) {
  const Firms& firms = world.firms;
  double sizes = 0;
  for (const OfFirms* x : {&firms.cash, &firms.growth, &firms.product_quality, &firms.fit, &firms.virality,
                           &firms.goodwill, &firms.profit, &firms.revenue, &firms.ltv, &firms.quality})
    sizes += size_of(*x, firms.count());
  for (const OfDepartments* x :
       {&firms.contributed, &firms.credited, &firms.budget, &firms.cost, &firms.power, &firms.share})
    sizes += size_of(*x, firms.count());
  if (sizes <= kLargest) return;
  const RowLayout layout(firms.count(), run_series());
  std::vector<double> row(layout.width());
  layout.record(world, row.data());
  expect_finite(layout, row.data(), world.week);
  throw InputError(overflow(fmt::format("what firms carry from week {} into the next", world.week)));
}

void expect_finite(const RowLayout& layout, const double* row, int week) {
  double sizes = 0;
  for (std::size_t i = 0; i < layout.width(); ++i) sizes += std::abs(row[i]);
  if (sizes <= kLargest) return;
  for (std::size_t s = 0; s < layout.series.size(); ++s) {
    const bool fine = std::all_of(row + layout.offsets[s], row + layout.offsets[s + 1],
                                  [](double x) { return std::abs(x) <= kLargest; });
    if (!fine) throw InputError(overflow(fmt::format("'{}' in week {}", layout.series[s].name, week)));
  }
  throw InputError(overflow(fmt::format("the series of week {}", week)));
}

// All replications are simulated side by side, block of weeks by block of weeks, so that what they need is
// known beforehand: a firm's state and the tables of its market, what is kept per week, and the people of a
// network.
void expect_memory(const Scenario& scenario, std::size_t arms, std::size_t replications, int threads,
                   const std::string& asked_by) {
  const auto& market = scenario.parameters.market;
  const auto firms = static_cast<double>(scenario.firms.size());
  const auto cells = static_cast<double>(Cells(market).counts.size());
  const double windows = firms * static_cast<double>(scenario.parameters.firm.executive.growth_window);
  const double hazards =
      firms * firms *
      (static_cast<double>(market.mass.size()) * 2 + static_cast<double>(market.habit_levels) * firms);
  const double a_run = sizeof(Simulation) + firms * sizeof(FirmParameters) + 8 * (cells + windows + hazards) +
                       20.0 * static_cast<double>(scenario.parameters.run.weeks) + 4000;
  const auto needed_for = [&](std::size_t count) {
    return memory_of_networks(scenario, arms, count, threads) + a_run * static_cast<double>(arms * count) +
           8.0 * kBlockNumbers;
  };
  const double needed = needed_for(replications);
  const double free = free_memory();
  if (needed <= free) return;
  const auto told = [&](const std::string& key, const std::string& whose, double bytes,
                        const std::string& cure) {
    const std::string runs = arms == 1 ? "one run" : fmt::format("{} runs", arms);
    const std::string what = fmt::format("{} of {} need about {:.1f} GB, and {:.1f} GB are free", whose, runs,
                                         bytes / 1e9, free / 1e9);
    return InputError(Problem{{}, key, what, cure});
  };
  const bool network = market.kind == MarketKind::network;
  const std::string otherwise = network ? fmt::format(", or {}", kUsePooled) : "";
  if (const double one = needed_for(1); one > free && network) {
    throw told("market.customers", "the people and ties", one,
               "fewer people, neighbours or strategies" + otherwise);
  }
  throw told(
      asked_by, fmt::format("{} replications", replications), needed,
      fmt::format("lower it to {:.0f} or fewer{}",
                  std::max(1.0, std::floor(static_cast<double>(replications) * free / needed)), otherwise));
}

}  // namespace orgsim
