#include "experiment/sweep/design.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <limits>
#include <numeric>

#include "core/checksum.hpp"
#include "core/random.hpp"

namespace orgsim {

class Design::Kind {
 public:
  Kind() = default;
  Kind(const Kind&) = delete;
  Kind& operator=(const Kind&) = delete;
  virtual ~Kind() = default;
  virtual std::size_t points() const = 0;
  virtual std::vector<double> point(std::size_t i) const = 0;
};

namespace {

constexpr std::size_t kUsualLevels = 5;

// What the streams of a design are for; each is one `week`.
enum class Draw : std::uint32_t { value, permutation, within, digit };

constexpr double kBits53 = 9007199254740992.0;

std::uint32_t entity_of(const std::string& name) {
  return static_cast<std::uint32_t>(hash64(name));
}

double uniform(std::uint64_t seed, Draw draw, const std::string& axis, std::size_t point) {
  Stream stream = StreamKey{seed, static_cast<std::uint32_t>(point)}.stream(
      Purpose::design, static_cast<std::uint32_t>(draw), entity_of(axis));
  return static_cast<double>(stream()) / kBits53;
}

class Grid : public Design::Kind {
 public:
  explicit Grid(const std::vector<Axis>& axes) {
    double points = 1;
    for (const Axis& axis : axes) {
      levels_.push_back(levels_of(axis, kUsualLevels));
      points *= static_cast<double>(levels_.back().size());
    }
    if (points > kMostPoints) {
      throw InputError(Problem{{},
                               "sweep.design",
                               fmt::format("a grid of {:.3g} points", points),
                               "fewer keys, values or levels; or design = \"sobol\""});
    }
    points_ = static_cast<std::size_t>(points);
  }
  std::size_t points() const override { return points_; }
  std::vector<double> point(std::size_t i) const override {
    std::vector<double> values(levels_.size());
    for (std::size_t a = levels_.size(); a-- > 0; i /= levels_[a].size()) {
      values[a] = levels_[a][i % levels_[a].size()];
    }
    return values;
  }

 private:
  std::vector<std::vector<double>> levels_;
  std::size_t points_ = 1;
};

class Zip : public Design::Kind {
 public:
  Zip(const std::vector<Axis>& axes, std::size_t usual) {
    for (const Axis& axis : axes) {
      levels_.push_back(levels_of(axis, usual));
      if (levels_.back().size() == levels_.front().size()) continue;
      throw InputError(Problem{{},
                               joined_path("sweep.vary", axis.name),
                               fmt::format("{} values, but '{}' has {}", levels_.back().size(),
                                           axes.front().name, levels_.front().size()),
                               "a zip takes the first value of each, then the second: as many of each"});
    }
  }
  std::size_t points() const override { return levels_.front().size(); }
  std::vector<double> point(std::size_t i) const override {
    std::vector<double> values;
    for (const std::vector<double>& levels : levels_) values.push_back(levels[i]);
    return values;
  }

 private:
  std::vector<std::vector<double>> levels_;
};

// Designs that give every point a number between 0 and 1 for each axis.
class Unit : public Design::Kind {
 public:
  Unit(const std::vector<Axis>& axes, std::uint64_t seed, std::size_t points)
      : axes_(axes), seed_(seed), points_(points) {}
  std::size_t points() const override { return points_; }

 protected:
  template <class Coordinate>
  std::vector<double> values(Coordinate coordinate) const {
    std::vector<double> values;
    for (std::size_t a = 0; a < axes_.size(); ++a) values.push_back(value_at(axes_[a], coordinate(a)));
    return values;
  }
  const std::vector<Axis>& axes() const { return axes_; }
  std::uint64_t seed() const { return seed_; }

 private:
  std::vector<Axis> axes_;
  std::uint64_t seed_;
  std::size_t points_;
};

class Random : public Unit {
 public:
  using Unit::Unit;
  std::vector<double> point(std::size_t i) const override {
    return values([&](std::size_t a) { return uniform(seed(), Draw::value, axes()[a].name, i); });
  }
};

// Strata in a random order for each axis (Fisher & Yates' shuffle).
class LatinHypercube : public Unit {
 public:
  LatinHypercube(const std::vector<Axis>& axes, std::uint64_t seed, std::size_t points)
      : Unit(axes, seed, points) {
    for (const Axis& axis : axes) {
      std::vector<std::uint32_t>& order = orders_.emplace_back(points);
      std::iota(order.begin(), order.end(), 0U);
      Stream stream = StreamKey{seed, 0}.stream(
          Purpose::design, static_cast<std::uint32_t>(Draw::permutation), entity_of(axis.name));
      for (std::size_t i = points; i > 1; --i) {
        const double share = static_cast<double>(stream()) / kBits53;
        std::swap(order[i - 1], order[static_cast<std::size_t>(share * static_cast<double>(i))]);
      }
    }
  }
  std::vector<double> point(std::size_t i) const override {
    return values([&](std::size_t a) {
      return (orders_[a][i] + uniform(seed(), Draw::within, axes()[a].name, i)) /
             static_cast<double>(points());
    });
  }

 private:
  std::vector<std::vector<std::uint32_t>> orders_;
};

class Sobol : public Unit {
 public:
  Sobol(const std::vector<Axis>& axes, std::uint64_t seed, std::size_t points)
      : Unit(axes, seed, points), sequence_(axes.size()) {}

  std::vector<double> point(std::size_t i) const override {
    const std::vector<std::uint64_t> digits = unscrambled(i);
    return values([&](std::size_t a) { return scrambled(digits[a], axes()[a].name); });
  }

 private:
  // The engine leaves the origin out.
  std::vector<std::uint64_t> unscrambled(std::size_t i) const {
    std::vector<std::uint64_t> digits(axes().size(), 0);
    if (i == 0) return digits;
    boost::random::sobol at = sequence_;
    at.seed(i - 1);
    at.generate(digits.begin(), digits.end());
    return digits;
  }

  // The first 32 digits one by one; those below are at random, as they are in a scrambled number.
  double scrambled(std::uint64_t digits, const std::string& axis) const {
    constexpr unsigned scrambled_digits = 32;
    const auto stream = [&](std::uint32_t before, unsigned depth) {
      return StreamKey{seed(), before}.stream(
          Purpose::design, static_cast<std::uint32_t>(Draw::digit) + depth, entity_of(axis));
    };
    std::uint32_t before = 0;
    std::uint32_t result = 0;
    for (unsigned depth = 0; depth < scrambled_digits; ++depth) {
      const auto digit = static_cast<std::uint32_t>((digits >> (63U - depth)) & 1U);
      const auto flip = static_cast<std::uint32_t>(stream(before, depth)() & 1U);
      result = result << 1U | (digit ^ flip);
      before = before << 1U | digit;
    }
    const double below = static_cast<double>(stream(before, scrambled_digits)()) / kBits53;
    constexpr double steps = 4294967296.0;
    constexpr double most = 1 - 1 / kBits53;
    return std::min((result + below) / steps, most);
  }

  boost::random::sobol sequence_;
};

class Rows : public Design::Kind {
 public:
  explicit Rows(const PointTable& table) : width_(table.width), numbers_(table.numbers) {}
  std::size_t points() const override { return width_ == 0 ? 0 : numbers_.size() / width_; }
  // A file may have lost the rows of points that were run.
  std::vector<double> point(std::size_t i) const override {
    if (i >= points()) return std::vector<double>(width_, std::numeric_limits<double>::quiet_NaN());
    const auto first = numbers_.begin() + static_cast<std::ptrdiff_t>(i * width_);
    return {first, first + static_cast<std::ptrdiff_t>(width_)};
  }

 private:
  std::size_t width_;
  std::vector<double> numbers_;
};

std::unique_ptr<Design::Kind> kind_of(const Scenario& scenario, const std::vector<Axis>& axes) {
  const SweepTable& sweep = scenario.sweep;
  const auto seed = static_cast<std::uint64_t>(scenario.parameters.run.seed);
  const auto points = static_cast<std::size_t>(sweep.points);
  switch (sweep.design) {
    case DesignKind::grid:
      return std::make_unique<Grid>(axes);
    case DesignKind::zip:
      return std::make_unique<Zip>(axes, points);
    case DesignKind::lhs:
      return std::make_unique<LatinHypercube>(axes, seed, points);
    case DesignKind::sobol:
      return std::make_unique<Sobol>(axes, seed, points);
    case DesignKind::random:
      return std::make_unique<Random>(axes, seed, points);
    case DesignKind::file:
      return std::make_unique<Rows>(sweep.table);
  }
  throw Bug("a design of no kind");
}

}  // namespace

Design::Design(const Scenario& scenario, const std::vector<Axis>& axes) : kind_(kind_of(scenario, axes)) {
  if (scenario.sweep.design != DesignKind::file) shares_ = shares_of(scenario, axes);
}
Design::~Design() = default;
Design::Design(Design&&) noexcept = default;
Design& Design::operator=(Design&&) noexcept = default;

std::size_t Design::points() const {
  return kind_->points();
}

std::vector<double> Design::point(std::size_t i) const {
  std::vector<double> values = kind_->point(i);
  settle(shares_, values);
  return values;
}

bool can_grow(DesignKind kind) {
  return kind != DesignKind::grid && kind != DesignKind::zip && kind != DesignKind::lhs;
}

}  // namespace orgsim
