// docs/model.md, 3.6: power, perceived returns, and the week's books. The division of next week's budget
// is in executive/.
#include <cmath>

#include "core/vectors.hpp"
#include "model/selection.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// Dismissing people does not make a department irreplaceable; redeploying them does.
void judge_substitutability(const World& world, Firms& firms) {
  const OwnKeys& p = firms.keys;
  const OfModes craft_of_mode = 1 - p(&Marketing::judgement);
  const OfFirms craft = p(&Marketing::craft);
  const OfFirms now = (craft - firms.redeploy * firms.freed) * (firms.mix * craft_of_mode).colwise().sum();
  const OfFirms before = craft * (p(&Marketing::mix) * craft_of_mode).colwise().sum();
  OfDepartments exposure = p(&Measurement::ai_exposure);
  exposure[Department::marketing] = clip(ratio(now, before), 0, 1);
  // Under scrutiny a firm learns faster to do it itself.
  const double a = world.environment.ai_parity;
  OfFirms& H = firms.insourced;
  H += world.parameters.environment.ai.insource * firms.scrutiny * a * (1 - H);
  firms.non_substitutability = 1 - exposure.rowwise() * OfFirms(a * H);
}

// Strategic contingencies: Hickson et al. (1971), Salancik & Pfeffer (1974).
void shift_power(Firms& firms) {
  const OfDepartments accounted =
      elementary::pow(firms.measurability, firms.keys(&Measurement::accountability));
  OfDepartments claim = firms.centrality * firms.non_substitutability * accounted;
  without_dissolved(claim, firms);
  const OfFirms all = claim.colwise().sum();
  const OfFirms rate = where_positive(all, firms.keys(&Executive::power_rate), 0);
  firms.power += (claim.rowwise() / all.max(kRatioFloor) - firms.power).rowwise() * rate;
}

void perceive_returns(const World& world, Firms& firms) {
  const OwnKeys& p = firms.keys;
  const OfDepartments& b = firms.budget;
  // Not in a week in which there was next to nothing to return anything.
  const OfFirms nothing = 1e-9 * firms.total_budget;
  const OfDepartments fresh_or_old =
      where_positive(in_each_row<Department>(nothing) - b, firms.roi, firms.credited / b);
  const OfDepartments seen = where_positive(b, fresh_or_old, firms.roi);
  const OfFirms roi_rate =
      world.week == 0 ? OfFirms(OfFirms::Base::Ones(1, b.cols())) : OfFirms(p(&Executive::roi_rate));
  firms.roi += (seen - firms.roi).rowwise() * roi_rate;

  if (!is_random(world.market)) return;
  const OfFirms rate = p(&Executive::perception_rate);
  const OfFirms fresh = (rate * (2 - rate)).sqrt() * p(&Executive::perception_noise);
  OfDepartments z(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) {
    for (const Department d : every<Department>()) {
      const std::size_t entity = f * count_of<Department> + static_cast<std::size_t>(d);
      z(d, f) = shock(world, Purpose::perception, entity);
    }
  }
  firms.perception = firms.perception.rowwise() * OfFirms(1 - rate) + z.rowwise() * fresh;
}

void close_books(const World& world, Firms& firms) {
  firms.profit = world.parameters.economics.margin * firms.revenue - firms.cost.colwise().sum() -
                 firms.ceo_voice * world.environment.people;
  firms.cash += firms.profit + firms.injection + firms.granted;
}

}  // namespace

void politics(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    judge_substitutability(world, firms);
    shift_power(firms);
    perceive_returns(world, firms);
    close_books(world, firms);
  });
}

}  // namespace orgsim
