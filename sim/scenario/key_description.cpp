#include "scenario/key_description.hpp"

#include <set>

#include "core/walk.hpp"
#include "scenario/key_type.hpp"
#include "scenario/plausible_text.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

// The firm-level keys' full paths: those that a walk over the parameters shares with the firms' flat list.
std::set<const void*> firm_level_fields(const Parameters& parameters) {
  std::set<const void*> addresses;
  walk(parameters.firm, "",
       [&](const std::string&, const Field&, const auto& value) { addresses.insert(&value); });
  return addresses;
}

template <class Value>
KeyDescription described(const std::string& path, const Field& field, const Value& value) {
  const KeyType type = key_type(value, field);
  KeyDescription key;
  key.path = path;
  key.type = type.words;
  key.default_text = default_text(field, value);
  key.unit = field.unit;
  key.meaning = field.meaning;
  key.source = field.source;
  key.drawable = type.numeric;
  key.by_factors = field.scale == Scale::log;
  key.plausible = plausible_text(path, field);
  if (!key.plausible.empty()) key.plausible_source = field.plausible.source;
  key.half_to_twice = field.plausible.of == Plausible::Of::factor;
  return key;
}

KeyDescription described_vary() {
  KeyDescription key;
  key.path = joined_path(std::string(kSweepTable), kVary.name);
  key.type = fmt::format("\"{}\", or a table of keys, each with {}", kVaryPlausible, kVaryForms);
  key.meaning = kVary.meaning;
  return key;
}

}  // namespace

std::vector<KeyDescription> describe_keys() {
  const Parameters parameters;
  const std::set<const void*> firm_level = firm_level_fields(parameters);
  std::vector<KeyDescription> keys;
  walk(parameters, "", [&](const std::string& path, const Field& field, const auto& value) {
    keys.push_back(described(path, field, value));
    keys.back().per_firm = firm_level.contains(&value);
  });
  const Strategy strategy;
  walk(strategy, "strategies.NAME", [&](const std::string& path, const Field& field, const auto& value) {
    keys.push_back(described(path, field, value));
  });
  const auto add = [&](const std::string& path, const Field& field, const auto& value) {
    keys.push_back(described(path, field, value));
  };
  const Scenario scenario;
  walk(scenario, "", add);
  add(std::string(kExtends.name), kExtends, std::string());
  const FirmEntry firm;
  walk(firm, "firms", add);
  const Grant grant;
  walk(grant, "grants", add);
  const SweepTable sweep;
  walk(sweep, std::string(kSweepTable), add);
  keys.push_back(described_vary());
  return keys;
}

}  // namespace orgsim
