#include "io/scenario_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/walk.hpp"
#include "io/suggest.hpp"
#include "io/values.hpp"

namespace orgsim {

namespace {

class ScenarioReader {
 public:
  explicit ScenarioReader(const Node& document) : document_(document), values_(problems_, scenario_.drawn) {}

  Scenario read() {
    places_[""] = document_.place;
    note_places(document_, "");
    read_title();
    read_parameters();
    read_strategies();
    read_firms();
    read_talents();
    read_grants();
    report_unknown(document_, "");
    report_contradictions();
    if (!problems_.empty()) throw InputError(problems_);
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
      problem.place = place_of(problem.key);
      problems_.push_back(std::move(problem));
    }
  }

  // Whether a path is another one or a part of it.
  static bool lies_within(const std::string& path, const std::string& around) {
    return path.starts_with(around) &&
           (path.size() == around.size() || path[around.size()] == '.' || path[around.size()] == '[');
  }

  // Where every key and list entry of the document was written.
  void note_places(const Node& node, const std::string& path) {
    if (const NodeTable* table = node.as<NodeTable>()) {
      for (const Entry& entry : *table) {
        const std::string key = joined_path(path, entry.key);
        // A value from the command line can stand under a key from a file.
        places_[key] = entry.node.place.file == entry.place.file ? entry.place : entry.node.place;
        note_places(entry.node, key);
      }
    }
    if (const NodeList* list = node.as<NodeList>()) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string key = fmt::format("{}[{}]", path, i);
        places_[key] = (*list)[i].place;
        note_places((*list)[i], key);
      }
    }
  }

  // Of the key, or of the nearest thing around it that was written.
  Place place_of(std::string key) const {
    while (!key.empty() && !places_.contains(key)) {
      const std::size_t cut = key.find_last_of(".[");
      key = cut == std::string::npos ? "" : key.substr(0, cut);
    }
    return places_.at(key);
  }

  // The node at a key of the parameters, known from now on.
  const Node* take(const std::string& path) {
    known_.insert(path);
    const Node* node = &document_;
    std::size_t from = 0;
    while (node != nullptr && from <= path.size()) {
      const std::size_t dot = std::min(path.find('.', from), path.size());
      node = node->find(path.substr(from, dot - from));
      from = dot + 1;
    }
    return node;
  }

  void read_title() {
    if (const Node* node = take("title")) scenario_.title = values_.text(*node, "title").value_or("");
  }

  void read_parameters() {
    walk(
        scenario_.parameters, "",
        [&](const std::string& path, const Field& field, auto& value) {
          const Node* node = take(path);
          if (node == nullptr || path == kTalent) return;
          values_.read(*node, path, field, value);
        },
        [&](const std::string& path, const Section&) {
          if (const Node* node = take(path)) expect_table(*node, path);
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
      known_.insert(key);
      const Node* node = table.find(field.name);
      if (node == nullptr) return;
      values_.read(*node, key, field, value);
      on_read(std::string(field.name));
    });
  }

  void read_strategies() {
    const Node* tables = take("strategies");
    if (tables == nullptr || !expect_table(*tables, "strategies")) return;
    for (const Entry& entry : *tables->as<NodeTable>()) {
      const std::string path = "strategies." + entry.key;
      known_.insert(path);
      if (!expect_table(entry.node, path)) continue;
      Strategy strategy;
      strategy.name = entry.key;
      read_struct(entry.node, path, strategy, [](const std::string&) {});
      if (!strategy.ai_adoption && !strategy.redeploy) strategy.ai_adoption = strategy.redeploy = 0;
      scenario_.strategies.push_back(std::move(strategy));
    }
  }

  // The tables of a [[list]]; empty if there is none.
  std::vector<const Node*> tables_of(const std::string& name) {
    std::vector<const Node*> tables;
    const Node* node = take(name);
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
      known_.insert(path);
      if (expect_table((*list)[i], path)) tables.push_back(&(*list)[i]);
    }
    return tables;
  }

  void read_firms() {
    const std::vector<const Node*> tables = tables_of("firms");
    const bool counted = places_.contains("market.firms");
    const auto listed = static_cast<std::int64_t>(tables.size());
    std::int64_t& firms = scenario_.parameters.market.firms;
    if (!tables.empty() && counted && firms != listed) {
      values_.report(place_of("market.firms"), "market.firms",
                     fmt::format("{} firms, but [[firms]] lists {}", firms, listed), "remove one of the two");
    }
    if (!tables.empty()) firms = listed;
    for (std::size_t f = 0; f < tables.size(); ++f) read_firm(*tables[f], f);
    constexpr std::size_t most = 16;  // a wrong market.firms is reported by its range
    while (scenario_.firms.size() <
           std::min(static_cast<std::size_t>(std::max<std::int64_t>(firms, 0)), most)) {
      scenario_.firms.push_back({default_name(scenario_.firms.size()), "", {}, {}});
    }
    if (firms > 16 && !tables.empty()) {
      values_.report(place_of("firms"), "firms", fmt::format("{} firms", listed), "1 to 16 of them");
    }
    check_firm_names();
  }

  static std::string default_name(std::size_t f) { return f == 0 ? "focal" : fmt::format("rival {}", f); }

  void read_firm(const Node& table, std::size_t f) {
    const std::string path = fmt::format("firms[{}]", f);
    FirmEntry firm;
    firm.name = default_name(f);
    for (const auto& [key, target] : {std::pair{"name", &firm.name}, std::pair{"strategy", &firm.strategy}}) {
      const std::string full = joined_path(path, key);
      known_.insert(full);
      if (const Node* node = table.find(key)) *target = values_.text(*node, full).value_or(*target);
    }
    read_struct(table, path, firm.overrides, [&](const std::string& name) { firm.overridden.insert(name); });
    scenario_.firms.push_back(std::move(firm));
  }

  void check_firm_names() {
    std::set<std::string> names;
    for (std::size_t f = 0; f < scenario_.firms.size(); ++f) {
      const std::string& name = scenario_.firms[f].name;
      if (!name.empty() && names.insert(name).second) continue;
      const std::string path = fmt::format("firms[{}].name", f);
      values_.report(place_of(path), path,
                     name.empty() ? "the name is empty" : fmt::format("'{}' is taken", name),
                     "give every firm a name of its own");
    }
  }

  // [product] talent is one number for all firms, or a list with one number per firm.
  void read_talents() {
    const std::string path(kTalent);
    const Node* node = take(path);
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
      places_[key] = (*list)[f].place;
      NodeTable table;
      table.push_back({"talent", (*list)[f].place, (*list)[f]});
      read_struct(Node{node->place, table}, fmt::format("firms[{}]", f), firm.overrides,
                  [&](const std::string& name) { firm.overridden.insert(name); });
    }
  }

  void read_grants() {
    std::size_t g = 0;
    for (const Node* table : tables_of("grants")) {
      const std::string path = fmt::format("grants[{}]", g++);
      Grant grant;
      const auto part = [&](const char* key) -> const Node* {
        known_.insert(joined_path(path, key));
        const Node* node = table->find(key);
        if (node == nullptr) {
          values_.report(table->place, joined_path(path, key), "missing",
                         "a grant needs firm, department, factor and weeks");
        }
        return node;
      };
      if (const Node* node = part("firm")) grant.firm = firm_number(*node, joined_path(path, "firm"));
      const Field plain{"", "", range::any, "", "", Trait::fixed};
      if (const Node* node = part("department")) {
        values_.read(*node, joined_path(path, "department"), plain, grant.department);
      }
      if (const Node* node = part("factor"))
        values_.read(*node, joined_path(path, "factor"), plain, grant.factor);
      if (const Node* node = part("weeks")) read_span(*node, joined_path(path, "weeks"), grant);
      scenario_.grants.push_back(grant);
    }
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
    return static_cast<int>(std::clamp<std::int64_t>(values_.whole(node, path).value_or(0), -1, 1000));
  }

  void read_span(const Node& node, const std::string& path, Grant& grant) {
    const NodeList* list = node.as<NodeList>();
    const bool pair = list != nullptr && list->size() == 2 && (*list)[0].as<std::int64_t>() != nullptr &&
                      (*list)[1].as<std::int64_t>() != nullptr;
    if (!pair) {
      values_.report(node.place, path, fmt::format("found {}", node.kind()),
                     "expected [first, last], both included");
      return;
    }
    const auto week = [&](std::size_t i) {
      return static_cast<int>(std::clamp<std::int64_t>(*(*list)[i].as<std::int64_t>(), -1, 1000000));
    };
    grant.first = week(0);
    grant.last = week(1);
  }

  void report_unknown(const Node& node, const std::string& path) {
    if (const NodeList* list = node.as<NodeList>()) {
      for (std::size_t i = 0; i < list->size(); ++i)
        report_unknown((*list)[i], fmt::format("{}[{}]", path, i));
    }
    const NodeTable* table = node.as<NodeTable>();
    if (table == nullptr) return;
    for (const Entry& entry : *table) {
      const std::string key = joined_path(path, entry.key);
      if (!known_.contains(key)) {
        values_.report(entry.place, key, "unknown key", advice(path, entry.key));
      } else if (is_group(key)) {
        report_unknown(entry.node, key);
      }
    }
  }

  // Whether known keys lie below this one; the insides of other values are theirs to check.
  bool is_group(const std::string& key) const {
    return std::any_of(known_.begin(), known_.end(), [&](const std::string& known) {
      return known.size() > key.size() && lies_within(known, key);
    });
  }

  std::string advice(const std::string& path, const std::string& name) const {
    std::vector<std::string> siblings;
    for (const std::string& known : known_) {
      const std::size_t dot = known.find_last_of('.');
      const std::string parent = dot == std::string::npos ? "" : known.substr(0, dot);
      const std::string last = dot == std::string::npos ? known : known.substr(dot + 1);
      if (parent == path && last.find('[') == std::string::npos) siblings.push_back(last);
    }
    if (path.empty()) siblings.emplace_back("extends");
    if (const std::optional<std::string> close = nearest(name, siblings)) {
      return fmt::format("did you mean '{}'?", *close);
    }
    for (const std::string& known : known_) {
      if (known.ends_with("." + name) && !known.starts_with("firms") && !known.starts_with("strategies")) {
        return fmt::format("did you mean '{}'?", known);
      }
    }
    return "`orgsim describe` lists the keys";
  }

  static constexpr std::string_view kTalent = "product.talent";

  const Node& document_;
  Scenario scenario_;
  std::vector<Problem> problems_;
  ValueReader values_;
  std::map<std::string, Place> places_;
  std::set<std::string> known_;
};

}  // namespace

Scenario read_scenario(const Node& document) {
  return ScenarioReader(document).read();
}

Scenario load_scenario(const std::filesystem::path& path, const std::vector<Setting>& settings) {
  Node document = load_document(path);
  for (const Setting& setting : settings) apply_setting(document, setting);
  Scenario scenario = read_scenario(document);
  if (scenario.title.empty()) scenario.title = path.stem().string();
  return scenario;
}

}  // namespace orgsim
