// docs/model.md, 7.5: two ledgers of the value made this week. Contributed: what each department's work was
// part of. Last touch: who is recorded as having won or kept the customer. The executive sees a blend of the
// two.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"
#include "model/columns.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// What keeping users is worth, and to whom it is due.
struct Kept {
  double product = 0;     // K_p
  double operations = 0;  // K_o
};

// What marketing built into the work of others.
struct CoOwnership {
  double fit = 0;       // phi1, of what a better fit sells and keeps
  double virality = 0;  // phi2, of word of mouth
};

// The exponents of e in one firm's ledgers: three utilities that are taken away to see what would be
// missing, and the exponent of leaving at the reference quality.
enum Exponent { of_pull, of_brand, of_closing, of_reference, exponents };
using Exponents = Columns<exponents>;

struct Ledger {
  const World& world;
  const int f;
  Firm& firm;
  FirmWeek& now = firm.now;

  const Product& product = firm.parameters.product;
  const Measurement& measurement = firm.parameters.measurement;

  double accepting = 0;  // non-users' acceptances, per contact
  double referred = 0;   // ref: part of word of mouth that operations brought about
  Kept kept = {};
  CoOwnership co = {};

  void value_customers();
  void credit_assists(const Exponents& y, const Exponents& exp_y);
  void credit_habit(double exp_reference);
  void credit_co_ownership();
  void book_contributed();
  void book_last_touch();

  void set_exponents(Exponents& y) const;
  double drop(double y, double without) const;
  double accepting_extremely(double y) const;
};

void Ledger::value_customers() {
  const Economics& economics = world.parameters.economics;
  const double n = std::max(world.census.users[static_cast<std::size_t>(f)], 1.0);
  approach(firm.churn, now.flow.lost() / n, firm.parameters.executive.churn_rate);
  now.lifetime_value = ratio(economics.margin * economics.price, firm.churn + economics.discount);
  now.value = now.flow.won * now.lifetime_value;
  now.value[Channel::broadcast] *= now.own_voice;  // what the chief executive's voice won is no department's
}

void Ledger::set_exponents(Exponents& y) const {
  const Choice& choice = world.parameters.market.choice;
  const double reference = product.quality_reference;
  y.col(f) << choice.quality * (now.relative_quality - reference),
      choice.goodwill * firm.goodwill * now.own_voice, choice.closing * now.closing,
      -world.parameters.market.retention.churn_quality * (reference - 1);
}

// drop(y): the share of the non-users' acceptances that would be missing without `y` of the firm's utility.
// `without`: the acceptances that would be left, as far as they come of odds that do not overflow.
double Ledger::drop(double y, double without) const {
  if (accepting <= 0) return 0;
  return 1 - (std::abs(y) > kSafeExponent ? accepting_extremely(y) : without) / accepting;
}

// The same sum where the odds would overflow.
double Ledger::accepting_extremely(double y) const {
  const Hazards& hazards = world.hazards;
  double sum = 0;
  for (int k = 0; k < hazards.firms; ++k) {
    for (int s = 0; s < hazards.classes; ++s) {
      const double bar = y + hazards.resistance[static_cast<std::size_t>(s)];
      sum += world.census.nonusers[hazards.row_of_nonuser(k, s)] * logistic(hazards.utility_of(f, k) - bar);
    }
  }
  return sum;
}

void Ledger::credit_assists(const Exponents& y, const Exponents& exp_y) {
  const AlignedNumbers& people = world.census.nonusers;
  const auto firm_of_market = static_cast<std::size_t>(f);
  const double* acceptance = &world.hazards.acceptance[firm_of_market * world.hazards.rows()];
  const double* against = &world.hazards.odds_against[firm_of_market * world.hazards.rows_of_nonusers()];
  Vector with{};
  std::array<Vector, of_reference> without{};
  for (std::size_t i = 0; i < people.size(); i += kVector) {
    Vector n;
    Vector share;
    Vector odds;
    load_vector(&people[i], n);
    load_vector(acceptance + i, share);
    load_vector(against + i, odds);
    with += n * share;
    for (int e = 0; e < of_reference; ++e) without[e] += n / (1 + odds * exp_y(e, f));
  }
  accepting = sum_of_entries(with);
  const auto dropped = [&](Exponent e) { return drop(y(e, f), sum_of_entries(without[e])); };
  now.pull = std::max(dropped(of_pull), 0.0);
  now.brand = dropped(of_brand);
  now.closed = dropped(of_closing);
  const double engagement = world.parameters.market.contact.referral_gain * now.engagement;
  referred = engagement / (1 + engagement);
}

void Ledger::credit_habit(double exp_reference) {
  const Retention& p = world.parameters.market.retention;
  const Hazards& hazards = world.hazards;
  const double leaving_of_new = hazards.leaving_of(f, 0);
  const double leaving_at_reference = std::min(p.churn * exp_reference, kSurely);
  double by_habit = 0;
  double by_quality = 0;
  for (int h = 0; h < hazards.levels; ++h) {
    const double n = world.census.at_habit(f, h);
    by_habit += n * (leaving_of_new - hazards.leaving_of(f, h));
    by_quality += n * hazards.staying[static_cast<std::size_t>(h)] * (leaving_at_reference - leaving_of_new);
  }
  by_habit *= now.lifetime_value;
  by_quality *= now.lifetime_value;
  const double nh = p.natural_habit;
  kept.operations = by_habit * ratio((1 - nh) * now.engagement, nh + (1 - nh) * now.engagement);
  kept.product = by_habit - kept.operations + std::max(by_quality, 0.0);
}

void Ledger::credit_co_ownership() {
  co.fit = clip(1 - ratio(firm.fit_alone, firm.fit), 0, 1);
  co.virality = clip(1 - ratio(firm.fit_alone * firm.virality_alone, firm.fit * firm.virality), 0, 1);
}

void Ledger::book_contributed() {
  const PerChannel& A = now.value;
  const double T = A.sum();
  const double after_pull = T * (1 - now.pull);
  const double l = (1 - now.pull) * (1 - now.brand) * (1 - now.closed);
  const double organic = l * A[Channel::organic];
  const double told = l * (1 - referred) * A[Channel::word_of_mouth];
  const double told_by_referral = l * referred * A[Channel::word_of_mouth];
  const double in_product = co.fit * (organic + T * now.pull + kept.product) + co.virality * told;
  const double in_operations = now.content_share * (told_by_referral + kept.operations);

  PerDepartment& c = now.contributed;
  c[Department::product] = T * now.pull + organic + told + kept.product - in_product;
  c[Department::marketing] = after_pull * now.brand + l * (A[Channel::broadcast] + A[Channel::performance]) +
                             in_product + in_operations;
  c[Department::sales] = after_pull * (1 - now.brand) * now.closed + l * A[Channel::sales];
  c[Department::operations] = told_by_referral + kept.operations - in_operations;
  const double all = c.sum();
  now.centrality = all > 0 ? PerDepartment(c / all) : PerDepartment();
}

void Ledger::book_last_touch() {
  const PerMode& shown = measurement.measurability;
  // Performance marketing is recorded for customers who would have come through other channels anyway.
  const double cap = measurement.capture * now.performance_share;
  PerChannel A = now.value;
  const double others = A[Channel::sales] + A[Channel::organic] + A[Channel::word_of_mouth];
  const double grab = cap * others;
  const double broadcast = shown[Mode::broadcast] * A[Channel::broadcast];
  const double performance = shown[Mode::performance] * A[Channel::performance];
  double unmeasured = A[Channel::broadcast] + A[Channel::performance] - broadcast - performance;
  // What cannot be shown is recorded for whoever else was there; where nobody was, it stays with marketing.
  const double taken_over = (1 - cap) * others;
  const double uplift = (1 - cap) * (taken_over > 0 ? 1 + unmeasured / taken_over : 1);
  if (taken_over > 0) unmeasured = 0;
  for (const Channel j : {Channel::sales, Channel::organic, Channel::word_of_mouth}) A[j] *= uplift;

  const double open = 1 - now.closed;
  const double organic = open * A[Channel::organic];
  const double told = open * (1 - referred) * A[Channel::word_of_mouth];
  const double told_by_referral = open * referred * A[Channel::word_of_mouth];
  const double in_product = shown[Mode::product] * (co.fit * (organic + kept.product) + co.virality * told);
  const double in_operations =
      shown[Mode::operations] * now.content_share * (told_by_referral + kept.operations);

  now.mode_credit = PerMode{broadcast, performance + grab, in_product, in_operations};
  PerDepartment& c = now.last_touch;
  c[Department::product] = organic + told + kept.product - in_product;
  c[Department::marketing] = now.mode_credit.sum() + unmeasured;
  c[Department::sales] = A[Channel::sales] + now.closed * (A[Channel::organic] + A[Channel::word_of_mouth]);
  c[Department::operations] = told_by_referral + kept.operations - in_operations;
}

}  // namespace

void ledgers(World& world) {
  const std::size_t firms = world.firms.size();
  const auto ledger_of = [&](std::size_t f) { return Ledger{world, static_cast<int>(f), world.firms[f]}; };
  Exponents y = columns_for<exponents>(firms);
  for (std::size_t f = 0; f < firms; ++f) ledger_of(f).set_exponents(y);
  Exponents exp_y = y;
  elementary::exp_of_each(numbers_of(exp_y));

  on_widest_vectors([&] {
    for (std::size_t f = 0; f < firms; ++f) {
      Ledger ledger = ledger_of(f);
      ledger.value_customers();
      ledger.credit_assists(y, exp_y);
      ledger.credit_habit(exp_y(of_reference, ledger.f));
      ledger.credit_co_ownership();
      ledger.book_contributed();
      ledger.book_last_touch();
      const double bias = ledger.measurement.attribution_bias;
      ledger.now.credited = bias * ledger.now.last_touch + (1 - bias) * ledger.now.contributed;
    }
  });
}

}  // namespace orgsim
