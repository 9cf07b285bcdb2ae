#include "engine/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <any>

#include "engine/numbers.hpp"

namespace orgsim {

namespace {

// FNV-1a: a key's draw depends on its name alone, so that adding another drawn key leaves it as it is.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash;
}

void take_overrides(const FirmEntry& entry, FirmParameters& firm) {
  std::map<std::string, std::any> values;
  walk(entry.overrides, "", [&]<class T>(const std::string& name, const Field&, const T& value) {
    if (entry.overridden.contains(name)) values[name] = &value;
  });
  walk(firm, "", [&]<class T>(const std::string& name, const Field&, T& value) {
    if (values.contains(name)) value = *std::any_cast<const T*>(values[name]);
  });
}

}  // namespace

const Strategy* Scenario::find_strategy(std::string_view name) const {
  const auto found = std::find_if(strategies.begin(), strategies.end(),
                                  [&](const Strategy& strategy) { return strategy.name == name; });
  return found == strategies.end() ? nullptr : &*found;
}

std::optional<FirmKey> firm_key(const Scenario& scenario, const std::string& path) {
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    const std::string start = fmt::format("firms[{}].", f);
    if (path.starts_with(start)) return FirmKey{f, path.substr(start.size())};
  }
  return std::nullopt;
}

void drop_override(FirmEntry& firm, const std::string& name) {
  firm.overridden.erase(name);
  FirmParameters kept;
  take_overrides(firm, kept);
  firm.overrides = kept;
}

std::vector<FirmParameters> parameters_of_firms(const Scenario& scenario) {
  std::vector<FirmParameters> firms(scenario.firms.size(), scenario.parameters.firm);
  for (std::size_t f = 0; f < firms.size(); ++f) take_overrides(scenario.firms[f], firms[f]);
  return firms;
}

std::vector<double> starts_of(const Scenario& scenario) {
  std::vector<double> starts;
  for (const FirmParameters& firm : parameters_of_firms(scenario))
    starts.push_back(firm.offer.start_penetration);
  return starts;
}

std::vector<double> draw_values(const Scenario& scenario, const StreamKey& stream_key) {
  std::vector<double> values;
  for (const DrawnKey& key : scenario.drawn) {
    Stream stream = stream_key.stream(Purpose::parameters, 0, hash_of(key.path));
    const std::optional<double> value = draw(key.distribution, key.range, key.whole, stream);
    if (!value) {
      throw InputError(Problem{key.place, key.path,
                               "the distribution has almost no probability within the key's range",
                               fmt::format("the key takes {}", key.range.text())});
    }
    values.push_back(*value);
  }
  return values;
}

std::vector<std::string> paths_of(const std::vector<DrawnKey>& drawn) {
  std::vector<std::string> paths;
  for (const DrawnKey& key : drawn) paths.push_back(key.path);
  return paths;
}

Scenario with_values(const Scenario& scenario, const std::vector<double>& values) {
  Scenario result = scenario;
  set_numbers(result, paths_of(scenario.drawn), values);
  return result;
}

}  // namespace orgsim
