#include "experiment/arm.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenario/text/by_path.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kMechanisms = "mechanisms.";

// Makes an arm's changes to a scenario, and gathers what is wrong with them.
class Changer {
 public:
  Changer(const Arm& arm, const Scenario& scenario) : arm_(arm), changed_(scenario) {}

  void run() {
    for (const Change& change : arm_.changes) {
      std::visit([this](const auto& one) { make(one); }, change);
    }
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
    report("", fmt::format("no strategy is called '{}'", change.name), names_of_strategies(changed_));
  }

  void make(const SwitchMechanism& change) {
    make(SetKey{std::string(kMechanisms) + change.name, Node{{}, change.on}});
  }

  void make(const GiveGrant& change) { changed_.grants.push_back(change.grant); }

  void make(const SetKey& change) {
    std::vector<std::string> paths;
    std::optional<Field> field;
    for_each_key(changed_, [&](const std::string& path, const Field& of_path, const auto&) {
      paths.push_back(path);
      if (path == change.path) field = of_path;
    });
    if (!field) {
      const std::optional<std::string> close = nearest(change.path, paths);
      report(change.path, "unknown key",
             close ? fmt::format("did you mean '{}'?", *close) : "`orgsim describe` lists the keys");
    } else if (field->has(Trait::fixed) || field->has(Trait::start)) {
      report(change.path,
             field->has(Trait::fixed) ? "shapes the run and cannot change during it"
                                      : "is settled at the start and cannot change during a run",
             "change it in the scenario, for the baseline too");
    } else {
      set(change);
    }
  }

  void set(const SetKey& change) {
    try {
      assign(changed_, change.path, change.value);
    } catch (const InputError& error) {
      problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
    }
    if (!changed_.drawn.empty()) report(change.path, "an arm's value cannot be drawn", "give one number");
    changed_.drawn.clear();
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

Scenario changed_by(const Arm& arm, const Scenario& scenario) {
  Changer changer(arm, scenario);
  changer.run();
  if (!changer.problems().empty()) throw InputError(changer.problems());
  return std::move(changer.changed());
}

}  // namespace orgsim
