#include "executive/all.hpp"

#include <boost/container/static_vector.hpp>

#include "core/error.hpp"
#include "core/vectors.hpp"
#include "model/selection.hpp"

namespace orgsim {

namespace {

using SomeFirms = boost::container::static_vector<std::size_t, kMostFirms>;

// Calls with(kind, firms that are of it) for each kind that some firm names.
template <class With>
void for_each_kind_in_use(const Firms& firms, With&& with) {
  std::size_t found = 0;
  const auto of_kind = [&]<class Kind>(const Kind& kind) {
    SomeFirms of_it;
    for (std::size_t f = 0; f < firms.count(); ++f)
      if (firms.keys.of(f).executive.budgeting == Kind::name) of_it.push_back(f);
    if (!of_it.empty()) with(kind, of_it);
    found += of_it.size();
  };
  std::apply([&](const auto&... kind) { (of_kind(kind), ...); }, ExecutiveKinds());
  require(found == firms.count(), "an executive is of a kind that there is");
}

// Summing to one, and nobody much below the floor but who has been dissolved.
OfDepartments floored(OfDepartments x, const OfFirms& floor, const Firms& firms) {
  without_dissolved(x, firms);
  x.rowwise() /= OfFirms(x.colwise().sum());
  x = x.max(in_each_row<Department>(floor));
  without_dissolved(x, firms);
  x.rowwise() /= OfFirms(x.colwise().sum());
  return x;
}

void take(const Division& division, std::size_t f, Firms& firms) {
  if (!firms.decided[f].hold_share) firms.share.set(f, division.shares.of(f));
  firms.by_credit.set(f, division.by_credit.of(f));
  firms.by_noise.set(f, division.by_noise.of(f));
  firms.by_power.set(f, division.by_power.of(f));
  firms.by_equality.set(f, division.by_equality.of(f));
}

}  // namespace

void set_total_budgets(World& world) {
  Firms& firms = world.firms;
  for_each_kind_in_use(firms, [&](const auto& kind, const SomeFirms& of_it) {
    const OfFirms B = kind.total_budget(world);
    for (const std::size_t f : of_it) firms.total_budget(f) = B(f);
  });
}

void reallocate(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    for_each_kind_in_use(firms, [&](const auto& kind, const SomeFirms& of_it) {
      Division division = kind.divide(world);
      for (OfDepartments* why :
           {&division.by_credit, &division.by_noise, &division.by_power, &division.by_equality})
        without_dissolved(*why, firms);
      division.shares = floored(division.shares, firms.keys(&Executive::share_floor), firms);
      for (const std::size_t f : of_it) take(division, f, firms);
    });
    firms.log_share = ln(firms.share);
    firms.by_rest = firms.log_share - firms.log_share_before - firms.by_credit - firms.by_noise -
                    firms.by_power - firms.by_equality;
  });
}

}  // namespace orgsim
