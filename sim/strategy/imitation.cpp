#include "strategy/imitation.hpp"

#include <boost/random/normal_distribution.hpp>

#include "core/draws.hpp"
#include "model/selection.hpp"

namespace orgsim {

namespace {

const Strategy* strategy_of(const Head& head) {
  if (head.current) return &*head.current;
  return head.next ? &*head.next : nullptr;
}

// A legacy department's ways: what the firm's own keys say, without AI and proof.
Strategy legacy(const FirmParameters& p) {
  Strategy strategy;
  strategy.name = kNoStrategy;
  strategy.mix = p.marketing.mix;
  strategy.prove = 0;
  strategy.ceo_voice = p.marketing.ceo_voice;
  return strategy;
}

Strategy begun_in(Strategy strategy, int week) {
  strategy.start = week;
  strategy.when.reset();
  strategy.delay = 0;
  return strategy;
}

// The firm that looks most profitable per user, of those that have a marketing department. Every firm is
// given an error of view, whether it has one or not, so that no draw depends on what happened before.
std::size_t best_in_view(const Firms& firms, double noise, Stream& draws) {
  boost::random::normal_distribution<double> standard;
  std::optional<std::size_t> best;
  double most = 0;
  for (std::size_t g = 0; g < firms.count(); ++g) {
    const double seen = firms.survival[g].profit_per_user() + noise * standard(draws);
    if (is_dissolved(firms, g) || (best && seen <= most)) continue;
    best = g;
    most = seen;
  }
  return best.value();
}

// Whether a firm takes part in reviews (Selection::rivals). Its draws are its own: whether it does changes
// nobody else's.
bool reviews(const World& world, std::size_t f) {
  if (is_dissolved(world.firms, f)) return false;
  if (f == 0) return true;
  switch (world.parameters.selection.rivals) {
    case Rivals::stand:
      return false;
    case Rivals::respond:
      return world.firms.lines[f].first_week(Crisis::any).has_value();
    case Rivals::same:
      break;
  }
  return true;
}

}  // namespace

std::string_view followed_by(const Head& head) {
  const Strategy* strategy = strategy_of(head);
  return strategy == nullptr ? kNoStrategy : std::string_view(strategy->name);
}

void imitate(std::vector<Head>& heads, const World& world) {
  const Selection& p = world.parameters.selection;
  if (world.firms.survival.empty() || world.week == 0 || world.week % p.review != 0) return;
  const std::vector<Head> before = heads;  // all look at each other before any has changed
  for (std::size_t f = 0; f < heads.size(); ++f) {
    if (!reviews(world, f)) continue;
    Stream draws = world.stream_key.stream(Purpose::selection, static_cast<std::uint32_t>(world.week),
                                           static_cast<std::uint32_t>(f));
    if (uniform(draws) >= p.imitation) continue;
    const Head& best = before[best_in_view(world.firms, p.noise, draws)];
    if (followed_by(best) == followed_by(before[f])) continue;
    const Strategy* copied = strategy_of(best);
    heads[f].next = begun_in(copied == nullptr ? legacy(world.firms.keys.of(f)) : *copied, world.week);
  }
}

}  // namespace orgsim
