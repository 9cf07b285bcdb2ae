// An arm of an experiment: the baseline, with changes from some week on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

// The focal firm takes a strategy of the scenario, and so do the firms that do as it does.
struct TakeStrategy {
  std::string name;
};

// A key is given another value, as a scenario would write it: {"market.taste", 2.5},
// {"firms[1].talent", 1.2}.
struct SetKey {
  std::string path;
  Node value;
};

struct GiveGrant {
  Grant grant;
};

// A mechanism under [mechanisms], such as "politics", is switched on or off.
struct SwitchMechanism {
  std::string name;
  bool on = false;
};

using Change = std::variant<TakeStrategy, SetKey, GiveGrant, SwitchMechanism>;

// What an arm is called: in results, and for people.
struct ArmTitle {
  std::string name;
  std::string label;

  bool operator==(const ArmTitle&) const = default;
};
inline constexpr std::string_view kBaseline = "baseline";

// Changes are made in their order before the week `from` is simulated; up to then the arm is the baseline,
// bit for bit. Without `from` an arm begins when its strategy does, at the first firm that takes it. An arm
// without changes is the baseline.
struct Arm {
  ArmTitle title;
  std::optional<int> from;
  std::vector<Change> changes;
};

Arm baseline_arm();
Arm strategy_arm(const Strategy& strategy);

std::vector<ArmTitle> titles_of(std::span<const Arm> arms);

// What is wrong with an arm of this scenario: unknown strategies, keys and mechanisms; keys that shape the
// run or only its start; values out of range or against each other; nothing that says when it begins.
std::vector<Problem> problems_of(const Arm& arm, const Scenario& scenario);

// Throws InputError with the problems of all of them, and if two have the same name.
void expect_sound(std::span<const Arm> arms, const Scenario& scenario);

// The scenario as it is once the arm has begun. Throws InputError with problems_of(arm, scenario).
Scenario changed_by(const Arm& arm, const Scenario& scenario);

}  // namespace orgsim
