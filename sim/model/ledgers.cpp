// docs/model.md, 3.5: two ledgers of the value made this week. Contributed: what each department's work was
// part of. Last touch: who is recorded as having won or kept the customer. The executive sees a blend of the
// two.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/vectors.hpp"
#include "model/selection.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// What both ledgers book, of every firm.
struct Books {
  OfFirms ref;   // part of word of mouth that operations brought about
  OfFirms K_p;   // what keeping users is worth: to product
  OfFirms K_o;   // and to operations
  OfFirms phi1;  // what marketing built into the work of others: of what a better fit sells and keeps
  OfFirms phi2;  // of word of mouth
};

// Three utilities that are taken away to see what would be missing.
enum Assist { of_pull, of_brand, of_closing, assists };
using OfAssists = OverFirms<Columns<assists>>;

std::array<double, assists> of_firm(const OfAssists& all, std::size_t f) {
  std::array<double, assists> numbers;
  for (std::size_t e = 0; e < assists; ++e) numbers[e] = all.numbers()[place_of(assists, e, f)];
  return numbers;
}

// drop(y) of one firm: the share of the non-users' acceptances that would be missing without y of its
// utility, as accepting() has them. `exp_y`: e to the power of y, with which the odds against the firm are
// multiplied.
std::array<double, assists> drops(const World& world, int f, const double* y, const double* exp_y) {
  const AlignedNumbers& people = world.census.nonusers;
  const Hazards& hazards = world.hazards;
  const double* acceptance = &hazards.acceptance[static_cast<std::size_t>(f) * hazards.rows()];
  const double* against = &hazards.odds_against[static_cast<std::size_t>(f) * hazards.rows_of_nonusers()];
  Vector with{};
  std::array<Vector, assists> without{};
  for (std::size_t i = 0; i < people.size(); i += kVector) {
    Vector n;
    Vector share;
    Vector odds;
    load_vector(&people[i], n);
    load_vector(acceptance + i, share);
    load_vector(against + i, odds);
    with += n * share;
    // n / (1 + odds exp(y)) of each, with the one division that takes longer than all the rest.
    const Vector a = 1 + odds * exp_y[of_pull];
    const Vector b = 1 + odds * exp_y[of_brand];
    const Vector c = 1 + odds * exp_y[of_closing];
    const Vector ab = a * b;
    const Vector of_all = n / (ab * c);
    without[of_pull] += of_all * (b * c);
    without[of_brand] += of_all * (a * c);
    without[of_closing] += of_all * ab;
  }
  const double with_all = sum_of_entries(with);
  std::array<double, assists> dropped{};
  if (with_all <= 0) return dropped;
  for (std::size_t e = 0; e < assists; ++e) {
    if (y[e] == 0) continue;
    const bool overflows = hazards.are_extreme || std::abs(y[e]) > kSafeExponent;
    const double left = overflows ? accepting(world, f, y[e]) : sum_of_entries(without[e]);
    dropped[e] = 1 - left / with_all;
  }
  return dropped;
}

void credit_assists(World& world) {
  const Choice& choice = world.parameters.market.choice;
  Firms& firms = world.firms;
  OfAssists y(assists, firms.users.cols());
  y.row(of_pull) = choice.quality * (firms.quality - firms.keys(&Product::quality_reference));
  y.row(of_brand) = choice.goodwill * firms.goodwill * firms.own_voice;
  y.row(of_closing) = choice.closing * firms.sales_force;
  const OfAssists exp_y = elementary::exp(y);
  on_widest_vectors([&] {
    for (std::size_t f = 0; f < firms.count(); ++f) {
      const auto drop = drops(world, static_cast<int>(f), of_firm(y, f).data(), of_firm(exp_y, f).data());
      firms.pull(f) = std::max(drop[of_pull], 0.0);
      firms.brand(f) = drop[of_brand];
      firms.closing(f) = drop[of_closing];
    }
  });
}

void value_customers(const World& world, Firms& firms) {
  const Economics& economics = world.parameters.economics;
  firms.churn += firms.keys(&Executive::churn_rate) * (firms.lost / firms.users.max(1) - firms.churn);
  firms.ltv =
      economics.margin * firms.keys(&Offer::price) / (firms.churn + economics.discount).max(kRatioFloor);
  firms.value = firms.won_by_channel.rowwise() * firms.ltv;
  firms.value[Channel::broadcast] *=
      firms.own_voice;  // what the chief executive's voice won is no department's
}

void credit_habit(const World& world, Books& books) {
  const Retention& p = world.parameters.market.retention;
  const Hazards& hazards = world.hazards;
  const Firms& firms = world.firms;
  const ByHabit& n = world.census.by_habit;
  const auto levels = static_cast<std::size_t>(n.rows());
  OfFirms mu_reference(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) mu_reference(f) = hazards.at_reference[f];
  OfFirms mu_new;
  OfFirms kept_by_habit(firms.count());
  OfFirms kept_by_quality(firms.count());
  for (std::size_t h = 0; h < levels; ++h) {
    OfFirms mu(firms.count());
    for (std::size_t f = 0; f < firms.count(); ++f) mu(f) = hazards.leaving[f * levels + h];
    if (h == 0) mu_new = mu;
    const auto n_h = n.row(static_cast<Eigen::Index>(h));
    kept_by_habit += n_h * (mu_new - mu);
    kept_by_quality += n_h * hazards.staying[h];
  }
  const OfFirms by_habit = firms.ltv * kept_by_habit;
  const OfFirms by_quality = firms.ltv * kept_by_quality * (mu_reference - mu_new);
  const OfFirms driven = (1 - p.natural_habit) * firms.engagement;
  books.K_o = by_habit * ratio(driven, p.natural_habit + driven);
  books.K_p = by_habit - books.K_o + by_quality.max(0);
}

Books books_of(World& world) {
  Firms& firms = world.firms;
  Books books;
  const OfFirms referring = world.parameters.market.contact.referral_gain * firms.engagement;
  books.ref = referring / (1 + referring);
  credit_habit(world, books);
  books.phi1 = clip(1 - ratio(firms.fit_alone, firms.fit), 0, 1);
  books.phi2 = clip(1 - ratio(firms.fit_alone * firms.virality_alone, firms.fit * firms.virality), 0, 1);
  return books;
}

void book_contributed(Firms& firms, const Books& books) {
  const auto& [ref, K_p, K_o, phi1, phi2] = books;
  const OfChannels& A = firms.value;
  const OfFirms& pull = firms.pull;
  const OfFirms& brand = firms.brand;
  const OfFirms& kcl = firms.closing;
  const OfFirms& psi = firms.psi;
  const OfFirms T = A.colwise().sum();
  const OfFirms l = (1 - pull) * (1 - brand) * (1 - kcl);
  const OfFirms organic = l * A[Channel::organic];
  const OfFirms told = l * (1 - ref) * A[Channel::word_of_mouth];
  const OfFirms referred = l * ref * A[Channel::word_of_mouth];
  const OfFirms Cp = phi1 * (organic + T * pull + K_p) + phi2 * told;
  const OfFirms Co = psi * (referred + K_o);

  OfDepartments& c = firms.contributed;
  c[Department::product] = T * pull + organic + told + K_p - Cp;
  c[Department::marketing] =
      T * (1 - pull) * brand + l * (A[Channel::broadcast] + A[Channel::performance]) + Cp + Co;
  c[Department::sales] = T * (1 - pull) * (1 - brand) * kcl + l * A[Channel::sales];
  c[Department::operations] = referred + K_o - Co;
  const OfFirms all = c.colwise().sum();
  OfModes& mode = firms.mode_contributed;
  mode[Mode::broadcast] = l * A[Channel::broadcast] + T * (1 - pull) * brand;
  mode[Mode::performance] = l * A[Channel::performance];
  mode[Mode::product] = Cp;
  mode[Mode::operations] = Co;
  firms.centrality = c.rowwise() * OfFirms(where_positive(all, 1 / all, 0));
}

void book_last_touch(Firms& firms, const Books& books) {
  const auto& [ref, K_p, K_o, phi1, phi2] = books;
  const OfModes shown = firms.keys(&Measurement::measurability);
  const OfFirms& kcl = firms.closing;
  const OfFirms& psi = firms.psi;
  OfChannels A = firms.value;
  // Performance marketing is recorded for customers who would have come through other channels anyway.
  const OfFirms cap = firms.keys(&Measurement::capture) * firms.performance_share;
  const OfFirms others = A[Channel::sales] + A[Channel::organic] + A[Channel::word_of_mouth];
  const OfFirms grab = cap * others;
  const OfFirms broadcast = shown[Mode::broadcast] * A[Channel::broadcast];
  const OfFirms performance = shown[Mode::performance] * A[Channel::performance];
  const OfFirms unmeasured = A[Channel::broadcast] + A[Channel::performance] - broadcast - performance;
  // What cannot be shown is recorded for whoever else was there; where nobody was, it stays with marketing.
  const OfFirms taken_over = (1 - cap) * others;
  const OfFirms uplift = (1 - cap) * where_positive(taken_over, 1 + unmeasured / taken_over, 1);
  const OfFirms left = where_positive(taken_over, 0, unmeasured);
  for (const Channel j : {Channel::sales, Channel::organic, Channel::word_of_mouth}) A[j] *= uplift;

  const OfFirms open = 1 - kcl;
  const OfFirms organic = open * A[Channel::organic];
  const OfFirms told = open * (1 - ref) * A[Channel::word_of_mouth];
  const OfFirms referred = open * ref * A[Channel::word_of_mouth];
  OfModes& mode = firms.mode_credit;
  mode[Mode::broadcast] = broadcast;
  mode[Mode::performance] = performance + grab;
  mode[Mode::product] = shown[Mode::product] * (phi1 * (organic + K_p) + phi2 * told);
  mode[Mode::operations] = shown[Mode::operations] * psi * (referred + K_o);

  OfDepartments& c = firms.last_touch;
  c[Department::product] = organic + told + K_p - mode[Mode::product];
  c[Department::marketing] = mode.colwise().sum() + left;
  c[Department::sales] = A[Channel::sales] + kcl * (A[Channel::organic] + A[Channel::word_of_mouth]);
  c[Department::operations] = referred + K_o - mode[Mode::operations];
}

}  // namespace

double accepting(const World& world, int f, double y) {
  const Hazards& hazards = world.hazards;
  double sum = 0;
  for (int k = 0; k < hazards.firms; ++k) {
    for (std::size_t s = 0; s < hazards.resistance.size(); ++s) {
      const double people = world.census.nonusers[s * hazards.stride() + static_cast<std::size_t>(k)];
      sum += people * logistic(hazards.utility_of(f, k) - y - hazards.resistance[s]);
    }
  }
  return sum;
}

void ledgers(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    value_customers(world, firms);
    credit_assists(world);
    const Books books = books_of(world);
    book_contributed(firms, books);
    book_last_touch(firms, books);
    without_dissolved(firms.last_touch, firms);
    const OfFirms beta = firms.keys(&Measurement::attribution_bias) * (1 - firms.proof);
    firms.credited = firms.last_touch.rowwise() * beta + firms.contributed.rowwise() * OfFirms(1 - beta);
    without_dissolved(firms.credited, firms);
  });
}

}  // namespace orgsim
