#include "scenario/text/by_path.hpp"

#include <algorithm>

#include "scenario/text/checks.hpp"
#include "scenario/text/reader.hpp"
#include "scenario/text/values.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

struct FirmKey {
  std::size_t firm;
  std::string name;
};

// "firms[1].talent" is the talent of firm 1; other paths are none of a firm.
std::optional<FirmKey> firm_key(const Scenario& scenario, const std::string& path) {
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    const std::string start = fmt::format("firms[{}].", f);
    if (path.starts_with(start)) return FirmKey{f, path.substr(start.size())};
  }
  return std::nullopt;
}

// The texts that stand in no field list.
template <class AnyScenario>
auto text_at(AnyScenario& scenario, const std::string& path) -> decltype(&scenario.title) {
  if (path == "title") return &scenario.title;
  const std::optional<FirmKey> key = firm_key(scenario, path);
  if (key && key->name == "name") return &scenario.firms[key->firm].name;
  if (key && key->name == "strategy") return &scenario.firms[key->firm].strategy;
  return nullptr;
}

// As many firms as market.firms says; what was said about those that leave goes with them.
void fit_firms(Scenario& scenario) {
  const auto firms = static_cast<std::size_t>(scenario.parameters.market.firms);
  while (scenario.firms.size() < firms) scenario.firms.push_back(default_firm(scenario.firms.size()));
  for (std::size_t f = firms; f < scenario.firms.size(); ++f) {
    std::erase_if(scenario.drawn,
                  [&](const DrawnKey& key) { return lies_within(key.path, fmt::format("firms[{}]", f)); });
  }
  scenario.firms.resize(firms);
}

// Reads the value into its field.
void read_value(Scenario& scenario, const std::string& path, const Node& value, const Files& files,
                std::vector<Problem>& problems) {
  const Node nothing{{}, NodeTable()};
  KeyIndex keys(nothing);
  ValueReader reader(problems, scenario.drawn, keys, files);
  if (std::string* text = text_at(scenario, path)) {
    *text = reader.text(value, path).value_or(*text);
    return;
  }
  for_each_key(scenario, [&](const std::string& key, const Field& field, auto& target) {
    if (key == path) reader.read(value, path, field, target);
  });
  if (const std::optional<FirmKey> key = firm_key(scenario, path)) {
    scenario.firms[key->firm].overridden.insert(key->name);
  }
}

template <class T>
bool drop(T&) {
  return false;
}
template <class T>
bool drop(std::optional<T>& value) {
  value.reset();
  return true;
}

// Only what may be left out can be dropped.
void drop_value(Scenario& scenario, const std::string& path, std::vector<Problem>& problems) {
  const std::optional<FirmKey> key = firm_key(scenario, path);
  bool dropped = false;
  if (key && key->name == "strategy") {
    scenario.firms[key->firm].strategy.clear();
    dropped = true;
  } else if (key && key->name != "name") {
    drop_override(scenario.firms[key->firm], key->name);
    dropped = true;
  } else {
    for_each_key(scenario, [&](const std::string& other, const Field&, auto& value) {
      if (other == path) dropped = drop(value);
    });
  }
  if (!dropped) problems.push_back({{}, path, "this key must have a value", "`orgsim describe` says which"});
}

bool is_of_tables(const std::string& path) {
  return lies_within(path, "firms") || lies_within(path, "strategies") || lies_within(path, "grants");
}

}  // namespace

std::string home_of(const Scenario& scenario, const std::string& path) {
  const std::optional<FirmKey> key = firm_key(scenario, path);
  if (!key || scenario.firms[key->firm].overridden.contains(key->name)) return path;
  const void* shared = nullptr;
  walk(scenario.parameters.firm, "", [&](const std::string& name, const Field&, const auto& value) {
    if (name == key->name) shared = &value;
  });
  std::string home = path;
  walk(scenario.parameters, "", [&](const std::string& other, const Field&, const auto& value) {
    if (&value == shared) home = other;
  });
  return home;
}

std::optional<Node> value_at(const Scenario& scenario, const std::string& path) {
  if (const std::string* text = text_at(scenario, path)) return Node{{}, *text};
  const std::string home = home_of(scenario, path);
  std::string text;
  for_each_key(scenario, [&](const std::string& key, const Field&, const auto& value) {
    if (key == home) text = text_of(scenario, key, value);
  });
  if (text.empty()) return std::nullopt;
  return parse_document("value = " + text, "").as<NodeTable>()->front().node;
}

void assign(Scenario& scenario, const std::string& path, const std::optional<Node>& value,
            const Files& files) {
  Scenario changed = scenario;
  std::erase_if(changed.drawn, [&](const DrawnKey& key) { return lies_within(key.path, path); });
  std::vector<Problem> problems;
  if (value) {
    read_value(changed, path, *value, files, problems);
  } else {
    drop_value(changed, path, problems);
  }
  if (problems.empty()) problems = problems_of_keys(changed);
  std::erase_if(problems, [&](const Problem& problem) { return !lies_within(problem.key, path); });
  if (!problems.empty()) throw InputError(problems);
  if (path == "market.firms") fit_firms(changed);
  if (path == "market.network.file" || path == "market.network.directed") changed.ties = {};
  sort_drawn(changed);
  scenario = std::move(changed);
}

Node document_of(const Scenario& scenario) {
  return parse_document(to_toml(scenario), "");
}

Node tables_at(const Scenario& scenario, const std::string& name) {
  const Node document = document_of(scenario);
  const Node* tables = document.find(name);
  if (tables != nullptr) return *tables;
  if (name == "strategies") return {{}, NodeTable()};
  return {{}, NodeList()};
}

void assign_tables(Scenario& scenario, const std::string& name, const Node& tables, const Files& files) {
  Node document{{}, NodeTable()};
  const auto add = [&](const char* key) {
    const Node node = key == name ? tables : tables_at(scenario, key);
    const NodeList* list = node.as<NodeList>();
    const bool none = list != nullptr && list->empty() && key != std::string("firms");
    if (!none) document.as<NodeTable>()->push_back({key, {}, node});
  };
  for (const char* key : {"strategies", "firms", "grants"}) add(key);
  document.as<NodeTable>()->push_back({"run", {}, *document_of(scenario).find("run")});

  Scenario read = read_scenario(document, files);
  scenario.firms = std::move(read.firms);
  scenario.strategies = std::move(read.strategies);
  scenario.grants = std::move(read.grants);
  scenario.parameters.market.firms = read.parameters.market.firms;
  std::erase_if(scenario.drawn, [](const DrawnKey& key) { return is_of_tables(key.path); });
  scenario.drawn.insert(scenario.drawn.end(), read.drawn.begin(), read.drawn.end());
  sort_drawn(scenario);
}

}  // namespace orgsim
