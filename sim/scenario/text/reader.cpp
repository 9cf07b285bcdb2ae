#include "scenario/text/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/walk.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

namespace {

class ScenarioReader {
 public:
  ScenarioReader(const Node& document, const Files& files)
      : files_(files), keys_(document), values_(problems_, scenario_.drawn, keys_, files) {}

  Scenario read(EdgeLists edge_lists) {
    read_title();
    read_parameters();
    read_strategies();
    read_firms();
    read_talents();
    read_grants();
    const std::vector<Problem> unknown = keys_.unknown_keys();
    problems_.insert(problems_.end(), unknown.begin(), unknown.end());
    report_contradictions();
    if (!problems_.empty()) throw InputError(problems_);
    // Only now: how many people there are decides which of the list's numbers are right.
    if (edge_lists == EdgeLists::read) {
      load_ties(scenario_, keys_.place_of("market.network.file"), files_);
    }
    sort_drawn(scenario_);
    return std::move(scenario_);
  }

 private:
  // What is wrong beyond single keys; not about keys that could not be read, which hold defaults.
  void report_contradictions() {
    const std::size_t unread = problems_.size();
    for (Problem problem : problems_of(scenario_)) {
      const bool misled =
          std::any_of(problems_.begin(), problems_.begin() + static_cast<std::ptrdiff_t>(unread),
                      [&](const Problem& other) { return lies_within(other.key, problem.key); });
      if (misled) continue;
      problem.place = keys_.place_of(problem.key);
      problems_.push_back(std::move(problem));
    }
  }

  void read_title() {
    if (const Node* node = keys_.take("title")) scenario_.title = values_.text(*node, "title").value_or("");
  }

  void read_parameters() {
    walk(
        scenario_.parameters, "",
        [&](const std::string& path, const Field& field, auto& value) {
          const Node* node = keys_.take(path);
          if (node == nullptr || path == kTalent) return;
          values_.read(*node, path, field, value);
        },
        [&](const std::string& path, const Section&) {
          if (const Node* node = keys_.take(path)) expect_table(*node, path);
        });
  }

  bool expect_table(const Node& node, const std::string& path) {
    if (node.as<NodeTable>() != nullptr) return true;
    values_.report(node.place, path, fmt::format("found {}", node.kind()),
                   fmt::format("expected a table [{}]", path));
    return false;
  }

  // Reads the keys of a struct from one table.
  template <class Struct, class OnRead>
  void read_struct(const Node& table, const std::string& path, Struct& target, OnRead on_read) {
    walk(target, path, [&](const std::string& key, const Field& field, auto& value) {
      keys_.know(key);
      const Node* node = table.find(field.name);
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
          has_control(entry.key)) {
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
    for (const auto& [key, target] : {std::pair{"name", &firm.name}, std::pair{"strategy", &firm.strategy}}) {
      const std::string full = joined_path(path, key);
      keys_.know(full);
      if (const Node* node = table.find(key)) *target = values_.text(*node, full).value_or(*target);
    }
    read_struct(table, path, firm.overrides, [&](const std::string& name) { firm.overridden.insert(name); });
    scenario_.firms.push_back(std::move(firm));
  }

  // [product] talent is one number for all firms, or a list with one number per firm.
  void read_talents() {
    const std::string path(kTalent);
    const Node* node = keys_.take(path);
    if (node == nullptr) return;
    const NodeList* list = node->as<NodeList>();
    walk(scenario_.parameters.firm, "product",
         [&]<class T>(const std::string& key, const Field& field, T& value) {
           if (key != path) return;
           if (list == nullptr) {
             values_.read(*node, path, field, value);
           } else if (list->size() != scenario_.firms.size()) {
             values_.report(
                 node->place, path, fmt::format("{} entries", list->size()),
                 fmt::format("one number, or one for each of the {} firms", scenario_.firms.size()));
           }
         });
    if (list == nullptr || list->size() != scenario_.firms.size()) return;
    for (std::size_t f = 0; f < list->size(); ++f) {
      FirmEntry& firm = scenario_.firms[f];
      if (firm.overridden.contains("talent")) continue;
      const std::string key = fmt::format("firms[{}].talent", f);
      keys_.note(key, (*list)[f].place);
      NodeTable table;
      table.push_back({"talent", (*list)[f].place, (*list)[f]});
      read_struct(Node{node->place, table}, fmt::format("firms[{}]", f), firm.overrides,
                  [&](const std::string& name) { firm.overridden.insert(name); });
    }
  }

  void read_grants() {
    const std::vector<const Node*> tables = tables_of("grants");
    for (std::size_t g = 0; g < tables.size(); ++g) {
      Grant grant;
      if (tables[g] != nullptr) read_grant(*tables[g], fmt::format("grants[{}]", g), grant);
      scenario_.grants.push_back(grant);
    }
  }

  void read_grant(const Node& table, const std::string& path, Grant& grant) {
    const auto part = [&](const char* key) -> const Node* {
      keys_.know(joined_path(path, key));
      const Node* node = table.find(key);
      if (node == nullptr) {
        values_.report(table.place, joined_path(path, key), "missing",
                       "a grant needs firm, department, factor and weeks");
      }
      return node;
    };
    if (const Node* node = part("firm")) grant.firm = firm_number(*node, joined_path(path, "firm"));
    if (const Node* node = part("department")) {
      values_.read(*node, joined_path(path, "department"), Field{}, grant.department);
    }
    if (const Node* node = part("factor")) {
      const Field factor{"factor", "", range::not_negative, ""};
      values_.read(*node, joined_path(path, "factor"), factor, grant.factor);
    }
    if (const Node* node = part("weeks")) read_span(*node, joined_path(path, "weeks"), grant);
  }

  // A firm by its number or by its name.
  int firm_number(const Node& node, const std::string& path) {
    if (const std::string* name = node.as<std::string>()) {
      for (std::size_t f = 0; f < scenario_.firms.size(); ++f) {
        if (scenario_.firms[f].name == *name) return static_cast<int>(f);
      }
      values_.report(node.place, path, fmt::format("no firm is called '{}'", *name),
                     "a name or a number of a firm");
      return 0;
    }
    const std::int64_t number = values_.whole(node, path).value_or(0);
    const auto firms = static_cast<std::int64_t>(scenario_.firms.size());
    if (number >= 0 && number < firms) return static_cast<int>(number);
    values_.report(node.place, path, fmt::format("there is no firm {}", number),
                   fmt::format("firms are numbered from 0 to {}", firms - 1));
    return 0;
  }

  void read_span(const Node& node, const std::string& path, Grant& grant) {
    const std::int64_t weeks = scenario_.parameters.run.weeks;
    const NodeList* list = node.as<NodeList>();
    const auto week = [&](std::size_t i) { return (*list)[i].as<std::int64_t>(); };
    const bool pair = list != nullptr && list->size() == 2 && week(0) != nullptr && week(1) != nullptr;
    if (!pair) {
      values_.report(node.place, path, fmt::format("found {}", node.kind()),
                     "expected [first, last], both included");
    } else if (*week(0) < 0 || *week(1) < *week(0) || *week(0) >= weeks || *week(1) > 1000000) {
      values_.report(
          node.place, path, fmt::format("[{}, {}] is no span of weeks of the run", *week(0), *week(1)),
          fmt::format("[first, last] with 0 <= first <= last, both included; the run ends with week {}",
                      weeks - 1));
    } else {
      grant.first = static_cast<int>(*week(0));
      grant.last = static_cast<int>(*week(1));
    }
  }

  static constexpr std::string_view kTalent = "product.talent";

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

void load_ties(Scenario& scenario, const Place& named_at, const Files& files) {
  const MarketParameters& market = scenario.parameters.market;
  const bool wanted = market.kind == MarketKind::network && market.network.kind == NetworkKind::file;
  if (!wanted || scenario.ties) return;
  const double people = people_by_the_end(scenario.parameters);
  if (people > std::numeric_limits<PersonId>::max()) return;  // which the run will tell
  scenario.ties =
      Shared<StoredGraph>(files.edge_list({beside(folder_of(named_at), market.network.file),
                                           static_cast<PersonId>(people), market.network.directed},
                                          named_at));
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
