#include "experiment/doubting.hpp"

#include <algorithm>
#include <numeric>

#include "experiment/drawn.hpp"
#include "experiment/guards.hpp"
#include "experiment/progress.hpp"
#include "experiment/rank_correlation.hpp"
#include "experiment/replication.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

constexpr double kFewWorlds = 0.05;

// One run of all arms: a scenario, and the replication whose luck it meets.
struct Piece {
  Scenario scenario;
  std::size_t replication;
};

class Doubting {
 public:
  Doubting(const Scenario& scenario, const std::vector<Arm>& arms, const WorldTable* worlds,
           const WorkOptions& options)
      : scenario_(scenario), arms_(arms), worlds_(worlds), options_(options), wanted_(worlds_of(scenario)) {
    if (wanted_ == 0) return;
    require(worlds != nullptr, "worlds are there where they are asked for");
    if (worlds->rows() < wanted_) {
      throw InputError(
          Problem{{worlds->name},
                  "run.worlds",
                  fmt::format("{} worlds are asked for, and the file has {}", wanted_, worlds->rows()),
                  fmt::format("at most {}", worlds->rows())});
    }
    columns_ = free_columns(scenario, *worlds);
  }

  Doubt run() {
    Doubt doubt;
    const std::vector<Rivals> rivals = rivals_of(scenario_);
    progress_.emplace(std::max<std::size_t>(parts(), 1), options_.progress);
    if (wanted_ > 0) doubt.worlds = in_worlds();
    for (const Rivals kind : rivals) doubt.rivals.push_back({kind, with_rivals(kind)});
    return doubt;
  }

  // Those of a mean field take about a tenth of the time of others.
  std::size_t parts() const {
    const std::size_t spread = spread_replications() > 0 ? kSpreadWorlds * (spread_replications() - 1) : 0;
    return wanted_ + spread + rivals_of(scenario_).size() * replications_of(scenario_) +
           (screened() + kScreenedPerWorld - 1) / kScreenedPerWorld;
  }

 private:
  Scenario world(const Scenario& scenario, std::size_t row) const {
    return in_world(scenario, *worlds_, row, columns_);
  }

  // What is run of a piece.
  struct Runs {
    const std::vector<Arm>& arms;
    bool until_judged;
  };
  Runs whole() const { return {arms_, false}; }

  // So many pieces; `look` is called with each, on whatever thread ran it.
  template <class PieceOf, class Look>
  void run_pieces(std::size_t count, const Runs& runs, PieceOf piece_of, Look look,
                  std::size_t pieces_a_part = 1) {
    expect_memory(scenario_, arms_.size(), std::min<std::size_t>(count, options_.threads), options_.threads,
                  "threads");
    parallel_for(count, options_.threads, [&](std::size_t i) {
      options_.stop.check();
      const Piece piece = piece_of(i);
      Drawn drawn = drawn_for(piece.scenario, piece.replication);
      expect_sound(drawn.scenario);
      Replication replication(drawn.scenario, runs.arms, drawn.stream_key, options_.stop);
      const auto weeks = static_cast<int>(scenario_.parameters.run.weeks);
      runs.until_judged ? replication.run_until_judged(weeks) : replication.run_until(weeks);
      look(i, replication, drawn.values);
      if (i % pieces_a_part == 0) progress_->part_done();
    });
  }

  VariantRuns runs_of(std::size_t count, const std::function<Piece(std::size_t)>& piece_of) {
    VariantRuns runs;
    runs.drawn.resize(count);
    runs.outcomes.assign(arms_.size(), std::vector<Outcome>(count));
    run_pieces(count, whole(), piece_of,
               [&](std::size_t i, const Replication& replication, std::vector<double>& drawn) {
                 runs.drawn[i] = std::move(drawn);
                 for (std::size_t a = 0; a < arms_.size(); ++a) runs.outcomes[a][i] = replication.outcome(a);
               });
    return runs;
  }

  VariantRuns with_rivals(Rivals rivals) {
    const Scenario changed = orgsim::with_rivals(scenario_, rivals);
    return runs_of(replications_of(scenario_), [&](std::size_t r) { return Piece{changed, r}; });
  }

  InWorlds in_worlds() {
    InWorlds result;
    result.file = worlds_->name;
    for (const std::size_t c : columns_) result.keys.push_back(worlds_->paths[c]);
    for (std::size_t w = 0; w < wanted_; ++w)
      for (const std::size_t c : columns_) result.values.push_back(worlds_->row(w)[c]);
    result.runs = runs_of(wanted_, [&](std::size_t w) { return Piece{world(scenario_, w), w}; });
    add_spread(result);
    add_influences(result);
    return result;
  }

  std::size_t spread_replications() const {
    const bool lucky = scenario_.parameters.market.kind != MarketKind::mean_field;
    return lucky && wanted_ >= kSpreadWorlds && arms_.size() > 1
               ? static_cast<std::size_t>(scenario_.parameters.run.worlds_replications)
               : 0;
  }

  // Of the worlds, in how many an arm saves marketing.
  double saved_share(const VariantRuns& runs, std::size_t arm) const {
    const std::vector<Outcome>& outcomes = runs.outcomes[arm];
    const auto saved = std::count_if(outcomes.begin(), outcomes.end(),
                                     [](const Outcome& outcome) { return saves(outcome.verdict); });
    return static_cast<double>(saved) / static_cast<double>(wanted_);
  }

  // The arms that at least one in twenty of the worlds saves and at least one does not, behind the baseline.
  std::vector<std::size_t> undecided(const VariantRuns& runs) const {
    std::vector<std::size_t> arms{0};
    for (std::size_t a = 1; a < arms_.size(); ++a) {
      const double share = saved_share(runs, a);
      if (share >= kFewWorlds && share <= 1 - kFewWorlds) arms.push_back(a);
    }
    return arms;
  }

  // A world's first replication is there already, and the others meet luck that no other world's first does.
  void add_spread(InWorlds& result) {
    Spread& spread = result.spread;
    if (spread_replications() == 0) return;
    const std::vector<std::size_t> chosen = undecided(result.runs);
    std::vector<Arm> arms;
    for (const std::size_t a : chosen) arms.push_back(arms_[a]);
    if (arms.size() < 2) return;
    spread.replications = spread_replications();
    const std::size_t others = spread.replications - 1;
    std::vector<std::vector<char>> saved(arms.size(), std::vector<char>(kSpreadWorlds * others));
    const auto piece = [&](std::size_t i) {
      const std::size_t w = i / others;
      return Piece{world(scenario_, w), w + (1 + i % others) * wanted_};
    };
    const auto look = [&](std::size_t i, const Replication& replication, const std::vector<double>&) {
      for (std::size_t a = 1; a < arms.size(); ++a)
        saved[a][i] = saves(replication.outcome(a).verdict) ? 1 : 0;
    };
    run_pieces(kSpreadWorlds * others, {arms, true}, piece, look);
    spread.saved.resize(arms_.size() - 1);
    for (std::size_t c = 1; c < chosen.size(); ++c) {
      std::vector<std::size_t>& of_worlds = spread.saved[chosen[c] - 1];
      for (std::size_t w = 0; w < kSpreadWorlds; ++w) {
        const bool first = saves(result.runs.outcomes[chosen[c]][w].verdict);
        const auto from = saved[c].begin() + static_cast<std::ptrdiff_t>(w * others);
        of_worlds.push_back(
            static_cast<std::size_t>(std::count(from, from + static_cast<std::ptrdiff_t>(others), 1)) +
            (first ? 1 : 0));
      }
    }
  }

  // Ranks say something of every key only where there are many more worlds than keys.
  std::size_t screened() const {
    if (wanted_ == 0 || arms_.size() < 2) return 0;
    const std::size_t worlds = std::min(worlds_->rows(), kScreenedPerWorld * wanted_);
    return worlds >= kWorldsPerKey * columns_.size() && !columns_.empty() ? worlds : 0;
  }

  // As mean fields, without luck and quickly.
  void add_influences(InWorlds& result) {
    const std::size_t n = screened();
    result.screened = n;
    if (n == 0) return;
    Scenario mean_field = scenario_;
    mean_field.parameters.market.kind = MarketKind::mean_field;
    const std::size_t strategies = arms_.size() - 1;
    std::vector<std::vector<double>> saved(strategies, std::vector<double>(n));
    std::vector<std::vector<double>> npv(strategies, std::vector<double>(n));
    run_pieces(
        n, whole(), [&](std::size_t w) { return Piece{world(mean_field, w), w}; },
        [&](std::size_t w, const Replication& replication, const std::vector<double>&) {
          const double baseline = replication.outcome(0).firms.front().npv;
          for (std::size_t s = 0; s < strategies; ++s) {
            const Outcome outcome = replication.outcome(s + 1);
            saved[s][w] = saves(outcome.verdict) ? 1 : 0;
            npv[s][w] = outcome.firms.front().npv - baseline;
          }
        },
        kScreenedPerWorld);
    result.influences.resize(strategies);
    const RankCorrelations correlations(inputs(n));
    parallel_for(strategies, options_.threads,
                 [&](std::size_t s) { result.influences[s] = influence(correlations, saved[s], npv[s]); });
    result.between = between(result.runs, correlations, npv);
  }

  std::optional<Between> between(const VariantRuns& runs, const RankCorrelations& correlations,
                                 const std::vector<std::vector<double>>& npv) const {
    std::vector<std::size_t> strategies(npv.size());
    std::iota(strategies.begin(), strategies.end(), std::size_t{0});
    std::stable_sort(strategies.begin(), strategies.end(), [&](std::size_t a, std::size_t b) {
      return saved_share(runs, a + 1) > saved_share(runs, b + 1);
    });
    if (strategies.size() < 2 || saved_share(runs, strategies[1] + 1) < kFewWorlds) return std::nullopt;
    Between between{strategies[0], strategies[1], {}, 0};
    std::vector<double> difference = npv[between.first];
    for (std::size_t w = 0; w < difference.size(); ++w) difference[w] -= npv[between.second][w];
    between.npv = correlations.partial(difference);
    between.npv_by_chance = by_chance(correlations, difference);
    return between;
  }

  Eigen::MatrixXd inputs(std::size_t n) const {
    Eigen::MatrixXd inputs(static_cast<Eigen::Index>(columns_.size()), static_cast<Eigen::Index>(n));
    for (std::size_t w = 0; w < n; ++w) {
      for (std::size_t i = 0; i < columns_.size(); ++i)
        inputs(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(w)) = worlds_->row(w)[columns_[i]];
    }
    return inputs;
  }

  Influence influence(const RankCorrelations& correlations, const std::vector<double>& saved,
                      const std::vector<double>& npv) const {
    return {correlations.partial(saved), correlations.partial(npv), by_chance(correlations, saved),
            by_chance(correlations, npv)};
  }

  double by_chance(const RankCorrelations& correlations, const std::vector<double>& values) const {
    constexpr double probability = 0.95;
    constexpr std::size_t permutations = 200;
    const auto seed = static_cast<std::uint64_t>(scenario_.parameters.run.seed);
    return correlations.largest_by_chance(values, probability, permutations, seed);
  }

  const Scenario& scenario_;
  const std::vector<Arm>& arms_;
  const WorldTable* worlds_;
  WorkOptions options_;
  std::size_t wanted_;
  std::vector<std::size_t> columns_;
  std::optional<Progress> progress_;
};

}  // namespace

std::vector<Rivals> rivals_of(const Scenario& scenario) {
  const bool network = scenario.parameters.market.kind == MarketKind::network;
  std::vector<Rivals> asked = scenario.parameters.run.rivals.value_or(
      network ? std::vector<Rivals>{} : std::vector<Rivals>(1, Rivals::same));
  std::erase_if(asked, [&](Rivals rivals) { return has_rivals(scenario, rivals); });
  return asked;
}

std::size_t doubt_parts(const Scenario& scenario, const std::vector<Arm>& arms, const WorldTable* worlds) {
  return Doubting(scenario, arms, worlds, {}).parts();
}

Doubt doubts_of(const Scenario& scenario, const std::vector<Arm>& arms, const WorldTable* worlds,
                const WorkOptions& options) {
  return Doubting(scenario, arms, worlds, options).run();
}

}  // namespace orgsim
