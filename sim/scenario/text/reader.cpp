#include "scenario/text/reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/text.hpp"
#include "core/walk.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

namespace {

class ScenarioReader {
 public:
  ScenarioReader(const Node& document, const Files& files)
      : files_(files), keys_(document), values_(problems_, scenario_.drawn, keys_, files) {}

  Scenario read(EdgeLists edge_lists) {
    read_heading();
    read_parameters();
    if (!keys_.has("run.named")) name_keys();
    read_strategies();
    read_firms();
    read_lists_of_firms();
    read_grants();
    if (const Node* table = keys_.take("sweep"); table != nullptr && expect_table(*table, "sweep")) {
      read_sweep(*table, scenario_, values_, files_);
    }
    const std::vector<Problem> unknown = keys_.unknown_keys();
    problems_.insert(problems_.end(), unknown.begin(), unknown.end());
    report_contradictions();
    if (!problems_.empty()) throw InputError(problems_);
    const Place named_at = keys_.place_of("market.network.file");
    scenario_.origin.folder = folder_of(named_at);
    scenario_.origin.customers_said = keys_.has("market.customers");
    scenario_.origin.worlds_folder = folder_of(keys_.place_of("run.worlds_file"));
    if (edge_lists == EdgeLists::read) load_ties(scenario_, named_at, files_);
    sort_drawn(scenario_);
    return std::move(scenario_);
  }

 private:
  // What is wrong beyond single keys; not about keys that could not be read, which hold defaults.
  void report_contradictions() {
    const std::size_t unread = problems_.size();
    std::vector<Problem> contradictions = problems_of(scenario_);
    const std::vector<Problem> of_sweep = problems_of_sweep(scenario_);
    contradictions.insert(contradictions.end(), of_sweep.begin(), of_sweep.end());
    for (Problem& problem : contradictions) {
      const bool misled =
          std::any_of(problems_.begin(), problems_.begin() + static_cast<std::ptrdiff_t>(unread),
                      [&](const Problem& other) { return lies_within(other.key, problem.key); });
      if (misled) continue;
      if (problem.place.file.empty()) problem.place = keys_.place_of(problem.key);
      problems_.push_back(std::move(problem));
    }
  }

  void read_heading() {
    walk(scenario_, "", [&](const std::string& path, const Field& field, auto& value) {
      if (const Node* node = keys_.take(path)) values_.read(*node, path, field, value);
    });
  }

  // Keys that may list one value per firm wait until the firms are known.
  void read_parameters() {
    walk(
        scenario_.parameters, "",
        [&](const std::string& path, const Field& field, auto& value) {
          const Node* node = keys_.take(path);
          if (node == nullptr || (field.has(Trait::per_firm) && node->as<NodeList>() != nullptr)) return;
          values_.read(*node, path, field, value);
        },
        [&](const std::string& path, const Section&) {
          if (const Node* node = keys_.take(path)) expect_table(*node, path);
        });
  }

  // Of the keys of which worlds differ, those that were written.
  void name_keys() {
    std::vector<std::string>& named = scenario_.parameters.run.named;
    walk(scenario_.parameters, "", [&](const std::string& path, const Field& field, const auto&) {
      if (field.plausible.of != Plausible::Of::nothing && keys_.has(path)) named.push_back(path);
    });
    std::sort(named.begin(), named.end());
  }

  bool expect_table(const Node& node, const std::string& path) {
    if (node.as<NodeTable>() != nullptr) return true;
    values_.report(node.place, path, fmt::format("found {}", node.kind()),
                   fmt::format("expected a table [{}]", path));
    return false;
  }

  template <class Struct>
  static std::string required_keys(const Struct& of) {
    std::vector<std::string> names;
    walk(of, "", [&](const std::string& name, const Field& field, const auto&) {
      if (field.has(Trait::required)) names.push_back(name);
    });
    const std::string last = names.back();
    names.pop_back();
    return fmt::format("{} and {}", fmt::join(names, ", "), last);
  }

  // Reads the keys of a struct from one table.
  template <class Struct, class OnRead>
  void read_struct(const Node& table, const std::string& path, Struct& target, OnRead on_read) {
    walk(target, path, [&](const std::string& key, const Field& field, auto& value) {
      keys_.know(key);
      const Node* node = table.find(field.name);
      if (node == nullptr && field.has(Trait::required)) {
        values_.report(table.place, key, "missing", fmt::format("give {}", required_keys(target)));
      }
      if (node == nullptr) return;
      values_.read(*node, key, field, value);
      on_read(std::string(field.name));
    });
  }

  void read_strategies() {
    const Node* tables = keys_.take("strategies");
    if (tables == nullptr || !expect_table(*tables, "strategies")) return;
    for (const Entry& entry : *tables->as<NodeTable>()) {
      const std::string path = "strategies." + entry.key;
      keys_.know(path);
      if (!expect_table(entry.node, path)) continue;
      if (entry.key.empty() || entry.key.find_first_of(".,[]\"") != std::string::npos ||
          has_unprintable(entry.key)) {
        values_.report(entry.place, path, "this cannot be the name of a strategy",
                       "a name without . , [ ] and quotes; give it a `label` for people");
        continue;
      }
      Strategy strategy;
      strategy.name = entry.key;
      read_struct(entry.node, path, strategy, [](const std::string&) {});
      scenario_.strategies.push_back(std::move(strategy));
    }
  }

  // The tables of a [[list]]; empty if there is none. An entry that is no table stands as nothing.
  std::vector<const Node*> tables_of(const std::string& name) {
    std::vector<const Node*> tables;
    const Node* node = keys_.take(name);
    if (node == nullptr) return tables;
    const NodeList* list = node->as<NodeList>();
    if (list == nullptr || list->empty()) {
      values_.report(node->place, name,
                     list == nullptr ? fmt::format("found {}", node->kind()) : "an empty list",
                     fmt::format("expected one [[{}]] table each", name));
      return tables;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string path = fmt::format("{}[{}]", name, i);
      keys_.know(path);
      tables.push_back(expect_table((*list)[i], path) ? &(*list)[i] : nullptr);
    }
    return tables;
  }

  void read_firms() {
    const std::vector<const Node*> tables = tables_of("firms");
    const bool counted = keys_.has("market.firms");
    const auto listed = static_cast<std::int64_t>(tables.size());
    std::int64_t& firms = scenario_.parameters.market.firms;
    if (!tables.empty() && counted && firms != listed) {
      values_.report(keys_.place_of("market.firms"), "market.firms",
                     fmt::format("{} firms, but [[firms]] lists {}", firms, listed), "remove one of the two");
    }
    if (!tables.empty()) firms = listed;
    if (tables.empty() && !counted && scenario_.parameters.selection.given()) firms = kFirmsUnderSelection;
    for (std::size_t f = 0; f < tables.size(); ++f) read_firm(tables[f], f);
    // A wrong market.firms is reported by its range.
    while (static_cast<std::int64_t>(scenario_.firms.size()) <
           std::clamp<std::int64_t>(firms, 0, kMostFirms)) {
      scenario_.firms.push_back(default_firm(scenario_.firms.size()));
    }
  }

  void read_firm(const Node* entry, std::size_t f) {
    const std::string path = fmt::format("firms[{}]", f);
    FirmEntry firm = default_firm(f);
    const Node none{{}, NodeTable()};
    const Node& table = entry == nullptr ? none : *entry;
    read_struct(table, path, firm, [](const std::string&) {});
    read_struct(table, path, firm.overrides, [&](const std::string& name) { firm.overridden.insert(name); });
    scenario_.firms.push_back(std::move(firm));
  }

  // Some keys are one number for all firms, or a list with one number per firm.
  void read_lists_of_firms() {
    walk(scenario_.parameters, "", [&](const std::string& path, const Field& field, const auto&) {
      const Node* node = field.has(Trait::per_firm) ? keys_.take(path) : nullptr;
      if (node != nullptr && node->as<NodeList>() != nullptr) read_list_of_firms(*node, path, field);
    });
  }

  // What a firm says for itself wins.
  void read_list_of_firms(const Node& node, const std::string& path, const Field& field) {
    const NodeList& list = *node.as<NodeList>();
    if (list.size() != scenario_.firms.size()) {
      values_.report(node.place, path, fmt::format("{} entries", list.size()),
                     fmt::format("one number, or one for each of the {} firms", scenario_.firms.size()));
      return;
    }
    for (std::size_t f = 0; f < list.size(); ++f) {
      FirmEntry& firm = scenario_.firms[f];
      const std::string name(field.name);
      if (firm.overridden.contains(name)) continue;
      const std::string place = fmt::format("firms[{}]", f);
      keys_.note(joined_path(place, name), list[f].place);
      NodeTable table;
      table.push_back({name, list[f].place, list[f]});
      read_struct(Node{node.place, table}, place, firm.overrides,
                  [&](const std::string& read) { firm.overridden.insert(read); });
    }
  }

  void read_grants() {
    values_.know_firms(scenario_.firms);
    const std::vector<const Node*> tables = tables_of("grants");
    for (std::size_t g = 0; g < tables.size(); ++g) {
      Grant grant;
      if (tables[g] != nullptr)
        read_struct(*tables[g], fmt::format("grants[{}]", g), grant, [](const std::string&) {});
      scenario_.grants.push_back(grant);
    }
  }

  const Files& files_;
  KeyIndex keys_;
  Scenario scenario_;
  std::vector<Problem> problems_;
  ValueReader values_;
};

}  // namespace

FirmEntry default_firm(std::size_t f) {
  return {f == 0 ? "focal" : fmt::format("rival {}", f), "", {}, {}};
}

void sort_drawn(Scenario& scenario) {
  std::sort(scenario.drawn.begin(), scenario.drawn.end(),
            [](const DrawnKey& a, const DrawnKey& b) { return a.path < b.path; });
}

Scenario read_scenario(const Node& document, const Files& files, EdgeLists edge_lists) {
  return ScenarioReader(document, files).read(edge_lists);
}

Scenario read_scenario(std::string_view text, const std::string& name, const Files& files,
                       EdgeLists edge_lists) {
  return read_scenario(extended(parse_document(text, name), name, files), files, edge_lists);
}

Scenario load_scenario(const std::string& path, const std::vector<Setting>& settings, const Files& files,
                       std::vector<std::string>* sources) {
  std::vector<Problem> problems;
  const auto gather = [&](const auto& step) {
    try {
      step();
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  };
  Node document;
  gather([&] { document = load_document(path, files, sources); });
  const bool loaded = problems.empty();
  if (!loaded) document.value = NodeTable();
  for (const Setting& setting : settings) gather([&] { apply_setting(document, setting); });
  Scenario scenario;
  if (loaded) gather([&] { scenario = read_scenario(document, files); });
  if (!problems.empty()) throw InputError(problems);
  return scenario;
}

}  // namespace orgsim
