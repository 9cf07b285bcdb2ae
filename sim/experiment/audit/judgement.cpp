#include "experiment/audit/judgement.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace orgsim {

namespace {

// Futures are numbered like replications far beyond those that a run may have.
constexpr std::uint32_t kBeyondReplications = std::uint32_t{1} << 20U;

// Causal return of the department that is cut and of those that gain, in one future.
std::pair<double, double> returns_in(const Simulation& before, Department cut, const PerDepartment& gains,
                                     const Watched& watched, double factor, const Unit& unit) {
  const Account without = account_of(before, watched, unit);
  const auto return_of = [&](Department department) {
    return effect_of(before, {department, {}}, factor, watched, without, unit).causal_return();
  };
  double of_gainers = 0;
  for (const Department d : every<Department>()) {
    if (gains[d] > 0) of_gainers += gains[d] / gains.sum() * return_of(d);
  }
  return {return_of(cut), of_gainers};
}

}  // namespace

CutVerdict CutJudgement::verdict() const {
  if (difference.interval.low > 0) return CutVerdict::wrong;
  if (difference.interval.high < 0) return CutVerdict::right;
  return CutVerdict::undecided;
}

PerDepartment gains_over(std::span<const AuditedWeek> history, const WeekSpan& weeks) {
  PerDepartment gains;
  for (const Department d : every<Department>()) {
    const double after = history[static_cast<std::size_t>(weeks.last)].share[d];
    gains[d] = std::max(after - share_before(history, d, weeks.first), 0.0);
  }
  return gains;
}

CutJudgement judgement_of(const Simulation& before, Department cut, const PerDepartment& gains,
                          const Probing& probing, const Unit& unit) {
  require(probing.futures > 0 && gains.sum() > 0, "what one department loses others gain");
  const int first = before.weeks_done();
  const Watched watched{
      probing.firm, {first, first + probing.weeks - 1}, static_cast<int>(unit.scenario.parameters.run.weeks)};
  std::vector<double> of_cut;
  std::vector<double> of_gainers;
  std::vector<double> differences;
  const StreamKey own = before.world().stream_key;
  for (int k = 0; k < probing.futures; ++k) {
    Simulation future = before;
    future.meet_luck_of(
        {own.seed, own.replication + kBeyondReplications * (static_cast<std::uint32_t>(k) + 1)});
    const auto [cut_return, gainers_return] = returns_in(future, cut, gains, watched, probing.factor, unit);
    of_cut.push_back(cut_return);
    of_gainers.push_back(gainers_return);
    differences.push_back(cut_return - gainers_return);
  }
  return {estimate_of(of_cut), estimate_of(of_gainers), estimate_of(differences)};
}

}  // namespace orgsim
