// docs/model.md, 3.3: what the departments do with their budgets. Marketing's own work is in
// marketing.cpp, the products' in products.cpp.
#include "model/departments.hpp"

#include "core/vectors.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

template <class Derived>
OfFirms saturation(const Eigen::ArrayBase<Derived>& x, double half) {
  return ratio(x, half + x);
}

// Operations turn their spending, and content that marketing or AI makes for them, into engagement.
void run_operations(World& world) {
  Firms& firms = world.firms;
  const OwnKeys& p = firms.keys;
  const double self_serve = world.parameters.environment.ai.self_serve * world.environment.ai_parity;
  const OfFirms n = firms.users.max(1);

  const OfFirms o1 = firms.spend[Department::operations] / n;
  const OfFirms C = world.environment.people * firms.effort[Mode::operations] / n;
  const OfFirms Cs = self_serve * o1;
  const auto engagement = [&](const OfFirms& content) -> OfFirms {
    const OfFirms lift = p(&Marketing::content_gain) * ratio(content, p(&Marketing::content_half) + content);
    return saturation(o1 * (1 + lift), world.parameters.market.retention.engagement_half);
  };
  firms.engagement = engagement(C + Cs);
  const OfFirms without = engagement(Cs);
  firms.psi = where_positive(firms.engagement, 1 - without / firms.engagement, 0);
}

}  // namespace

void departments(World& world) {
  spend_budgets(world);
  work_modes(world);
  speak_up(world);
  develop_products(world);
  on_widest_vectors([&] {
    run_operations(world);
    world.firms.sales_force =
        saturation(world.firms.per_head[Department::sales], world.parameters.market.choice.closing_half);
  });
}

}  // namespace orgsim
