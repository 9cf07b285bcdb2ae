#include "core/binomial_lanes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/long_vectors.hpp"

namespace orgsim {

namespace {

constexpr double kProposedMean = 10;  // the least for which proposals are possible
// More successes, where fewer than kProposedMean are expected, have a probability of 1e-30. The rounding of
// all probabilities together leaves a remainder of the largest u, which must not count for successes.
constexpr double kMostFew = 64;
// Draws of an inversion that wait for each other; half of them at the end, lest many wait for nobody.
constexpr std::size_t kSideBySide = 16;

// Fills up to whole vectors, so that loops need no left-overs. Never more than there is room for.
std::size_t fill_up(BinomialLanes& lanes, std::size_t of) {
  const std::size_t size = (lanes.size + of - 1) / of * of;
  for (std::size_t i = lanes.size; i < size; ++i) {
    lanes.n[i] = lanes.k[i] = 1;
    lanes.p[i] = lanes.u[i] = lanes.v[i] = 0.5;
  }
  return size;
}
static_assert(BinomialLanes::kMost % kSideBySide == 0);

// Takes the probabilities of 0, 1, ... successes from u until nothing is left of it.
template <std::size_t kTogether>
[[gnu::always_inline]] inline void invert_side_by_side(BinomialLanes& lanes, std::size_t first) {
  alignas(kCacheLine) std::array<double, kTogether> odds;
  alignas(kCacheLine) std::array<double, kTogether> scaled;
  alignas(kCacheLine) std::array<double, kTogether> next;  // the probability of x successes
  alignas(kCacheLine) std::array<double, kTogether> most;
  alignas(kCacheLine) std::array<double, kTogether> more;
  const double* n = &lanes.n[first];
  const double* p = &lanes.p[first];
  double* u = &lanes.u[first];
  double* k = &lanes.k[first];
  for (std::size_t i = 0; i < kTogether; ++i) {
    odds[i] = p[i] / (1 - p[i]);
    scaled[i] = (n[i] + 1) * odds[i];
    next[i] = elementary::exp(n[i] * elementary::log1p(-p[i]));
    most[i] = std::min(n[i], kMostFew);
    k[i] = 0;
  }
  double x = 1;
  const auto step = [&] {
    const double share = 1 / x;
    for (std::size_t i = 0; i < kTogether; ++i) {
      const double possible = x <= most[i] ? u[i] : -1;
      more[i] = possible > next[i] ? 1 : 0;
      u[i] = possible > next[i] ? u[i] - next[i] : -1;
      next[i] *= scaled[i] * share - odds[i];
      k[i] += more[i];
    }
    x += 1;
  };
  do {  // to ask whether all are done takes as long as a step
    step();
    step();
  } while (sum_of(kTogether, [&](std::size_t i) { return more[i]; }) > 0);
}

// Transformed rejection with squeeze: algorithm BTRS of Hoermann (1993), The generation of binomial random
// variates, J. Statistical Computation and Simulation 46, 101-110. Its names, but for sd = spq.
struct Hat {
  double sd;
  double b;
  double a;
};

[[gnu::always_inline]] inline Hat hat_of(double n, double p) {
  const double sd = std::sqrt(n * p * (1 - p));
  const double b = 1.15 + 2.53 * sd;
  return {sd, b, -0.0873 + 0.0248 * b + 0.01 * p};
}

constexpr std::size_t kSeriesFrom = 10;

// ln x! = (x + 1/2) ln(x + 1) - (x + 1) + ln(2 pi)/2 + this, by Stirling's series, for x >= kSeriesFrom and
// y = 1 / (x + 1).
[[gnu::always_inline]] inline double stirling_rest(double y) {
  const double y2 = y * y;
  return y * (1.0 / 12 - y2 * (1.0 / 360 - y2 * (1.0 / 1260 - y2 * (1.0 / 1680))));
}

// What the series lacks for 0, 1, ... up to there.
std::array<double, kSeriesFrom> errors_of_series() {
  constexpr double half_log_two_pi = 0x1.d67f1c864beb5p-1;
  std::array<double, kSeriesFrom> errors;
  double factorial = 1;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const auto x = static_cast<double>(i);
    factorial *= std::max(x, 1.0);
    const double rest =
        elementary::log(factorial) - ((x + 0.5) * elementary::log(x + 1) - (x + 1) + half_log_two_pi);
    errors[i] = rest - stirling_rest(1 / (x + 1));
  }
  return errors;
}

double mode_of(double n, double p) {
  return std::floor((n + 1) * p);
}

// What the series of the ratio lack together: something only for small numbers.
double series_errors(double n, double p, double k) {
  static const std::array<double, kSeriesFrom> errors = errors_of_series();
  constexpr auto from = static_cast<double>(kSeriesFrom);
  if (k >= from && n - k >= from) return 0;  // and so then are the mode's
  const double m = mode_of(n, p);
  const auto error = [&](double x) { return x < from ? errors[static_cast<std::size_t>(x)] : 0; };
  return error(m) + error(n - m) - error(k) - error(n - k);
}

// ln of the probability of k against that of the mode m, by Stirling's formula for the four factorials. Put
// together so that rounding counts as often as k is away from m, not n times.
[[gnu::always_inline]] inline double log_ratio(double n, double p, double k, double errors) {
  const double m = mode_of(n, p);
  const double d = k - m;
  const double per_m = 1 / (m + 1);
  const double per_k = 1 / (k + 1);
  const double per_other_m = 1 / (n - m + 1);
  const double per_other_k = 1 / (n - k + 1);
  return d * elementary::log(p * (n - m + 1) / ((1 - p) * (m + 1))) -
         (k + 0.5) * elementary::log1p(d * per_m) - (n - k + 0.5) * elementary::log1p(-d * per_other_m) +
         stirling_rest(per_m) + stirling_rest(per_other_m) - stirling_rest(per_k) -
         stirling_rest(per_other_k) + errors;
}

// ln of (1 + s) / (1 - s), within a millionth of itself for |s| <= 1/2.
[[gnu::always_inline]] inline double rough_log_of_ratio(double s) {
  const double w = s * s;
  return 2 * s *
         (1 + w * (1.0 / 3 +
                   w * (1.0 / 5 + w * (1.0 / 7 + w * (1.0 / 9 + w * (1.0 / 11 + w * (1.0 / 13 + w / 15)))))));
}

// ln x within 1e-6, for a normal x above 0.
[[gnu::always_inline]] inline double rough_log(double x) {
  constexpr std::uint64_t half_root = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
  constexpr std::uint64_t bias = 1024;  // keeps the exponent above 0 in unsigned arithmetic
  constexpr std::uint64_t two_to_52 = 0x4330000000000000;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t biased = (bits - half_root + (bias << 52U)) >> 52U;
  const double e = std::bit_cast<double>(biased | two_to_52) - (0x1p52 + static_cast<double>(bias));
  const double m = std::bit_cast<double>(bits - ((biased - bias) << 52U));
  const double s = (m - 1) / (m + 1);
  const double w = s * s;
  return e * elementary::kLn2High + 2 * s * (1 + w * (1.0 / 3 + w * (1.0 / 5 + w / 7)));
}

constexpr double kRough = 1e-3;  // more than what is left out of a rough excess

// What fits_under() asks the sign of, height less ratio, but for kRough; 0 where that is not sure. It decides
// nearly all k, in less than half of the time.
[[gnu::always_inline]] inline double rough_excess(double n, double p, double k, double u, double v) {
  const Hat hat = hat_of(n, p);
  const double us = 0.5 - std::abs(u - 0.5);
  const double height =
      rough_log(v * (2.83 * hat.b + 5.1) * hat.sd * us * us / (hat.b * (hat.a + hat.b * us * us)));
  const double m = mode_of(n, p);
  const double d = k - m;
  const double both = m + k + 2;
  const double others = 2 * n - m - k + 2;
  const double up = p * (n - m + 1);
  const double down = (1 - p) * (m + 1);
  const double per_m = 1 / (m + 1);
  const double per_k = 1 / (k + 1);
  const double per_other_m = 1 / (n - m + 1);
  const double per_other_k = 1 / (n - k + 1);
  const double ratio =
      d * rough_log_of_ratio((up - down) / (up + down)) - (k + 0.5) * rough_log_of_ratio(d / both) -
      (n - k + 0.5) * rough_log_of_ratio(-d / others) + (per_m + per_other_m - per_k - per_other_k) / 12;
  // All three are looked at, so that there is no branch between lanes.
  const double far = 2 * std::abs(d);
  const int sure = static_cast<int>(far <= both) & static_cast<int>(far <= others) & static_cast<int>(v > 0);
  return sure != 0 ? height - ratio : 0;
}

}  // namespace

void invert(BinomialLanes& lanes) {
  on_longest_vectors([&] {
    constexpr std::size_t half = kSideBySide / 2;
    const std::size_t size = fill_up(lanes, half);
    std::size_t i = 0;
    for (; i + kSideBySide <= size; i += kSideBySide) invert_side_by_side<kSideBySide>(lanes, i);
    if (i < size) invert_side_by_side<half>(lanes, i);
  });
}

void propose(BinomialLanes& lanes) {
  on_longest_vectors([&] {
    const std::size_t size = fill_up(lanes, kLongVector);
    for (std::size_t i = 0; i < size; ++i) {
      const Hat hat = hat_of(lanes.n[i], lanes.p[i]);
      const double u = lanes.u[i] - 0.5;
      const double us = 0.5 - std::abs(u);
      const double n = lanes.n[i];
      const double mean = n * lanes.p[i];
      const double k = std::floor((2 * hat.a / us + hat.b) * u + mean + 0.5);
      lanes.k[i] = k;
      const bool sure = (us >= 0.07) & (lanes.v[i] <= 0.92 - 4.2 / hat.b);
      const bool possible = (k >= 0) & (k <= n);
      const std::uint32_t otherwise =
          possible ? code_of(BinomialOutcome::doubtful) : code_of(BinomialOutcome::rejected);
      const std::uint32_t proposed = sure ? code_of(BinomialOutcome::accepted) : otherwise;
      lanes.outcome[i] = mean < kProposedMean ? code_of(BinomialOutcome::few) : proposed;
    }
  });
}

void judge(BinomialLanes& lanes) {
  alignas(kCacheLine) BinomialLanes::Numbers excess;
  on_longest_vectors([&] {
    const std::size_t size = fill_up(lanes, kLongVector);
    for (std::size_t i = 0; i < size; ++i) {
      excess[i] = rough_excess(lanes.n[i], lanes.p[i], lanes.k[i], lanes.u[i], lanes.v[i]);
      lanes.outcome[i] =
          excess[i] <= 0 ? code_of(BinomialOutcome::accepted) : code_of(BinomialOutcome::rejected);
    }
  });
  for (std::size_t i = 0; i < lanes.size; ++i) {
    if (std::abs(excess[i]) > kRough) continue;
    lanes.outcome[i] = fits_under(lanes.n[i], lanes.p[i], lanes.k[i], lanes.u[i], lanes.v[i])
                           ? code_of(BinomialOutcome::accepted)
                           : code_of(BinomialOutcome::rejected);
  }
}

double log_binomial_ratio(double n, double p, double k) {
  return log_ratio(n, p, k, series_errors(n, p, k));
}

bool fits_under(double n, double p, double k, double u, double v) {
  const Hat hat = hat_of(n, p);
  const double us = 0.5 - std::abs(u - 0.5);
  const double alpha = (2.83 + 5.1 / hat.b) * hat.sd;
  const double height = elementary::log(v * alpha * us * us / (hat.a + hat.b * us * us));
  return height <= log_binomial_ratio(n, p, k);
}

}  // namespace orgsim
