#include "scenario/text/by_path.hpp"

#include <algorithm>

#include "scenario/text/by_member.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/reader.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

// Lets a firm follow no strategy, or what holds for all hold for it again.
void drop_of_firm(Scenario& scenario, const FirmKey& key, const std::string& path) {
  FirmEntry& firm = scenario.firms[key.firm];
  if (key.name == "name") return drop_member(scenario, firm.name, path);
  if (key.name == "strategy") return firm.strategy.clear();
  drop_override(firm, key.name);
  redraw(scenario, path, {});
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

void assign(Scenario& scenario, const std::string& path, const std::optional<Node>& value,
            const Files& files) {
  if (const std::optional<FirmKey> key = firm_key(scenario, path); key && !value) {
    return drop_of_firm(scenario, *key, path);
  }
  bool found = false;
  for_each_key(scenario, [&](const std::string& key, const Field& field, auto& member) {
    if (key != path || found) return;
    found = true;
    if (value) {
      assign_member(scenario, member, field, path, *value, files);
    } else {
      drop_member(scenario, member, path);
    }
  });
  if (!found) {
    const std::optional<std::string> gone = advice_on_gone(path, value ? &*value : nullptr);
    throw InputError(Problem{{}, path, "unknown key", gone.value_or("`orgsim describe` lists the keys")});
  }
  // By now market.firms may have changed the firms.
  if (const std::optional<FirmKey> key = firm_key(scenario, path);
      key && key->name != "name" && key->name != "strategy") {
    scenario.firms[key->firm].overridden.insert(key->name);
  }
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
  // What the tables are read beside: what firms may follow hangs on it.
  const Node whole = document_of(scenario);
  for (const char* section : {"run", "selection"}) {
    if (const Node* node = whole.find(section)) document.as<NodeTable>()->push_back({section, {}, *node});
  }

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
