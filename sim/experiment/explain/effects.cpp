#include "experiment/explain/effects.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/explain/explain.hpp"
#include "experiment/units/options.hpp"

namespace orgsim {

namespace {

// The units of a result, whether they are exact or sampled.
class ExplainReader {
 public:
  explicit ExplainReader(const UnitsResult& result)
      : result_(result),
        exact_(result.shape.axes.front().name == explain_axis::coalition),
        values_(result.shape.axis(explain_axis::value).size()) {
    if (exact_) {
      const std::vector<std::string>& coalitions = result.shape.axes.front().labels;
      for (std::size_t in = 1; in < coalitions.size(); in *= 2) players_.push_back(coalitions[in]);
    } else {
      players_ = result.shape.axis(explain_axis::player).labels;
      players_.resize(players_.size() - 2);
    }
  }

  bool exact() const { return exact_; }
  const std::vector<std::string>& players() const { return players_; }
  std::size_t orders() const { return exact_ ? 0 : result_.shape.axes.front().size(); }

  std::vector<double> game(std::size_t unit, std::size_t value) const {
    std::vector<double> game(std::size_t{1} << players_.size());
    for (std::size_t in = 0; in < game.size(); ++in) game[in] = result_.of(unit)[in * values_ + value];
    return game;
  }
  // What a player (or behind them none, and all) has in one of the orders.
  double in_order(std::size_t unit, std::size_t order, std::size_t player, std::size_t value) const {
    return result_.of(unit)[(order * (players_.size() + 2) + player) * values_ + value];
  }

  double none(std::size_t unit, std::size_t value) const {
    return exact_ ? result_.of(unit)[value] : in_order(unit, 0, players_.size(), value);
  }
  double all(std::size_t unit, std::size_t value) const {
    return exact_ ? game(unit, value).back() : in_order(unit, 0, players_.size() + 1, value);
  }

  std::vector<double> effects(std::size_t unit, std::size_t value) const {
    if (exact_) return shapley_values(game(unit, value));
    std::vector<double> effects(players_.size());
    for (std::size_t p = 0; p < players_.size(); ++p) {
      for (std::size_t o = 0; o < orders(); ++o)
        effects[p] += in_order(unit, o, p, value) / static_cast<double>(orders());
    }
    return effects;
  }

 private:
  const UnitsResult& result_;
  bool exact_;
  std::size_t values_;
  std::vector<std::string> players_;
};

Effect effect_of(const std::vector<double>& of_units) {
  return {mean_of(of_units), mean_interval(of_units)};
}

class VariantExplainer {
 public:
  VariantExplainer(const ExplainReader& reader, const UnitVariant& variant, bool interactions)
      : reader_(reader), variant_(variant), interactions_(interactions) {}

  ExplainedValue explained(const std::string& name, std::size_t value) const {
    ExplainedValue result;
    result.name = name;
    result.none = over_units([&](std::size_t u) { return reader_.none(u, value); });
    result.all = over_units([&](std::size_t u) { return reader_.all(u, value); });
    result.whole = over_units([&](std::size_t u) { return reader_.all(u, value) - reader_.none(u, value); });
    std::vector<std::vector<double>> effects(reader_.players().size());
    for (std::size_t u = variant_.first; u < variant_.first + variant_.units; ++u) {
      const std::vector<double> of_unit = reader_.effects(u, value);
      for (std::size_t p = 0; p < effects.size(); ++p) effects[p].push_back(of_unit[p]);
    }
    for (std::size_t p = 0; p < effects.size(); ++p) {
      // One unit has no spread of its own, but that of the orders.
      const bool of_orders = !reader_.exact() && variant_.units == 1;
      result.effects.push_back(effect_of(of_orders ? draws(variant_.first, p, value) : effects[p]));
    }
    if (!reader_.exact()) result.sampling_error = sampling_error(value);
    if (interactions_) add_interactions(result, value);
    return result;
  }

 private:
  template <class Of>
  Effect over_units(Of of) const {
    std::vector<double> numbers;
    for (std::size_t u = variant_.first; u < variant_.first + variant_.units; ++u) numbers.push_back(of(u));
    return effect_of(numbers);
  }

  void add_interactions(ExplainedValue& result, std::size_t value) const {
    const std::size_t n = reader_.players().size();
    std::vector<std::vector<double>> first(n);
    std::vector<std::vector<double>> pairs(n * (n - 1) / 2);
    for (std::size_t u = variant_.first; u < variant_.first + variant_.units; ++u) {
      const ShapleyTaylor terms = shapley_taylor(reader_.game(u, value));
      for (std::size_t i = 0; i < n; ++i) first[i].push_back(terms.first[i]);
      for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].push_back(terms.pairs[i]);
    }
    for (const std::vector<double>& one : first) result.first.push_back(effect_of(one));
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) result.pairs.push_back({i, j, effect_of(pairs[at++])});
    }
  }

  // What a player adds in each order and its reverse, which are one draw.
  std::vector<double> draws(std::size_t unit, std::size_t player, std::size_t value) const {
    std::vector<double> drawn;
    for (std::size_t o = 0; o + 1 < reader_.orders(); o += 2)
      drawn.push_back(
          (reader_.in_order(unit, o, player, value) + reader_.in_order(unit, o + 1, player, value)) / 2);
    return drawn;
  }

  // Draws of all units are independent.
  double sampling_error(std::size_t value) const {
    const std::size_t count = reader_.orders() / 2;
    if (count < 2) return std::numeric_limits<double>::quiet_NaN();
    double largest = 0;
    for (std::size_t p = 0; p < reader_.players().size(); ++p) {
      double variance = 0;
      for (std::size_t u = variant_.first; u < variant_.first + variant_.units; ++u) {
        variance += variance_of(draws(u, p, value)) / static_cast<double>(count);
      }
      largest = std::max(largest, std::sqrt(variance) / static_cast<double>(variant_.units));
    }
    return largest;
  }

  const ExplainReader& reader_;
  const UnitVariant& variant_;
  bool interactions_;
};

}  // namespace

Explanation explanation_of(const UnitsResult& result) {
  const ExplainReader reader(result);
  const bool interactions = read_options<ExplainOptions>(result.shape.options).interactions;
  const std::vector<std::string>& names = result.shape.axis(explain_axis::value).labels;
  Explanation explanation{reader.players(), reader.exact(), {}};
  for (const UnitVariant& variant : result.shape.variants) {
    ExplainedVariant explained{variant.name, variant.units, {}};
    const VariantExplainer explainer(reader, variant, interactions);
    for (std::size_t v = 0; v < names.size(); ++v)
      explained.values.push_back(explainer.explained(names[v], v));
    explanation.variants.push_back(std::move(explained));
  }
  return explanation;
}

std::vector<double> effects_in_unit(const UnitsResult& result, std::size_t unit, std::size_t value) {
  return ExplainReader(result).effects(unit, value);
}

}  // namespace orgsim
