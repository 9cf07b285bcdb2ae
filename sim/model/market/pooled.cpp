#include "model/market/pooled.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "core/multinomials.hpp"
#include "core/vectors.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

namespace {

constexpr double kNothing = std::numeric_limits<double>::min();

// The probabilities to meet each of `count` events given that none of those before it was met.
Matrix conditional(const Matrix& hazards, std::size_t count) {
  Matrix given(count + 1, hazards.width());
  const double* factor = hazards[count];
  double* rest = given[count];  // what the events so far leave of 1
  std::fill_n(rest, hazards.width(), 1.0);
  on_widest_vectors([&] {
    for (std::size_t e = 0; e < count; ++e) {
      const double* hazard = hazards[e];
      double* p_of_event = given[e];
      for (std::size_t row = 0; row < hazards.width(); ++row) {
        const double p = hazard[row] * factor[row];
        const double of_rest = p / std::max(rest[row], kNothing);
        p_of_event[row] = std::min(std::max(of_rest, 0.0), 1.0);
        rest[row] -= p;
      }
    }
  });
  return given;
}

// The row of hazards that holds for each cell.
std::vector<std::uint32_t> rows_of(const Cells& cells, const Hazards& hazards) {
  std::vector<std::uint32_t> rows(cells.counts.size());
  for_each_vector(hazards, [&](std::size_t cell, std::size_t row) {
    for (std::size_t i = 0; i < kVector; ++i) rows[cell + i] = static_cast<std::uint32_t>(row + i);
  });
  return rows;
}

// What each cell (class s, favourite k) should hold of `people`, at s * firms + k.
std::vector<double> quotas_of(const Cells& cells, const MarketParameters& market, double people) {
  std::vector<double> quotas;
  for (const double mass : market.mass) {
    quotas.insert(quotas.end(), static_cast<std::size_t>(cells.firms), mass * people / cells.firms);
  }
  return quotas;
}

// Rounded by largest remainder, all firm by firm: where the starters do not fit, non-users are negative.
Cells rounded(const MarketParameters& market, std::span<const double> start) {
  Cells cells(market);
  const auto customers = static_cast<double>(market.customers);
  const std::vector<double> people = largest_remainder(quotas_of(cells, market, customers), customers);
  std::vector<std::vector<double>> starters;
  for (const double share : start) {
    const double of_firm = share * customers;
    starters.push_back(largest_remainder(quotas_of(cells, market, of_firm), std::floor(of_firm + 0.5)));
  }
  for (int s = 0; s < cells.classes; ++s) {
    for (int k = 0; k < cells.firms; ++k) {
      const auto i = static_cast<std::size_t>(s * cells.firms + k);
      double& nonusers = cells.at(k, s, 0) = people[i];
      for (int f = 0; f < cells.firms; ++f) {
        const double users = starters[static_cast<std::size_t>(f)][i];
        cells.at(k, s, cells.state_of(f, 0)) = users;
        nonusers -= users;
      }
    }
  }
  return cells;
}

bool has_everybody(const Cells& cells) {
  return std::none_of(cells.counts.begin(), cells.counts.end(), [](double count) { return count < 0; });
}

struct TakeDrawn {
  const Matrix& met;

  [[gnu::always_inline]] void from(std::size_t /*row*/, const Vector& /*people*/) const {}
  [[gnu::always_inline]] void operator()(std::size_t event, std::size_t /*row*/, std::size_t cell,
                                         Vector& moved) const {
    load_vector(met[event] + cell, moved);
  }
};

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

Pooled Pooled::populated(const MarketParameters& market, std::span<const double> start) {
  Pooled result{rounded(market, start)};
  require(has_everybody(result.cells), "the starters fit into the cells");
  return result;
}

bool Pooled::has_room(const MarketParameters& market, std::span<const double> start) {
  return has_everybody(rounded(market, start));
}

void Pooled::admit(const MarketParameters& market, double inflow, int week) {
  const auto arrived = [&](double share, int until) {
    return std::floor(share * elementary::exp(inflow * until / 52) + 1e-9);
  };
  const std::vector<double> shares = quotas_of(cells, market, static_cast<double>(market.customers));
  for (int s = 0; s < cells.classes; ++s) {
    for (int k = 0; k < cells.firms; ++k) {
      const double share = shares[static_cast<std::size_t>(s * cells.firms + k)];
      cells.at(k, s, 0) += arrived(share, week) - arrived(share, week - 1);
    }
  }
}

Flows Pooled::respond(const Hazards& hazards, const Response& response) {
  Matrix met(event_count(cells.firms), cells.counts.size());
  const Matrix given = conditional(event_hazards(hazards), met.rows());
  draw_multinomials({response.stream_key, Purpose::customers, static_cast<std::uint32_t>(response.week)},
                    cells.counts, rows_of(cells, hazards), given, met);
  return move_people(hazards, cells, TakeDrawn{met});
}

}  // namespace orgsim
