#include "experiment/select/course.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/draws.hpp"
#include "experiment/select/kaplan_meier.hpp"
#include "experiment/select/select.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMarketResamples = 1000;
constexpr double kMarketTail = 0.025;
constexpr double kNoEstimate = std::numeric_limits<double>::quiet_NaN();

// How often each market is in a resample.
using Times = std::vector<std::uint32_t>;

std::vector<Times> resamples_of(std::size_t markets, std::uint64_t seed) {
  std::vector<Times> resamples;
  if (markets < 2) return resamples;
  for (std::size_t b = 0; b < kMarketResamples; ++b) {
    // Week 2 of the purpose: 0 permutes ranks, 1 resamples a window's units.
    Stream draws = StreamKey{seed, static_cast<std::uint32_t>(b)}.stream(Purpose::permutation, 2, 0);
    Times& times = resamples.emplace_back(markets);
    for (std::size_t i = 0; i < markets; ++i) ++times[one_of(markets, draws)];
  }
  return resamples;
}

// Of what resamples came to, those that came to something.
Interval middle_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return {kNoEstimate, kNoEstimate};
  std::sort(values.begin(), values.end());
  return {quantile_of_sorted(values, kMarketTail), quantile_of_sorted(values, 1 - kMarketTail)};
}

// A sum over a sum, market by market.
struct Quotient {
  std::vector<double> upper;
  std::vector<double> lower;

  explicit Quotient(std::size_t markets) : upper(markets), lower(markets) {}
  void add(std::size_t market, double value, double weight = 1) {
    upper[market] += value;
    lower[market] += weight;
  }
};

double quotient(const Quotient& of, const Times* times) {
  double upper = 0;
  double lower = 0;
  for (std::size_t m = 0; m < of.upper.size(); ++m) {
    const double often = times == nullptr ? 1 : (*times)[m];
    upper += often * of.upper[m];
    lower += often * of.lower[m];
  }
  return lower > 0 ? upper / lower : kNoEstimate;
}

OverMarkets estimate(const Quotient& of, const std::vector<Times>& resamples) {
  const double value = quotient(of, nullptr);
  if (resamples.empty()) return {value, {value, value}};
  std::vector<double> values;
  for (const Times& times : resamples) values.push_back(quotient(of, &times));
  return {value, middle_of(std::move(values))};
}

class CourseReader {
 public:
  CourseReader(const UnitsResult& result, const UnitVariant& variant)
      : result_(result),
        variant_(variant),
        strategies_(selected_strategies(result.shape.scenario)),
        firms_(result.shape.axis(select_axis::firm).size()),
        weeks_(result.shape.axis(select_axis::week).numbers),
        markets_(variant.units == 0 ? 0 : market(variant.units - 1) + 1),
        resamples_(
            resamples_of(markets_, static_cast<std::uint64_t>(result.shape.scenario.parameters.run.seed))) {}

  SelectCourse run() const {
    SelectCourse course{variant_.name, markets_, variant_.units, firms_, weeks_, {}, {}, {}, {}};
    for (std::size_t s = 0; s <= strategies_.size(); ++s) course.firm_shares.push_back(firm_share(s));
    for (std::size_t s = 0; s < strategies_.size(); ++s) course.departments.push_back(departments(s));
    for (std::size_t s = 0; s <= strategies_.size(); ++s) course.survivors.push_back(survivors(s));
    count_fixed(course);
    return course;
  }

 private:
  std::size_t market(std::size_t unit) const { return market_of(result_.shape, {&variant_, unit}); }
  std::size_t last() const { return weeks_.size() - 1; }
  std::string name(std::size_t strategy) const {
    return strategy < strategies_.size() ? strategies_[strategy] : std::string();
  }

  double value(std::size_t unit, std::size_t firm, std::size_t look, SelectMeasure measure) const {
    const std::size_t at = (firm * weeks_.size() + look) * count_of<SelectMeasure>;
    return result_.of(variant_.first + unit)[at + static_cast<std::size_t>(measure)];
  }
  bool is_left(std::size_t unit, std::size_t firm, std::size_t look) const {
    return value(unit, firm, look, SelectMeasure::dissolved) < 0;
  }
  std::size_t strategy(std::size_t unit, std::size_t firm, std::size_t look) const {
    return static_cast<std::size_t>(value(unit, firm, look, SelectMeasure::strategy));
  }
  // With one behind all strategies for a firm without a department.
  std::size_t kind(std::size_t unit, std::size_t firm, std::size_t look) const {
    return is_left(unit, firm, look) ? strategy(unit, firm, look) : strategies_.size();
  }

  FirmShare firm_share(std::size_t s) const {
    FirmShare share{name(s), {}, {}};
    for (std::size_t look = 0; look < weeks_.size(); ++look) {
      Quotient all(markets_);
      std::vector<double> of_runs;
      for (std::size_t u = 0; u < variant_.units; ++u) {
        double count = 0;
        for (std::size_t f = 0; f < firms_; ++f) count += kind(u, f, look) == s ? 1 : 0;
        of_runs.push_back(count / static_cast<double>(firms_));
        all.add(market(u), of_runs.back());
      }
      share.shares.push_back(estimate(all, resamples_));
      const std::array<double, 3> quantiles = quantiles_5_50_95(std::move(of_runs));
      share.spread.push_back({quantiles.front(), quantiles.back()});
    }
    return share;
  }

  // A department, and the market that it is in.
  struct Life {
    Lifetime lifetime;
    std::size_t market = 0;
  };

  std::vector<Life> lives(std::size_t s) const {
    std::vector<Life> found;
    for (std::size_t u = 0; u < variant_.units; ++u) {
      for (std::size_t f = 0; f < firms_; ++f) {
        if (strategy(u, f, 0) != s) continue;
        const double dissolved = value(u, f, last(), SelectMeasure::dissolved);
        const bool ended = dissolved >= 0;
        // Gone after the week before the first without it.
        found.push_back({{ended ? dissolved - 1 : weeks_.back(), ended, 1}, market(u)});
      }
    }
    std::ranges::sort(found, {}, [](const Life& life) { return life.lifetime.week; });
    return found;
  }

  std::vector<double> survival(const std::vector<Life>& lives, const Times* times) const {
    std::vector<Lifetime> lifetimes;
    for (const Life& life : lives) {
      lifetimes.push_back(life.lifetime);
      if (times != nullptr) lifetimes.back().weight = (*times)[life.market];
    }
    return kaplan_meier(lifetimes, weeks_);
  }

  DepartmentSurvival departments(std::size_t s) const {
    DepartmentSurvival found{name(s), 0, 0, {}};
    const std::vector<Life> lives_of_it = lives(s);
    found.departments = lives_of_it.size();
    for (const Life& life : lives_of_it) found.dissolved += life.lifetime.ended ? 1 : 0;
    const std::vector<double> curve = survival(lives_of_it, nullptr);
    std::vector<std::vector<double>> resampled(weeks_.size());
    for (const Times& times : resamples_) {
      const std::vector<double> again = survival(lives_of_it, &times);
      for (std::size_t look = 0; look < weeks_.size(); ++look) resampled[look].push_back(again[look]);
    }
    for (std::size_t look = 0; look < weeks_.size(); ++look) {
      found.survival.push_back({curve[look], resamples_.empty() ? Interval{curve[look], curve[look]}
                                                                : middle_of(std::move(resampled[look]))});
    }
    return found;
  }

  Survivors survivors(std::size_t s) const {
    Survivors found;
    found.strategy = name(s);
    Quotient share(markets_);
    std::vector<Quotient> means(count_of<SelectMeasure>, Quotient(markets_));
    Quotient kept(markets_);
    for (std::size_t u = 0; u < variant_.units; ++u) {
      for (std::size_t f = 0; f < firms_; ++f) {
        if (!is_left(u, f, last())) continue;
        const bool counts = s == strategies_.size() || strategy(u, f, last()) == s;
        share.add(market(u), counts ? 1 : 0);
        if (!counts) continue;
        ++found.departments;
        for (const SelectMeasure m : every<SelectMeasure>())
          means[static_cast<std::size_t>(m)].add(market(u), value(u, f, last(), m));
        kept.add(market(u), value(u, f, last(), SelectMeasure::budget) /
                                std::max(value(u, f, 0, SelectMeasure::budget), kRatioFloor));
      }
    }
    const auto mean = [&](SelectMeasure m) {
      return estimate(means[static_cast<std::size_t>(m)], resamples_);
    };
    found.share = estimate(share, resamples_);
    found.budget = mean(SelectMeasure::budget);
    found.kept = estimate(kept, resamples_);
    found.centrality = mean(SelectMeasure::centrality);
    found.staff = mean(SelectMeasure::staff);
    found.profit_per_user = mean(SelectMeasure::profit_per_user);
    return found;
  }

  // Runs in which those that are left, two or more, all do the same.
  void count_fixed(SelectCourse& course) const {
    course.fixed_in.assign(strategies_.size(), 0);
    for (std::size_t u = 0; u < variant_.units; ++u) {
      std::vector<std::size_t> followed;
      for (std::size_t f = 0; f < firms_; ++f) {
        if (is_left(u, f, last())) followed.push_back(strategy(u, f, last()));
      }
      if (followed.empty()) {
        ++course.none_left_in;
      } else if (followed.size() == 1) {
        ++course.one_left_in;
      } else if (std::ranges::count(followed, followed.front()) ==
                 static_cast<std::ptrdiff_t>(followed.size())) {
        ++course.fixed_in[followed.front()];
      }
    }
  }

  const UnitsResult& result_;
  const UnitVariant& variant_;
  std::vector<std::string> strategies_;
  std::size_t firms_;
  const std::vector<double>& weeks_;
  std::size_t markets_;
  std::vector<Times> resamples_;
};

}  // namespace

std::vector<SelectCourse> courses_of(const UnitsResult& result) {
  std::vector<SelectCourse> courses;
  for (const UnitVariant& variant : result.shape.variants) {
    if (variant.units > 0) courses.push_back(CourseReader(result, variant).run());
  }
  return courses;
}

}  // namespace orgsim
