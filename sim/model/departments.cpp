// docs/model.md, 7.3: what the four departments do with their budgets. Marketing's own work is in
// marketing.cpp, the products' in products.cpp; where firms meet (voice, quality, performance) all firms act
// first and are then compared.
#include "model/departments.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// Operations turn their spending, and content that marketing or AI makes for them, into engagement.
void run_operations(const World& world, Firm& firm, double users) {
  const Marketing& p = firm.parameters.marketing;
  const double n = std::max(users, 1.0);
  const double o1 = firm.now.spend[Department::operations] / n;
  const double content = world.environment.people * firm.now.effort[Mode::operations] / n;
  const double self_made = world.parameters.environment.ai.self_serve * world.environment.ai_parity * o1;
  const double all_content = content + self_made;
  const double lift = p.content_gain * saturation(all_content, p.content_half);
  firm.now.content_share = all_content > 0 ? lift / (1 + lift) * content / all_content : 0;
  firm.now.engagement = saturation(o1 * (1 + lift), world.parameters.market.retention.engagement_half);
}

void close_sales(const World& world, Firm& firm) {
  firm.now.closing =
      saturation(firm.now.per_head[Department::sales], world.parameters.market.choice.closing_half);
}

void share_performance(World& world) {
  double all = world.parameters.market.contact.performance_half;
  for (const Firm& firm : world.firms) all += firm.now.effort[Mode::performance];
  for (Firm& firm : world.firms) firm.now.performance_share = ratio(firm.now.effort[Mode::performance], all);
}

}  // namespace

void departments(World& world) {
  for (Firm& firm : world.firms) {
    staff_marketing(world, firm);
    spend_budgets(world, firm);
  }
  work_modes(world);
  for (Firm& firm : world.firms) learn_modes(firm);
  speak_up(world);
  share_performance(world);
  develop_products(world);
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    run_operations(world, world.firms[f], world.census.users[f]);
    close_sales(world, world.firms[f]);
  }
}

}  // namespace orgsim
