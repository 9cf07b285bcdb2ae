#include "experiment/explain/against.hpp"

#include <algorithm>
#include <map>

#include "engine/numbers.hpp"
#include "engine/plausible.hpp"
#include "scenario/text/by_path.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

struct Said {
  Field field;
  std::string text;
};
using Keys = std::map<std::string, Said>;

bool is_of_the_report(const std::string& path) {
  const bool counted = path.starts_with("run.") && path != "run.weeks";
  return counted || path == "title" || path.starts_with("record.") || path.ends_with(".label") ||
         path.ends_with(".name");
}

bool follows(const Scenario& scenario, std::string_view strategy) {
  return std::ranges::any_of(scenario.firms,
                             [&](const FirmEntry& firm) { return firm.strategy == strategy; });
}

// Without a strategy of its own a firm does nothing that a strategy says.
bool is_idle(const Scenario& scenario, const std::string& path) {
  constexpr std::string_view strategies = "strategies.";
  if (!path.starts_with(strategies)) return false;
  const std::string rest = path.substr(strategies.size());
  return !follows(scenario, rest.substr(0, rest.find('.')));
}

// What holds, by path: a distribution where one is drawn, and of firms what they have for their own.
Keys keys_of(const Scenario& scenario) {
  Keys keys;
  for_each_key(scenario, [&](const std::string& path, const Field& field, const auto& value) {
    const std::optional<FirmKey> of_firm = firm_key(scenario, path);
    const bool own = !of_firm || of_firm->name == "name" || of_firm->name == "strategy" ||
                     scenario.firms[of_firm->firm].overridden.contains(of_firm->name);
    if (own && !is_of_the_report(path) && !is_idle(scenario, path)) keys[path] = {field, value_text(value)};
  });
  for (const DrawnKey& drawn : scenario.drawn) {
    const auto key = keys.find(number_path(drawn.path).key);
    if (key != keys.end()) key->second.text += drawn.path + to_text(drawn.distribution);
  }
  return keys;
}

std::vector<std::string> differing(const Scenario& here, const Scenario& there) {
  const Keys ours = keys_of(here);
  const Keys theirs = keys_of(there);
  std::vector<std::string> paths;
  std::vector<Problem> problems;
  const auto note = [&](const std::string& path, const Field& field) {
    paths.push_back(path);
    if (field.has(Trait::fixed))
      problems.push_back({{}, path, "shapes the run, and the two scenarios differ in it", "let them agree"});
  };
  for (const auto& [path, said] : ours) {
    const auto other = theirs.find(path);
    if (other == theirs.end() || other->second.text != said.text) note(path, said.field);
  }
  for (const auto& [path, said] : theirs) {
    if (!ours.contains(path)) note(path, said.field);
  }
  if (!problems.empty()) throw InputError(problems);
  if (here.grants.size() != there.grants.size())
    throw InputError(Problem{{}, "grants", "the two scenarios have other numbers of them", "let them agree"});
  return paths;
}

// A node for each key that has one: what `assign` sets.
std::optional<Node> node_at(const Scenario& scenario, const std::string& path) {
  std::string text;
  seek_key(scenario, path, [&](const Field&, const auto& value) { text = value_text(value); });
  for (const DrawnKey& drawn : scenario.drawn) {
    if (drawn.path == path) text = to_text(drawn.distribution);
  }
  if (text.empty()) return std::nullopt;
  return parse_document("value = " + text, "").as<NodeTable>()->front().node;
}

void copy_key(const Scenario& from, Scenario& to, const std::string& path) {
  const std::optional<FirmKey> key = firm_key(from, path);
  const bool whole = !key || key->name == "name" || key->name == "strategy";
  const std::vector<std::string> named = to.parameters.run.named;
  if (whole || from.firms[key->firm].overridden.contains(key->name)) {
    assign(to, path, node_at(from, path));
  } else {
    drop_override(to.firms[key->firm], key->name);
  }
  to.parameters.run.named = named;
}

bool fit_together(const Scenario& here, const Scenario& there, const std::vector<KeyGroup>& groups,
                  Coalition in) {
  try {
    return problems_of(with_groups(here, there, groups, in)).empty();
  } catch (const InputError&) {
    return false;
  }
}

void merge(std::vector<KeyGroup>& groups, std::size_t one, std::size_t other) {
  std::vector<std::string>& paths = groups[one].paths;
  paths.insert(paths.end(), groups[other].paths.begin(), groups[other].paths.end());
  groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(other));
}

// Both ways round: a check may hold with the one scenario's value and not with the other's.
bool stands_alone(const Scenario& here, const Scenario& there, const std::vector<KeyGroup>& parts) {
  return fit_together(here, there, parts, 1) && fit_together(there, here, parts, 1);
}

// Joins the first group that no check lets stand alone to one with which it can; false if all can.
bool join_one(const Scenario& here, const Scenario& there, std::vector<KeyGroup>& groups) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (stands_alone(here, there, {groups[g]})) continue;
    for (std::size_t h = 0; h < groups.size(); ++h) {
      if (h == g) continue;
      KeyGroup both = groups[g];
      both.paths.insert(both.paths.end(), groups[h].paths.begin(), groups[h].paths.end());
      if (!stands_alone(here, there, {both})) continue;
      merge(groups, std::min(g, h), std::max(g, h));
      return true;
    }
    std::vector<std::string> names;
    for (const std::string& path : groups[g].paths) names.push_back(path);
    throw InputError(Problem{{},
                             names.front(),
                             "it cannot be taken from the other scenario alone, nor with any other key",
                             "let the two scenarios agree in it"});
  }
  return false;
}

// An entry of each is of one class of adopters.
bool are_of_classes(const std::string& path) {
  return path == "market.mass" || path == "market.resistance";
}

bool are_bound(const std::string& one, const std::string& other) {
  if (are_of_classes(one) && are_of_classes(other)) return true;
  static const std::vector<PlausibleNumber> numbers = plausible_numbers();
  return std::ranges::any_of(numbers, [&](const PlausibleNumber& number) {
    return !number.share_of.empty() && ((number.key == one && number.share_of == other) ||
                                        (number.key == other && number.share_of == one));
  });
}

void join_bound(std::vector<KeyGroup>& groups) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (std::size_t h = groups.size() - 1; h > g; --h) {
      if (are_bound(groups[g].paths.front(), groups[h].paths.front())) merge(groups, g, h);
    }
  }
}

}  // namespace

std::string KeyGroup::name() const {
  return fmt::format("{}", fmt::join(paths, ", "));
}

std::vector<KeyGroup> groups_of_differences(const Scenario& here, const Scenario& there) {
  std::vector<KeyGroup> groups;
  for (const std::string& path : differing(here, there)) groups.push_back({{path}});
  if (groups.empty())
    throw InputError(
        Problem{{}, "against", "the two scenarios are the same", "one that differs in some key"});
  join_bound(groups);
  while (join_one(here, there, groups)) {
  }
  constexpr std::size_t most = 30;
  if (groups.size() > most)
    throw InputError(Problem{{},
                             "against",
                             fmt::format("the scenarios differ in {} groups of keys", groups.size()),
                             fmt::format("at most {}", most)});
  return groups;
}

Scenario with_groups(const Scenario& here, const Scenario& there, const std::vector<KeyGroup>& groups,
                     Coalition in) {
  Scenario scenario = there;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if ((in >> g & 1U) == 0) continue;
    for (const std::string& path : groups[g].paths) copy_key(here, scenario, path);
  }
  return scenario;
}

void leave_alone(UnitsShape& shape, const std::vector<KeyGroup>& groups) {
  const auto differs = [&](const std::string& path) {
    return std::ranges::any_of(groups, [&](const KeyGroup& group) {
      return std::ranges::find(group.paths, number_path(path).key) != group.paths.end();
    });
  };
  const std::size_t keys = shape.world_keys.size();
  std::vector<double> kept;
  for (std::size_t i = 0; i < shape.worlds.size(); ++i) {
    if (!differs(shape.world_keys[i % keys])) kept.push_back(shape.worlds[i]);
  }
  shape.worlds = kept;
  std::erase_if(shape.world_keys, differs);
}

}  // namespace orgsim
