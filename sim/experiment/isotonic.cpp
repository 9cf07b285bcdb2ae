#include "experiment/isotonic.hpp"

#include "core/error.hpp"

namespace orgsim {

namespace {

struct Pool {
  double mean = 0;
  double weight = 0;
  std::size_t members = 0;
};

}  // namespace

std::vector<double> falling_fit(std::span<const double> values, std::span<const double> weights) {
  require(values.size() == weights.size(), "a weight for each value");
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Pool last{values[i], weights[i], 1};
    while (!pools.empty() && pools.back().mean < last.mean) {
      const Pool& before = pools.back();
      const double weight = before.weight + last.weight;
      last = {(before.mean * before.weight + last.mean * last.weight) / weight, weight,
              before.members + last.members};
      pools.pop_back();
    }
    pools.push_back(last);
  }
  std::vector<double> fit;
  for (const Pool& pool : pools) fit.insert(fit.end(), pool.members, pool.mean);
  return fit;
}

}  // namespace orgsim
