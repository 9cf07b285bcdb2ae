// The limit in which the market is Bass's, with and without churn.
#include <algorithm>
#include <cmath>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

namespace {

constexpr double kInnovation = 0.03;  // p
constexpr double kImitation = 0.38;   // q
constexpr int kBassWeeks = 780;

// Libai, Muller & Peres (2009), equation 5; without churn Bass (1969).
double adopters(double churn, double years) {
  const double p = kInnovation;
  const double q = kImitation;
  const double root = std::sqrt((q - p - churn) * (q - p - churn) + 4 * q * p);
  const double high = (root + q - p - churn) / (2 * q);
  const double ratio = (root - (q - p - churn)) / (root + q - p - churn);
  return high * (1 - std::exp(-root * years)) / (1 + std::exp(-root * years) / ratio);
}

// One firm and one class of people, of whom only organic contacts and word of mouth make users.
Scenario bass(const Scenario& world, double churn) {
  Scenario limit = without_rivals(world);
  const double viral_base = parameters_of_firms(limit)[0].product.viral_base;
  let_hold_for_all(limit,
                   {"start_penetration", "churn", "spill", "q_gain", "q_decay", "talent", "frontier_growth"});
  MarketParameters& market = limit.parameters.market;
  FirmParameters& firm = limit.parameters.firm;
  market.mass = {1};
  market.resistance = {0};
  market.taste = market.inflow = 0;
  market.habit_levels = 1;
  market.contact.broadcast = market.contact.performance = market.contact.sales = 0;
  market.contact.referral_gain = 0;
  market.contact.organic = 2 * kInnovation / kYear;
  market.contact.word_of_mouth = 2 * kImitation / kYear / viral_base;
  market.choice.goodwill = market.choice.closing = 0;
  market.retention.churn_quality = market.retention.churn_habit = market.retention.lapse = 0;
  firm.offer.churn = churn / kYear;
  firm.offer.start_penetration = 0;
  firm.product.spill = firm.product.q_gain = firm.product.q_decay = 0;
  firm.product.talent = 1;
  limit.parameters.releases.frontier_growth = 0;
  limit.parameters.environment.climate.knots = {{0, 1}};
  limit.parameters.environment.directness.knots = {{0, 0}};
  return limit;
}

double largest_error(Runs& runs, double churn) {
  WatchedRun run = runs.run_of(bass(runs.world(), churn));
  double largest = 0;
  double years = 0;
  for (int week = 0; week < kBassWeeks; ++week) {
    years = (week + 1) / double{kYear};
    largest = std::max(largest, std::abs(run.week(week).penetration() - adopters(churn, years)));
  }
  return largest;
}

constexpr Figure kBassFigures[] = {
    {"bass_error", "share of people",
     "largest distance from Bass's closed form in 780 weeks, in the limit that it describes",
     [](Runs& runs) { return largest_error(runs, 0); }},
    {"bass_error_churn_10", "share of people",
     "largest distance from the closed form in 780 weeks with churn of a tenth a year",
     [](Runs& runs) { return largest_error(runs, 0.1); }},
    {"bass_error_churn_20", "share of people",
     "largest distance from the closed form in 780 weeks with churn of a fifth a year",
     [](Runs& runs) { return largest_error(runs, 0.2); }},
};

}  // namespace

std::span<const Figure> of_bass() {
  return kBassFigures;
}

}  // namespace orgsim::figure
