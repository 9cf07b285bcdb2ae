#include "experiment/arm.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "scenario/text/by_path.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kMechanisms = "mechanisms.";
constexpr std::string_view kStrategies = "strategies.";

// Makes an arm's changes to a scenario, and gathers what is wrong with them.
class Changer {
 public:
  Changer(const Arm& arm, const Scenario& scenario) : arm_(arm), changed_(scenario) {}

  // `others` come before the arm in the experiment: the first is the baseline.
  void run(std::span<const Arm> others) {
    const bool taken = std::any_of(others.begin(), others.end(),
                                   [&](const Arm& other) { return other.title.name == arm_.title.name; });
    if (taken)
      report("name", fmt::format("two arms are called '{}'", arm_.title.name), "give each its own name");
    run();
  }

  void run() {
    for (const Change& change : arm_.changes) {
      std::visit([this](const auto& one) { make(one); }, change);
    }
    if (arm_.changes.empty() && arm_.from)
      report("from", "an arm without changes is the baseline", "leave it out");
    if (!arm_.changes.empty() && !arm_.from && !takes_strategy_) {
      report("from", "nothing says when the arm begins", "give it a first week, or a strategy");
    }
    if (arm_.from && (*arm_.from < 0 || *arm_.from >= changed_.parameters.run.weeks)) {
      report("from", fmt::format("there is no week {}", *arm_.from),
             fmt::format("weeks are numbered from 0 to {}", changed_.parameters.run.weeks - 1));
    }
    if (problems_.empty()) problems_ = problems_of(changed_);
    for (Problem& problem : problems_) problem.what += fmt::format(" (arm '{}')", arm_.title.name);
  }

  const std::vector<Problem>& problems() const { return problems_; }
  Scenario& changed() { return changed_; }

 private:
  void report(const std::string& key, const std::string& what, const std::string& cure) {
    problems_.push_back({{}, key, what, cure});
  }

  void make(const TakeStrategy& change) {
    takes_strategy_ = true;
    if (changed_.find_strategy(change.name) != nullptr) return;
    problems_.push_back(no_strategy(changed_, change.name));
  }

  void make(const SwitchMechanism& change) {
    make(SetKey{std::string(kMechanisms) + change.name, Node{{}, change.on}});
  }

  void make(const GiveGrant& change) {
    changed_.grants.push_back(change.grant);
    if (change.grant.weeks.last >= arm_.from.value_or(0)) return;
    report("grants",
           fmt::format("a grant that ends in week {} is over before the arm begins", change.grant.weeks.last),
           "a later span of weeks, or an earlier beginning");
  }

  void make(const SetKey& change) {
    std::vector<std::string> paths;
    std::optional<Field> field;
    for_each_key(changed_, [&](const std::string& path, const Field& of_path, const auto&) {
      paths.push_back(path);
      if (path == change.path) field = of_path;
    });
    if (!field) {
      const std::optional<std::string> close = nearest(change.path, paths);
      const std::optional<std::string> gone = advice_on_gone(change.path, &change.value);
      report(change.path, "unknown key",
             gone    ? *gone
             : close ? fmt::format("did you mean '{}'?", *close)
                     : "`orgsim describe` lists the keys");
    } else if (field->has(Trait::fixed) || field->has(Trait::start)) {
      report(change.path,
             field->has(Trait::fixed) ? "shapes the run and cannot change during it"
                                      : "is settled at the start and cannot change during a run",
             "change it in the scenario, for the baseline too");
    } else if (change.path.starts_with(kStrategies) && !takes(change.path)) {
      report(change.path, "the arm does not take this strategy, so that nothing would change",
             "let the arm take it too");
    } else {
      set(change);
    }
  }

  // Whether the arm takes the strategy that a key is of.
  bool takes(const std::string& path) const {
    return std::any_of(arm_.changes.begin(), arm_.changes.end(), [&](const Change& change) {
      const auto* take = std::get_if<TakeStrategy>(&change);
      return take != nullptr && lies_within(path, std::string(kStrategies) + take->name);
    });
  }

  void set(const SetKey& change) {
    // What worlds leave alone is the scenario's, not an arm's.
    const std::vector<std::string> named = changed_.parameters.run.named;
    try {
      assign(changed_, change.path, change.value);
      changed_.parameters.run.named = named;
    } catch (const InputError& error) {
      problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
    }
    const bool drawn = std::any_of(changed_.drawn.begin(), changed_.drawn.end(),
                                   [&](const DrawnKey& key) { return lies_within(key.path, change.path); });
    if (drawn) report(change.path, "an arm's value cannot be drawn", "give one number");
  }

  const Arm& arm_;
  Scenario changed_;
  bool takes_strategy_ = false;
  std::vector<Problem> problems_;
};

}  // namespace

Arm baseline_arm() {
  return {{std::string(kBaseline), std::string(kBaseline)}, {}, {}};
}

Arm strategy_arm(const Strategy& strategy) {
  return {{strategy.name, strategy.title()}, {}, {TakeStrategy{strategy.name}}};
}

std::vector<ArmTitle> titles_of(std::span<const Arm> arms) {
  std::vector<ArmTitle> titles;
  for (const Arm& arm : arms) titles.push_back(arm.title);
  return titles;
}

std::vector<Problem> problems_of(const Arm& arm, const Scenario& scenario) {
  Changer changer(arm, scenario);
  changer.run();
  return changer.problems();
}

void expect_sound(std::span<const Arm> arms, const Scenario& scenario) {
  std::vector<Problem> problems;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    Changer changer(arms[a], scenario);
    changer.run(arms.first(a));
    problems.insert(problems.end(), changer.problems().begin(), changer.problems().end());
  }
  if (!problems.empty()) throw InputError(problems);
}

Scenario changed_by(const Arm& arm, const Scenario& scenario) {
  Changer changer(arm, scenario);
  changer.run();
  if (!changer.problems().empty()) throw InputError(changer.problems());
  return std::move(changer.changed());
}

}  // namespace orgsim
