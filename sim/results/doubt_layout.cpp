#include "results/doubt_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace orgsim::results {

namespace {

constexpr std::array<std::string_view, 2> kOfInfluence{"influence_saved", "influence_npv"};
constexpr std::array<std::string_view, 2> kByChance{"chance_saved", "chance_npv"};
constexpr std::string_view kPair = "pair";
constexpr std::string_view kBetween = "influence_between";
constexpr std::string_view kBetweenByChance = "chance_between";
constexpr std::string_view kSaved = "saved_of_replications";

std::vector<double> counted_up(std::size_t n) {
  std::vector<double> numbers(n);
  for (std::size_t i = 0; i < n; ++i) numbers[i] = static_cast<double>(i);
  return numbers;
}

Group world_outcomes(const RunResult& result) {
  const InWorlds& worlds = *result.doubt.worlds;
  Group group = outcomes_of(as_result(result, worlds.runs));
  group.name = kWorldOutcomes;
  group.meaning = "what became of marketing and of the firm in worlds that fit the evidence";
  group.arrays.push_back(
      {"world", {"replication"}, "", "row of the file of worlds", counted_up(worlds.worlds())});
  return group;
}

// One array after the other, behind a dimension of the rivals.
Group rival_outcomes(const RunResult& result) {
  Group group;
  for (const WithRivals& with : result.doubt.rivals) {
    Group next = outcomes_of(as_result(result, with.runs));
    if (group.arrays.empty()) {
      group = std::move(next);
      continue;
    }
    for (std::size_t i = 0; i < group.arrays.size(); ++i) {
      std::visit(
          [&](auto& all) {
            auto& more = std::get<std::decay_t<decltype(all)>>(next.arrays[i].values);
            all.insert(all.end(), more.begin(), more.end());
          },
          group.arrays[i].values);
    }
  }
  std::vector<std::string> names;
  for (const WithRivals& with : result.doubt.rivals) names.emplace_back(name_of(with.rivals));
  for (Array& array : group.arrays) array.over.insert(array.over.begin(), "rivals");
  group.dimensions.insert(group.dimensions.begin(), Dimension{"rivals", "what rivals do", "", {}, names});
  group.name = kRivalOutcomes;
  group.meaning = "what became of marketing and of the firm with rivals that do not stand still";
  return group;
}

void add_spread(Group& group, const Spread& spread) {
  const std::size_t worlds = spread.worlds();
  if (worlds == 0) return;
  std::vector<double> numbers;
  numbers.insert(numbers.end(), worlds, std::numeric_limits<double>::quiet_NaN());  // of the baseline
  for (const auto& of_strategy : spread.saved) {
    numbers.insert(numbers.end(), of_strategy.begin(), of_strategy.end());
    if (of_strategy.empty()) numbers.insert(numbers.end(), worlds, std::numeric_limits<double>::quiet_NaN());
  }
  group.dimensions.push_back({"row", "row of the file of worlds", "", counted_up(worlds), {}});
  group.arrays.push_back({std::string(kSaved),
                          {"strategy", "row"},
                          "1",
                          "share of a world's own replications in which the strategy saves marketing; NaN "
                          "where fewer than 5 % of the "
                          "worlds do, or more than 95 %",
                          {}});
  for (double& number : numbers) number /= static_cast<double>(spread.replications);
  group.arrays.back().values = std::move(numbers);
  group.arrays.push_back({"replications_of_a_world",
                          {"row"},
                          "replications",
                          "of each of these worlds",
                          std::vector<double>(worlds, static_cast<double>(spread.replications))});
}

void add_influences(Group& group, const InWorlds& worlds) {
  if (worlds.influences.empty()) return;
  const auto add = [&](std::size_t which, std::vector<double> Influence::* of, double Influence::* chance,
                       const std::string& what) {
    // The first are of the baseline, which has none.
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> numbers(worlds.keys.size(), none);
    std::vector<double> chances{none};
    for (const Influence& influence : worlds.influences) {
      numbers.insert(numbers.end(), (influence.*of).begin(), (influence.*of).end());
      chances.push_back(influence.*chance);
    }
    group.arrays.push_back({std::string(kOfInfluence[which]),
                            {"strategy", "key"},
                            "1",
                            "partial rank correlation of the key with " + what,
                            std::move(numbers)});
    group.arrays.push_back({std::string(kByChance[which]),
                            {"strategy"},
                            "1",
                            "95 % quantile of the largest of them under permutation",
                            std::move(chances)});
  };
  add(0, &Influence::saved, &Influence::saved_by_chance, "whether the strategy saves marketing");
  add(1, &Influence::npv, &Influence::npv_by_chance, "the firm's NPV less that of the baseline");
  group.arrays.push_back(
      {"screened",
       {"strategy"},
       "worlds",
       "worlds run as mean fields for the correlations",
       std::vector<double>(worlds.influences.size() + 1, static_cast<double>(worlds.screened))});
}

void add_between(Group& group, const RunResult& result) {
  const std::optional<Between>& between = result.doubt.worlds->between;
  if (!between) return;
  group.dimensions.push_back({std::string(kPair),
                              "the two strategies that save marketing in most worlds",
                              "",
                              {},
                              {result.arms[between->first + 1].name, result.arms[between->second + 1].name}});
  group.arrays.push_back(
      {std::string(kBetween),
       {"key"},
       "1",
       "partial rank correlation of the key with the firm's NPV with the first of the pair, less "
       "that with the second",
       between->npv});
  group.arrays.push_back({std::string(kBetweenByChance),
                          {std::string(kPair)},
                          "1",
                          "95 % quantile of the largest of them under permutation",
                          std::vector<double>(2, between->npv_by_chance)});
}

Group of_worlds(const RunResult& result) {
  const InWorlds& worlds = *result.doubt.worlds;
  std::vector<std::string> strategies;
  for (const ArmTitle& arm : result.arms) strategies.push_back(arm.name);
  Group group{std::string(kWorlds), "the worlds, and what the answer hangs on in them", {}, {}};
  group.dimensions = {
      {"strategy", "the baseline, then strategies of the focal firm", "", {}, strategies},
      {"replication", "replication; each is in a world of its own", "", counted_up(worlds.worlds()), {}},
      {"key", "number that worlds differ in", "", {}, worlds.keys}};
  group.arrays.push_back(
      {"values", {"replication", "key"}, "of the key", "value of each number in each world", worlds.values});
  add_spread(group, worlds.spread);
  add_influences(group, worlds);
  add_between(group, result);
  return group;
}

std::string path_in(std::string_view group, std::string_view name) {
  return fmt::format("/{}/{}", group, name);
}

class DoubtReader {
 public:
  DoubtReader(const GroupSource& source, const RunResult& result) : source_(source), result_(result) {}

  Doubt read() {
    Doubt doubt;
    if (source_.has(path_in(kWorlds, "values"))) doubt.worlds = read_worlds();
    if (!source_.has(path_in(kRivalOutcomes, "verdict"))) return doubt;
    const std::size_t kinds = shape_of(path_in(kRivalOutcomes, "rivals"), 1)[0];
    const std::vector<std::string> names = source_.texts(path_in(kRivalOutcomes, "rivals"), {kinds});
    const std::vector<VariantRuns> runs = read_runs(kRivalOutcomes, kinds);
    for (std::size_t i = 0; i < kinds; ++i) {
      const std::optional<Rivals> rivals = named<Rivals>(names[i]);
      if (!rivals) throw std::out_of_range("rivals");
      doubt.rivals.push_back({*rivals, runs[i]});
    }
    return doubt;
  }

 private:
  std::vector<std::size_t> shape_of(const std::string& path, std::size_t dimensions) const {
    std::vector<std::size_t> shape = source_.shape(path);
    if (shape.size() != dimensions) throw std::out_of_range(path);
    return shape;
  }

  std::size_t arms() const { return result_.arms.size(); }

  InWorlds read_worlds() const {
    InWorlds worlds;
    const std::string values = path_in(kWorlds, "values");
    const std::vector<std::size_t> shape = shape_of(values, 2);
    worlds.keys = source_.texts(path_in(kWorlds, "key"), {shape[1]});
    worlds.values = source_.numbers(values, shape);
    worlds.runs = read_runs(kWorldOutcomes, 0).front();
    if (worlds.worlds() != shape[0]) throw std::out_of_range(values);
    const RunParameters& run = result_.scenario.parameters.run;
    worlds.file = run.worlds_file;
    read_spread(worlds.spread);
    read_influences(worlds);
    read_between(worlds);
    return worlds;
  }

  void read_spread(Spread& spread) const {
    const std::string path = path_in(kWorlds, kSaved);
    if (!source_.has(path)) return;
    const std::vector<std::size_t> shape = shape_of(path, 2);
    if (shape[0] != arms()) throw std::out_of_range(path);
    spread.replications = static_cast<std::size_t>(number_of("replications_of_a_world", shape[1]));
    const std::vector<double> shares = source_.numbers(path, shape);
    for (std::size_t s = 1; s < shape[0]; ++s) {
      std::vector<std::size_t>& saved = spread.saved.emplace_back();
      for (std::size_t w = 0; w < shape[1]; ++w) {
        const double share = shares[s * shape[1] + w];
        if (std::isnan(share)) continue;
        if (!(share >= 0 && share <= 1)) throw std::out_of_range(path);
        saved.push_back(
            static_cast<std::size_t>(std::llround(share * static_cast<double>(spread.replications))));
      }
    }
  }

  // The number that stands in all of so many places.
  double number_of(std::string_view name, std::size_t places) const {
    const double number = source_.numbers(path_in(kWorlds, name), {places}).at(0);
    if (!(number >= 0 && number <= 1e9)) throw std::out_of_range(std::string(name));
    return number;
  }

  void read_influences(InWorlds& worlds) const {
    if (!source_.has(path_in(kWorlds, kOfInfluence[0]))) return;
    const std::size_t strategies = arms() - 1;
    const std::size_t keys = worlds.keys.size();
    worlds.screened = static_cast<std::size_t>(number_of("screened", strategies + 1));
    worlds.influences.resize(strategies);
    const auto read = [&](std::size_t which, std::vector<double> Influence::* of,
                          double Influence::* chance) {
      const auto numbers = source_.numbers(path_in(kWorlds, kOfInfluence[which]), {strategies + 1, keys});
      const auto chances = source_.numbers(path_in(kWorlds, kByChance[which]), {strategies + 1});
      for (std::size_t s = 0; s < strategies; ++s) {
        const auto from = numbers.begin() + static_cast<std::ptrdiff_t>((s + 1) * keys);
        (worlds.influences[s].*of).assign(from, from + static_cast<std::ptrdiff_t>(keys));
        worlds.influences[s].*chance = chances[s + 1];
      }
    };
    read(0, &Influence::saved, &Influence::saved_by_chance);
    read(1, &Influence::npv, &Influence::npv_by_chance);
  }

  void read_between(InWorlds& worlds) const {
    if (!source_.has(path_in(kWorlds, kBetween))) return;
    const std::vector<std::string> names = source_.texts(path_in(kWorlds, kPair), {2});
    Between& between = worlds.between.emplace();
    between.first = strategy_named(names[0]);
    between.second = strategy_named(names[1]);
    between.npv = source_.numbers(path_in(kWorlds, kBetween), {worlds.keys.size()});
    between.npv_by_chance = source_.numbers(path_in(kWorlds, kBetweenByChance), {2})[0];
  }

  std::size_t strategy_named(const std::string& name) const {
    for (std::size_t a = 1; a < arms(); ++a)
      if (result_.arms[a].name == name) return a - 1;
    throw std::out_of_range(std::string(kPair));
  }

  // Of a group of outcomes; behind a first dimension of so many `kinds`, if there are any.
  std::vector<VariantRuns> read_runs(std::string_view group, std::size_t kinds) const {
    const std::size_t variants = std::max<std::size_t>(kinds, 1);
    std::vector<std::size_t> shape = shape_of(path_in(group, "verdict"), kinds > 0 ? 3 : 2);
    const std::size_t replications = shape.back();
    if (shape[shape.size() - 2] != arms() || replications < 1) throw std::out_of_range(std::string(group));
    Outcome blank;
    blank.firms.resize(result_.scenario.firms.size());
    VariantRuns runs;
    runs.outcomes.assign(arms(), std::vector<Outcome>(replications, blank));
    std::vector<VariantRuns> all(variants, runs);
    const auto at = [&](std::size_t n) -> Outcome& {
      const std::size_t variant = n / (arms() * replications);
      return all[variant].outcomes[n / replications % arms()][n % replications];
    };
    read_verdicts(group, shape, at);
    read_variables(group, shape, variants, at);
    read_drawn(group, kinds, replications, all);
    return all;
  }

  template <class At>
  void read_verdicts(std::string_view group, const std::vector<std::size_t>& shape, At at) const {
    for (const VerdictVariable& variable : verdict_variables()) {
      const auto verdicts = source_.texts(path_in(group, variable.name), shape);
      for (std::size_t n = 0; n < verdicts.size(); ++n) {
        const std::optional<Verdict> verdict = named<Verdict>(verdicts[n]);
        if (!verdict) throw std::out_of_range(std::string(variable.name));
        at(n).*variable.value = *verdict;
      }
    }
  }

  template <class At>
  void read_variables(std::string_view group, const std::vector<std::size_t>& lead, std::size_t variants,
                      At at) const {
    const Scenario& scenario = result_.scenario;
    const auto weeks = static_cast<double>(scenario.parameters.run.weeks);
    for (const OutcomeVariable& variable : outcome_variables(scenario.parameters.market.kind)) {
      const OutcomeExtent extent = extent_of(variable, scenario.firms.size());
      std::vector<std::size_t> shape = lead;
      if (!variable.over.empty()) shape.push_back(extent.firms);
      if (variable.over.size() > 1) shape.push_back(extent.breadth);
      const std::vector<double> numbers = source_.numbers(path_in(group, variable.name), shape);
      const std::size_t each = extent.firms * extent.breadth;
      for (std::size_t n = 0; n < variants * arms() * lead.back(); ++n) {
        for (std::size_t i = 0; i < each; ++i) {
          expect_outcome(variable, numbers[n * each + i], weeks);
          variable.set(at(n), i / extent.breadth, i % extent.breadth, numbers[n * each + i]);
        }
      }
    }
  }

  void read_drawn(std::string_view group, std::size_t kinds, std::size_t replications,
                  std::vector<VariantRuns>& all) const {
    const std::size_t keys = result_.scenario.drawn.size();
    std::vector<std::size_t> shape{replications, keys};
    if (kinds > 0) shape.insert(shape.begin(), kinds);
    const std::vector<double> numbers =
        keys > 0 ? source_.numbers(path_in(group, "drawn"), shape) : std::vector<double>();
    for (std::size_t n = 0; n < all.size() * replications; ++n) {
      const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(n * keys);
      all[n / replications].drawn.emplace_back(from, from + static_cast<std::ptrdiff_t>(keys));
    }
  }

  const GroupSource& source_;
  const RunResult& result_;
};

}  // namespace

std::vector<Group> doubt_groups(const RunResult& result) {
  std::vector<Group> groups;
  if (result.doubt.worlds) {
    groups.push_back(of_worlds(result));
    groups.push_back(world_outcomes(result));
  }
  if (!result.doubt.rivals.empty()) groups.push_back(rival_outcomes(result));
  return groups;
}

Doubt read_doubt(const GroupSource& source, const RunResult& result) {
  return DoubtReader(source, result).read();
}

}  // namespace orgsim::results
